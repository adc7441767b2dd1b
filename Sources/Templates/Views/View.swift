/// What a template is given: a struct that names what it shows.
///
///     struct ArticleRow: View {
///       var title: String
///       var url: String
///       static let fields: [Field<Self>] = [
///         .text("title", "the headline") { $0.title },
///         .text("url", "the address of the article") { $0.url },
///       ]
///     }
///
/// A template that uses another name does not compile. `fields` is read when a template is
/// compiled, never when it is rendered.
public protocol View: Sendable {
  /// The names that a template may use, each once.
  static var fields: [Field<Self>] { get }
}

/// A text is a view of itself, so that a list may be of texts: `{{#tags}}{{.}}{{/tags}}`.
extension String: View {
  /// The text, by the name `.`.
  public static var fields: [Field<String>] { [.text(".", "the text", \.self)] }
}
