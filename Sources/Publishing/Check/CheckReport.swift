import ArchiveModel
import Loading

/// What a check found: problems, articles that are alike, and what there is.
public struct CheckReport: Sendable {
  /// An article as the inventory has it.
  public struct Entry: Sendable {
    /// What becomes of it on the site.
    public enum Fate: Sendable, Hashable {
      /// It has a page, at an address below the site's root.
      case shown(at: String)
      /// It is a draft, or waits for its embargo to end.
      case unseen
      /// It has an error.
      case leftOut
    }

    /// Its front matter.
    public var article: Article
    /// What becomes of it.
    public var fate: Fate
    /// White-space words of its text; 0 where it was not read.
    public var wordCount: Int
    /// The constructs of other systems in its text, by kind.
    public var dialects: [DialectUse]
  }

  /// The archive's title.
  public let title: String
  /// All that its authors can mend, sorted.
  public let diagnostics: [Diagnostic]
  /// The articles, by date, then by path.
  public let entries: [Entry]
  /// Articles that are, or seem to be, there more than once.
  public let alike: [AlikeArticles]
  /// The constructs of other systems in these articles and in the archive's own pages.
  public let dialects: DialectInventory
  /// How many pages of its own the archive has.
  public let ownPages: Int
  /// Files beside articles and pages that nothing is made of, and that none of them names, sorted.
  public let passedOver: [String]
  /// How many addresses of an old site were looked for; nil where none was asked for.
  public let oldAddresses: Int?
  /// Those of them that lead nowhere now.
  public let lostAddresses: [String]

  /// Whether the check ends with exit code 1: for an error, or if that is asked for, a warning
  /// or a lost address.
  public func hasFailed(isStrict: Bool) -> Bool {
    count(.error) > 0 || isStrict && (count(.warning) > 0 || !lostAddresses.isEmpty)
  }

  /// How many diagnostics have a severity.
  public func count(_ severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}

extension CheckReport {
  /// Takes together what was found, less what is not asked for.
  ///
  /// - Parameters:
  ///   - articles: by date, then by path.
  ///   - diagnostics: sorted.
  init(
    _ archive: Archive, _ articles: [CheckedArticle], _ assembly: SiteAssembly,
    alike: [AlikeArticles], diagnostics: [Diagnostic], old: OldAddresses?, in scope: CheckScope
  ) {
    func isTold(_ path: String) -> Bool { scope.contains(archive.shownPath(of: path)) }
    let addresses = assembly.site.addressesByPath
    let faulty = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.place.path))
    title = archive.settings.title
    oldAddresses = old?.addresses.count
    lostAddresses = old?.lost(from: assembly) ?? []
    self.diagnostics = diagnostics.filter { problem in
      scope.contains(problem.place.path) || problem.other.map { scope.contains($0.path) } ?? false
    }
    entries = articles.lazy.filter { isTold($0.article.path) }.map { checked in
      let path = checked.article.path
      let fate: Entry.Fate =
        if let address = addresses[path] {
          .shown(at: address)
        } else if faulty.contains(archive.shownPath(of: path)) {
          .leftOut
        } else {
          .unseen
        }
      return Entry(
        article: checked.article, fate: fate, wordCount: checked.reading.wordCount,
        dialects: checked.reading.dialects)
    }
    var dialects = DialectInventory()
    for entry in entries { dialects.add(entry.dialects) }
    for uses in assembly.ownDialects {
      dialects.add(uses.filter { scope.contains($0.first.path) })
    }
    self.dialects = dialects
    ownPages = archive.pageFiles.count(where: isTold)
    let named = Set(assembly.site.media.lazy.map(\.shownPath))
    passedOver = (archive.bundleFiles + archive.listFiles).filter { path in
      isTold(path) && !named.contains(archive.shownPath(of: path))
    }.sorted()

    // Of articles that are alike in several ways the strongest one is told.
    var told: Set<String> = []
    let groups =
      (alike + AlikeArticles.sharingHeadlines(articles)
      + AlikeArticles.sharingAddresses(articles, addresses)).filter { group in
        let paths = group.members.map(\.path)
        defer { told.formUnion(paths) }
        return !told.isSuperset(of: paths)
      }
    self.alike = groups.filter { $0.members.contains { isTold($0.path) } }
  }
}

extension Site {
  /// The addresses of the articles by their files' paths.
  fileprivate var addressesByPath: [String: String] {
    var addresses: [String: String] = [:]
    for (number, article) in catalog.articles.enumerated() {
      addresses[article.path] = catalog.paths[number]
    }
    for withdrawn in catalog.withdrawn { addresses[withdrawn.article.path] = withdrawn.path }
    return addresses
  }
}
