import ArchiveModel
import Cataloguing
import Loading

extension Site {
  /// How many of the articles that were published or changed last a feed has.
  static let feedSize = 50

  /// In how many articles a name must stand to have a feed, unless an editor has a record of it.
  static let articlesForFeed = 10

  /// All feeds of the site; none without a base URL.
  static func feeds(
    _ catalog: Catalog, _ chain: FeedChain, hasFeed: (Int) -> Bool
  ) -> [Feed] {
    var feeds = Feed.Form.allCases.map { Feed(.archive, $0) }
    feeds += chain.past.map { Feed(.archive, part: $0) }
    for section in catalog.taxonomies[.sections].indices {
      feeds += Feed.Form.allCases.map { Feed(.section(section), $0) }
    }
    feeds += catalog.entities.indices.filter(hasFeed).map { Feed(.entity($0)) }
    return feeds
  }

  /// Whether an entity has a feed: one that may be listed, and that is often named or has a record.
  func hasFeed(_ number: Int) -> Bool {
    isInData(number)
      && (record(of: number) != nil
        || catalog.entities[number].articleCount >= Site.articlesForFeed)
  }

  /// The file of a feed: `feeds/articles.xml`, `feeds/articles/2017-03.xml`,
  /// `feeds/sections/world/iraq.json`, `feeds/people/lise-grande.xml`.
  func path(of feed: Feed) -> String {
    let name =
      switch feed.scope {
      case .archive: "articles" + (feed.part.map { "/" + feedChain.name(of: $0) } ?? "")
      case .section(let number): "sections/\(catalog.taxonomies[.sections][number].path)"
      case .entity(let number):
        "\(catalog.entities[number].kind.folder)/\(catalog.entities[number].id)"
      }
    return "feeds/\(name)\(feed.form.suffix)"
  }

  /// What is followed by a feed: "The Example Times", "The Example Times: World".
  func title(of feed: Feed) -> String {
    switch feed.scope {
    case .archive: settings.title
    case .section(let number):
      "\(settings.title): \(Site.sectionName(catalog.taxonomies[.sections][number].name))"
    case .entity(let number): "\(settings.title): \(catalog.entities[number].name)"
    }
  }

  /// The page that has the same articles.
  func page(of feed: Feed) -> Address {
    switch feed.scope {
    case .archive: .front
    case .section(let number): .term(.sections, number, page: 1)
    case .entity(let number): .entity(number, page: 1)
    }
  }

  /// The numbers of a feed's articles, those that were changed last first; and whether that is all
  /// there are.
  ///
  /// Whoever follows a feed learns of a correction to an old article too.
  func articles(of feed: Feed) -> (numbers: [Int], isComplete: Bool) {
    let all: [Int]
    var numbers: [Int] = []
    switch feed.scope {
    case .archive:
      if let part = feed.part { return (newestFirst(feedChain.parts[part].articles), false) }
      all = feedChain.parts.flatMap(\.articles)
      // What no archive document has.
      if feed.form == .atom { numbers = feedChain.parts.last?.articles ?? [] }
    case .section(let number):
      all = catalog.taxonomies[.sections][number].articles.map { Int($0) }
    case .entity(let number):
      all = catalog.appearances[catalog.entities[number].appearances].map { Int($0.article) }
    }
    let shown = newestFirst(all.filter { !catalog.articles[$0].isHidden })
    numbers = newestFirst(Array(Set(numbers).union(shown.prefix(Site.feedSize))))
    // With archive documents there is more than the feed, even if it happens to have all.
    let isChained = feed.scope == .archive && !feedChain.past.isEmpty
    return (numbers, numbers.count == shown.count && !isChained)
  }

  private func newestFirst(_ numbers: [Int]) -> [Int] {
    numbers.sorted { often.ranks[$1] < often.ranks[$0] }
  }

  /// When an article was last changed, as far as it says.
  static func timestamp(of article: Article) -> String { timestamp(of: article.changed) }

  /// RFC 3339, which feeds demand; where a date is less exact its first day stands, in UTC.
  static func timestamp(of date: ArchiveDate) -> String {
    if case .moment(_, let time) = date {
      return time.offsetMinutes == nil ? "\(date)Z" : "\(date)"
    }
    return date.earliest.map { "\($0)T00:00:00Z" } ?? "1970-01-01T00:00:00Z"
  }

  /// An article in short: its dek, else its first sentences, else its headline.
  func digest(of number: Int) throws(EnvironmentFault) -> String {
    let article = catalog.articles[number]
    if let summary = article.summary, !summary.isEmpty { return summary }
    let opening = try opening(of: number, longest: 500).joined(separator: " ")
    return opening.isEmpty ? article.title : opening
  }
}
