import ArchiveModel
import Publishing

/// The files of the search index: made when somebody searches, once for a site.
actor SearchShelf {
  private var generation = -1
  private var files: Task<[String: [UInt8]], any Error>?

  func file(_ path: String, of site: LiveSite, generation: Int) async throws -> [UInt8]? {
    if self.generation != generation || files == nil {
      self.generation = generation
      files = Task { try await site.searchFiles() }
    }
    return try await files?.value[path]
  }

  /// Forgets what is of a site that is no more: it is large.
  func clear() { files = nil }
}
