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
  package init(parsing text: [UInt8]) { self.init(Manifest.lines(text)) }

  init(_ lines: [(path: OutputPath, hash: ContentHash)]) {
    self.init()
    hashes.reserveCapacity(lines.count)
    for line in lines { hashes[line.path] = line.hash }
  }

  /// A number that changes with the manifest of an output folder; 0 where it has none.
  static func fingerprint(in folder: String) -> UInt64 {
    CacheFiles.bytes(at: "\(folder)/\(name)").map(Fingerprint.of) ?? 0
  }

  /// The manifest as it is written: sorted by path.
  package var text: [UInt8] {
    var order: [OutputPath] = []
    return text(&order)
  }

  /// The same; `order` is that of a manifest with much the same paths, and becomes that of this one.
  ///
  /// To sort what stands in order but for a few takes a tenth of the time, a twentieth of that of a
  /// build after one edit.
  func text(_ order: inout [OutputPath]) -> [UInt8] {
    order.removeAll { hashes[$0] == nil }
    if order.count < hashes.count {
      let known = Set(order)
      order += hashes.keys.filter { !known.contains($0) }.sorted()
    }
    order.sort()
    var text: [UInt8] = []
    text.reserveCapacity(order.count * 128)
    for path in order {
      if let hash = hashes[path] { Manifest.appendLine(path, hash, to: &text) }
    }
    return text
  }

  package static func appendLine(_ path: OutputPath, _ hash: ContentHash, to text: inout [UInt8]) {
    hash.appendHexadecimal(to: &text)
    text += [UInt8(ascii: " "), UInt8(ascii: " ")]
    text += path.description.utf8
    text.append(UInt8(ascii: "\n"))
  }

  /// The lines that are well formed; the last counts only with its end, since a killed build may
  /// have left half of it.
  package static func lines(_ text: [UInt8]) -> [(path: OutputPath, hash: ContentHash)] {
    let end = text.lastIndex(of: UInt8(ascii: "\n")) ?? 0
    return text[..<end].split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.count > 66, line.dropFirst(64).prefix(2).elementsEqual("  ".utf8),
        let hash = ContentHash(hexadecimal: line.prefix(64)),
        let path = OutputPath(String(decoding: line.dropFirst(66), as: UTF8.self))
      else { return nil }
      return (path, hash)
    }
  }
}
