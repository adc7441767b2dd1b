/// The addresses that are Dateline's own, for ever (DESIGN §4): no article and no page takes them.
public enum ReservedAddress {
  /// First segments below which lists, entities and data stand.
  public static let names: Set<String> = [
    "people", "organizations", "places", "events", "works", "sections", "tags", "authors",
    "series", "sources", "stories", "names", "search", "map", "quotations", "figures", "about",
    "feeds", "data", "assets", "media", "dates", "undated", "page",
  ]

  /// Our files beside the front page, and it.
  private static let rootFiles: Set<String> = [
    "index.html", "404.html", "robots.txt", "sitemap.xml", "manifest-sha256.txt", "_redirects",
    ".htaccess", "redirects.nginx.conf", "_headers", "site.nginx.conf", "s3-objects.jsonl",
    ".nojekyll", "build.json", "humans.txt", "opensearch.xml",
  ]

  /// Whether an article cannot stand at an address, `2017/03/26/slug/`: our pages do, or may come
  /// to do.
  public static func contains(_ address: String) -> Bool {
    let parts = address.split(separator: "/").map(String.init)
    guard let first = parts.first?.lowercased() else { return true }
    if names.contains(first) {
      return first != "undated" || parts.count == 1 || parts[1].lowercased() == "page"
    }
    if parts.count == 1, rootFiles.contains(first) || first.hasPrefix("sitemap-") { return true }
    // `/2017/`, `/2017/03/`, `/2017/03/26/` are lists of articles, `/2017/page/2/` goes on.
    let rest = parts.dropFirst().prefix { $0.lowercased() != "page" }
    return isYear(first) && rest.count < 3 && rest.allSatisfy(isTwoDigits)
  }

  /// Whether an old address is that of a page of ours, `search/`, that stands or may come to.
  ///
  /// Below them only what stands is in the way: other generators too had `tags/reform/`.
  public static func isPage(_ address: String) -> Bool {
    let parts = address.split(separator: "/")
    return parts.count == 1 && contains(address) && !isYear(String(parts[0]))
  }

  /// Whether a first segment is that of a year's lists.
  public static func isYear(_ name: String) -> Bool {
    name.utf8.count == 4 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isTwoDigits(_ name: String) -> Bool {
    name.utf8.count == 2 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
