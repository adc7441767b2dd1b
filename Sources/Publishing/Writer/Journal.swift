import ArchiveModel

/// What a build was about to write, so that the next one knows the files of a killed one as ours.
///
/// A line, as in the manifest, is appended before its file is written: a build that is killed, even
/// half-way through a line, has not touched that line's file. It is removed after the manifest that
/// takes its place. A path in it may hold the old file or the new one, so that neither manifest nor
/// size tells: its bytes do.
package struct Journal: Sendable {
  /// The file that holds it, while a build runs and after one that was killed.
  package static let name = OutputPath.reservedPrefix + "journal"

  /// What killed builds were about to write.
  let earlier: [OutputPath: Set<ContentHash>]
  private let file: AppendOnlyFile

  /// Opens the journal of a folder, and reads what a killed build left in it.
  init(in folder: DiskFolder) throws(EnvironmentFault) {
    let text = try folder.read(Journal.name) ?? []
    var earlier: [OutputPath: Set<ContentHash>] = [:]
    for line in Manifest.lines(text) { earlier[line.path, default: []].insert(line.hash) }
    self.earlier = earlier
    file = try folder.openToAppend(Journal.name)
    // Half a line is closed, lest the next be taken for its rest.
    if !text.isEmpty { try file.append([UInt8(ascii: "\n")]) }
  }

  /// Notes what is about to be written.
  func note(_ path: OutputPath, _ hash: ContentHash) throws(EnvironmentFault) {
    var line: [UInt8] = []
    line.reserveCapacity(80 + path.description.utf8.count)
    Manifest.appendLine(path, hash, to: &line)
    try file.append(line)
  }
}
