import ArchiveModel
import Cataloguing
import Recognition
import Testing

@Suite struct `Articles of the same matter` {
  /// Articles, a month apart, that name organisations and have tags (`#`).
  private func catalog(_ articles: [[String]]) -> Catalog {
    var lock = IdentityLock()
    let entries = articles.indices.map { number in
      var article = Article(path: "\(number).md", title: "Day \(number)")
      article.date = .month(year: 2001 + number / 12, month: 1 + number % 12)
      article.tags = articles[number].filter { $0.hasPrefix("#") }
      return Catalog.Entry(article: article, handle: number)
    }
    return Catalog(
      entries, authorities: [], gazetteer: .empty, minimumArticles: 2, lock: &lock
    ) { handle in
      articles[handle].filter { !$0.hasPrefix("#") }.map { name in
        LocalEntity(
          identity: .name(.organization, NameKey(name)), kind: .organization, name: name,
          mentionCount: 1, firstMention: 0, isInTitle: false)
      }
    }
  }

  @Test func `share two names or topics, the rarest first`() {
    let matter = catalog([
      ["Dam Board", "Lake Union"], ["Dam Board", "River Bank", "#dams"],
      ["Dam Board", "Lake Union", "#dams"], ["Dam Board", "Lake Union"], ["Dam Board", "#dams"],
      ["#dams"],
    ]).matter(of: 2, limit: 2)

    #expect(matter.earlier == [0, 1])
    #expect(matter.later == [3, 4])
  }

  @Test func `share more than one name`() {
    let matter = catalog([["Dam Board"], ["Dam Board", "Lake Union"], ["Lake Union"]])
      .matter(of: 1, limit: 2)

    #expect(matter.earlier.isEmpty && matter.later.isEmpty)
  }

  @Test func `are not told by what everything is about`() {
    let all = Array(repeating: ["Dam Board", "Lake Union"], count: 20)

    #expect(catalog(all).matter(of: 3, limit: 2).earlier.isEmpty)
  }
}
