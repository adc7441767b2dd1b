import ArchiveModel
import Cataloguing
import Loading
import Searching

/// What the search index takes of a site: what lists show, and of the articles' texts no more than
/// a few at a time.
struct SearchContent: Sendable {
  private let site: Site
  /// The articles that are found, in chronological order.
  private let articles: [Int]
  /// The entities that are found: those with a page that lists show, but for those that their
  /// record or a rule keeps from search engines.
  private let entities: [Int]
  let plan: SearchIndex.Plan

  init(_ site: Site) {
    self.site = site
    let catalog = site.catalog
    articles = catalog.articles.indices.filter { !catalog.articles[$0].isUnlisted }
    entities = catalog.entities.indices.filter { site.isSearchable($0) }
    var plan = SearchIndex.Plan()
    plan.entityCount = entities.count
    let sections = FacetNames(
      site.sectionOrder.map { catalog.taxonomies[.sections][$0].name })
    var kinds = FacetNames([])
    for number in articles {
      let article = catalog.articles[number]
      let year = article.date.period.year ?? 0
      if plan.years.last?.year == year {
        plan.years[plan.years.count - 1].count += 1
      } else {
        plan.years.append((year, 1))
      }
      let section = article.section.flatMap { $0.split(separator: "/").first }.map(String.init)
      plan.facets.append(
        (
          section: section.flatMap { sections.number(of: $0) } ?? 0,
          kind: article.kind.map { kinds.add(site.language.name($0)) } ?? 0
        ))
    }
    plan.sections = sections.names
    plan.kinds = kinds.names
    self.plan = plan
  }

  /// The articles with these numbers among those that are found.
  func articles(_ range: Range<Int>) throws(EnvironmentFault) -> [SearchDocument] {
    var documents: [SearchDocument] = []
    for index in range { documents.append(try document(articles[index])) }
    return documents
  }

  /// The entities with these numbers among those that are found.
  func entities(_ range: Range<Int>) -> [SearchDocument] {
    range.map { index in
      let number = entities[index]
      let entity = site.catalog.entities[number]
      var document = SearchDocument(
        title: entity.name, heads: site.record(of: number)?.names ?? [],
        record: SearchRecord(
          title: entity.name, lead: site.record(of: number)?.summary ?? "",
          label: site.language.singular(entity.kind),
          path: Site.reference(site.path(of: .entity(number, page: 1)))))
      document.prominence =
        entity.articleCount < 10 ? 1 : entity.articleCount < 100 ? 2 : 3
      return document
    }
  }

  private func document(_ number: Int) throws(EnvironmentFault) -> SearchDocument {
    var document = head(number)
    let prose = try site.readings.prose(site.catalog.handles[number])
    document.body = prose.text
    document.names = prose.marks.map { $0.start..<$0.end }
    if site.catalog.articles[number].summary == nil {
      document.record.lead = prose.beginning(most: 150)
    }
    return document
  }

  /// An article without what is in its prose.
  private func head(_ number: Int) -> SearchDocument {
    let article = site.catalog.articles[number]
    let byline = Site.byline(of: article)
    return SearchDocument(
      title: article.title,
      heads: [article.subtitle ?? "", article.summary ?? "", byline].filter { !$0.isEmpty }
        + article.tags,
      record: SearchRecord(
        title: article.title, lead: article.summary ?? "",
        label: site.language.known(article.date.withoutTime),
        path: Site.reference(site.path(of: .article(number)))))
  }

  // MARK: Fingerprints

  /// The plan with the fingerprints of all documents, for which no prose is read.
  func planWithPrints(jobs: Int) async -> SearchIndex.Plan {
    var plan = plan
    plan.prints = await articles.concurrentChunks(jobs: jobs, chunk: 64) { numbers in
      numbers.map { number in
        var print = Fingerprint()
        head(number).add(to: &print)
        print.add(site.catalog.articles[number].summary == nil ? 0 : 1)
        site.readings.addProse(site.catalog.handles[number], to: &print)
        return print.value
      }
    }
    plan.entityPrints = await Array(entities.indices).concurrentChunks(jobs: jobs, chunk: 64) {
      numbers in
      entities(numbers.startIndex..<numbers.endIndex).map { document in
        var print = Fingerprint()
        document.add(to: &print)
        return print.value
      }
    }
    return plan
  }
}

extension Site {
  func searchView() -> SearchView {
    let links = links(from: .search)
    return SearchView(
      page: chrome(.search, title: language[.search]), script: links.root + theme.searchScript,
      stylesheet: links.root + theme.searchStylesheet, linksFiles: settings.links == .file,
      counts: PluralCategory.allCases.compactMap { category in
        language.forms(of: .articles)[category].map {
          "\(category.rawValue):" + Language.fill($0, ["count": "#"])
        }
      }.joined(separator: "|"),
      groupedFrom: language.groupsFromFiveDigits ? 10_000 : 1000,
      names: links.href(.names),
      dates: addresses.contains(.dates) ? links.href(.dates) : "")
  }

  /// Whether search finds an entity: lists show it, and nobody asked that it be passed over.
  fileprivate func isSearchable(_ number: Int) -> Bool {
    let entity = catalog.entities[number]
    return entity.hasPage && entity.isListed && record(of: number)?.isIndexed != false
      && !privacy.unindexed.contains(IdentityLock.address(of: entity.id, entity.kind))
  }
}

/// The names of sections or kinds, numbered from 1.
private struct FacetNames {
  private(set) var names: [String] = []
  private var numbers: [String: UInt8] = [:]

  init(_ names: [String]) { for name in names { _ = add(name) } }

  func number(of name: String) -> UInt8? { numbers[name] }

  /// The number of a name, a new one if there is room.
  mutating func add(_ name: String) -> UInt8 {
    if let number = numbers[name] { return number }
    guard names.count < 255 else { return 0 }
    names.append(name)
    numbers[name] = UInt8(names.count)
    return UInt8(names.count)
  }
}

extension Prose {
  /// The beginning of the text, cut at a word.
  func beginning(most bytes: Int) -> String {
    let end = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    guard end > bytes else { return String(decoding: printable(0..<end), as: UTF8.self) }
    let cut = text[..<bytes].lastIndex(of: UInt8(ascii: " ")) ?? bytes
    return String(decoding: printable(0..<cut), as: UTF8.self) + " …"
  }
}
