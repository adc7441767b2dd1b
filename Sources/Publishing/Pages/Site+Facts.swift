import ArchiveModel
import Cataloguing
import Loading

extension Site {
  /// What an article's author states of it beyond the text.
  func factsView(_ number: Int, _ links: Links) -> FactsView {
    let article = catalog.articles[number]
    func related(_ targets: [String]) -> [Link] {
      targets.compactMap { relation($0, of: number, links) }
    }
    return FactsView(
      kind: article.kind == .news ? "" : article.kind.map(language.name) ?? "",
      print: article.print.map(language.print) ?? "", rightsHolder: article.rightsHolder ?? "",
      archived: article.archived.map { Link(href: LinkIndex.safe($0), name: $0) },
      follows: related(article.follows), related: related(article.related),
      translationOf: related(article.translationOf.map { [$0] } ?? []))
  }

  /// A link to an article that another one names; nil where there is none that readers may see.
  private func relation(_ target: String, of number: Int, _ links: Links) -> Link? {
    let place = path(of: .article(number))
    guard
      case .page(let address, _) = linkIndex.find(
        target, from: catalog.articles[number].path, at: place),
      case .article(let other) = address, other != number
    else { return nil }
    return Link(href: links.href(address), name: catalog.articles[other].title)
  }
}
