import ArchiveModel
import Cataloguing
import Loading

/// What each page of a site is made of, as a number: a page that has the number of the last build has
/// its bytes too, and need not be made again.
///
/// A number stands for more than its page shows, never for less: whoever lets a page show something
/// else adds it here. `EditSequenceTests` holds builds after random edits against clean ones. Nothing
/// depends on the numbers of articles or entities, which another article shifts.
struct PagePrints: Sendable {
  let site: Site
  /// What any page may show: rules, theme, what stands around every page.
  private let ground: UInt64
  /// How each article stands in lists.
  private let items: [UInt64]
  /// Each article whole: what its file and the pictures that it names hold.
  private let texts: [UInt64]
  /// Who the names of each article are.
  private let names: [UInt64]
  /// How those stand in it.
  private let standings: [UInt64]
  /// What a link to each entity says, and whether there is one.
  private let entities: [UInt64]
  /// Which articles name each entity, where that tells that they are of one matter.
  private let matters: [UInt64]
  /// All letters of the A to Z.
  private let letters: UInt64
  /// A file that changed since is not known by its stamp.
  private let settled: Int

  /// O(articles + entities + appearances).
  ///
  /// - Parameters:
  ///   - key: of rules and program.
  ///   - settled: when a file must have been left in peace for its stamp to vouch for it.
  init(_ site: Site, key: UInt64, settled: Int) {
    let catalog = site.catalog
    self.site = site
    self.settled = settled
    ((items, texts), (entities, names, standings)) = concurrently(
      { (PagePrints.items(site), PagePrints.texts(site)) },
      {
        let entities = PagePrints.entities(site)
        return (
          entities, PagePrints.names(catalog, entities), PagePrints.standings(catalog, entities)
        )
      })
    matters = PagePrints.matters(catalog, items)
    letters = PagePrints.combined(0) { print in
      for letter in site.letters { print.add(letter.path) }
    }
    ground = PagePrints.ground(site, key)
  }

  /// The number of a page; nil for those few that are made anew each time, since they show of
  /// everything something.
  func print(of address: Address) -> UInt64? {
    var print = Fingerprint()
    print.add(ground)
    let isKnown =
      switch address {
      case .article(let number): add(article: number, to: &print)
      case .entity(let number, let page): add(entity: number, page, to: &print)
      case .period(let period, let page): add(period: period, page, to: &print)
      case .term(let taxonomy, let number, let page): add(term: taxonomy, number, page, to: &print)
      case .letter(let number, let page): add(letter: number, page, to: &print)
      case .articleData(let year): add(year: year, to: &print)
      case .citations(let year, let form): add(year: year, form.rawValue, to: &print)
      case .citation(let number, let form): add(citation: number, form, to: &print)
      case .feed(let feed): add(feed: feed, to: &print)
      case .redirect(let number): add(redirect: number, to: &print)
      case .asset(let number): add("asset", site.theme.assets[number].path, to: &print)
      case .media(let number): add(media: site.media[number], to: &print)
      default: false
      }
    return isKnown ? print.value : nil
  }

  // MARK: Pages

  private func add(article number: Int, to print: inout Fingerprint) -> Bool {
    let catalog = site.catalog
    let article = catalog.articles[number]
    print.add("article")
    print.add(texts[number])
    print.add(items[number])
    print.add(names[number])
    print.add(standings[number])
    // What is of the same matter, or else next to it in time.
    print.add(catalog.mostOfMatter)
    for entity in catalog.locals(of: number) where entity >= 0 { print.add(matters[Int(entity)]) }
    if number > 0 { print.add(items[number - 1]) }
    if number + 1 < items.count { print.add(items[number + 1]) }
    for taxonomy in Taxonomy.allCases {
      for name in taxonomy.names(of: article) {
        guard let term = catalog.taxonomies.index(of: name, in: taxonomy) else { continue }
        add(term: taxonomy, term, to: &print)
        switch taxonomy {
        case .tags: print.add(matter(of: catalog.taxonomies[.tags][term].articles))
        case .series:
          for other in catalog.taxonomies[.series][term].articles {
            print.add(items[Int(other)])
          }
        case .sections, .authors, .sources: break
        }
      }
    }
    for link in site.readings.links[catalog.handles[number]] {
      add(target: link.target, of: number, to: &print)
    }
    for target in article.follows + article.related + (article.translationOf.map { [$0] } ?? []) {
      add(target: target, of: number, to: &print)
    }
    return true
  }

