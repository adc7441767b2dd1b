import ArchiveModel
import Testing
import Yams

@testable import Loading

/// The table of cases in the shared corpora, `front-matter/cases.jsonl`.
@Suite struct `The table of front matter cases` {
  /// Not yet: warnings that reading everything will bring.
  private static let later: Set<String> = [
    "date-compact", "date-empty", "date-european-long", "date-one-digit", "date-rfc822",
    "date-us-abbreviated", "date-us-long", "date-zeros", "hash-after-space",
    "jekyll-space-separated", "title-null-word", "two-front-matters", "very-long-value",
  ]

  /// Not yet: TOML and JSON, which are refused with a remedy.
  private static func isOtherSyntax(_ name: String) -> Bool {
    name.hasPrefix("toml-") || name.hasPrefix("json-")
  }

  /// Decided otherwise: controls are dropped with a warning, a colon in a title is understood,
  /// seconds are whole and always written, and bytes that could be Windows-1252 are taken as that.
  private static let otherwise: Set<String> = [
    "bidi-override", "colon-space-unquoted", "control-in-value", "date-fraction",
    "date-leap-second", "date-minutes", "invalid-utf8-title",
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

    let known = Self.later.union(Self.otherwise)
    for (name, failure) in failed.sorted(by: { $0.key < $1.key })
    where !known.contains(name) && !Self.isOtherSyntax(name) {
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

  /// JSON is YAML, and the library reads it.
  init(_ line: String) throws {
    let fields = try #require(try Yams.load(yaml: line) as? [String: Any])
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
    default: return nil
    }
    let isEqual = found.split { $0.isWhitespace } == wanted.split { $0.isWhitespace }
    return isEqual ? nil : "\(key): \(found.debugDescription), not \(wanted.debugDescription)"
  }

  private func words(_ value: Any?) -> String {
    switch value {
    case let list as [Any]: list.map { words($0) }.joined(separator: "|")
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
