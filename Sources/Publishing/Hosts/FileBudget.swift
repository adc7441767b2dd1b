import ArchiveModel
import Loading

/// Files that a site can do without, since what they hold stands elsewhere too; the first are the
/// first to go.
public enum SpareFiles: Int, Sendable, Hashable, CaseIterable {
  /// RIS, BibTeX and CSL-JSON of single articles; those of each year stay.
  case citations
  /// Feeds of people, organisations and places.
  case entityFeeds
  /// Feeds of sections.
  case sectionFeeds
  /// Pages at old addresses, where the host reads a map of them.
  case stubs
  /// Lists of the articles of a day: links lead to its month.
  case days

  /// "12 feeds of names".
  func label(_ count: Int) -> String {
    switch self {
    case .citations:
      Labels.count(count, "citation file of an article", "citation files of articles")
    case .entityFeeds: Labels.count(count, "feed of a name", "feeds of names")
    case .sectionFeeds: Labels.count(count, "feed of a section", "feeds of sections")
    case .stubs: Labels.count(count, "page at an old address", "pages at old addresses")
    case .days: Labels.count(count, "page of a day", "pages of days")
    }
  }
}

/// What a site leaves out so that it has no more files than its host takes.
///
/// A whole kind goes or stays, in the order of `SpareFiles`, until the rest is few enough.
struct FileBudget: Sendable {
  /// The kinds that are left out, with how many files that saves.
  private(set) var dropped: [(kind: SpareFiles, count: Int)] = []
  /// The most files that there may be; nil where nobody says.
  let limit: Int?

  /// Leaves nothing out.
  init() { limit = nil }

  /// Plans for the files of a site; O(addresses).
  ///
  /// - Parameter others: how many files there are besides: manifest and sitemaps.
  init(_ addresses: [Address], of site: Site, others: Int) {
    limit = site.settings.maximumFiles ?? HostLimits(of: site.settings.host).files
    guard let limit else { return }
    let hasMap = site.settings.host.hasMap && site.settings.redirects == .both
    var counts = [Int](repeating: 0, count: SpareFiles.allCases.count)
    var total = others
    for address in addresses {
      if case .redirect(let number) = address, !site.isStub(number) { continue }
      total += 1
      guard let kind = FileBudget.kind(of: address), kind != .stubs || hasMap else { continue }
      counts[kind.rawValue] += 1
    }
    for kind in SpareFiles.allCases where total > limit && counts[kind.rawValue] > 0 {
      dropped.append((kind, counts[kind.rawValue]))
      total -= counts[kind.rawValue]
    }
  }

  /// Whether a kind is left out.
  func drops(_ kind: SpareFiles) -> Bool { dropped.contains { $0.kind == kind } }

  /// Whether a file is left out.
  func drops(_ address: Address) -> Bool {
    guard !dropped.isEmpty, let kind = FileBudget.kind(of: address) else { return false }
    return drops(kind)
  }

  private static func kind(of address: Address) -> SpareFiles? {
    switch address {
    case .citation: .citations
    case .feed(let feed):
      switch feed.scope {
      case .entity: .entityFeeds
      case .section: .sectionFeeds
      case .archive: nil
      }
    case .redirect: .stubs
    case .period(.day, _): .days
    default: nil
    }
  }
}
