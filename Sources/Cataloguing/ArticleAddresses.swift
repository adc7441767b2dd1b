import ArchiveModel

/// Gives each article its address: `2017/03/26/slug/`, less where its date is less exact.
///
/// The slug is what the author states, else what the file's name gives, else that of the
/// headline. An address that was public stays, by the lock, unless the author states another
/// slug. Where two would fall together the later in chronological order gets `-2`, `-3`. An
/// address that an author states whole (`url`) is taken as it is: two of those collide.
public struct ArticleAddresses {
  private var taken: Set<String>

  init(_ lock: IdentityLock) { taken = Set(lock.articles.values).union(lock.formerAddresses.keys) }

  /// The addresses of articles in chronological order; what is new is remembered in the lock.
  mutating func assign(_ entries: [Catalog.Entry], lock: inout IdentityLock) -> [String] {
    let stated = Set(entries.compactMap { $0.article.url.map { String($0.dropFirst()) } })
    taken.formUnion(stated)
    var held = stated.isEmpty ? [] : Set(lock.articles.values)
    return entries.map { entry in
      let article = entry.article
      let key = article.id ?? article.path
      if let url = article.url {
        let address = String(url.dropFirst())
        // The lock gives an address to one article: of two that collide, to the first.
        if held.insert(address).inserted { lock.remember(address: address, forArticle: key) }
        return address
      }
      let folder = ArticleAddresses.folder(of: article.date)
      if let locked = lock.articles[key] {
        guard let stated = article.slug, locked != "\(folder)\(stated)/" else { return locked }
      }
      let slug = article.slug ?? entry.fileSlug ?? Slug(article.title)
      var address = "\(folder)\(slug)/"
      var number = 2
      while isPeriodOrPager(address, folder) || !taken.insert(address).inserted {
        address = "\(folder)\(slug.numbered(number))/"
        number += 1
      }
      lock.remember(address: address, forArticle: key)
      return address
    }
  }

  /// Whether an address is that of a month or a day, or of a list's further pages.
  private func isPeriodOrPager(_ address: String, _ folder: String) -> Bool {
    let slug = address.dropFirst(folder.count).dropLast()
    return slug == "page"
      || slug.utf8.count == 2 && slug.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The folder of a date: `2017/03/26/`, `2017/03/`, `2017/`, `undated/`.
  public static func folder(of date: ArchiveDate) -> String {
    switch date {
    case .undated: "undated/"
    case .year, .month, .day, .moment:
      String(date.withoutTime.description.map { $0 == "-" ? "/" : $0 }) + "/"
    }
  }
}
