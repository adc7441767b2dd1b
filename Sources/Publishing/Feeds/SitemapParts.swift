/// The pages that search engines should list, in parts that each fit a sitemap.
///
/// A sitemap has at most 50,000 addresses and 50 MB (sitemaps.org); the second binds where
/// addresses are long.
struct SitemapParts: Sendable {
  private(set) var parts: [[Address]] = [[]]
  /// How large the last of them is at most.
  private var bytes = SitemapParts.frameBytes

  static let mostAddresses = 50_000
  static let mostBytes = 50_000_000

  /// None yet.
  init() {}

  /// Divides the pages of a site; O(addresses).
  init(_ site: Site) {
    let base = (site.settings.baseURL?.utf8.count ?? 0) * SitemapParts.growth
    for address in site.addresses where site.isIndexable(address) {
      let path = site.path(of: address).utf8.count * SitemapParts.growth
      add(address, bytes: base + path + SitemapParts.frameBytes)
    }
  }

  /// Adds a page to the last part, or to a new one where that has no room for so many bytes.
  mutating func add(_ address: Address, bytes more: Int) {
    if parts[parts.count - 1].count == SitemapParts.mostAddresses
      || bytes + more > SitemapParts.mostBytes
    {
      parts.append([])
      bytes = SitemapParts.frameBytes
    }
    parts[parts.count - 1].append(address)
    bytes += more
  }

  /// The numbers of the files: 0 is the whole or the index of the others.
  var files: ClosedRange<Int> { 0...(parts.count > 1 ? parts.count : 0) }

  /// How many times longer a byte becomes at most: `&` is `&amp;`, others `%C3`.
  private static let growth = 5
  /// What stands around an address, and around all of them, at most.
  private static let frameBytes = 128
}
