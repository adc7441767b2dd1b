/// Something in a template that its author can mend.
public struct TemplateError: Error, Sendable, Hashable {
  /// The template's file.
  public var path: String
  /// Where in it, as UTF-8 offsets.
  public var offsets: Range<Int>
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int
  /// The rule that was broken, in one phrase.
  public var message: String
  /// What to write instead, as an instruction.
  public var suggestion: String?
}

extension TemplateError: Comparable, CustomStringConvertible {
  /// By file, place and words.
  public static func < (a: TemplateError, b: TemplateError) -> Bool {
    (a.path, a.offsets.lowerBound, a.message) < (b.path, b.offsets.lowerBound, b.message)
  }

  /// One line, or two with the suggestion.
  public var description: String {
    "\(path):\(line):\(column): error: \(message)" + (suggestion.map { "\n  = help: \($0)" } ?? "")
  }
}

extension TemplateError {
  /// Describes a problem, and finds its line and column: O(offset).
  init(
    _ message: String, at offsets: Range<Int>, in source: TemplateSource, suggestion: String? = nil
  ) {
    let before = source.bytes[..<min(offsets.lowerBound, source.bytes.count)]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    self.init(
      path: source.path, offsets: offsets,
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      // Continuation bytes of UTF-8 begin no scalar.
      column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1,
      message: message, suggestion: suggestion)
  }
}

/// All that is wrong with a template and what it includes, so that it is mended in one go.
public struct TemplateErrors: Error, Sendable, CustomStringConvertible {
  /// At least one, by file and place, each once.
  public let errors: [TemplateError]

  /// What is wrong with several templates, for whoever compiles more than one.
  public init(_ errors: some Sequence<TemplateError>) { self.errors = Set(errors).sorted() }

  /// A line or two for each.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
