import ArchiveModel

/// Gives each article its address: `2017/03/26/slug/`, less where its date is less exact.
///
/// The slug is what the author states, else what the file's name gives, else that of the
/// headline. An address that was public stays, by the lock, unless the author states another
/// slug; it also stays when the file moves to another folder, or its author gives it an id. Where
/// two would fall together the later in chronological order gets `-2`, `-3`. An address that an
/// author states whole (`url`) is taken as it is: two of those collide.
public struct ArticleAddresses {
  private var taken: Set<String>
  /// What authors state whole.
  private var stated: Set<String> = []
  /// The addresses of files that are no more, with their keys in the lock.
  private var abandoned: [String: String] = [:]
  /// For each address that fell together the number to try next, so that many cost no more.
  private var nextNumbers: [String: Int] = [:]

  /// - Parameter isGone: whether a key of the lock is that of a file that is no more.
  init(_ lock: IdentityLock, isGone: (String) -> Bool) {
    taken = Set(lock.articles.values).union(lock.formerAddresses.keys)
    for (key, address) in lock.articles where isGone(key) { abandoned[address] = key }
  }

  /// The addresses of articles in chronological order; what is new is remembered in the lock.
  mutating func assign(_ entries: [Catalog.Entry], lock: inout IdentityLock) -> [String] {
    stated = Set(entries.compactMap { $0.article.url.map { String($0.dropFirst()) } })
    taken.formUnion(stated)
    var held = stated.isEmpty ? [] : Set(lock.articles.values)
    return entries.map { entry in
      let article = entry.article
      let key = article.id ?? article.path
      if article.id != nil, lock.articles[key] == nil, lock.articles[article.path] != nil {
        lock.rename(article: article.path, to: key)
      }
      if let url = article.url {
        let address = String(url.dropFirst())
        // The lock gives an address to one article: of two that collide, to the first.
        if held.insert(address).inserted { lock.remember(address: address, forArticle: key) }
        return address
      }
      return address(of: entry, key, lock: &lock)
    }
  }

  private mutating func address(
    of entry: Catalog.Entry, _ key: String, lock: inout IdentityLock
  ) -> String {
    let article = entry.article
    if article.slug == nil, let locked = lock.articles[key] { return locked }
    let folder = ArticleAddresses.folder(of: article.date)
    let slug = article.slug ?? entry.fileSlug ?? Slug(article.title)
    let wanted = "\(folder)\(slug)/"
    let isFree = take(wanted, folder, key, lock)
    // Where another holds the address that is stated, the number that this one got is its own.
    if let locked = lock.articles[key],
      locked == wanted || !isFree && ArticleAddresses.isNumbered(locked, folder, slug)
    {
      return locked
    }
    var address = wanted
    if !isFree {
      var number = nextNumbers[wanted] ?? 2
      repeat {
        address = "\(folder)\(slug.numbered(number))/"
        number += 1
      } while !take(address, folder, key, lock)
      nextNumbers[wanted] = number
    }
    if let moved = abandoned.removeValue(forKey: address) { lock.rename(article: moved, to: key) }
    lock.remember(address: address, forArticle: key)
    return address
  }

  /// Takes an address for an article, if it is free, was its own before, or that of a file that
  /// is no more.
  private mutating func take(
    _ address: String, _ folder: String, _ key: String, _ lock: IdentityLock
  ) -> Bool {
    guard !isPeriodOrPager(address, folder) else { return false }
    if taken.insert(address).inserted { return true }
    guard !stated.contains(address) else { return false }
    return lock.formerAddresses[address] == key || abandoned[address] != nil
  }

  /// Whether an address is the one with this slug and a number.
  private static func isNumbered(_ address: String, _ folder: String, _ slug: Slug) -> Bool {
    guard let number = address.dropLast().split(separator: "-").last.flatMap({ Int($0) }) else {
      return false
    }
    return number > 1 && address == "\(folder)\(slug.numbered(number))/"
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
