import ArchiveModel
import Cataloguing
import Loading

extension Site {
  /// Up to how many articles an archive has files for each of them, unless its settings say.
  static let articlesWithCitationFiles = 2000

  /// The files for reference managers: of each year, and of each article where the settings say so,
  /// or where they say nothing and the archive is small.
  static func citationFiles(_ catalog: Catalog, _ settings: Settings) -> [Address] {
    var addresses: [Address] = []
    for year in citedYears(catalog) {
      addresses += CitationForm.allCases.map { .citations(year, $0) }
    }
    guard hasCitationFiles(catalog, settings) else { return addresses }
    for number in catalog.articles.indices where catalog.articles[number].status != .draft {
      addresses += CitationForm.allCases.map { .citation(number, $0) }
    }
    return addresses
  }

  /// Whether each article has files of its own, as far as the budget goes.
  static func hasCitationFiles(_ catalog: Catalog, _ settings: Settings) -> Bool {
    switch settings.citations {
    case .articles: true
    case .years: false
    case nil: catalog.articles.count <= articlesWithCitationFiles
    }
  }

  /// The years that have articles to cite; 0 for the undated ones.
  private static func citedYears(_ catalog: Catalog) -> [Int] {
    func isCited(_ numbers: some Sequence<Int>) -> Bool {
      numbers.contains { catalog.articles[$0].status != .draft }
    }
    let years = catalog.chronology.years.filter { isCited($0.articles) }.compactMap(\.date.year)
    return (isCited(catalog.chronology.undated) ? [0] : []) + years
  }

  /// The file of one article, beside its page: `2017/03/26/talks/cite.ris`, `talks.ris` for a page
  /// `talks.html`.
  func path(ofCitation number: Int, _ form: CitationForm) -> String {
    let path = catalog.paths[number]
    if path.hasSuffix("/") { return "\(path)cite.\(form.rawValue)" }
    let stem = path.hasSuffix(".html") ? path.dropLast(".html".count) : path[...]
    return "\(stem).\(form.rawValue)"
  }

  /// A year's file; O(its articles).
  func citations(ofYear year: Int, _ form: CitationForm) -> [UInt8] {
    let period: CalendarPeriod = year == 0 ? .undated : .year(year)
    let cited = catalog.chronology.articles(of: period)
      .filter { catalog.articles[$0].status != .draft }
    return form.bytes(of: cited.lazy.map { self.citation(of: $0) })
  }

  /// The links below an article's text by which a reader takes it into a reference manager: its own
  /// files, else those of its year.
  func citationLinks(of number: Int, _ links: Links) -> [FileLink] {
    guard catalog.articles[number].status != .draft else { return [] }
    let year = catalog.articles[number].date.year ?? 0
    return CitationForm.allCases.map { form in
      let own = Address.citation(number, form)
      return FileLink(
        href: links.href(hasFile(own) ? own : .citations(year, form)),
        name: form.name, type: form.mediaType)
    }
  }

  /// The files of all years, for the about page.
  func citationYears(_ links: Links) -> [CitationYear] {
    Site.citedYears(catalog).map { year in
      CitationYear(
        label: year == 0 ? language[.undated] : String(year),
        files: CitationForm.allCases.map { form in
          FileLink(
            href: links.href(.citations(year, form)), name: form.name, type: form.mediaType)
        })
    }
  }

  /// Whether articles have files of their own.
  private func hasFile(_ address: Address) -> Bool {
    hasCitationFiles && !budget.drops(address)
  }
}
