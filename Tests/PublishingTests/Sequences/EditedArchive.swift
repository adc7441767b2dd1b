import ArchiveModel
import Foundation

/// An archive to which people do one thing after another, as a number has it.
///
/// The same number gives the same edits: each looks at what the archive has by then.
struct EditedArchive {
  /// The folder of the archive.
  private(set) var root: String
  var random: SplitMix64
  /// What the next builds are asked.
  var asked = Asked()
  /// What `archive.yml` says, but for its title.
  var settings: [String: String] = [:]
  /// The records of authorities, by id.
  var records: [String: Record] = [:]
  /// The texts of articles that were broken.
  var broken: [String: String] = [:]
  /// What was done so far, a line each.
  private(set) var history: [String] = []
  /// How many edits there were, so that no two write the same.
  var step = 0

  /// What may be said on a command line.
  struct Asked: Sendable, Codable {
    var showsDrafts = false
    var remembersAddresses = true
    var now: String?
    var baseURL: String?
    var maximumFiles: Int?
    var output = "Public"
  }

  /// A record of authority, as far as edits change it.
  struct Record {
    var kind: String
    var name: String
    var lines: [String] = []
  }

  static let people = ["Lise Grande", "Omar Haddad", "Anna Haddad", "Abdul Amir Yarallah"]
  static let places = ["Mosul", "Erbil", "Baghdad", "Qayyarah"]
  static let groups = ["the World Food Programme", "the Red Crescent"]
  static var names: [String] { people + places + groups }

  /// Begins an archive with a few articles, a record, a picture and a page.
  init(root: String, seed: UInt64) throws {
    self.root = root
    random = SplitMix64(state: seed &* 0x2545_F491_4F6C_DD1D)
    settings["base_url"] = "https://example.org/times/"
    if oneOf(2) { settings["theme"] = "own" }
    if oneOf(2) { settings["minimum_articles"] = "1" }
    for _ in 0..<2 + below(4) { _ = try addArticle() }
    _ = try addRecord()
    try writePicture("p0.svg")
    try write("Content/pages/imprint.md", "---\ntitle: Imprint\n---\nWho we are.\n")
    try writeStyle()
    try writeSettings()
  }

  /// Does something; false where there is nothing of which it could be done.
  mutating func perform(_ edit: Edit) throws -> Bool {
    step += 1
    guard let what = try performed(edit) else { return false }
    history.append("\(edit.rawValue): \(what)")
    return true
  }

  /// The same in another folder, as far as builds go.
  func moved(to root: String) -> EditedArchive {
    var copy = self
    copy.root = root
    return copy
  }

  /// Notes what else was done.
  mutating func note(_ line: String) { history.append(line) }

  private mutating func performed(_ edit: Edit) throws -> String? {
    if let what = try editArticle(edit) { return what }
    if let what = try editWord(edit) { return what }
    if let what = try editSetting(edit) { return what }
    if let what = try editFile(edit) { return what }
    return try befall(edit) ?? ask(edit)
  }

  private mutating func ask(_ edit: Edit) -> String? {
    switch edit {
    case .draftsAsked: asked.showsDrafts.toggle()
    case .clockMoved:
      asked.now = pick([
        nil, "2017-05-31", "2017-06-01", "2017-12-31", "2018-01-01", "2018-01-02", "2017",
      ])
    case .baseURLAsked: asked.baseURL = pick([nil, "https://example.com/", "http://a.example/b/"])
    case .filesLimited: asked.maximumFiles = pick([nil, 30, 60, 100, 400])
    case .lockedAsked: asked.remembersAddresses.toggle()
    case .otherOutputAsked: asked.output = pick(["Public", "Preview"])
    default: return nil
    }
    return "\(asked)"
  }
}

// MARK: Files

extension EditedArchive {
  /// The articles that there are, as paths below the archive's folder.
  var articles: [String] {
    files("Content/articles").filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }
  }

  /// All files below a folder, in order.
  func files(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: "\(root)/\(folder)")
    var isFolder: ObjCBool = false
    return (all?.compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }.filter {
      FileManager.default.fileExists(atPath: "\(root)/\($0)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }

  /// The text of a file.
  func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
  }

  /// Writes a file beside its place and moves it there, as editors do.
  func write(_ path: String, _ text: String) throws { try BuiltSite.write("\(root)/\(path)", text) }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(root)/\(path)")
  }

  /// Writes into a file as it stands, and gives it the time that it had.
  func overwrite(_ path: String, _ bytes: Data) throws {
    let file = "\(root)/\(path)"
    let time = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
    let handle = try FileHandle(forWritingTo: URL(filePath: file))
    try handle.write(contentsOf: bytes)
    try handle.truncate(atOffset: UInt64(bytes.count))
    try handle.close()
    if let time {
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
    }
  }

  // MARK: Chance

  mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  /// True once in so many times.
  mutating func oneOf(_ count: Int) -> Bool { below(count) == 0 }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// One of the values; nil where there are none.
  mutating func any<Value>(_ values: [Value]) -> Value? { values.isEmpty ? nil : pick(values) }
}
