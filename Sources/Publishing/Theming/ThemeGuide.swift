import ArchiveModel
import Loading
import Templates

/// What a theme's templates are given, with examples of an archive.
public struct ThemeGuide: Sendable {
  /// A template and its view.
  public struct Entry: Sendable {
    /// The template: `article`.
    public var name: String
    /// What pages it makes.
    public var summary: String
    /// The names that it may use.
    public var outline: ViewOutline
  }

  /// A template each; first what all have in common, which they find under `page`.
  public let entries: [Entry]
  /// What pages say, by the names of labels, in the archive's language.
  public let labels: [(name: String, text: String)]

  /// Reads an archive for its examples; without one only names and kinds are told.
  public static func read(
    _ archive: Archive?, options: Build.Options, progress: Progress = Progress()
  ) async throws(EnvironmentFault) -> ThemeGuide {
    guard let archive else { return ThemeGuide(entries: try entries(of: nil), .english) }
    let site = try await Desk.read(archive, options: options, progress: progress).site
    let language = Language(named: archive.settings.language) ?? .english
    return ThemeGuide(entries: try entries(of: site), language)
  }

  private init(entries: [Entry], _ language: Language) {
    self.entries = entries
    labels =
      Phrase.allCases.map { ($0.rawValue, language[$0]) }
      + Counted.allCases.flatMap { counted in
        PluralCategory.allCases.compactMap { category in
          language.forms(of: counted)[category].map {
            ("\(counted.rawValue).\(category.rawValue)", $0)
          }
        }
      }
  }

  private static func entries(of site: Site?) throws(EnvironmentFault) -> [Entry] {
    let lastArticle = site?.catalog.articles.indices.last
    let entity = site.flatMap { site in
      site.mostFrequent(1).first?.entity
    }
    let article: ArticleView? =
      if let site, let lastArticle { try site.articleView(lastArticle) } else { nil }
    let entityPage: EntityView? =
      if let site, let entity { try site.entityView(entity, 1) } else { nil }
    let letter: NamesView? =
      if let site, !site.letters.isEmpty { try site.letterView(0, 1) } else { site?.namesView() }
    let year = site?.catalog.chronology.years.last?.date
    let front: FrontView? = if let site { try site.frontView() } else { nil }
    return [
      entry("page", "what all templates find under page", front?.page),
      entry("front", "the front page", front),
      entry("article", "an article", article),
      entry(
        "withdrawn", "an article that was withdrawn",
        site.flatMap { $0.catalog.withdrawn.isEmpty ? nil : $0.withdrawnView(0) }),
      entry("entity", "a person, organisation, place, event or work", entityPage),
      entry(
        "list", "the articles of a year, month, day, section, topic, author, series or source",
        site.flatMap { site in year.map { site.periodView($0, 1) } }),
      entry(
        "index", "all sections, topics, authors, series or sources, a kind of name, the dates",
        site?.datesView()),
      entry("names", "the A to Z of names", letter),
      entry("search", "the search page", site?.searchView()),
      entry(
        "text", "the about page, the archive’s own pages, a wrong address", site?.aboutView()),
      entry(
        "redirect", "an old address that leads to a new one",
        site.flatMap { $0.redirects.isEmpty ? nil : $0.redirectView(0) }),
      entry(
        "namesakes", "an old address of which several entities were made",
        site.flatMap { $0.disambiguations.isEmpty ? nil : $0.disambiguationView(0) }),
    ]
  }

  private static func entry<V: View>(_ name: String, _ summary: String, _ example: V?) -> Entry {
    let outline =
      if let example {
        ViewOutline(example, known: ["page"])
      } else {
        ViewOutline(of: V.self, known: ["page"])
      }
    return Entry(name: name, summary: summary, outline: outline)
  }
}
