/// A place in a YAML text as libyaml counts: lines and columns from 0, columns in scalars.
struct YAMLMark {
  var line = 0
  var column = 0
}

/// A value without structure, with its quotes taken off.
struct YAMLScalar {
  /// How it is written.
  enum Style {
    case plain, singleQuoted, doubleQuoted
    /// Behind `|` or `>`.
    case block
  }

  var text: String
  var style: Style
  /// What a `!` before it says; nil where there is none, or one that says nothing.
  var tag: String?
  var mark: YAMLMark
}

/// A value of a YAML text; an alias is what its anchor is.
enum YAMLNode {
  case scalar(YAMLScalar)
  case sequence([YAMLNode], tag: String?, at: YAMLMark)
  case mapping([(key: YAMLNode, value: YAMLNode)], tag: String?, at: YAMLMark)

  /// Where it begins, behind anchor and tag if it is a scalar.
  var mark: YAMLMark {
    switch self {
    case .scalar(let scalar): scalar.mark
    case .sequence(_, _, let mark), .mapping(_, _, let mark): mark
    }
  }

  /// What a `!` before it says.
  var tag: String? {
    switch self {
    case .scalar(let scalar): scalar.tag
    case .sequence(_, let tag, _), .mapping(_, let tag, _): tag
    }
  }
}

/// Why a text has no tree.
enum YAMLFault: Error {
  /// A byte or character that YAML forbids anywhere.
  case character(String)
  /// What libyaml expected, and what it was in the middle of.
  case syntax(problem: String, at: YAMLMark, context: String? = nil, contextMark: YAMLMark? = nil)
  /// A key of a map for the second time.
  case duplicateKey(first: YAMLScalar, second: YAMLScalar)
  case noMemory
}
