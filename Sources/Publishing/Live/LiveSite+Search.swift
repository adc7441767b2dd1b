import ArchiveModel
import Searching

extension LiveSite {
  /// The files of the search index by their paths, `search/index.js`: O(words of the archive), so
  /// only once somebody searches.
  package func searchFiles() async throws(EnvironmentFault) -> [String: [UInt8]] {
    let content = SearchContent(site)
    let files = CollectedFiles()
    try await SearchIndex(content.plan, jobs: options.jobs).write(
      documents: { range throws(EnvironmentFault) in try content.articles(range) },
      entities: { range in content.entities(range) },
      to: { file in files.add("search/\(file.name)", file.bytes) })
    return files.all
  }
}

/// Files that come from several tasks.
private final class CollectedFiles: Sendable {
  private let files = Locked<[String: [UInt8]]>([:])

  func add(_ path: String, _ bytes: [UInt8]) { files.withLock { $0[path] = bytes } }

  var all: [String: [UInt8]] { files.withLock { $0 } }
}
