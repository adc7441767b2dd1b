/// What a body may ask of the article and the site around it.
public struct DialectContext: Sendable {
  /// The values of simple variables by their names, in lower case: `page.title`, `site.title`.
  public var values: [String: String] = [:]
  /// The name of the article's own file, by which it links to itself: `talks.md`.
  public var ownFile = ""
  /// The address of the site, without a slash at its end, where it is known.
  public var siteAddress: String?
  /// What links say that stand for what other sites would show.
  public var words = EmbedWords()

  /// A context that knows nothing.
  public init() {}
}
