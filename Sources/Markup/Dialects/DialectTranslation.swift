/// A body in which the constructs of other systems have become Markdown, or are gone.
///
/// The pass before libcmark. It knows enough of Markdown to leave code alone, and of each dialect
/// what newsrooms and their blogs write. Whatever it puts in place of a construct is Markdown or
/// raw HTML that the parser and the allow-list see like any other, so nothing in a construct can
/// reach a page that could not otherwise. Linear in the body; nothing is recursive.
public struct DialectTranslation: Sendable {
  /// The Markdown for the parser, in UTF-8.
  public let markdown: [UInt8]
  /// Leads from its offsets to the author's.
  public let offsets: OffsetMap
  /// What was found.
  public let tally: DialectTally

  /// Translates a body; nil where nothing in it may be a construct: then it is Markdown as it is.
  ///
  /// - Parameters:
  ///   - body: Valid UTF-8 with `\n` at line ends.
  ///   - context: Asked for only where there is something to translate.
  public init?(of body: [UInt8], context: @autoclosure () -> DialectContext) {
    guard DialectTrigger.occurs(in: body.span) else { return nil }
    var scanner = DialectScanner(body, context())
    scanner.run()
    markdown = scanner.output.bytes
    offsets = scanner.output.offsets
    tally = scanner.tally
  }
}