  private func add(entity number: Int, _ page: Int, to print: inout Fingerprint) -> Bool {
    let catalog = site.catalog
    // An editor's note may name anything.
    if let record = site.record(of: number), site.notes[record.id] != nil { return false }
    let appearances = catalog.appearances[catalog.entities[number].appearances]
    print.add("entity")
    print.add(page)
    add(counted: number, to: &print)
    if page == 1 {
      for appearance in appearances { add(appearance, to: &print) }
      for other in site.distinctions[number] + catalog.namesakes(of: number) {
        add(counted: other, to: &print)
      }
      return true
    }
    for position in site.window(appearances.count, page, size: site.entriesPerPage) {
      add(appearances[appearances.startIndex + position], to: &print)
    }
    let isDated = { (appearance: Catalog.Appearance) in
      catalog.articles[Int(appearance.article)].date != .undated
    }
    for end in [appearances.first(where: isDated), appearances.last(where: isDated)] {
      if let end { print.add(items[Int(end.article)]) }
    }
    return true
  }

  private func add(
    period: CalendarPeriod, _ page: Int, to print: inout Fingerprint
  ) -> Bool {
    let chronology = site.catalog.chronology
    let articles = chronology.articles(of: period)
    print.add("period")
    print.add(ArticleAddresses.folder(of: period))
    print.add(page)
    print.add(articles.count)
    for position in site.window(articles.count, page) {
      print.add(items[articles[position]])
    }
    guard page == 1 else { return true }
    for part in chronology.parts(of: period) {
      print.add(ArticleAddresses.folder(of: part.date))
      print.add(part.articles.count)
    }
    // Whether there are articles of which more is known than their year.
    if period == .undated, let last = chronology.undated.last { print.add(items[last]) }
    return true
  }

  private func add(
    term taxonomy: Taxonomy, _ number: Int, _ page: Int, to print: inout Fingerprint
  ) -> Bool {
    let terms = site.catalog.taxonomies[taxonomy]
    print.add("term")
    print.add(page)
    add(term: taxonomy, number, to: &print)
    let articles = terms[number].articles
    for position in site.window(articles.count, page) {
      print.add(
        items[Int(articles[taxonomy == .series ? articles.count - 1 - position : position])])
    }
    guard taxonomy == .sections else { return true }
    // The sections around it, and those below it.
    for other in terms.indices
    where terms[other].name.hasPrefix(terms[number].name + "/")
      || terms[number].name.hasPrefix(terms[other].name + "/")
    {
      add(term: .sections, other, to: &print)
    }
    return true
  }

  private func add(letter number: Int, _ page: Int, to print: inout Fingerprint) -> Bool {
    let catalog = site.catalog
    let letter = site.letters[number]
    print.add("letter")
    print.add(letters)
    print.add(letter.path)
    print.add(page)
    print.add(letter.entities.count)
    let start = (page - 1) * Site.namesPerPage
    for entity in letter.entities[start...].prefix(Site.namesPerPage) {
      add(counted: Int(entity), to: &print)
      let standing = catalog.entities[Int(entity)]
      if standing.hasPage { continue }
      for appearance in catalog.appearances[standing.appearances] { add(appearance, to: &print) }
    }
    return true
  }

  // MARK: Files

