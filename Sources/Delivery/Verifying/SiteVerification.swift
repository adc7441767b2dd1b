import ArchiveModel
import Publishing

/// Compares a folder with the manifest of a site, file by file and bit by bit: `dateline verify`.
package struct SiteVerification: Sendable {
  /// How a folder differs from what its manifest says.
  package struct Finding: Sendable, Hashable {
    /// The kinds of it, by the names that programs get.
    package enum Kind: String, Sendable, CaseIterable {
      /// A file of the manifest is not there.
      case missing
      /// Its bytes are others.
      case altered
      /// It is a link, a device or the like, and no file.
      case noFile = "no-file"
      /// A file is there that the manifest does not have.
      case foreign
      /// A line of the manifest is none, or says what another says.
      case manifest
      /// A build was interrupted and has not been completed.
      case interrupted
    }

    /// What.
    package var kind: Kind
    /// The file below the folder.
    package var path: String
    /// What is to be said of it.
    package var message: String
  }

  /// What was found.
  package struct Report: Sendable {
    /// By path.
    package var findings: [Finding] = []
    /// How many files were compared.
    package var files = 0
    /// How many bytes they have.
    package var bytes = 0
  }

  private let folder: String
  private let manifestFile: String?
  private let jobs: Int

  /// - Parameter manifest: a file to compare with; nil for the one in the folder.
  package init(of folder: String, manifest: String? = nil, jobs: Int) {
    self.folder = folder
    manifestFile = manifest
    self.jobs = jobs
  }

  /// Reads every file: O(bytes), on all cores.
  ///
  /// - Throws: if the folder, or a file of it, cannot be read.
  package func run() async throws(EnvironmentFault) -> Report {
    var report = Report()
    let listing = try FolderListing(folder)
    let present = Dictionary(
      listing.entries.map { (Array($0.path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    guard let text = try manifest(present) else {
      report.findings = [Finding(kind: .missing, path: Manifest.name, message: "is not there")]
      return report
    }

    let lines = ManifestLines(text)
    report.findings += lines.findings
    report.findings += compareRecord(lines)
    let expected = Set(lines.entries.map { Array($0.path.utf8) })
    for entry in listing.entries where !expected.contains(Array(entry.path.utf8)) {
      if entry.path == Manifest.name { continue }
      if entry.path == Journal.name {
        report.findings.append(
          Finding(
            kind: .interrupted, path: entry.path,
            message: "tells of a build or a delivery that was interrupted"))
      } else {
        report.findings.append(
          Finding(kind: .foreign, path: entry.path, message: "is not in the manifest"))
      }
    }

    let folder = folder
    let results = await lines.entries.concurrentChunks(jobs: jobs) { entries in
      entries.map { expected in
        Result<(Int, Finding?), EnvironmentFault> { () throws(EnvironmentFault) in
          try SiteVerification.compare(
            expected, with: present[Array(expected.path.utf8)], in: folder)
        }
      }
    }
    for result in results {
      let (bytes, finding) = try result.get()
      report.files += 1
      report.bytes += bytes
      if let finding { report.findings.append(finding) }
    }
    report.findings.sort { ($0.path, $0.message) < ($1.path, $1.message) }
    return report
  }

  private func manifest(
    _ present: [[UInt8]: FolderListing.Entry]
  ) throws(EnvironmentFault) -> [UInt8]? {
    if let manifestFile { return try FilePieces(at: manifestFile).bytes() }
    guard present[Array(Manifest.name.utf8)]?.isFile == true else { return nil }
    return try FilePieces(at: "\(folder)/\(Manifest.name)").bytes()
  }

  private static func compare(
    _ expected: ManifestLines.Entry, with entry: FolderListing.Entry?, in folder: String
  ) throws(EnvironmentFault) -> (Int, Finding?) {
    guard let entry else {
      return (0, Finding(kind: .missing, path: expected.path, message: "is not there"))
    }
    guard entry.isFile else {
      return (0, Finding(kind: .noFile, path: expected.path, message: "is a link or no file"))
    }
    let (hash, sizeBytes) = try FilePieces(at: "\(folder)/\(expected.path)").hash()
    guard hash != expected.hash else { return (sizeBytes, nil) }
    return (sizeBytes, Finding(kind: .altered, path: expected.path, message: "has other bytes"))
  }

  /// The record of the build has a hash over the manifest's lines for all files but itself, so that
  /// who alters a file and its line is found as well.
  private func compareRecord(_ lines: ManifestLines) -> [Finding] {
    guard lines.findings.isEmpty,
      lines.entries.contains(where: { $0.path == BuildRecord.path })
    else { return [] }
    let record: BuildRecord
    do throws(EnvironmentFault) {
      record = BuildRecord(
        parsing: try FilePieces(at: "\(folder)/\(BuildRecord.path)").bytes())
    } catch {
      return []  // That it is missing is told by itself.
    }
    var others: [UInt8] = []
    for entry in lines.entries where entry.path != BuildRecord.path {
      if let path = OutputPath(entry.path) { Manifest.appendLine(path, entry.hash, to: &others) }
    }
    guard !record.filesHash.isEmpty, ContentHash(of: others.span).hexadecimal != record.filesHash
    else { return [] }
    return [
      Finding(
        kind: .manifest, path: Manifest.name,
        message: "is not the one that \(BuildRecord.path) tells of")
    ]
  }
}

/// The lines of a manifest, strictly: what is no line of Dateline's is told.
private struct ManifestLines {
  struct Entry {
    var path: String
    var hash: ContentHash
  }

  private(set) var entries: [Entry] = []
  private(set) var findings: [SiteVerification.Finding] = []

  init(_ text: [UInt8]) {
    var known: Set<[UInt8]> = []
    var last: [UInt8] = []
    var rest = text[...]
    var number = 0
    while !rest.isEmpty {
      number += 1
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      let line = rest[..<(end ?? rest.endIndex)]
      rest = rest[(end.map { $0 + 1 } ?? rest.endIndex)...]
      let read = Manifest.lines(Array(line) + [UInt8(ascii: "\n")])
      guard end != nil, let (path, hash) = read.first.map({ ($0.path, $0.hash) }) else {
        complain("line \(number) is no line of a manifest")
        continue
      }
      let bytes = Array(path.description.utf8)
      guard known.insert(bytes).inserted else {
        complain("line \(number) has \(path) once more")
        continue
      }
      if bytes.lexicographicallyPrecedes(last) { complain("line \(number) is out of order") }
      last = bytes
      entries.append(Entry(path: path.description, hash: hash))
    }
  }

  private mutating func complain(_ message: String) {
    findings.append(.init(kind: .manifest, path: Manifest.name, message: message))
  }
}
