import ArchiveModel

/// What Dateline wrote into a folder: a line a file, its hash, two spaces, its path.
///
/// It is the form that `sha256sum --check` reads, and BagIt (RFC 8493).
package struct Manifest: Sendable {
  /// The file that holds it.
  package static let name = "manifest-sha256.txt"

  /// The hash of each file.
  package var hashes: [OutputPath: ContentHash]

  package init(_ hashes: [OutputPath: ContentHash] = [:]) { self.hashes = hashes }

  /// Reads a manifest; a line that is none, such as one with a path that leads outside, is no
  /// licence to touch anything, and is passed over.
  package init(parsing text: [UInt8]) {
    let lines = Manifest.lines(text)
    self.init(Dictionary(minimumCapacity: lines.count))
    for line in lines { hashes[line.path] = line.hash }
  }

  /// A number that changes with the manifest of an output folder; 0 where it has none.
  static func fingerprint(in folder: String) -> UInt64 {
    CacheFiles.bytes(at: "\(folder)/\(name)").map(Fingerprint.of) ?? 0
  }

  /// The manifest as it is written: sorted by path.
  package var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(hashes.count * 128)
    for (path, hash) in hashes.sorted(by: { $0.key < $1.key }) {
      Manifest.appendLine(path, hash, to: &text)
    }
    return text
  }

  package static func appendLine(_ path: OutputPath, _ hash: ContentHash, to text: inout [UInt8]) {
    hash.appendHexadecimal(to: &text)
    text += [UInt8(ascii: " "), UInt8(ascii: " ")]
    text += path.description.utf8
    text.append(UInt8(ascii: "\n"))
  }

  /// A line that is well formed.
  package struct Line: Sendable {
    package let path: OutputPath
    package let hash: ContentHash
    /// Where it stands in the text, with its end.
    let bytes: Range<Int>
  }

  /// The lines that are well formed; the last counts only with its end, since a killed build may
  /// have left half of it.
  package static func lines(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(text.count / 100)
    text.withUnsafeBufferPointer { text in
      var start = 0
      while let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
        if let line = line(text, start..<end) { lines.append(line) }
        start = end + 1
      }
    }
    return lines
  }

  private static func line(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> Line? {
    let (hashEnd, pathStart) = (bytes.lowerBound + 64, bytes.lowerBound + 66)
    guard pathStart < bytes.upperBound, text[hashEnd] == UInt8(ascii: " "),
      text[hashEnd + 1] == UInt8(ascii: " "),
      let hash = ContentHash(hexadecimal: text[bytes.lowerBound..<hashEnd]),
      let path = OutputPath(
        String(
          decoding: UnsafeBufferPointer(rebasing: text[pathStart..<bytes.upperBound]),
          as: UTF8.self))
    else { return nil }
    return Line(path: path, hash: hash, bytes: bytes.lowerBound..<bytes.upperBound + 1)
  }
}
