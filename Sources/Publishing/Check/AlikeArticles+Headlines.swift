import ArchiveModel

extension AlikeArticles {
  /// Articles of one date under one headline, whatever their texts.
  ///
  /// - Parameter articles: sorted by date and path; groups are in that order. O(articles).
  static func sharingHeadlines(_ articles: [CheckedArticle]) -> [AlikeArticles] {
    var groups: [String: [Int]] = [:]
    for (number, checked) in articles.enumerated() where checked.article.status != .withdrawn {
      let article = checked.article
      let key = "\(article.date.withoutTime) \(article.title.lowercased())"
      groups[key, default: []].append(number)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { numbers in
      let members = numbers.map { articles[$0].article }
      return AlikeArticles(
        kind: members.contains { $0.version != nil } ? .versions : .sameHeadline,
        members: members.map { Member(path: $0.path, likeness: nil) })
    }
  }

  /// Articles that would have one address, had some of them not got a number: `talks-2`.
  ///
  /// - Parameter addresses: by the article's path. O(articles).
  static func sharingAddresses(
    _ articles: [CheckedArticle], _ addresses: [String: String]
  ) -> [AlikeArticles] {
    var owners: [String: String] = [:]
    for checked in articles {
      if let address = addresses[checked.article.path] { owners[address] = checked.article.path }
    }
    var groups: [String: [String]] = [:]
    var order: [String] = []
    for checked in articles {
      guard let address = addresses[checked.article.path],
        let base = numberless(address, of: checked.reading), let owner = owners[base]
      else { continue }
      if groups[base] == nil { order.append(base) }
      groups[base, default: [owner]].append(checked.article.path)
    }
    return order.map { base in
      AlikeArticles(
        kind: .sameAddress,
        members: groups[base, default: []].map { Member(path: $0, likeness: nil) })
    }
  }

  /// An address without the number at the end of its slug; nil where the slug itself ends so.
  private static func numberless(_ address: String, of reading: Reading) -> String? {
    let slug = reading.article.slug ?? reading.fileSlug ?? Slug(reading.article.title)
    for tail in ["/", ".html", ""] where address.hasSuffix(tail) {
      let stem = address.dropLast(tail.count)
      guard let dash = stem.lastIndex(of: "-"),
        let number = Int(stem[stem.index(after: dash)...]), number > 1,
        reading.article.url == nil, !slug.description.hasSuffix("-\(number)")
      else { return nil }
      return stem[..<dash] + tail
    }
    return nil
  }
}
