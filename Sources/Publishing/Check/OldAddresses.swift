import ArchiveModel
import Cataloguing
import Loading

/// The addresses that an archive had on another site, and those of them that lead nowhere now.
public struct OldAddresses: Sendable {
  /// Site-relative, as they were given: `/2014/12/23/hub/`.
  public let addresses: [String]

  /// Reads a list, an address a line, or a sitemap: whole addresses or paths alone; O(bytes).
  public init(_ text: [UInt8]) {
    let text = String(decoding: text, as: UTF8.self)
    addresses = OldAddresses.locations(in: text).compactMap(OldAddresses.path)
  }

  /// The list or sitemap in a file; nil where it cannot be read.
  public init?(ofFile path: String) {
    guard let text = Source.text(ofFile: path) else { return nil }
    self.init(text)
  }

  /// Those that no page, no file and no old address of a site has; O(files + addresses).
  ///
  /// Pages of names are not known where nobody looked for names: they are taken to be there.
  func lost(from assembly: SiteAssembly) -> [String] {
    let site = assembly.site
    var known = Set(assembly.plan.files.lazy.map(\.path))
    for redirect in site.redirects { known.insert(redirect.address) }
    let base = site.settings.baseURL.flatMap(OldAddresses.path) ?? "/"
    let root = base.hasSuffix("/") ? base : base + "/"
    let folders = EntityKind.allCases.map { $0.folder + "/" }
    return addresses.filter { address in
      let path = address.dropFirst(address.hasPrefix(root) ? root.count : 1)
      guard let decoded = PercentEncoding.decoded(String(path)) else { return true }
      if folders.contains(where: decoded.hasPrefix) { return false }
      let isFolder = decoded.isEmpty || decoded.hasSuffix("/")
      return !known.contains(decoded) && !known.contains(decoded + "/")
        && !known.contains(decoded + (isFolder ? "index.html" : "/index.html"))
    }
  }

  /// What stands in a sitemap's `loc`, or in the lines of a list.
  private static func locations(in text: String) -> [Substring] {
    var locations: [Substring] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "<loc>"), let end = rest.firstRange(of: "</loc>") {
      guard start.upperBound <= end.lowerBound else { break }
      locations.append(rest[start.upperBound..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return locations.isEmpty ? text.split { $0.isNewline } : locations
  }

  /// The path of an address, without white space around it; nil where there is none.
  private static func path(_ address: some StringProtocol) -> String? {
    var text = String(address.drop { $0.isWhitespace })
    while text.last?.isWhitespace == true { text.removeLast() }
    text = text.replacing("&amp;", with: "&")
    if let scheme = text.firstRange(of: "://") {
      text = "/" + text[scheme.upperBound...].drop { $0 != "/" }.dropFirst()
    }
    if let fragment = text.firstIndex(of: "#") { text = String(text[..<fragment]) }
    guard !text.isEmpty else { return nil }
    return text.hasPrefix("/") ? text : "/" + text
  }
}
