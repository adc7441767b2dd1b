import Foundation
import Testing

/// Expects that a copy of the archive without cache and output gives the same files.
func expectAsIfClean(
  _ site: BuiltSite, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let copy = FileManager.default.temporaryDirectory.path + "/dateline-" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: copy) }
  try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
  for part in ["Content", "Themes"]
  where FileManager.default.fileExists(atPath: "\(site.root)/\(part)") {
    try FileManager.default.copyItem(atPath: "\(site.root)/\(part)", toPath: "\(copy)/\(part)")
  }
  let clean = try await BuiltSite.build(copy)
  #expect(clean.files == site.files, sourceLocation: sourceLocation)
  #expect(clean.report.kept == 0, sourceLocation: sourceLocation)
  #expect(clean.problems == site.problems, sourceLocation: sourceLocation)
  let bytes = site.bytes
  for (path, theirs) in clean.bytes {
    #expect(bytes[path] == theirs, "\(path)", sourceLocation: sourceLocation)
  }
}
