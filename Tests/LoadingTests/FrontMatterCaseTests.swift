import ArchiveModel
import Testing

@testable import Loading

/// The table of cases in the shared corpora, `front-matter/cases.jsonl`.
@Suite struct `The table of front matter cases` {
  /// Decided otherwise than the table proposes, each with its reason.
  private static let otherwise: [String: String] = [
    "bidi-override": "controls of the text's direction are dropped, and a warning says so",
    "control-in-value": "a control character costs itself, with a warning, and not the article",
    "colon-space-unquoted": "a colon in a title has one meaning to people, so it is understood",
    "date-fraction": "seconds are whole: no newsroom knows more, and dates stay sixteen bytes",
    "date-leap-second": "there is no second 60 on the clocks that readers have: it is the 59th",
    "date-minutes": "a time is always written with its seconds, as ISO 8601 has it",
    "invalid-utf8-title": "bytes that could all be Windows-1252 are taken as that (DESIGN §11)",
    "liquid-in-value": "no template's source is ever shown to a reader",
    "go-template": "no template's source is ever shown to a reader",
  ]

  @Test func `Every case is read or refused as the table says`() throws {
    guard let folder = SharedData.folder("corpora/front-matter") else { return }
    let lines = String(
      decoding: try readFile(at: folder + "/cases.jsonl"), as: UTF8.self
    ).split(separator: "\n")
    var failed: [String: String] = [:]
    for line in lines {
      let test = try FrontMatterCase(String(line))
      if let failure = test.failure() { failed[test.name] = failure }
    }

    let known = Set(Self.otherwise.keys)
    for (name, failure) in failed.sorted(by: { $0.key < $1.key })
    where !known.contains(name) {
      Issue.record("\(name): \(failure)")
    }
    #expect(known.subtracting(failed.keys).sorted() == [], "these pass now")
    #expect(lines.count == 219)
  }
}

private struct FrontMatterCase {
  let name: String
  private let source: [UInt8]
  private let expected: [String: Any]

  init(_ line: String) throws {
    let fields = try SharedData.fields(line)
    name = try #require(fields["name"] as? String)
    expected = try #require(fields["expect"] as? [String: Any])
    if let text = fields["source"] as? String {
      source = Array(text.utf8)
    } else {
      source = try base64Decoded(try #require(fields["source_b64"] as? String))
    }
  }

  /// What differs from the table, or nil.
  func failure() -> String? {
    let read = Source(source, path: "articles/case.md", shownAs: "case.md")
    let messages = read.diagnostics.map { "\($0.code.rawValue): \($0.message)" }
    guard read.isSound == (expected["ok"] as? Bool ?? true) else {
      return "sound: \(read.isSound) \(messages)"
    }
    if let line = expected["error_line"] as? Int {
      let text = Archive.text(of: source, path: "case.md")
      let lines = read.diagnostics.filter { $0.severity == .error }
        .map { SourcePosition(of: $0.place.offsets.lowerBound, in: text).line }
      if !lines.contains(line) { return "error on \(lines), not \(line): \(messages)" }
    }
    if let body = expected["body"] as? String, body != String(decoding: read.body, as: UTF8.self) {
      return "body: \(String(decoding: read.body, as: UTF8.self).debugDescription)"
    }
    for warning in expected["warnings"] as? [String] ?? [] {
      let isSaid = read.diagnostics.contains {
        ($0.message + ($0.note ?? "") + ($0.suggestion ?? "") + $0.code.rawValue).lowercased()
          .contains(warning.lowercased())
      }
      if !isSaid { return "no warning about \(warning): \(messages)" }
    }
    for (key, value) in expected["values"] as? [String: Any] ?? [:] {
      if let failure = failure(of: key, value, in: read.article) { return failure }
    }
    return nil
  }

  private func failure(of key: String, _ value: Any, in article: Article) -> String? {
    let found: String
    var wanted = words(value)
    switch key {
    case "title": found = article.title
    case "subtitle": found = article.subtitle ?? ""
    case "summary": found = article.summary ?? ""
    case "slug": found = article.slug?.description ?? ""
    case "status": found = article.status.rawValue
    case "section": found = article.section ?? ""
    case "byline": found = article.byline ?? ""
    case "original_url": found = article.originalURL ?? ""
    case "lang": found = article.language ?? ""
    case "date": found = article.date.description
    case "updated": found = article.updated.description
    case "tags": found = words(article.tags)
    case "authors":
      found = words(article.authors)
      wanted = words((value as? [Any] ?? []).map { ($0 as? [String: Any])?["name"] ?? $0 })
    case "corrections":
      found = words(article.corrections.map { [$0.date.description, $0.kind, $0.text] })
      wanted = words(
        (value as? [[String: Any]] ?? []).map { [$0["date"], $0["kind"], $0["text"]] })
    case "image":
      found = article.image?.source ?? ""
      wanted = words((value as? [String: Any])?["src"] ?? value)
    case "print": return failure(ofPrint: value, in: article)
    case "extra": return failure(ofExtra: value, in: article)
    case "notes": return "\(article)".contains(wanted) ? "notes are kept" : nil
    case "entities":
      let wanted = value as? [String: Any] ?? [:]
      let isEqual = words(wanted["ignore"]) == words(article.entities.ignore)
      return isEqual ? nil : "entities: \(article.entities), not \(wanted)"
    default: return "no check for \(key)"
    }
    let isEqual = found.split { $0.isWhitespace } == wanted.split { $0.isWhitespace }
    return isEqual ? nil : "\(key): \(found.debugDescription), not \(wanted.debugDescription)"
  }

  private func failure(ofPrint value: Any, in article: Article) -> String? {
    for (key, value) in value as? [String: Any] ?? [:] {
      let found =
        switch key {
        case "date": article.print?.date.description
        case "edition": article.print?.edition
        case "section": article.print?.section
        case "page": article.print?.page
        default: article.print?.column
        }
      if found != words(value) { return "print.\(key): \(found ?? "nothing")" }
    }
    return nil
  }

  private func failure(ofExtra value: Any, in article: Article) -> String? {
    for (key, value) in value as? [String: Any] ?? [:] {
      guard let field = article.extra.first(where: { $0.key == key }) else {
        return "extra.\(key) is missing"
      }
      guard words(value) == words(field.value) else { return "extra.\(key): \(field.value)" }
    }
    return nil
  }

  private func words(_ value: Article.ExtraValue) -> String {
    switch value {
    case .null: ""
    case .bool(let flag): "\(flag)"
    case .number(let text), .text(let text): text
    case .list(let items): items.map { words($0) }.joined(separator: "|")
    case .map(let fields):
      fields.map { "\($0.key)=\(words($0.value))" }.sorted().joined(separator: ";")
    }
  }

  private func words(_ value: Any?) -> String {
    switch value {
    case let list as [Any]: list.map { words($0) }.joined(separator: "|")
    case let map as [String: Any]:
      map.map { "\($0.key)=\(words($0.value))" }.sorted().joined(separator: ";")
    case let text as String: text
    case .some(let value): "\(value)"
    case nil: ""
    }
  }
}

private func base64Decoded(_ text: String) throws -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var bytes: [UInt8] = []
  var bits = 0
  var value = 0
  for byte in text.utf8 where byte != UInt8(ascii: "=") {
    value = value << 6 | (try #require(alphabet.firstIndex(of: byte)))
    bits += 6
    if bits >= 8 {
      bits -= 8
      bytes.append(UInt8(value >> bits & 0xFF))
      value &= 1 << bits - 1
    }
  }
  return bytes
}
