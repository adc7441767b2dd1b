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
    let most = mostOfMatter
    var shared: [Int32: (weight: Int, names: Int)] = [:]
    func add(_ others: some Collection<Int32>) {
      guard others.count > 1, others.count <= most else { return }
      for other in others where other != Int32(number) {
        shared[other, default: (0, 0)].weight += 1_000_000 / others.count
        shared[other, default: (0, 0)].names += 1
      }
    }
    for entity in Set(entities(of: number)) where entities[entity].isListed {
      add(appearances[entities[entity].appearances].lazy.map(\.article))
    }
    for tag in Set(Taxonomy.tags.names(of: articles[number])) {
      if let term = taxonomies.index(of: tag, in: .tags) { add(taxonomies[.tags][term].articles) }
    }
    let ranked = shared.filter { $1.names > 1 && !articles[Int($0)].isUnlisted }.sorted { a, b in
      (b.value.weight, abs(Int(a.key) - number), a.key)
        < (a.value.weight, abs(Int(b.key) - number), b.key)
    }.map { Int($0.key) }
    return (
      Array(ranked.filter { $0 < number }.prefix(limit)),
      Array(ranked.filter { $0 > number }.prefix(limit))
    )
  }
}
