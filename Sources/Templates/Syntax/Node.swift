/// A part of a template, as written; ranges are UTF-8 offsets into its source.
enum Node: Sendable {
  /// Text between tags; at most one line, with its end.
  case text(Range<Int>)
  /// A line begins that shows something: the white space before it.
  ///
  /// Kept apart, since a partial, or a block that overrides another, is indented anew.
  case line(indentation: Range<Int>)
  /// `{{name}}`, or `{{{name}}}` and `{{&name}}`.
  case value(Name, isUnescaped: Bool)
  /// `{{#name}} … {{/name}}`.
  case section(Name, [Node])
  /// `{{^name}} … {{/name}}`.
  case inverted(Name, [Node])
  /// `{{>name}}`; with indentation if it stands alone on its line.
  case partial(Reference, indentation: Range<Int>?)
  /// `{{$name}} … {{/name}}` where it may be overridden.
  case block(Block)
  /// `{{<name}} … {{/name}}` with the blocks that it overrides.
  case parent(Reference, [Block], indentation: Range<Int>?)
}

/// A name of the view: `title`, `place.name`, or `.`.
struct Name: Sendable {
  var text: String
  var offsets: Range<Int>

  /// The names between the dots; `.` alone is one.
  var parts: [String] {
    text == "."
      ? [text]
      : text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
  }
}

/// Which template is meant.
enum Reference: Sendable {
  /// By its name, as written.
  case named(Name)
  /// By what a field says: `{{>*name}}`.
  case dynamic(Name)
}

/// A part of a template that another may replace: the default, or the replacement.
struct Block: Sendable, Hashable {
  /// The template that it stands in.
  var template: String
  var name: String
  var offsets: Range<Int>
  var content: [Node]
  /// Whether its content begins on a line of its own.
  var startsLine: Bool
  /// The white space before its tag, if nothing else stands there.
  var indentation: Range<Int>?

  /// A place in a source is one block.
  static func == (a: Block, b: Block) -> Bool {
    a.template == b.template && a.offsets == b.offsets
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(template)
    hasher.combine(offsets)
  }

  /// The white space before the first line that shows something.
  var contentIndentation: Range<Int>? { startsLine ? Block.firstIndentation(content) : nil }

  private static func firstIndentation(_ nodes: [Node]) -> Range<Int>? {
    for node in nodes {
      let found: Range<Int>? =
        switch node {
        case .line(let indentation): indentation
        case .partial(_, let indentation), .parent(_, _, let indentation): indentation
        case .section(_, let content), .inverted(_, let content): firstIndentation(content)
        case .block(let block): firstIndentation(block.content) ?? block.indentation
        case .text, .value: nil
        }
      if let found { return found }
    }
    return nil
  }
}
