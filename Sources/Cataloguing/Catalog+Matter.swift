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
    let ranked = sharing(with: number).filter {
      $0.value.names > 1 && !articles[Int($0.number)].isUnlisted
    }.sorted { a, b in
      (b.value.weight, abs(Int(a.number) - number), a.number)
        < (a.value.weight, abs(Int(b.number) - number), b.number)
    }.map { Int($0.number) }
    return (
      Array(ranked.filter { $0 < number }.prefix(limit)),
      Array(ranked.filter { $0 > number }.prefix(limit))
    )
  }

  /// What an article has in common with another.
  private struct Shared: BitwiseCopyable {
    /// The sum of what each name and topic weighs, in millionths.
    var weight = 0
    /// How many names and topics there are.
    var names: Int32 = 0

    mutating func add(_ weight: Int) {
      self.weight += weight
      names += 1
    }
  }

  /// The articles that share a name or topic with one, of those that few have; in no order.
  private func sharing(with number: Int) -> [NumberTable<Shared>.Entry] {
    let (most, own) = (mostOfMatter, Int32(number))
    let names = Set(entities(of: number)).map {
      entities[$0].isListed ? entities[$0].appearances : 0..<0
    }
    .filter { (2...most).contains($0.count) }
    let topics = Set(Taxonomy.tags.names(of: articles[number]))
      .compactMap { taxonomies.index(of: $0, in: .tags) }
      .filter { (2...most).contains(taxonomies[.tags][$0].articles.count) }
    var table = NumberTable(
      holding: names.reduce(0) { $0 + $1.count }
        + topics.reduce(0) { $0 + taxonomies[.tags][$1].articles.count },
      empty: Shared())
    for name in names {
      let weight = 1_000_000 / name.count
      for place in name where appearances[place].article != own {
        table.update(appearances[place].article) { $0.add(weight) }
      }
    }
    for topic in topics {
      let articles = taxonomies[.tags][topic].articles
      let weight = 1_000_000 / articles.count
      for article in articles where article != own { table.update(article) { $0.add(weight) } }
    }
    return table.filled
  }
}
