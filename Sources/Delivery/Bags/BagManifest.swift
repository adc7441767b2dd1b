import Publishing

/// A manifest of a bag: `manifest-sha256.txt`, `tagmanifest-md5.txt`.
struct BagManifest {
  /// Its name.
  let file: String
  let algorithm: DigestAlgorithm
  /// Whether it is of the bag's own files, and not of what the bag holds.
  let isOfTags: Bool
  /// The digest of each path, as the bytes of its path.
  private(set) var digests: [[UInt8]: String] = [:]
  /// The paths in their order.
  private(set) var paths: [String] = []

  /// Takes a file's name apart; nil for one that is no manifest's.
  static func parts(of name: String) -> (algorithm: String, isOfTags: Bool)? {
    let isOfTags = name.hasPrefix("tagmanifest-")
    guard isOfTags || name.hasPrefix("manifest-"), name.hasSuffix(".txt") else { return nil }
    let algorithm = name.dropFirst(isOfTags ? 12 : 9).dropLast(4)
    guard !algorithm.isEmpty else { return nil }
    return (algorithm.filter { $0 != "-" }.lowercased(), isOfTags)
  }

  /// Reads its lines, and tells what is wrong with them.
  init(
    _ file: String, _ algorithm: DigestAlgorithm, isOfTags: Bool, lines: [String],
    isCurrent: Bool, _ findings: inout [BagVerification.Finding]
  ) {
    self.file = file
    self.algorithm = algorithm
    self.isOfTags = isOfTags
    func tell(_ message: String, _ line: Int, isWarning: Bool = false) {
      findings.append(
        BagVerification.Finding(
          path: file, message: "line \(line + 1) \(message)", isWarning: isWarning))
    }
    for (number, line) in lines.enumerated() where !line.allSatisfy(\.isWhitespace) {
      let digest = line.prefix { !$0.isWhitespace }
      var written = line[digest.endIndex...].drop { $0 == " " || $0 == "\t" }
      guard digest.count == algorithm.digits, digest.allSatisfy(\.isHexDigit), !written.isEmpty
      else {
        tell("is no digest of \(algorithm.rawValue), blank and path", number)
        continue
      }
      if written.hasPrefix("*") {
        tell(
          "marks its file as binary, which md5sum does and BagIt does not", number, isWarning: true)
        written = written.dropFirst()
      }
      var path = BagPath.decoded(String(written), escapesPercent: isCurrent)
      guard !BagPath.leadsOut(path) else {
        tell("has \(path.visible), which may lead out of the bag", number)
        continue
      }
      if path.hasPrefix("./") {
        tell("begins its path with ./", number, isWarning: true)
        path = String(path.dropFirst(2))
      }
      guard path.hasPrefix("data/") != isOfTags else {
        tell(
          isOfTags
            ? "has \(path.visible), which belongs in another manifest"
            : "has \(path.visible), which is not in data/", number)
        continue
      }
      if let other = digests[Array(path.utf8)] {
        let isSame = other == digest.lowercased()
        tell("has \(path.visible) once more", number, isWarning: isSame && !isCurrent)
        continue
      }
      digests[Array(path.utf8)] = digest.lowercased()
      paths.append(path)
    }
  }
}
