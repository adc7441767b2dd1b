import Templates

/// What a page states of itself: `<meta name="DC.title" content="Talks resume">`.
struct MetaView: View {
  var name: String
  var content: String

  static let fields: [Field<MetaView>] = [
    .text("name", "the name of the statement: DC.title") { $0.name },
    .text("content", "what is stated") { $0.content },
  ]
}

extension [MetaView] {
  /// Appends a statement; none of what is not known.
  mutating func state(_ name: String, _ content: String?) {
    if let content, !content.isEmpty { append(MetaView(name: name, content: content)) }
  }
}

/// A file for programs that belongs to a page, as a link.
struct FileLink: View {
  var href: String
  var name: String
  var type: String

  static let fields: [Field<FileLink>] = [
    .text("href", "its address") { $0.href },
    .text("name", "“RIS”, “The Example Times: World”") { $0.name },
    .text("type", "its media type") { $0.type },
  ]
}
