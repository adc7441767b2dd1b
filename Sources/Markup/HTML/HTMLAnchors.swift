/// The ids that raw HTML gives to places of the text, so that links lead to them.
///
/// An id stays as it is, since others may link to it, unless it is one of the page's own, a note's
/// or a mention's, stands at an earlier place too, or holds what an id should not.
struct HTMLAnchors {
  /// Long enough for the heading that a system makes one of.
  private static let maximumBytes = 120

  private var taken: Set<[UInt8]>
  /// The ids that were kept.
  private(set) var ids: Set<[UInt8]> = []

  init(reserved: Set<[UInt8]> = []) {
    taken = reserved
  }

  /// The id that a tag gives its place, if it may keep it; each is given once.
  mutating func claim(_ token: HTMLToken) -> [UInt8]? {
    guard let id = token["id"] ?? (token.name == "a" ? token["name"] : nil),
      (1...HTMLAnchors.maximumBytes).contains(id.count), id.allSatisfy(HTMLAnchors.isAllowed),
      !MarkdownDocument.isMention(id), taken.insert(id).inserted
    else { return nil }
    ids.insert(id)
    return id
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    HTMLTokens.isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
      || "-_.:".utf8.contains(byte)
  }
}
