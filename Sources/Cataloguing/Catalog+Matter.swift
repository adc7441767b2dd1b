import ArchiveModel

extension Catalog {
  /// In how many articles a name or topic stands at most that tells what is of one matter.
  package var mostOfMatter: Int { Swift.min(100, Swift.max(12, articles.count / 20)) }

  /// The articles of the same matter as one, before it and after it; the closest matter first.
  ///
  /// They share at least two names or topics, and those weigh the more the fewer articles have them:
  /// one over that number. What more than a twentieth of the archive has, or more than a hundred
  /// articles, says nothing. O(the articles that share such a name).
  public func matter(of number: Int, limit: Int) -> (earlier: [Int], later: [Int]) {
    let lists = listsOfMatter(number)
    let ranked = MatterTable.sharing(lists, but: Int32(number)).filter {
      $0.names > 1 && !articles[Int($0.article)].isUnlisted
    }.sorted { a, b in
      (b.weight, abs(Int(a.article) - number), a.article)
        < (a.weight, abs(Int(b.article) - number), b.article)
    }.map { Int($0.article) }
    return (
      Array(ranked.filter { $0 < number }.prefix(limit)),
      Array(ranked.filter { $0 > number }.prefix(limit))
    )
  }

  /// The articles of each name and topic of one that few others share.
  private func listsOfMatter(_ number: Int) -> [[Int32]] {
    let most = mostOfMatter
    var lists: [[Int32]] = []
    for entity in Set(entities(of: number)) where entities[entity].isListed {
      let appearances = appearances[entities[entity].appearances]
      if (2...most).contains(appearances.count) { lists.append(appearances.map(\.article)) }
    }
    for tag in Set(Taxonomy.tags.names(of: articles[number])) {
      guard let term = taxonomies.index(of: tag, in: .tags) else { continue }
      let articles = taxonomies[.tags][term].articles
      if (2...most).contains(articles.count) { lists.append(articles) }
    }
    return lists
  }
}

/// Counts what articles share, in a small table of open addressing: three times as fast as a
/// dictionary, and a twentieth of the time of rendering an archive went there.
private struct MatterTable {
  struct Entry {
    var article: Int32 = -1
    /// How many names and topics are shared.
    var names: Int32 = 0
    /// The sum of what each of them weighs, in millionths.
    var weight = 0
  }

  /// The articles in some lists, each once, but for one; O(articles in the lists).
  static func sharing(_ lists: [[Int32]], but own: Int32) -> [Entry] {
    let count = lists.reduce(0) { $0 + $1.count }
    guard count > 0 else { return [] }
    let bits = Int.bitWidth - (2 * count).leadingZeroBitCount
    var entries = [Entry](repeating: Entry(), count: 1 << bits)
    for list in lists {
      let weight = 1_000_000 / list.count
      for article in list where article != own {
        var place = Int((UInt32(bitPattern: article) &* 0x9E37_79B1) >> UInt32(32 - bits))
        while entries[place].article >= 0, entries[place].article != article {
          place = (place + 1) & (entries.count - 1)
        }
        entries[place].article = article
        entries[place].names += 1
        entries[place].weight += weight
      }
    }
    return entries.filter { $0.article >= 0 }
  }
}
