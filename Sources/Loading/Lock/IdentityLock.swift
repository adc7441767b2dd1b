import ArchiveModel

/// `authorities/ids.lock`: the addresses that were ever public, so that none changes when articles
/// are added.
///
/// A first line with the version of the schema, then a line an address, sorted by bytes:
///
///     dateline-ids 1
///     article 2017/03/26/talks-2 articles/2017/03/26/more-talks.md
///     entity person/lise-grande lise grande
///
/// The order of lines does not matter for reading, nor do equal lines, so a merge that keeps the
/// lines of both sides is a good one.
public struct IdentityLock: Sendable {
  /// What a public entity is known by.
  private struct EntityName: Hashable {
    var kind: EntityKind
    var name: String
  }

  private struct EntityID: Hashable {
    var kind: EntityKind
    var id: Slug
  }

  /// Problems of the file; with any of them it is not written until it is mended.
  public private(set) var diagnostics: [Diagnostic] = []

  private let contentFolder: String
  /// The file as it was read; nil where there is none.
  private let original: [UInt8]?
  private var idOfName: [EntityName: Slug] = [:]
  private var nameOfID: [EntityID: String] = [:]
  private var addressOfArticle: [String: String] = [:]
  private var articleOfAddress: [String: String] = [:]

  static let firstLine = "dateline-ids 1"
  static let path = "authorities/ids.lock"

  /// Reads the lock of an archive; an empty one where there is no file.
  public static func read(of archive: Archive) -> IdentityLock {
    read(contentFolder: archive.contentFolder, shownAs: archive.shownPath(of: path))
  }

  /// Reads the lock in a content folder.
  static func read(contentFolder: String, shownAs shownPath: String = path) -> IdentityLock {
    do throws(FileFailure) {
      let bytes = try readFile(at: contentFolder + "/" + path)
      return IdentityLock(contentFolder: contentFolder, bytes: bytes, shownPath: shownPath)
    } catch {
      var lock = IdentityLock(contentFolder: contentFolder, bytes: nil, shownPath: shownPath)
      if !error.isMissing {
        lock.diagnostics = [
          Diagnostic(
            .lockInvalid, "the lock cannot be read: \(error.reason)",
            at: SourceRange(path: shownPath), note: IdentityLock.unwritten)
        ]
      }
      return lock
    }
  }

  // MARK: Entities

  /// The id under which a normalised full name of a kind was public.
  public func entityID(kind: EntityKind, name: String) -> Slug? {
    idOfName[EntityName(kind: kind, name: name)]
  }

  /// The normalised full name that a public id stands for; nil where the id is free.
  public func entityName(kind: EntityKind, id: Slug) -> String? {
    nameOfID[EntityID(kind: kind, id: id)]
  }

  /// Remembers that an id is public, and what for.
  ///
  /// An id that is locked already stays as it is.
  public mutating func lockEntity(kind: EntityKind, id: Slug, name: String) {
    guard entityName(kind: kind, id: id) == nil else { return }
    nameOfID[EntityID(kind: kind, id: id)] = name
    if entityID(kind: kind, name: name) == nil {
      idOfName[EntityName(kind: kind, name: name)] = id
    }
  }

  // MARK: Articles

  /// The address that an article has, without slashes at the ends: `2017/03/26/talks-2`.
  ///
  /// - Parameter key: `id:` and the author's id where there is one, else the article's path.
  public func articleAddress(of key: String) -> String? { addressOfArticle[key] }

  /// The key of the article that an address belongs to; nil where the address is free.
  public func articleKey(at address: String) -> String? { articleOfAddress[address] }

  /// Remembers an article's address.
  ///
  /// An address that is locked already stays as it is.
  public mutating func lockArticle(address: String, key: String) {
    guard articleOfAddress[address] == nil else { return }
    articleOfAddress[address] = key
    if addressOfArticle[key] == nil { addressOfArticle[key] = address }
  }

  // MARK: Writing

