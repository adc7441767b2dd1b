import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  /// How many names of a kind an article shows at first glance (FIELD §7.4).
  private static let namesShown = 12

  func articleView(_ number: Int) throws(EnvironmentFault) -> ArticleView {
    let article = catalog.articles[number]
    let address = Address.article(number)
    let links = links(from: address)
    let prose = try readings.prose(catalog.handles[number])
    let body = try readings.body(catalog.handles[number])
    let lead = readings.leads[catalog.handles[number]]
    var page = chrome(
      address, links, title: article.title,
      summary: article.summary ?? opening(of: prose, longest: 240).joined(separator: " "),
      image: lead, isHidden: article.isHidden)
    page.linkedData = linkedData(
      ofArticle: number, image: page.image,
      wordCount: readings.wordCounts[catalog.handles[number]])
    let citation = citation(of: number)
    page.properties += articleProperties(of: article, citation)
    if article.status != .draft { page.statements = statements(of: citation) }
    if let canonical = article.canonical { page.canonical = canonical }
    let around = around(number)
    return ArticleView(
      page: page,
      language: article.language == settings.language ? "" : article.language ?? "",
      title: article.title, subtitle: article.subtitle ?? "", summary: article.summary ?? "",
      byline: article.byline ?? "", authors: authorLinks(article, links),
      dateline: article.inferred.contains(.dateline) ? "" : article.dateline ?? "",
      version: article.version.map(language.name) ?? "", date: language.known(article.date),
      isoDate: often.items[number].isoDate,
      dateHref: links.href(.period(article.date.period, page: 1)),
      updated: language.date(article.updated), isoUpdated: Language.machineDate(article.updated),
      sections: sectionLinks(article, links),
      tags: termLinks(article.tags, .tags, links), series: seriesView(number, links),
      lead: lead.flatMap { LeadView($0, root: links.root) },
      body: linked(body, prose.marks, article: number, links),
      corrections: article.corrections.map { correctionView($0) },
      sources: article.sources.map { LineView(text: $0) },
      provenance: provenance(article, links), originalURL: article.originalURL ?? "",
      retrieved: language.date(article.retrieved), rights: article.rights ?? "",
      credits: article.credits ?? "", wireNotes: article.wireNotes.map { LineView(text: $0) },
      inferred: language.inferred(article.inferred.subtracting([.title, .date])),
      isRedacted: article.status == .redacted && article.redactions.isEmpty,
      redacted: language.date(article.revised.withoutTime),
      removals: article.redactions.compactMap { dateView($0) },
      expires: dateView(article.expires),
      isDraft: article.status == .draft,
      isTitleInferred: article.inferred.contains(.title),
      isDateInferred: article.inferred.contains(.date),
      names: nameGroups(number, prose, links), facts: factsView(number, links),
      citations: citationLinks(of: number, links),
      earlier: around.earlier.map { links.item($0) }, later: around.later.map { links.item($0) })
  }

  /// Two articles of the same matter before and two after one; else the next in time.
  private func around(_ number: Int) -> (earlier: [Int], later: [Int]) {
    var around = catalog.matter(of: number, limit: 2)
    if around.earlier.isEmpty, number > 0 { around.earlier = [number - 1] }
    if around.later.isEmpty, number + 1 < catalog.articles.count { around.later = [number + 1] }
    return around
  }

  func withdrawnView(_ number: Int) -> WithdrawnView {
    let article = catalog.withdrawn[number].article
    return WithdrawnView(
      page: chrome(.withdrawn(number), title: article.title, isHidden: true),
      title: article.title, date: language.known(article.date),
      isoDate: Language.machineDate(article.date),
      withdrawn: dateView(article.revised),
      reasons: article.corrections.map { correctionView($0) })
  }

  // MARK: Parts

  private func authorLinks(_ article: Article, _ links: Links) -> [Link] {
    guard article.byline == nil else { return [] }
    return termLinks(article.authors, .authors, links)
  }

  private func termLinks(_ names: [String], _ taxonomy: Taxonomy, _ links: Links) -> [Link] {
    names.compactMap { name in
      catalog.taxonomies.index(of: name, in: taxonomy).map { links.term(taxonomy, $0) }
    }
  }

  private func sectionLinks(_ article: Article, _ links: Links) -> [Link] {
    termLinks(article.section.map(Taxonomy.withParents) ?? [], .sections, links)
  }

  private func provenance(_ article: Article, _ links: Links) -> [Link] {
    let source = article.source.map { [$0] } ?? []
    return termLinks(source, .sources, links) + article.via.map { Link(href: "", name: $0) }
  }

  private func seriesView(_ number: Int, _ links: Links) -> SeriesView? {
    guard let series = catalog.articles[number].series,
      let term = catalog.taxonomies.index(of: series.name, in: .series)
    else { return nil }
    let articles = catalog.taxonomies[.series][term].articles
    guard let position = articles.firstIndex(of: Int32(number)) else { return nil }
    return SeriesView(
      name: catalog.taxonomies[.series][term].name,
      href: links.href(.term(.series, term, page: 1)), part: series.part ?? 0,
      count: articles.count,
      previous: position > 0 ? links.item(Int(articles[position - 1])) : nil,
      next: position + 1 < articles.count ? links.item(Int(articles[position + 1])) : nil)
  }

  /// Nil if undated.
  func dateView(_ date: ArchiveDate) -> DateView? {
    guard date != .undated else { return nil }
    return DateView(date: language.date(date), isoDate: Language.machineDate(date))
  }

  private func correctionView(_ correction: Article.Correction) -> CorrectionView {
    CorrectionView(
      label: language.correction(correction.kind), date: language.date(correction.date),
      isoDate: Language.machineDate(correction.date), text: correction.text)
  }

  /// The names of the story by kind, the most frequent first; O(mentions).
  private func nameGroups(_ number: Int, _ prose: Prose, _ links: Links) -> [NameGroup] {
    struct Name {
      var entity: Int
      var firstMark = -1
      var count = 0
    }
    // The name that each of the article's own entities stands for: two may be one.
    var names: [Name] = []
    let locals = catalog.locals(of: number).map { entity -> Int in
      guard entity >= 0 else { return -1 }
      if let known = names.firstIndex(where: { $0.entity == Int(entity) }) { return known }
      names.append(Name(entity: Int(entity)))
      return names.count - 1
    }
    for (index, mark) in prose.marks.enumerated() where locals[Int(mark.entity)] >= 0 {
      let name = locals[Int(mark.entity)]
      if names[name].firstMark < 0 { names[name].firstMark = index }
      names[name].count += 1
    }
    names.removeAll { !catalog.entities[$0.entity].isListed }
    names.sort { ($1.count, $0.entity) < ($0.count, $1.entity) }
    return EntityKind.allCases.compactMap { kind in
      let items = names.filter { catalog.entities[$0.entity].kind == kind }.map { name in
        NameItem(
          href: links.href(entity: name.entity), name: catalog.entities[name.entity].name,
          anchor: name.firstMark < 0 ? "" : "m\(name.firstMark + 1)",
          count: often.mentions(Swift.max(name.count, 1), in: language))
      }
      guard !items.isEmpty else { return nil }
      guard items.count > Site.namesShown else {
        return NameGroup(label: language.plural(kind), names: items, more: [], moreCount: "")
      }
      return NameGroup(
        label: language.plural(kind), names: Array(items.prefix(Site.namesShown)),
        more: Array(items.dropFirst(Site.namesShown)),
        moreCount: language.grouped(items.count - Site.namesShown))
    }
  }
}
