import ArchiveModel
import Loading
import Publishing

/// Whether what a browser shows is what the site has: so that no page reloads for nothing.
enum PageComparison {
  /// More errors at once help nobody.
  private static let shownErrors = 20

  /// Whether a page's bytes are others than it was made of.
  static func isStale(_ page: OpenPages.Page, in site: LiveSite) -> Bool {
    bytes(of: page, in: site).map { Reply.tag(of: $0) != page.tag } ?? true
  }

  /// Whether a page shows or uses a file, by its name.
  static func uses(_ page: OpenPages.Page, fileNamed names: Set<String>, in site: LiveSite) -> Bool
  {
    guard let bytes = bytes(of: page, in: site) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return names.contains { text.contains($0) }
  }

  private static func bytes(of page: OpenPages.Page, in site: LiveSite) -> [UInt8]? {
    do throws(EnvironmentFault) {
      guard let file = try site.file(page.file) else { return try site.notFound() }
      if case .bytes(let bytes) = file.content { return bytes }
      return nil
    } catch {
      return nil
    }
  }

  /// The errors for a page, as JSON: `open` are those for which its reader is interrupted, since
  /// they are new, concern the whole site, or this article.
  static func problems(
    _ state: CurrentSite.State, _ archive: Archive, for page: OpenPages.Page
  ) -> [UInt8] {
    let article = state.site?.articleFile(ofPage: page.file)
    let errors = state.errors
    let isUrgent = errors.contains { error in
      !state.known.contains(error) || error.place.path == article || state.faults.contains(error)
    }
    var json = JSONText()
    json.object { json in
      json.key("urgent")
      json.value(isUrgent)
      json.member("count", errors.count)
      json.key("errors")
      LiveSite.describe(errors.prefix(shownErrors), in: archive, &json)
    }
    return json.bytes
  }
}
