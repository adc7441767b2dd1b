import ArchiveModel

/// `authorities/ids.lock`: the addresses that were ever public, so that none changes when articles
/// are added.
///
/// A first line with the version of the schema, then a line an address, sorted by bytes:
///
///     dateline-ids 1
///     article 2017/03/26/talks-2/ articles/2017/03/26/more-talks.md
///     entity person/lise-grande lise grande
///     former 2017/03/25/talks/ articles/2017/03/26/more-talks.md
///     pattern * /:section/:slug/
///     term tags/c-2 c++
///
/// The order of lines does not matter for reading, nor do equal lines, so a merge that keeps the
/// lines of both sides is a good one.
public struct IdentityLockFile: Sendable {
  /// What the file remembers.
  public private(set) var lock = IdentityLock()
  /// Problems of the file; with any of them it is not written until it is mended.
  public private(set) var diagnostics: [Diagnostic] = []

  /// What the file has that must not be shown.
  private var hidden: HiddenIdentities?
  private let contentFolder: String
  /// The file as it was read; nil where there is none.
  private let original: [UInt8]?
  /// What the file would be written for just as it is, as far as that is known.
  private var unchanged: IdentityLock?

  private static let firstLine = "dateline-ids 1"
  /// Where the file stands in the content folder.
  public static let path = "authorities/ids.lock"
  private static let unwritten = "the lock is not written until this is mended"

  /// Reads the lock of an archive; an empty one where there is no file.
  public static func read(of archive: Archive) -> IdentityLockFile {
    var file = read(contentFolder: archive.contentFolder, shownAs: archive.shownPath(of: path))
    file.hidden = HiddenIdentities(&file.lock, of: archive)
    if file.unchanged != nil { file.unchanged = file.lock }
    return file
  }

  /// Reads the lock in a content folder.
  static func read(contentFolder: String, shownAs shownPath: String = path) -> IdentityLockFile {
    do throws(FileFailure) {
      let bytes = try readFile(at: contentFolder + "/" + path)
      return IdentityLockFile(contentFolder: contentFolder, bytes: bytes, shownPath: shownPath)
    } catch {
      var file = IdentityLockFile(contentFolder: contentFolder, bytes: nil, shownPath: shownPath)
      if !error.isMissing {
        file.report("the lock cannot be read: \(error.reason)", at: SourceRange(path: shownPath))
      }
      return file
    }
  }

  // MARK: Writing

  /// Writes a lock, beside its place and then renamed.
  ///
  /// - Returns: Whether the file changed. It stays as it is if it says the same already, or had
  ///   problems that a new one would wipe out.
  @discardableResult
  public func write(_ lock: IdentityLock) throws(EnvironmentFault) -> Bool {
    guard needsWriting(lock) else { return false }
    try makeFolder(at: contentFolder + "/authorities")
    try writeFile(
      IdentityLockFile.bytes(of: whole(lock)), to: contentFolder + "/" + IdentityLockFile.path)
    return true
  }

  /// Whether `write` would change the file.
  public func needsWriting(_ lock: IdentityLock) -> Bool {
    guard diagnostics.isEmpty else { return false }
    if original == nil, lock == IdentityLock() { return false }
    if let unchanged, unchanged == lock { return false }
    return original != IdentityLockFile.bytes(of: whole(lock))
  }

  private func whole(_ lock: IdentityLock) -> IdentityLock { hidden?.restored(lock) ?? lock }

