import ArchiveModel

/// Reads a lock that stands as it is written: each line once, sorted, without escapes.
///
/// That is what a build finds nearly always; the lock of 10,000 articles is read in a third of the
/// time that a line of any form needs, and need not be made anew to see that nothing changed.
struct CanonicalLock: ~Copyable {
  private var entities: [IdentityLock.EntityKey: Slug] = [:]
  private var articles: [String: String] = [:]
  private var terms: [IdentityLock.TermKey: String] = [:]
  private var formerAddresses: [String: String] = [:]

  /// The lock that a file's bytes mean; nil where they have another form, right or wrong.
  ///
  /// With each line once and all sorted, those of one address would follow each other: O(bytes).
  static func lock(in file: [UInt8], firstLine: String) -> IdentityLock? {
    let head = Array((firstLine + "\n").utf8)
    guard file.starts(with: head), file.last == UInt8(ascii: "\n") else { return nil }
    var lock = CanonicalLock()
    let isRead = file.withUnsafeBufferPointer { bytes in
      var earlier = bytes[..<0]
      var rest = bytes[head.count...]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = rest[..<end]
        guard earlier.lexicographicallyPrecedes(line), lock.add(line, after: earlier) else {
          return false
        }
        (earlier, rest) = (line, rest[(end + 1)...])
      }
      return true
    }
    guard isRead else { return nil }
    return IdentityLock(
      entities: lock.entities, articles: lock.articles, terms: lock.terms,
      formerAddresses: lock.formerAddresses)
  }

  /// Adds what a line says, if it has one of the usual forms and nothing else says so already.
  private mutating func add(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, after earlier: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let blank = UInt8(ascii: " ")
    guard let first = line.firstIndex(of: blank),
      let second = line[(first + 1)...].firstIndex(of: blank), second + 1 < line.endIndex,
      line.allSatisfy({ $0 >= blank && $0 != 0x7F && $0 != UInt8(ascii: "%") }),
      line[second + 1] != blank, !earlier.starts(with: line[...second]),
      let address = String(validating: line[(first + 1)..<second], as: UTF8.self),
      let value = String(validating: line[(second + 1)...], as: UTF8.self)
    else { return false }
    let slash = line[(first + 1)..<second].firstIndex(of: UInt8(ascii: "/"))
    if line[..<first].elementsEqual("article".utf8) {
      // Without one it might be that of a term.
      guard address.utf8.last == UInt8(ascii: "/") else { return false }
      return articles.updateValue(address, forKey: value) == nil
    }
    if line[..<first].elementsEqual("former".utf8) {
      formerAddresses[address] = value
      return true
    }
    guard let slash else { return false }
    let folder = String(decoding: line[(first + 1)..<slash], as: UTF8.self)
    let path = String(decoding: line[(slash + 1)..<second], as: UTF8.self)
    if line[..<first].elementsEqual("entity".utf8) {
      guard let kind = EntityKind(name: folder), kind.name == folder, let id = Slug(exactly: path)
      else { return false }
      let key = IdentityLock.EntityKey(kind: kind, name: value)
      return entities.updateValue(id, forKey: key) == nil
    }
    guard line[..<first].elementsEqual("term".utf8), Slug(exactly: folder) != nil,
      path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy({ Slug(exactly: String(decoding: $0, as: UTF8.self)) != nil })
    else { return false }
    let key = IdentityLock.TermKey(folder: folder, name: value)
    return terms.updateValue(path, forKey: key) == nil
  }
}
