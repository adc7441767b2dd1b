import ArchiveModel

/// A way to group articles that their authors chose.
public enum Taxonomy: Int, Sendable, Hashable, CaseIterable {
  case sections, tags, authors, series, sources

  /// The first segment of its addresses, which is also its name.
  public var folder: String {
    switch self {
    case .sections: "sections"
    case .tags: "tags"
    case .authors: "authors"
    case .series: "series"
    case .sources: "sources"
    }
  }

  /// What an article says of it; sections also count for the sections above them.
  package func names(of article: Article) -> [String] {
    switch self {
    case .sections: article.section.map(Taxonomy.withParents) ?? []
    case .tags: article.tags
    case .authors: article.authors
    case .series: article.series.map { [$0.name] } ?? []
    case .sources: article.source.map { [$0] } ?? []
    }
  }

  /// "World/Iraq" is also in "World": `["World", "World/Iraq"]`.
  public static func withParents(_ section: String) -> [String] {
    var names: [String] = []
    var path = ""
    for part in section.utf8.split(separator: UInt8(ascii: "/")) {
      if !path.isEmpty { path += "/" }
      path += Substring(part)
      names.append(path)
    }
    return names
  }
}

/// One section, tag, author, series or source with its articles.
public struct Term: Sendable {
  /// The name as first written.
  public var name: String
  /// Its address below the taxonomy's folder: "world/iraq".
  public var path: String
  /// The numbers of its articles, in chronological order; those of a series by part.
  public var articles: [Int32]
}

/// All terms of an archive.
public struct Taxonomies: Sendable {
  private let terms: [[Term]]
  private let indices: [[String: Int]]

  /// Collects the terms of articles; O(terms of all articles).
  ///
  /// Names that differ only in case are one term. Names that differ but make the same slug get
  /// numbers, in the order of their names; what was public keeps its address, by the lock.
  init(_ articles: [Article], lock: inout IdentityLock) {
    var terms: [[Term]] = []
    var indices: [[String: Int]] = []
    for taxonomy in Taxonomy.allCases {
      let groups = Taxonomies.groups(of: articles, by: taxonomy)
      var sorted: [Term] = []
      var index: [String: Int] = [:]
      var paths = Set(lock.terms.filter { $0.key.folder == taxonomy.folder }.values)
      for (key, group) in groups.sorted(by: { $0.key < $1.key }) {
        var term = group
        let locked = IdentityLock.TermKey(folder: taxonomy.folder, name: key)
        term.path =
          lock.terms[locked] ?? Taxonomies.path(of: term.name, taxonomy, avoiding: paths)
        lock.remember(path: term.path, for: locked)
        paths.insert(term.path)
        if taxonomy == .series { Taxonomies.sortByPart(&term.articles, articles) }
        index[key] = sorted.count
        sorted.append(term)
      }
      terms.append(sorted)
      indices.append(index)
    }
    self.terms = terms
    self.indices = indices
  }

  /// The terms of a taxonomy, by their names in lower case, as yet without their addresses.
  private static func groups(
    of articles: [Article], by taxonomy: Taxonomy
  ) -> [(key: String, value: Term)] {
    var groups: [(key: String, value: Term)] = []
    var numbers: [String: Int] = [:]
    // By names as they are written, so that each is folded once.
    var numbersAsWritten: [String: Int] = [:]
    for (article, content) in articles.enumerated() {
      for name in taxonomy.names(of: content) {
        let number: Int
        if let known = numbersAsWritten[name] {
          number = known
        } else {
          let key = name.lowercased()
          number = numbers[key] ?? groups.count
          numbersAsWritten[name] = number
          numbers[key] = number
          if number == groups.count {
            groups.append((key, Term(name: name, path: "", articles: [])))
          }
        }
        if groups[number].value.articles.last != Int32(article) {
          groups[number].value.articles.append(Int32(article))
        }
      }
    }
    return groups
  }

  /// The terms of a taxonomy, by name.
  public subscript(taxonomy: Taxonomy) -> [Term] { terms[taxonomy.rawValue] }

  /// The number of the term with this name, in any casing.
  public func index(of name: String, in taxonomy: Taxonomy) -> Int? {
    indices[taxonomy.rawValue][name.lowercased()]
  }

  private static func path(
    of name: String, _ taxonomy: Taxonomy, avoiding taken: Set<String>
  ) -> String {
    let parts = taxonomy == .sections ? name.split(separator: "/").map(String.init) : [name]
    let slugs = parts.map { Slug($0) }
    // `page` is where the further pages of a list stand.
    let isFree = { (path: String) in
      !taken.contains(path) && path.split(separator: "/").last != "page"
    }
    let folder = slugs.dropLast().map { $0.description + "/" }.joined()
    guard let last = slugs.last else { return Slug(name).description }
    var path = folder + last.description
    var number = 2
    while !isFree(path) {
      path = folder + last.numbered(number).description
      number += 1
    }
    return path
  }

  private static func sortByPart(_ numbers: inout [Int32], _ articles: [Article]) {
    numbers.sort {
      let (a, b) = (articles[Int($0)].series?.part, articles[Int($1)].series?.part)
      return (a ?? Int.max, $0) < (b ?? Int.max, $1)
    }
  }
}