  private func add(year: Int, _ form: String = "data", to print: inout Fingerprint) -> Bool {
    print.add(form)
    print.add(year)
    let period: CalendarPeriod = year == 0 ? .undated : .year(year)
    for number in site.catalog.chronology.articles(of: period) { print.add(texts[number]) }
    for withdrawn in site.catalog.withdrawn where (withdrawn.article.date.year ?? 0) == year {
      print.add(withdrawn.path)
    }
    return true
  }

  private func add(
    citation number: Int, _ form: CitationForm, to print: inout Fingerprint
  ) -> Bool {
    print.add(form.rawValue)
    print.add(texts[number])
    return true
  }

  private func add(feed: Feed, to print: inout Fingerprint) -> Bool {
    let chain = site.feedChain
    print.add("feed")
    print.add(site.path(of: feed))
    print.add(site.title(of: feed))
    switch feed.scope {
    case .archive:
      // Those that readers subscribe to are two, and tell of withdrawn articles too.
      guard let part = feed.part else { return false }
      for number in chain.parts[part].articles { print.add(texts[number]) }
      for other in [part - 1, part + 1] where chain.past.contains(other) {
        print.add(other - part)
        print.add(chain.name(of: other))
      }
    case .section(let number):
      let term = site.catalog.taxonomies[.sections][number]
      print.add(term.path)
      for article in term.articles { print.add(texts[Int(article)]) }
    case .entity(let number):
      print.add(entities[number])
      for appearance in site.catalog.appearances[site.catalog.entities[number].appearances] {
        print.add(texts[Int(appearance.article)])
      }
    }
    return true
  }

  private func add(redirect number: Int, to print: inout Fingerprint) -> Bool {
    let redirect = site.redirects[number]
    add(redirect.address, site.path(of: redirect.target), to: &print)
    print.add(site.title(of: redirect.target))
    return true
  }

  /// A file of the archive's is known by its stamp, if that vouches for its bytes.
  private func add(media file: MediaIndex.File, to print: inout Fingerprint) -> Bool {
    guard let stamp = FileStamp(of: file.source)?.settled(since: settled), stamp != .none else {
      return false
    }
    print.add(stamp)
    return add(file.source, file.path, to: &print)
  }

  // MARK: Parts

  @discardableResult
  private func add(_ one: String, _ other: String, to print: inout Fingerprint) -> Bool {
    print.add(one)
    print.add(other)
    return true
  }

  /// All that an entity's page takes of an article that names it: sentences, who else is named.
  private func add(_ appearance: Catalog.Appearance, to print: inout Fingerprint) {
    let article = Int(appearance.article)
    appearance.add(to: &print)
    print.add(items[article])
    print.add(texts[article])
    print.add(names[article])
  }

  private func add(counted number: Int, to print: inout Fingerprint) {
    print.add(entities[number])
    print.add(site.catalog.entities[number].articleCount)
    print.add(site.catalog.entities[number].mentionCount)
  }

  private func add(term taxonomy: Taxonomy, _ number: Int, to print: inout Fingerprint) {
    let term = site.catalog.taxonomies[taxonomy][number]
    print.add(taxonomy.rawValue)
    print.add(term.name)
    print.add(term.path)
    print.add(term.articles.count)
  }

  /// Where an article's link leads, and what it is called there.
  private func add(target: String, of number: Int, to print: inout Fingerprint) {
    let catalog = site.catalog
    print.add(target)
    switch site.linkIndex.find(
      target, from: catalog.articles[number].path, at: catalog.paths[number])
    {
    case .page(let address, let suffix):
      print.add(site.path(of: address))
      print.add(suffix)
      if case .article(let other) = address { print.add(items[other]) }
    case .hidden: print.add(1)
    case .unknown: print.add(2)
    }
  }

  private func matter(of articles: [Int32]) -> UInt64 {
    site.catalog.matter(of: articles.count, articles.lazy.map { Int($0) }, items)
  }
}
