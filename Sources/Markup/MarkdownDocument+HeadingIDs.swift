import CCmark

/// A link of the document into itself that leads nowhere.
public struct UnresolvedFragment: Sendable, Hashable {
  /// What stands after the `#`, as the author wrote it.
  public var fragment: [UInt8]
  /// Where the link begins in the source.
  public var position: MarkdownPosition
}

extension MarkdownDocument {
  /// Gives each heading an id: its author's, `{#id}`, or one made of its text.
  ///
  /// An id that is the page's own, a note's, a mention's (`m1`), a place's of raw HTML or another
  /// heading's gets `-1`, `-2`, … at its end; a heading without a letter gets none. O(bytes of the
  /// headings). To be called once.
  public mutating func identifyHeadings() {
    var taken = reservedIDs.union(placeIDs)
    var counts: [[UInt8]: Int] = [:]
    // What authors chose goes first: links of theirs rely on it.
    let ordered = headings.filter { $0.tag != nil } + headings.filter { $0.tag == nil }
    for heading in ordered {
      let base =
        if let tag = heading.tag { explicitHeadingIDs[tag] } else {
          HeadingID.id(of: heading.plainText)
        }
      guard base.contains(where: { $0 != UInt8(ascii: "-") }) else { continue }
      var id = base
      while taken.contains(id) || MarkdownDocument.isMention(id) {
        let count = counts[base, default: 0] + 1
        counts[base] = count
        id = base + Array("-\(count)".utf8)
      }
      taken.insert(id)
      let mark = CmarkNode(enter: .anchor(anchors.count))
      anchors.append(id)
      if let first = heading.firstChild { first.insertBefore(mark) } else { heading.append(mark) }
    }
  }

  /// The links to `#fragments` that neither the page nor any place of the document has.
  ///
  /// To be called after `identifyHeadings`. O(links).
  public func unresolvedFragments() -> [UnresolvedFragment] {
    var known: Set<[UInt8]>?
    return links.compactMap { link in
      let url = link.node.url
      guard link.node.type == CMARK_NODE_LINK, url.count > 1, url.first == UInt8(ascii: "#")
      else { return nil }
      let fragment = Array(url.dropFirst())
      let ids = known ?? reservedIDs.union(placeIDs).union(anchors).union([Array("top".utf8)])
      known = ids
      guard !ids.contains(fragment), !ids.contains(MarkdownDocument.decoded(fragment))
      else { return nil }
      return UnresolvedFragment(fragment: fragment, position: link.place)
    }
  }

  /// Gives each block of the reading text but headings an id by its number, `p1`, so that a link
  /// can lead to it, where an element of its own stands for it.
  ///
  /// To be called once, after `insert`. O(blocks).
  public mutating func identifyBlocks() {
    for (index, node) in blocks.enumerated() where readingText.blocks[index].kind != .heading {
      if let first = node.firstChild {
        first.insertBefore(CmarkNode(enter: .block(index + 1)))
      }
    }
  }

  /// Whether an id is one of those that mentions and blocks have.
  static func isMention(_ id: [UInt8]) -> Bool {
    id.count > 1 && (id[0] == UInt8(ascii: "m") || id[0] == UInt8(ascii: "p"))
      && id.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func decoded(_ fragment: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var i = 0
    while i < fragment.count {
      if fragment[i] == UInt8(ascii: "%"), i + 2 < fragment.count,
        let high = digit(fragment[i + 1]), let low = digit(fragment[i + 2])
      {
        result.append(high << 4 | low)
        i += 3
      } else {
        result.append(fragment[i])
        i += 1
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
