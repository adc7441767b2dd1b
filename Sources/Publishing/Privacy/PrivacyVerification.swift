import ArchiveModel
import Loading

/// Proves that a folder shows nothing that the archive's rules of privacy hide, by looking into each
/// of its files: `dateline verify --privacy`.
///
/// It trusts nothing that a build says of itself: neither the manifest nor what was rendered.
public struct PrivacyVerification: Sendable {
  /// Something that must not be there.
  public struct Finding: Sendable {
    /// The file below the folder.
    public var path: String
    /// Where in it; nil for its name and for what is no text.
    public var position: SourcePosition?
    /// What it is, for people.
    public var what: String
    /// `name`, `headline`, `words`, `address` or `listed`.
    public var kind: String
    /// How it is written there.
    public var how: String
  }

  /// What was found.
  public struct Report: Sendable {
    /// By path and place.
    public var findings: [Finding] = []
    /// How many files were looked into.
    public var files = 0
    /// How many phrases were looked for.
    public var phrases = 0
    /// How many bytes the files have.
    public var bytes = 0
  }

  private let archive: Archive
  private let jobs: Int

  /// A verification by the rules of an archive.
  public init(_ archive: Archive, jobs: Int) {
    self.archive = archive
    self.jobs = jobs
  }

  /// What is wrong with the rules themselves: with any error nothing can be proved.
  public var problems: [Diagnostic] {
    archive.diagnostics.filter { $0.code == .privacyInvalid }
  }

  /// Looks into all files of a folder: O(bytes), on all cores.
  ///
  /// - Throws: if the folder, or a file of it, cannot be read.
  public func run(on folder: String) async throws(EnvironmentFault) -> Report {
    let files = try SiteFiles.all(in: folder)
    let needles = await PrivacyNeedles(of: archive, jobs: jobs)
    let scanner = PrivacyScanner(phrases: needles.phrases)
    let results = await files.concurrentChunks(jobs: jobs) { paths in
      paths.map { path in
        Result<(bytes: Int, findings: [Finding]), EnvironmentFault> {
          () throws(EnvironmentFault) in
          try PrivacyVerification.look(into: path, of: folder, needles, scanner)
        }
      }
    }
    var report = Report()
    for result in results {
      let (bytes, findings) = try result.get()
      report.files += 1
      report.bytes += bytes
      report.findings += findings
    }
    report.phrases = needles.phrases.count
    return report
  }

  private static func look(
    into path: String, of folder: String, _ needles: PrivacyNeedles, _ scanner: PrivacyScanner
  ) throws(EnvironmentFault) -> (bytes: Int, findings: [Finding]) {
    let name = Array(path.utf8)
    var findings = scanner.findings(in: name) { needles.isMeant($0, in: name, of: path) }.map {
      finding(needles.needles[$0.phrase], path, nil, .fileName)
    }
    var count = 0
    var known: Set<Place> = []
    try SiteFiles.read(path, of: folder) { piece, offset in
      var lines = LineCounter(piece)
      let found = scanner.findings(in: piece) { needles.isMeant($0, in: piece, of: path) }
        .sorted { $0.offset < $1.offset }
      // What stands where two pieces overlap is found twice.
      for found in found
      where known.insert(Place(phrase: found.phrase, offset: offset + found.offset)).inserted {
        let isPlaced = offset == 0 && found.encoding.hasPlace
        findings.append(
          finding(
            needles.needles[found.phrase], path,
            isPlaced ? lines.position(of: found.offset) : nil, found.encoding))
      }
      count = offset + piece.count
    }
    return (count, findings)
  }

  private static func finding(
    _ needle: PrivacyNeedles.Needle, _ path: String, _ position: SourcePosition?,
    _ encoding: PrivacyScanner.Encoding
  ) -> Finding {
    Finding(
      path: path, position: position, what: needle.description, kind: needle.kind,
      how: encoding.rawValue)
  }
}

private struct Place: Hashable {
  var phrase: Int
  var offset: Int
}

extension PrivacyScanner.Encoding {
  /// Whether there is a line to look at: not where bytes have to be decoded.
  fileprivate var hasPlace: Bool {
    switch self {
    case .utf16, .latin1, .compressed, .fileName: false
    default: true
    }
  }
}

/// Finds the lines of places that come in order: O(bytes) for all of them.
private struct LineCounter {
  private let text: [UInt8]
  private var counted = 0
  private var line = 1

  init(_ text: [UInt8]) { self.text = text }

  mutating func position(of offset: Int) -> SourcePosition {
    line += text[counted..<offset].count { $0 == UInt8(ascii: "\n") }
    counted = offset
    let start = text[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // A column of a file that is one line is of use to nobody, and costs as much to count.
    let column = text[start..<offset].prefix(10_000).count { $0 & 0xC0 != 0x80 } + 1
    return SourcePosition(line: line, column: column)
  }
}
