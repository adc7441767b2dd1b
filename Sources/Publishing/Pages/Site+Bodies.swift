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
    var linkedEntities: Set<Int> = []
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
        let entity = catalog.entity(local: Int(marks[Int(piece.slot)].entity), of: number)
        let isFirst = piece.index == 0
        let target = piece.isInsideLink ? "" : entity.map { links.href(entity: $0) } ?? ""
        let isLink =
          !target.isEmpty
          && (isFirst ? wantsLink(entity, linkedEntities) : linkedMark == piece.slot)
        var tag = HTML()
        tag.markup(isLink ? "<a class=\"name\"" : "<span")
        if isFirst {
          tag.markup(" id=\"m")
          tag.number(Int(piece.slot) + 1)
          tag.markup("\"")
        }
        if isLink {
          if let entity { linkedEntities.insert(entity) }
          linkedMark = piece.slot
          tag.markup(" href=\"")
          tag.text(target)
          tag.markup("\"")
        }
        tag.markup(">")
        html += tag.bytes
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

  private func wantsLink(_ entity: Int?, _ linked: Set<Int>) -> Bool {
    switch settings.mentions {
    case .first: entity.map { !linked.contains($0) } ?? false
    case .all: true
    case .none: false
    }
  }
}

extension Site.Links {
  /// The way to the root without the slash that follows: `../..`, `.`; empty at the host's root.
  var rootFolder: String { root.isEmpty ? "." : String(root.dropLast()) }
}
