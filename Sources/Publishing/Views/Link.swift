import Templates

/// A link with its text.
struct Link: View {
  var href: String
  var name: String
  var count = 0
  var countText = ""
  var isCurrent = false

  static let fields: [Field<Link>] = [
    .text("href", "its relative address") { $0.href },
    .text("name", "its text") { $0.name },
    .number("count", "how many articles stand behind it; 0 where nobody counts") { $0.count },
    .text("count_text", "the same as a reader reads it: “1,204”; else empty") { $0.countText },
    .flag("current", "whether it is the page itself") { $0.isCurrent },
  ]
}