  /// The bytes of a lock's file: the same whatever the order in which ids were added.
  static func bytes(of lock: IdentityLock) -> [UInt8] {
    var lines: [String] = []
    lines.reserveCapacity(lock.entities.count + lock.articles.count)
    for (key, id) in lock.entities {
      lines.append("entity \(key.kind.name)/\(id) \(PercentEncoding.line(key.name))")
    }
    for (key, address) in lock.articles {
      lines.append("article \(PercentEncoding.line(address)) \(PercentEncoding.line(key))")
    }
    for (key, path) in lock.terms {
      lines.append("term \(key.folder)/\(path) \(PercentEncoding.line(key.name))")
    }
    for (address, key) in lock.formerAddresses {
      lines.append("former \(PercentEncoding.line(address)) \(PercentEncoding.line(key))")
    }
    if lock.permalinks.standard != .standard {
      lines.append("pattern * \(lock.permalinks.standard)")
    }
    for (section, pattern) in lock.permalinks.bySection {
      lines.append("pattern \(section) \(pattern)")
    }
    lines.sort { $0.precedesByBytes($1) }
    var bytes = Array((firstLine + "\n").utf8)
    for line in lines {
      bytes += line.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  // MARK: Reading

  private init(contentFolder: String, bytes: [UInt8]?, shownPath: String) {
    self.contentFolder = contentFolder
    original = bytes
    guard let bytes else { return }
    if let canonical = CanonicalLock.lock(in: bytes, firstLine: IdentityLockFile.firstLine) {
      lock = canonical
      unchanged = canonical
      return
    }
    let text = DecodedText(bytes).bytes
    var lines: [(text: String, place: SourceRange)] = []
    var lineStart = 0
    while lineStart < text.count {
      let lineEnd = text[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let line = String(decoding: text[lineStart..<lineEnd], as: UTF8.self)
      lines.append((line, SourceRange(path: shownPath, offsets: lineStart..<lineEnd)))
      lineStart = lineEnd + 1
    }
    guard let first = lines.first, first.text == IdentityLockFile.firstLine else {
      report(
        "the first line of a lock is “\(IdentityLockFile.firstLine)”",
        at: lines.first?.place ?? SourceRange(path: shownPath))
      return
    }
    // A merge may have left the lines in any order; what they mean must not hang on it.
    let sorted = lines.dropFirst().sorted { $0.text.precedesByBytes($1.text) }
    var reading = Reading()
    for line in sorted where !line.text.isEmpty { read(line.text, at: line.place, &reading) }
    lock = IdentityLock(
      entities: reading.entities, articles: reading.articles, terms: reading.terms,
      formerAddresses: reading.formerAddresses, permalinks: reading.permalinks)
    diagnostics.sort()
  }

  /// What was read so far, both ways round.
  private struct Reading {
    var entities: [IdentityLock.EntityKey: Slug] = [:]
    var articles: [String: String] = [:]
    var terms: [IdentityLock.TermKey: String] = [:]
    var formerAddresses: [String: String] = [:]
    var permalinks = Permalinks()
    var holders: [String: String] = [:]
  }

  private mutating func read(_ line: String, at place: SourceRange, _ reading: inout Reading) {
    switch LockLine(line) {
    case .entity(let kind, let id, let name):
      let address = "\(kind.name)/\(id)"
      guard reading.holders[address, default: name] == name else {
        report("the id \(address) stands here for a second name", at: place)
        return
      }
      reading.holders[address] = name
      let key = IdentityLock.EntityKey(kind: kind, name: name)
      guard reading.entities[key, default: id] == id else {
        report("“\(name)” has a second id here, \(address)", at: place)
        return
      }
      reading.entities[key] = id
    case .article(let address, let key):
      guard reading.holders["/" + address, default: key] == key else {
        report("the address \(address) stands here for a second article", at: place)
        return
      }
      reading.holders["/" + address] = key
      guard reading.articles[key, default: address] == address else {
        report("“\(key)” has a second address here, \(address)", at: place)
        return
      }
      reading.articles[key] = address
    case .term(let folder, let path, let name):
      let address = "\(folder)/\(path)"
      guard reading.holders["/" + address, default: name] == name else {
        report("the address \(address) stands here for a second name", at: place)
        return
      }
      reading.holders["/" + address] = name
      let key = IdentityLock.TermKey(folder: folder, name: name)
      guard reading.terms[key, default: path] == path else {
        report("“\(name)” has a second address here, \(address)", at: place)
        return
      }
      reading.terms[key] = path
    case .former(let address, let key):
      reading.formerAddresses[address] = key
    case .pattern(let section, let pattern):
      // Of two after a merge either is right: what differs from the settings moves, and leads on.
      if section == "*" {
        reading.permalinks.standard = pattern
      } else {
        reading.permalinks.bySection[section] = pattern
      }
    case .conflictMarker:
      report(
        "a merge left its conflict here", at: place,
        "keep the lines of both sides, and delete the lines <<<<<<<, ======= and >>>>>>>")
    case .malformed:
      report(
        "this line is none of a lock", at: place)
    }
  }

  private mutating func report(
    _ message: String, at place: SourceRange, _ suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .lockInvalid, message, at: place, note: IdentityLockFile.unwritten,
        suggestion: suggestion ?? "take the file from the last commit, or delete the wrong line"))
  }
}

/// A line of the lock.
private enum LockLine {
  case entity(EntityKind, Slug, name: String)
  case article(address: String, key: String)
  case former(address: String, key: String)
  case term(folder: String, path: String, name: String)
  case pattern(section: String, AddressPattern)
  case conflictMarker
  case malformed

  init(_ line: String) {
    self = .malformed
    for marker in ["<<<<<<<", "=======", ">>>>>>>", "|||||||"] where line.hasPrefix(marker) {
      self = .conflictMarker
      return
    }
    let fields = line.split(separator: " ", maxSplits: 2)
    guard fields.count == 3, let value = LockLine.unescaped(fields[2]) else { return }
    switch fields[0] {
    case "entity":
      let parts = fields[1].split(separator: "/")
      guard parts.count == 2, let kind = EntityKind(name: String(parts[0])),
        let id = Slug(exactly: String(parts[1]))
      else { return }
      self = .entity(kind, id, name: value)
    case "term":
      let parts = fields[1].split(separator: "/").map(String.init)
      guard parts.count > 1, parts.allSatisfy({ Slug(exactly: $0) != nil }) else { return }
      self = .term(
        folder: parts[0], path: parts.dropFirst().joined(separator: "/"), name: value)
    case "pattern":
      guard let pattern = try? AddressPattern(parsing: value) else { return }
      self = .pattern(section: String(fields[1]), pattern)
    case "article", "former":
      guard let address = LockLine.unescaped(fields[1]) else { return }
      self =
        fields[0] == "article"
        ? .article(address: address, key: value) : .former(address: address, key: value)
    default:
      return
    }
  }

  private static func unescaped(_ text: Substring) -> String? {
    PercentEncoding.decoded(String(text))
  }
}
