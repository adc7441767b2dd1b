import ArchiveModel

/// Finds out for whom a short name stands that its own article does not explain: the archive's one
/// bearer, if all of this is so (DESIGN §6).
///
/// - One person of the archive alone ends with the name.
/// - At least three articles name that person in full: `minimumArticles`.
/// - The article is of the period of those articles, a year more on either side: `margin`.
/// - It shares an entity with them that is rare, in a tenth of the articles at most; or two others.
///
/// Whatever is less sure stays without a link, and an editor can say who is meant.
struct ShortNames {
  /// A bearer, in the collector's numbers.
  struct Bearer {
    var entity: Int32
    var key: NameKey
  }

  /// Articles that name the bearer in full.
  static let minimumArticles = 3
  /// Days before the first and after the last of them.
  static let margin = 366

  private let articles: [Article]
  private let entitiesOfArticle: (Int) -> ArraySlice<Int32>
  private let bearers: [NameKey: [Int32]]
  private let articlesOf: [Int32: [Int32]]
  /// By the numbers of the entities.
  private let articleCounts: [Int32]
  private var companions: [Int32: Set<Int32>] = [:]

  /// Prepares for the short names of an archive; O(people + appearances).
  ///
  /// - Parameters:
  ///   - names: the short names that are to be resolved.
  ///   - people: everyone in the archive who has a full name.
  ///   - appearances: an entity and an article each, once, in any order.
  init(
    _ names: Set<NameKey>, people: some Sequence<Bearer>,
    appearances: [Catalog.Appearance], articles: [Article],
    entitiesOfArticle: @escaping (Int) -> ArraySlice<Int32>
  ) {
    var bearers: [NameKey: [Int32]] = [:]
    for person in people {
      for suffix in person.key.properSuffixes where names.contains(suffix) {
        if bearers[suffix]?.contains(person.entity) != true {
          bearers[suffix, default: []].append(person.entity)
        }
      }
    }
    let entityCount = Int((appearances.lazy.map(\.entity).max() ?? -1) + 1)
    var isAlone = [Bool](repeating: false, count: entityCount)
    for bearers in bearers.values where bearers.count == 1 && bearers[0] < entityCount {
      isAlone[Int(bearers[0])] = true
    }
    var articlesOf: [Int32: [Int32]] = [:]
    var articleCounts = [Int32](repeating: 0, count: entityCount)
    for appearance in appearances {
      articleCounts[Int(appearance.entity)] += 1
      if isAlone[Int(appearance.entity)] {
        articlesOf[appearance.entity, default: []].append(appearance.article)
      }
    }
    self.bearers = bearers
    self.articlesOf = articlesOf
    self.articleCounts = articleCounts
    self.articles = articles
    self.entitiesOfArticle = entitiesOfArticle
  }

  /// The one for whom a short name stands in an article; nil where that is not sure.
  mutating func bearer(of name: NameKey, in article: Int) -> Int32? {
    guard let bearers = bearers[name], bearers.count == 1, let known = articlesOf[bearers[0]],
      known.count >= ShortNames.minimumArticles, isOfPeriod(article, known),
      sharesCompany(article, bearers[0], known)
    else { return nil }
    return bearers[0]
  }

  private func isOfPeriod(_ article: Int, _ known: [Int32]) -> Bool {
    let days = known.compactMap { articles[Int($0)].date.earliest?.ordinal }
    guard let day = articles[article].date.earliest?.ordinal, let first = days.min(),
      let last = days.max()
    else { return false }
    return (first - ShortNames.margin...last + ShortNames.margin).contains(day)
  }

  private mutating func sharesCompany(_ article: Int, _ bearer: Int32, _ known: [Int32]) -> Bool {
    if companions[bearer] == nil {
      companions[bearer] = Set(known.flatMap { entitiesOfArticle(Int($0)) })
    }
    let company = companions[bearer] ?? []
    let shared = Set(entitiesOfArticle(article)).filter {
      $0 >= 0 && $0 != bearer && company.contains($0)
    }
    return shared.count >= 2
      || shared.contains { Int(articleCounts[Int($0)]) * 10 <= articles.count }
  }
}

extension NameKey {
  /// What is left when its first words are taken away, one after the other: of "abdul sattar al
  /// habbo" the last is "habbo".
  var properSuffixes: [NameKey] {
    let bytes = text.utf8
    return bytes.indices.compactMap { index in
      guard bytes[index] == UInt8(ascii: " ") else { return nil }
      return NameKey(folded: String(text[bytes.index(after: index)...]))
    }
  }
}