  /// The file's bytes: the same whatever the order in which ids were added.
  public var bytes: [UInt8] {
    var lines: [String] = []
    lines.reserveCapacity(nameOfID.count + articleOfAddress.count)
    for (key, name) in nameOfID {
      lines.append("entity \(key.kind.name)/\(key.id) \(LockLine.escaped(name))")
    }
    for (address, key) in articleOfAddress {
      lines.append("article \(LockLine.escaped(address)) \(LockLine.escaped(key))")
    }
    lines.sort(by: FolderWalk.precedes)
    var bytes = Array((IdentityLock.firstLine + "\n").utf8)
    for line in lines {
      bytes += line.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Whether `write` would change the file.
  public var needsWriting: Bool {
    guard diagnostics.isEmpty else { return false }
    if original == nil, nameOfID.isEmpty, articleOfAddress.isEmpty { return false }
    return original != bytes
  }

  /// Writes the file, beside its place and then renamed, if it changed and had no problems.
  public func write() throws(EnvironmentFault) {
    guard needsWriting else { return }
    try makeFolder(at: contentFolder + "/authorities")
    try writeFile(bytes, to: contentFolder + "/" + IdentityLock.path)
  }

  // MARK: Reading

  private static let unwritten = "the lock is not written until this is mended"

  private init(contentFolder: String, bytes: [UInt8]?, shownPath: String) {
    self.contentFolder = contentFolder
    original = bytes
    guard let bytes else { return }
    let text = DecodedText(bytes).bytes
    var lines: [(text: String, place: SourceRange)] = []
    var lineStart = 0
    while lineStart < text.count {
      let lineEnd = text[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let line = String(decoding: text[lineStart..<lineEnd], as: UTF8.self)
      lines.append((line, SourceRange(path: shownPath, offsets: lineStart..<lineEnd)))
      lineStart = lineEnd + 1
    }
    guard let first = lines.first, first.text == IdentityLock.firstLine else {
      report(
        "the first line of a lock is “\(IdentityLock.firstLine)”",
        at: lines.first?.place ?? SourceRange(path: shownPath))
      return
    }
    // A merge may have left the lines in any order; what they mean must not hang on it.
    let sorted = lines.dropFirst().sorted { FolderWalk.precedes($0.text, $1.text) }
    for line in sorted where !line.text.isEmpty { read(line.text, at: line.place) }
    diagnostics.sort()
  }

  private mutating func read(_ line: String, at place: SourceRange) {
    switch LockLine(line) {
    case .entity(let kind, let id, let name):
      let known = entityName(kind: kind, id: id)
      guard known == nil || known == name else {
        report("the id \(kind.name)/\(id) stands here for a second name", at: place)
        return
      }
      lockEntity(kind: kind, id: id, name: name)
    case .article(let address, let key):
      let known = articleKey(at: address)
      guard known == nil || known == key else {
        report("the address \(address) stands here for a second article", at: place)
        return
      }
      lockArticle(address: address, key: key)
    case .conflictMarker:
      report(
        "a merge left its conflict here", at: place,
        "keep the lines of both sides, and delete the lines <<<<<<<, ======= and >>>>>>>")
    case .malformed:
      report(
        "this line is none of a lock", at: place,
        "take the file from the last commit, or delete the line")
    }
  }

  private mutating func report(
    _ message: String, at place: SourceRange, _ suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .lockInvalid, message, at: place, note: IdentityLock.unwritten, suggestion: suggestion))
  }
}

/// A line of the lock.
private enum LockLine {
  case entity(EntityKind, Slug, name: String)
  case article(address: String, key: String)
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
    case "article":
      guard let address = LockLine.unescaped(fields[1]) else { return }
      self = .article(address: address, key: value)
    default:
      return
    }
  }

  /// Without line ends or other controls, which a file's name may hold; `%` for the escape itself.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "%") }) else {
      return text
    }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") {
        bytes += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unescaped(_ text: Substring) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    return PercentEncoding.decoded(String(text))
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
