import Templates

/// A link with its text.
struct Link: View {
  /// The relative address.
  var href: String
  /// The text.
  var name: String
  /// How many articles stand behind it; 0 where nobody counts.
  var count = 0
  /// Whether it is the page itself.
  var isCurrent = false

  static let fields: [Field<Link>] = [
    .text("href") { $0.href },
    .text("name") { $0.name },
    .number("count") { $0.count },
    .text("count_text") { $0.count == 0 ? "" : Labels.grouped($0.count) },
    .flag("current") { $0.isCurrent },
  ]
}
