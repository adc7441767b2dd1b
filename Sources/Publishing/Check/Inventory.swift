import ArchiveModel

/// What there is, counted.
public struct Inventory: Sendable {
  /// How often something occurs.
  public struct Count: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// How often.
    public var count: Int
  }

  /// A kind of problem.
  public struct Problem: Sendable, Hashable {
    /// Its kind.
    public var code: Diagnostic.Code
    /// How many there are.
    public var count: Int
    /// In how many files.
    public var files: Int
  }

  /// How many articles there are.
  public let articles: Int
  /// How many words they have.
  public let words: Int
  /// How many of them an error leaves out of the site.
  public let leftOut: Int
  /// How many have no year: no date, or a decade.
  public let undated: Int
  /// Articles by status, in the order in which statuses are listed.
  public let statuses: [Count]
  /// Articles by year, oldest first; those without a year are not among them.
  public let years: [Count]
  /// Articles by key of front matter that nobody stated, in the order of the keys.
  public let inferred: [Count]
  /// Articles by key that nothing is made of, most frequent first.
  public let unknownKeys: [Count]
  /// What articles and pages hold of other systems, most frequent first.
  public let constructs: [DialectInventory.Entry]
  /// Files that nothing is made of, by the end of their names, most frequent first.
  public let passedOver: [Count]
  /// Problems by kind, errors first, then most frequent first.
  public let problems: [Problem]

  /// Counts; O(articles + diagnostics).
  public init(of report: CheckReport) {
    let entries = report.entries
    articles = entries.count
    words = entries.reduce(0) { $0 + $1.wordCount }
    leftOut = entries.count { $0.fate == .leftOut }
    undated = entries.count { $0.article.date.year == nil }

    var statuses: [Article.Status: Int] = [:]
    var years: [Int: Int] = [:]
    var inferred: [String: Int] = [:]
    var keys: [String: Int] = [:]
    for entry in entries {
      if entry.fate != .leftOut { statuses[entry.article.status, default: 0] += 1 }
      if let year = entry.article.date.year { years[year, default: 0] += 1 }
      for name in entry.article.inferred.names { inferred[name, default: 0] += 1 }
      for key in Set(entry.article.extra.map(\.key)) { keys[key, default: 0] += 1 }
    }
    self.statuses = Article.Status.allCases.compactMap { status in
      statuses[status].map { Count(name: status.rawValue, count: $0) }
    }
    self.years = years.sorted { $0.key < $1.key }.map { Count(name: String($0), count: $1) }
    self.inferred = Article.Inferences.named.compactMap { name, _ in
      inferred[name].map { Count(name: name, count: $0) }
    }
    unknownKeys = Inventory.ranked(keys)
    constructs = report.dialects.ranked
    var ends: [String: Int] = [:]
    for path in report.passedOver { ends[Inventory.end(of: path), default: 0] += 1 }
    passedOver = Inventory.ranked(ends)
    problems = Inventory.problems(report.diagnostics)
  }

  /// The extension of a file's name; of a Markdown file, and of one without, the name.
  private static func end(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), !name.hasSuffix(".md") else { return String(name) }
    return String(name[dot...])
  }

  /// Most frequent first, then by name.
  private static func ranked(_ counts: [String: Int]) -> [Count] {
    counts.map { Count(name: $0, count: $1) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private static func problems(_ diagnostics: [Diagnostic]) -> [Problem] {
    var files: [Diagnostic.Code: Set<String>] = [:]
    var counts: [Diagnostic.Code: Int] = [:]
    for diagnostic in diagnostics {
      counts[diagnostic.code, default: 0] += 1
      files[diagnostic.code, default: []].insert(diagnostic.place.path)
    }
    return counts.map { code, count in
      Problem(code: code, count: count, files: files[code]?.count ?? 0)
    }.sorted { a, b in
      a.code.severity == b.code.severity
        ? (b.count, a.code.rawValue) < (a.count, b.code.rawValue)
        : a.code.severity < b.code.severity
    }
  }
}
