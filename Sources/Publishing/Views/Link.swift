import Templates

/// A link with its text.
struct Link: View {
  /// The relative address.
  var href: String
  /// The text.
  var name: String
  /// How many articles stand behind it; 0 where nobody counts.
  var count = 0
  /// The same as a reader reads it: "1,204"; else empty.
  var countText = ""
  /// Whether it is the page itself.
  var isCurrent = false

  static let fields: [Field<Link>] = [
    .text("href") { $0.href },
    .text("name") { $0.name },
    .number("count") { $0.count },
    .text("count_text") { $0.countText },
    .flag("current") { $0.isCurrent },
  ]
}
