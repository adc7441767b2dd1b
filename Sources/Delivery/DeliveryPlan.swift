import ArchiveModel
import Publishing

/// What publishing a site would change at its target, and in which order.
package struct DeliveryPlan: Sendable {
  /// New files.
  package private(set) var added: [OutputPath] = []
  /// Files whose bytes are others.
  package private(set) var changed: [OutputPath] = []
  /// Files that Dateline published and that are no longer part of the site.
  package private(set) var removed: [OutputPath] = []
  /// How many files stay as they are.
  package private(set) var unchanged = 0
  /// The size of what is added or changed.
  package private(set) var bytes = 0
  /// Whether files of others are overwritten.
  var replacesOthers = false
  /// What a target has when it is done.
  let manifest: Manifest
  /// What it has before.
  let before: Manifest
  /// The state of the target that this is a plan for, where states have names.
  let revision: String?

  /// Compares a site with what is published: O(files).
  ///
  /// - Parameter sendsAll: whether files that the target's manifest has are sent as well.
  init(
    _ site: LocalSite, over published: Published, sendsAll: Bool = false
  ) throws(EnvironmentFault) {
    manifest = site.manifest
    before = published.manifest
    revision = published.revision
    for (path, hash) in site.manifest.hashes {
      if let old = published.manifest.hashes[path] {
        if old != hash || sendsAll || published.uncertain.contains(path) {
          changed.append(path)
        } else {
          unchanged += 1
        }
      } else if published.uncertain.contains(path) {
        changed.append(path)
      } else {
        added.append(path)
      }
    }
    removed = Set(published.manifest.hashes.keys).union(published.uncertain)
      .filter { site.manifest.hashes[$0] == nil }.sorted()
    added.sort()
    changed.sort()
    for path in added + changed { bytes += try site.sizeBytes(of: path) }
  }

  /// Whether the target has all of the site, and nothing besides that was published.
  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// What is sent, one after the other, so that no page leads to what is not there yet.
  ///
  /// First comes what is new, of which pages come after what they show; then what has changed, of
  /// which lists come last, since they lead to all else. What goes, goes behind all of it.
  package var passes: [[OutputPath]] {
    [
      added.filter { !SitePart($0).isPage }, added.filter { SitePart($0).isPage },
      changed.filter { SitePart($0) == .asset }, changed.filter { SitePart($0) == .page },
      changed.filter { SitePart($0) == .list },
    ].filter { !$0.isEmpty }
  }

  /// The folders that hold none of the site's files any more, the inner ones first.
  var emptied: [String] {
    var kept: Set<String> = []
    for path in manifest.hashes.keys { DeliveryPlan.addFolders(of: path, to: &kept) }
    var gone: Set<String> = []
    for path in removed { DeliveryPlan.addFolders(of: path, to: &gone) }
    return gone.subtracting(kept).sorted { $0.utf8.count > $1.utf8.count || $0 > $1 }
  }

  private static func addFolders(of path: OutputPath, to folders: inout Set<String>) {
    var folder = path.folder
    while !folder.isEmpty, folders.insert(String(folder)).inserted {
      let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
      folder = folder[..<(slash ?? folder.startIndex)]
    }
  }
}

/// What a target has of a site.
struct Published: Sendable {
  /// What Dateline published there.
  var manifest = Manifest()
  /// What it was about to publish, or to remove, when it was interrupted: a file there may be the old
  /// one, the new one, or none.
  var uncertain: Set<OutputPath> = []
  /// The name of this state, such as a commit, where states have names.
  var revision: String?
}

/// What a file of a site is for its readers, by its path.
enum SitePart {
  /// Something that pages show or use.
  case asset
  /// An article, or any other page that lists nothing.
  case page
  /// A list: the front page, a day, a feed, the index of the search.
  case list

  init(_ path: OutputPath) {
    let names = path.description.split(separator: "/")
    let isPage = path.description.hasSuffix(".html")
    switch names[0] {
    case "feeds", "search", "names", "sections", "tags", "authors", "series", "sources", "stories",
      "data", "map":
      self = .list
    default:
      guard isPage else {
        self = names.count == 1 && names[0].hasSuffix(".xml") ? .list : .asset
        return
      }
      let isDate = names.dropLast().allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
      let isPart = names.count > 2 && names[names.count - 3] == "page"
      self = isDate || isPart ? .list : .page
    }
  }

  /// Whether a browser shows it by itself.
  var isPage: Bool { self != .asset }
}
