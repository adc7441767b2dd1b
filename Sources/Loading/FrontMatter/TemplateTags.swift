import ArchiveModel

/// Template syntax of other generators in a value: `{{ … }}` of Liquid and Go, `{% … %}` of Liquid.
///
/// Nothing fills it in here, and no reader may see it. What stands for the site's root is read as
/// that: `{{ site.baseurl }}/a.jpg` and `{{ '/a.jpg' | relative_url }}` are `/a.jpg`.
struct TemplateTags {
  /// The text without them.
  private(set) var text: String
  /// The first one that stands for something else than the root.
  private(set) var dropped: String?

  /// Looks through a text; O(bytes).
  init(in original: String) {
    let bytes = Array(original.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard let close = TemplateTags.closing(of: i, in: bytes) else {
        kept.append(bytes[i])
        i += 1
        continue
      }
      guard let end = TemplateTags.find(close, in: bytes, from: i + 2) else {
        // Without an end it is no tag, and neither is any that would begin behind it.
        kept += bytes[i...]
        break
      }
      let meaning = String(decoding: bytes[(i + 2)..<end], as: UTF8.self)
      let next = end + 2
      if let path = TemplateTags.rootedPath(meaning) {
        let needsSlash =
          kept.isEmpty && path.isEmpty && next < bytes.count && bytes[next] != UInt8(ascii: "/")
          && TemplateTags.closing(of: next, in: bytes) == nil
        kept += needsSlash ? [UInt8(ascii: "/")] : Array(path.utf8)
      } else {
        dropped = dropped ?? String(decoding: bytes[i..<next], as: UTF8.self)
      }
      i = next
    }
    text = String(decoding: kept, as: UTF8.self)
    // What is left of "{{ site.title }} - {{ page.title }}" says nothing.
    if dropped != nil, !text.unicodeScalars.contains(where: \.properties.isAlphabetic),
      !text.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    {
      text = ""
    }
  }

  /// The second sign of what closes the tag that opens here.
  private static func closing(of i: Int, in bytes: [UInt8]) -> UInt8? {
    guard i + 1 < bytes.count, bytes[i] == UInt8(ascii: "{") else { return nil }
    switch bytes[i + 1] {
    case UInt8(ascii: "{"): return UInt8(ascii: "}")
    case UInt8(ascii: "%"): return UInt8(ascii: "%")
    default: return nil
    }
  }

  private static func find(_ sign: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var i = start
    while i + 1 < bytes.count {
      if bytes[i] == sign, bytes[i + 1] == UInt8(ascii: "}") { return i }
      i += 1
    }
    return nil
  }

  /// The path that a tag stands for, empty for the root itself; nil if it stands for none.
  private static func rootedPath(_ tag: String) -> String? {
    let parts = tag.split(separator: "|", omittingEmptySubsequences: false).map { part in
      String(part.drop { " -.".contains($0) }.reversed().drop { " -".contains($0) }.reversed())
    }
    guard let first = parts.first else { return nil }
    let filters = parts.dropFirst().map { $0.lowercased() }
    guard filters.allSatisfy(isRootFilter) else { return nil }
    if roots.contains(first.lowercased()) { return "" }
    guard !filters.isEmpty, let quote = first.utf8.first, first.utf8.count > 2,
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""), first.utf8.last == quote
    else { return nil }
    let path = String(first.dropFirst().dropLast())
    return path.hasPrefix("/") ? path : "/" + path
  }

  private static func isRootFilter(_ filter: String) -> Bool {
    ["relative_url", "absolute_url", "relurl", "absurl"].contains(filter)
      || filter.hasPrefix("prepend:")
  }

  private static let roots: Set<String> = [
    "site.baseurl", "site.url", "site.base_url", "site.github.url", "config.base_url",
  ]
}

extension ValueReader {
  /// A value as a reader may see it, with a warning where something had to go.
  mutating func withoutTemplates(_ text: String, at offsets: Range<Int>) -> String {
    let tags = TemplateTags(in: text)
    if let dropped = tags.dropped {
      diagnostics.append(
        Diagnostic(
          .frontMatterTemplate,
          "“\(dropped.prefix(60))” is a template of another program, which nothing fills in here",
          at: place(offsets), note: "it is dropped", suggestion: "write what readers are to see"))
    }
    return tags.text
  }
}
