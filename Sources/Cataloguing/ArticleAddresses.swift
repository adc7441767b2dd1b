import ArchiveModel

/// Gives each article its address by the archive's pattern: `2017/03/26/slug/`, less where its date
/// is less exact.
///
/// The slug is what the author states, else what the file's name gives, else that of the
/// headline. An address that was public stays, by the lock, unless the author states another
/// slug, or the archive another pattern for it; it also stays when the file moves to another
/// folder, or its author gives it an id. Where two would fall together the later in chronological
/// order gets `-2`, `-3`. An address that an author states whole (`url`) is taken as it is: two of
/// those collide.
public struct ArticleAddresses {
  /// An article whose address is wanted.
  private struct Applicant {
    var key: String
    var values: AddressPattern.Values
    var pattern: AddressPattern

    func address(_ number: Int = 1) -> String { pattern.address(of: values, number: number) }
  }

  private let permalinks: Permalinks
  /// What the addresses in the lock were made by.
  private let formerPermalinks: Permalinks
  private var taken: Set<String>
  /// What authors state whole.
  private var stated: Set<String> = []
  /// The addresses of files that are no more, with their keys in the lock.
  private var abandoned: [String: String] = [:]
  /// For each address that fell together the number to try next, so that many cost no more.
  private var nextNumbers: [String: Int] = [:]

  /// - Parameter isGone: whether a key of the lock is that of a file that is no more.
  init(_ permalinks: Permalinks, _ lock: IdentityLock, isGone: (String) -> Bool) {
    self.permalinks = permalinks
    formerPermalinks = lock.permalinks
    taken = Set(lock.articles.values).union(lock.formerAddresses.keys)
    for (key, address) in lock.articles where isGone(key) { abandoned[address] = key }
  }

  /// The addresses of articles in chronological order; what is new is remembered in the lock.
  mutating func assign(_ entries: [Catalog.Entry], lock: inout IdentityLock) -> [String] {
    stated = Set(entries.compactMap { $0.article.url.map { String($0.dropFirst()) } })
    taken.formUnion(stated)
    var held = stated.isEmpty ? [] : Set(lock.articles.values)
    let addresses = entries.map { entry in
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
    lock.permalinks = permalinks
    return addresses
  }

  private mutating func address(
    of entry: Catalog.Entry, _ key: String, lock: inout IdentityLock
  ) -> String {
    // Nearly always: what was public stays, and nothing is computed.
    if permalinks == formerPermalinks, entry.article.slug == nil, let locked = lock.articles[key] {
      return locked
    }
    let values = ArticleAddresses.values(of: entry)
    let pattern = permalinks.pattern(of: values).pattern
    if entry.article.slug == nil, let locked = lock.articles[key],
      pattern == formerPermalinks.pattern(of: values).pattern
    {
      return locked
    }
    let applicant = Applicant(key: key, values: values, pattern: pattern)
    let wanted = applicant.address()
    let isFree = take(wanted, key, lock)
    // Where another holds the address that is stated, the number that this one got is its own.
    if let locked = lock.articles[key],
      locked == wanted || !isFree && ArticleAddresses.isNumbered(locked, applicant)
    {
      return locked
    }
    var address = wanted
    if !isFree {
      var number = nextNumbers[wanted] ?? 2
      repeat {
        address = applicant.address(number)
        number += 1
      } while !take(address, key, lock)
      nextNumbers[wanted] = number
    }
    if let moved = abandoned.removeValue(forKey: address) { lock.rename(article: moved, to: key) }
    lock.remember(address: address, forArticle: key)
    return address
  }

  /// Takes an address for an article, if it is free, was its own before, or that of a file that
  /// is no more.
  private mutating func take(_ address: String, _ key: String, _ lock: IdentityLock) -> Bool {
    guard !ReservedAddress.contains(address) else { return false }
    if taken.insert(address).inserted { return true }
    guard !stated.contains(address) else { return false }
    return lock.formerAddresses[address] == key || abandoned[address] != nil
  }

  /// Whether an address is the one that an article would get with some number.
  private static func isNumbered(_ address: String, _ applicant: Applicant) -> Bool {
    address.split { $0 == "-" || $0 == "/" || $0 == "." }.contains { part in
      guard let number = Int(part), number > 1 else { return false }
      return address == applicant.address(number)
    }
  }

  /// What an article has for the parts of a pattern.
  private static func values(of entry: Catalog.Entry) -> AddressPattern.Values {
    let article = entry.article
    // `articles/posts/talks/index.md` is the text of the folder `talks` in `posts`.
    var path = article.path.split(separator: "/").dropFirst()
    let file = path.popLast() ?? ""
    let stem = file.lastIndex(of: ".").map { file[..<$0] } ?? file
    let isBundle = stem == "index" && !path.isEmpty
    let name = isBundle ? path.removeLast() : stem
    // Behind year, month and day.
    let title = entry.fileSlug.map { _ in
      name.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false).last ?? ""
    }
    return AddressPattern.Values(
      slug: article.slug ?? entry.fileSlug ?? Slug(article.title),
      id: article.id.map { Slug($0) }, date: article.date,
      section: slugs(article.section?.split(separator: "/") ?? []),
      categories: article.categories.map { Slug($0) },
      folders: slugs(path), fileName: entry.fileSlug ?? Slug(String(name)),
      statedSlug: article.slug, plainTitle: title.flatMap { PlainName(String($0)) },
      plainName: PlainName(String(name)))
  }

  private static func slugs(_ parts: some Sequence<Substring>) -> [Slug] {
    parts.map { Slug(String($0)) }
  }

  /// The folder of a period: `2017/03/26/`, `2017/03/`, `2017/`, `undated/`.
  public static func folder(of period: CalendarPeriod) -> String {
    guard period != .undated else { return "undated/" }
    let (hyphen, slash) = (UInt8(ascii: "-"), UInt8(ascii: "/"))
    let date = ArchiveDate(period).description.utf8.map { $0 == hyphen ? slash : $0 }
    return String(decoding: date + [slash], as: UTF8.self)
  }
}
