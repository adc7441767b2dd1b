import ArchiveModel
import Publishing

/// What a bag has, and what it says of itself.
struct BagContents {
  private(set) var manifests: [BagManifest] = []
  var findings: [BagVerification.Finding] = []

  private let folder: String
  private let listing: FolderListing
  private let present: [[UInt8]: FolderListing.Entry]
  private var encoding = TagText.Encoding.utf8
  /// Whether it is of version 1.0 or later.
  private var isCurrent = true

  init(_ folder: String, _ listing: FolderListing) throws(EnvironmentFault) {
    self.folder = folder
    self.listing = listing
    present = Dictionary(
      listing.entries.map { (Array($0.path.utf8), $0) }, uniquingKeysWith: { first, _ in first })
    try readDeclaration()
    for entry in listing.entries where !entry.isFile {
      tell(entry.path, "is a link or no file")
    }
    if !listing.folders.contains("data") { tell("data", "is not there") }
    for entry in listing.entries where !entry.path.utf8.contains(UInt8(ascii: "/")) {
      try readManifest(entry.path)
    }
    if !manifests.contains(where: { !$0.isOfTags }) {
      tell("manifest-sha256.txt", "is not there, nor any other manifest that can be read")
    }
    try readFetchList()
    try checkInfo()
    for entry in listing.entries where BagContents.isOfSystem(entry.path) {
      tell(entry.path, "is a system’s own file, and may change by itself", isWarning: true)
    }
  }

  /// Whether a file is one that systems make and take away as they like.
  private static func isOfSystem(_ path: String) -> Bool {
    ["Thumbs.db", ".DS_Store", "desktop.ini"].contains(Paths.name(of: path))
  }

  private mutating func tell(_ path: String, _ message: String, isWarning: Bool = false) {
    findings.append(.init(path: path, message: message, isWarning: isWarning))
  }

  private func bytes(of path: String) throws(EnvironmentFault) -> [UInt8]? {
    guard present[Array(path.utf8)]?.isFile == true else { return nil }
    return try FilePieces(at: "\(folder)/\(path)").bytes()
  }

  private mutating func lines(of path: String) throws(EnvironmentFault) -> [String]? {
    guard let bytes = try bytes(of: path) else { return nil }
    guard let text = TagText(bytes, in: encoding) else {
      tell(path, "is not in the encoding that \(BagVerification.declaration) names")
      return nil
    }
    return text.lines
  }

  /// Two lines, of which nothing may differ but their values (RFC 8493, 2.1.1).
  private mutating func readDeclaration() throws(EnvironmentFault) {
    let name = BagVerification.declaration
    guard let bytes = try bytes(of: name) else { return tell(name, "is not there") }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      return tell(name, "begins with a byte order mark")
    }
    guard let lines = TagText(bytes, in: .utf8)?.lines, lines.count == 2 else {
      return tell(name, "has two lines: BagIt-Version and Tag-File-Character-Encoding")
    }
    let version = lines[0].hasPrefix("BagIt-Version: ") ? lines[0].dropFirst(15) : ""
    let numbers = version.split(separator: ".", omittingEmptySubsequences: false)
    if numbers.count == 2, numbers.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }) {
      isCurrent = numbers[0] != "0"
    } else {
      tell(name, "line 1 is BagIt-Version: and a version, such as 1.0")
    }
    let label = "Tag-File-Character-Encoding: "
    let encodingName = lines[1].hasPrefix(label) ? String(lines[1].dropFirst(label.count)) : ""
    if let encoding = TagText.Encoding(named: encodingName) {
      self.encoding = encoding
    } else {
      tell(name, "line 2 is \(label)and the name of an encoding, such as UTF-8")
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func readManifest(_ name: String) throws(EnvironmentFault) {
    guard let parts = BagManifest.parts(of: name) else { return }
    guard let algorithm = DigestAlgorithm(rawValue: parts.algorithm) else {
      return tell(name, "is made with \(parts.algorithm), which is not known here")
    }
    guard let lines = try lines(of: name) else { return }
    manifests.append(
      BagManifest(
        name, algorithm, isOfTags: parts.isOfTags, lines: lines, isCurrent: isCurrent, &findings))
  }

  /// Files that a bag leaves elsewhere: they must have been fetched, and lie where the bag says.
  private mutating func readFetchList() throws(EnvironmentFault) {
    guard let lines = try lines(of: "fetch.txt") else { return }
    for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let parts = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
      guard parts.count == 3 else {
        tell("fetch.txt", "line \(number + 1) is no address, size and path")
        continue
      }
      let path = BagPath.decoded(String(parts[2]), escapesPercent: isCurrent)
      if BagPath.leadsOut(path) || !path.hasPrefix("data/") {
        tell("fetch.txt", "line \(number + 1) has \(path.visible), which is not in data/")
      } else if present[Array(path.utf8)] == nil {
        tell(path, "is not there: it must be fetched, as fetch.txt says")
      }
    }
  }

  /// What `bag-info.txt` says of the number of files and bytes.
  private mutating func checkInfo() throws(EnvironmentFault) {
    guard let lines = try lines(of: "bag-info.txt") else { return }
    let payload = listing.entries.filter { $0.path.hasPrefix("data/") }
    let oxum = "\(payload.reduce(0) { $0 + $1.sizeBytes }).\(payload.count)"
    for (number, line) in lines.enumerated() {
      guard !line.isEmpty, line.first?.isWhitespace == false else { continue }
      guard let colon = line.firstIndex(of: ":") else {
        tell("bag-info.txt", "line \(number + 1) is no label, colon and value")
        continue
      }
      let label = line[..<colon].filter { !$0.isWhitespace }
      let value = line[line.index(after: colon)...].filter { !$0.isWhitespace }
      if label.lowercased() == "payload-oxum", value != oxum {
        tell("bag-info.txt", "says Payload-Oxum \(value), and the bag has \(oxum)")
      }
    }
  }

  /// Whether each file is in the manifests that must have it, and each that they have is there.
  mutating func checkCompleteness() {
    let ofPayload = manifests.filter { !$0.isOfTags }
    for entry in listing.entries where entry.path.hasPrefix("data/") && entry.isFile {
      let lacking = ofPayload.filter { $0.digests[Array(entry.path.utf8)] == nil }
      // From 1.0 on each manifest has each file; before that one was enough.
      guard isCurrent || lacking.count == ofPayload.count else { continue }
      for manifest in lacking { tell(entry.path, "is not in \(manifest.file)") }
    }
    // Some disks take two paths for one: they differ in case, or in how letters with marks are
    // composed, which Swift's texts do not tell apart.
    let alike = Dictionary(
      listing.entries.map { ($0.path.lowercased(), $0.path) },
      uniquingKeysWith: { first, _ in first })
    for manifest in manifests {
      for path in manifest.paths where present[Array(path.utf8)] == nil {
        guard let other = alike[path.lowercased()] else {
          tell(path, "is not there, and \(manifest.file) has it")
          continue
        }
        let digest = manifest.digests[Array(path.utf8)]
        tell(
          path, "is there only as \(other.visible), which \(manifest.file) has too",
          isWarning: manifest.digests[Array(other.utf8)] == digest)
      }
    }
  }
}
