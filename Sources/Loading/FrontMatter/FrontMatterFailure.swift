import ArchiveModel

/// What is wrong with front matter as a whole, and where: nothing of it is read.
struct FrontMatterFailure: Error {
  /// Whether a key stands twice.
  var isDuplicateKey = false
  /// The rule that was broken.
  var message: String
  /// UTF-8 offsets into the decoded text.
  var offsets: Range<Int>
  /// The first of two equal keys.
  var other: Range<Int>?
  /// What to write instead.
  var suggestion: String?

  /// Deeper than any author nests, and safe on a thread's stack.
  static let maximumDepth = 64

  /// Nesting beyond that.
  static func tooDeep(at offsets: Range<Int>) -> FrontMatterFailure {
    FrontMatterFailure(
      message: "nested too deeply: at most \(maximumDepth) levels are read", offsets: offsets)
  }

  /// A key of a map for the second time.
  static func duplicate(
    _ key: String, at offsets: Range<Int>, first: Range<Int>
  ) -> FrontMatterFailure {
    FrontMatterFailure(
      isDuplicateKey: true, message: "the key “\(key)” stands here twice", offsets: offsets,
      other: first, suggestion: "delete one of them")
  }

  /// What its author is told.
  func diagnostic(path: String) -> Diagnostic {
    Diagnostic(
      isDuplicateKey ? .keyDuplicate : .frontMatterInvalid, message,
      at: SourceRange(path: path, offsets: offsets),
      other: other.map { SourceRange(path: path, offsets: $0) },
      suggestion: suggestion ?? (isDuplicateKey ? "delete one of them" : nil))
  }
}
