import ArchiveModel
import Publishing

/// A site as a build left it, held until this object ends: nobody builds into it meanwhile.
package final class LocalSite: Sendable {
  /// Its folder, as an absolute path without links.
  package let path: String
  /// What Dateline wrote into it.
  package let manifest: Manifest
  private let folder: DiskFolder

  /// Opens and holds the site in a folder.
  ///
  /// - Throws: also when a build is at work there, or was killed.
  package init(_ path: String) throws(EnvironmentFault) {
    guard let real = Paths.resolved(path) else {
      throw EnvironmentFault(
        "publish \(path)", reason: "there is no such folder", suggestion: "build the site first")
    }
    self.path = real
    folder = try DiskFolder(real)
    try folder.lock()
    guard try folder.read(Journal.name) == nil else {
      throw EnvironmentFault(
        "publish \(path)", reason: "a build of it was interrupted",
        suggestion: "build it again, which completes it")
    }
    guard let text = try folder.read(Manifest.name) else {
      throw EnvironmentFault(
        "publish \(path)", reason: "it has no \(Manifest.name), so Dateline did not build it",
        suggestion: "build the site first")
    }
    manifest = Manifest(parsing: text)
  }

  /// How many bytes a file has.
  func sizeBytes(of path: OutputPath) throws(EnvironmentFault) -> Int {
    guard case .file(let stamp) = try folder.kind(of: path.description) else {
      throw EnvironmentFault(
        "publish \(self.path)/\(path)", reason: "the file is gone", suggestion: "build again")
    }
    return stamp.sizeBytes
  }

  /// The record that the build left in it.
  package func record() throws(EnvironmentFault) -> BuildRecord {
    BuildRecord(parsing: try folder.read(BuildRecord.path) ?? [])
  }
}
