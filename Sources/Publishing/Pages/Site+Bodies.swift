import Cataloguing
import Loading
import Markup
import Templates

extension Site {
  /// A text of the archive that is no article: it has no mentions.
  func fill(_ text: OwnText, _ links: Links) -> HTML {
    var html: [UInt8] = []
    text.body.write(to: &html) { content, html in
      switch content {
      case .root: html += links.rootFolder.utf8
      case .target(let slot):
        fill(text.links[Int(slot)], in: text.path, links, &html)
      case .mentionStart, .mentionEnd: break
      }
    }
    return HTML(trusted: html)
  }

  /// An article's body with its names: the first mention of an entity that has a page is a link,
  /// the others carry an anchor, so that every derived fact can lead to its sentence.
  func linked(
    _ body: SlottedHTML, _ marks: [Prose.Mark], article number: Int, _ links: Links
  ) -> HTML {
    var html: [UInt8] = []
    html.reserveCapacity(body.bytes.count + marks.count * 64)
    let meant = catalog.locals(of: number)
    // Few enough to look through.
    var linkedEntities: [Int32] = []
    // A mention that emphasis divides is several pieces: all links or none.
    var linkedMark: Int32 = -1
    body.write(to: &html) { content, html in
      switch content {
      case .root:
        html += links.rootFolder.utf8
      case .target(let slot):
        let handle = catalog.handles[number]
        fill(
          readings.links[handle][Int(slot)], in: catalog.articles[number].path, links, &html)
      case .mentionStart(let piece):
        let entity = meant[meant.startIndex + Int(marks[Int(piece.slot)].entity)]
        let isFirst = piece.index == 0
        let isLink =
          entity >= 0 && !piece.isInsideLink && !often.entityLinks[Int(entity)].isEmpty
          && (isFirst ? wantsLink(entity, linkedEntities) : linkedMark == piece.slot)
        html += (isLink ? "<a class=\"name\"" : "<span").utf8
        if isFirst {
          html += " id=\"m".utf8
          html += String(piece.slot + 1).utf8
          html.append(UInt8(ascii: "\""))
        }
        if isLink {
          linkedEntities.append(entity)
          linkedMark = piece.slot
          html += " href=\"".utf8
          HTML.escape(links.href(entity: Int(entity)), to: &html)
          html.append(UInt8(ascii: "\""))
        }
        html.append(UInt8(ascii: ">"))
      case .mentionEnd(let piece):
        let isLink = linkedMark == piece.slot && !piece.isInsideLink
        html += (isLink ? "</a>" : "</span>").utf8
      }
    }
    return HTML(trusted: html)
  }

  /// The address of a link, after `<a href="`; a link that leads nowhere loses its `href`.
  private func fill(_ link: LocalLink, in file: String, _ links: Links, _ html: inout [UInt8]) {
    var text = HTML()
    switch linkIndex.find(link.target, from: file, at: links.path) {
    case .page(let address, let suffix):
      text.text(links.href(address))
      text.text(LinkIndex.safe(suffix))
    case .unknown where !LinkIndex.namesText(link.target):
      // It may lead to a part of the host that is not the archive's.
      if link.target.hasPrefix("/") { text.text(links.rootFolder) }
      text.text(LinkIndex.safe(link.target))
    case .unknown, .hidden:
      html.removeLast(min(html.count, " href=\"".utf8.count))
      html += " class=\"unlinked".utf8
    }
    html += text.bytes
  }

  private func wantsLink(_ entity: Int32, _ linked: [Int32]) -> Bool {
    switch settings.mentions {
    case .first: !linked.contains(entity)
    case .all: true
    case .none: false
    }
  }
}

extension Site.Links {
  /// The way to the root without the slash that follows: `../..`, `.`; empty at the host's root.
  var rootFolder: String { root.isEmpty ? "." : String(root.dropLast()) }
}
