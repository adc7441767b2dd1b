import CCmark

/// What becomes of a link or an image.
public enum LinkTarget: Sendable, Hashable {
  /// It stays as it is.
  case keep
  /// It gets this address, in UTF-8 and not escaped; one that is not safe drops it.
  case replace([UInt8])
  /// Its address is found when the page is rendered: `SlottedHTML.Content.target`.
  case slot(Int32)
  /// Only its text stays.
  case drop
}

/// Where an address stands.
public struct LinkPlace: Sendable, Hashable {
  /// What refers to the address.
  public enum Kind: Sendable, Hashable {
    case link, image
  }

  /// What refers to the address.
  public var kind: Kind
  /// Where it begins in the source.
  public var position: MarkdownPosition
  /// Whether an image has no text in its place, and its author did not say that on purpose.
  public var isSilent: Bool
  /// The size that raw HTML states for an image.
  public var statedSize: StatedSize?
}

extension MarkdownDocument {
  /// Asks for each link and each image in order what becomes of it.
  ///
  /// The address is as the author wrote it, with entities and backslashes decoded and nothing
  /// percent-encoded by us. To be called before `insert`, so that a dropped link can be a slot.
  /// O(links).
  public mutating func rewriteLinks(_ transform: (Span<UInt8>, LinkPlace) -> LinkTarget) {
    var scratch: [UInt8] = []
    var kept: [LinkNode] = []
    for var link in links {
      let kind: LinkPlace.Kind = link.node.type == CMARK_NODE_IMAGE ? .image : .link
      let place = LinkPlace(
        kind: kind, position: link.place,
        isSilent: kind == .image && !link.isDecorative && link.node.plainText.isEmpty,
        statedSize: link.size)
      switch transform(link.node.url.span, place) {
      case .keep: kept.append(link)
      case .drop: link.drop()
      case .slot(let slot):
        link.node.setURL(UnsafeBufferPointer(start: nil, count: 0), scratch: &scratch)
        link.setMark(.target(Int(UInt32(bitPattern: slot))))
        kept.append(link)
      case .replace(let url):
        // A NUL would end the address for libcmark.
        let cleaned = url.withUnsafeBufferPointer { ControlCharacters.replaced($0) }
        cleaned.withUnsafeBufferPointer { bytes in
          let address = LinkAddress(bytes)
          guard kind == .link ? address.isSafeLink : address.isSafeImage else {
            link.drop()
            return
          }
          link.node.setURL(bytes, scratch: &scratch)
          if case .rooted = address { link.setMark(.root) } else { link.setMark(nil) }
          kept.append(link)
        }
      }
    }
    links = kept
  }
}

extension LinkNode {
  /// Leaves only the text.
  fileprivate mutating func drop() {
    setMark(nil)
    if node.type == CMARK_NODE_IMAGE {
      node.replaceImageByText(fallback: UnsafeBufferPointer(start: nil, count: 0))
    } else {
      node.unwrap()
    }
  }
}
