import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  func namesView() -> NamesView {
    let links = links(from: .names)
    return NamesView(
      page: chrome(.names, title: language[.aToZ]), letters: letterLinks(links, current: nil),
      letter: "",
      count: language.count(letters.reduce(0) { $0 + $1.entities.count }, .names),
      frequent: companionGroups(frequentNames, perKind: 24, ofArchive: true, links), entries: [],
      pager: nil)
  }

  func letterView(_ number: Int, _ page: Int) throws(EnvironmentFault) -> NamesView {
    let address = Address.letter(number, page: page)
    let links = links(from: address)
    let letter = letters[number]
    let start = (page - 1) * Site.namesPerPage
    let shown = letter.entities[start..<Swift.min(start + Site.namesPerPage, letter.entities.count)]
    return NamesView(
      page: chrome(
        address, links, title: language.say(.aToZLetter, ["letter": letter.name(in: language)])),
      letters: letterLinks(links, current: number),
      letter: letter.name(in: language),
      count: language.count(letter.entities.count, .names), frequent: [],
      entries: shown.map { nameEntry(Int($0), links) },
      pager: pager(
        count: letter.entities.count, size: Site.namesPerPage, page: page, links
      ) { .letter(number, page: $0) })
  }

  private func letterLinks(_ links: Links, current: Int?) -> [Link] {
    letters.enumerated().map { number, letter in
      Link(
        href: links.href(.letter(number, page: 1)), name: letter.name(in: language),
        isCurrent: number == current)
    }
  }

  private func nameEntry(_ number: Int, _ links: Links) -> NamesEntry {
    let entity = catalog.entities[number]
    // A name without a page leads to the sentences themselves: there are few.
    let appearances = entity.hasPage ? [] : catalog.appearances[entity.appearances].prefix(8)
    return NamesEntry(
      name: entity.name, href: links.href(entity: number),
      kind: language.inText(entity.kind),
      count: entity.hasPage ? language.count(entity.articleCount) : "",
      articles: appearances.map { appearance in
        var item = links.item(Int(appearance.article))
        if appearance.firstMention >= 0 { item.href += "#m\(appearance.firstMention + 1)" }
        return item
      })
  }
}
