import ArchiveModel
import Testing

/// A text whose names are marked in place: `Tests/Fixtures/Names/README.md` says how.
struct GoldText: Sendable, CustomStringConvertible {
  /// A marked span, in UTF-8 offsets of `text`.
  struct Mark: Sendable {
    let kinds: [EntityKind]
    /// Where it may begin: twice the same, unless its beginning may be left out.
    let starts: [Int]
    let end: Int
    /// Whether it counts neither way.
    let isOptional: Bool

    func fits(_ mention: Mention) -> Bool {
      starts.contains(Int(mention.start)) && Int(mention.end) == end
        && kinds.contains(mention.kind.entityKind)
    }
  }

  /// As written in the file.
  let description: String
  /// What the recogniser reads.
  private(set) var text = ""
  private(set) var marks: [Mark] = []

  /// Reads a line; nil where a mark is not well-formed.
  init?(_ line: String) {
    description = line
    var rest = line[...]
    while let next = rest.popFirst() {
      switch next {
      case "\\":
        guard let character = Self.escaped(&rest) else { return nil }
        text.append(character)
      case "[", "{":
        guard let mark = mark(next == "[" ? "]" : "}", &rest) else { return nil }
        marks.append(mark)
      case "]", "}":
        return nil
      default:
        text.append(next)
      }
    }
  }

  /// What is wrong in what was found, a phrase a fault.
  ///
  /// Only persons, organizations and places count, unless `countsAll`.
  func faults(_ mentions: [Mention], countsAll: Bool) -> [String] {
    let counts = { (kind: EntityKind) in countsAll || kind < .event }
    var faults: [String] = []
    for mark in marks where !mark.isOptional && mark.kinds.contains(where: counts) {
      if !mentions.contains(where: mark.fits) {
        faults.append("missed \(mark.kinds[0].name) “\(surface(mark.starts[0]..<mark.end))”")
      }
    }
    for mention in mentions where counts(mention.kind.entityKind) {
      // A demonym is weak evidence and counts neither way.
      if mention.kind == .demonym && !countsAll { continue }
      if !marks.contains(where: { $0.fits(mention) }) {
        faults.append("found \(mention.kind.name) “\(surface(mention.range))”")
      }
    }
    return faults
  }

  private func surface(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  private mutating func mark(_ closing: Character, _ rest: inout Substring) -> Mark? {
    guard let space = rest.firstIndex(of: " ") else { return nil }
    let kinds = rest[..<space].split(separator: "/").compactMap {
      $0 == "demonym" ? .place : EntityKind(name: String($0))
    }
    guard !kinds.isEmpty else { return nil }
    rest = rest[space...].dropFirst()
    var starts = [text.utf8.count]
    while let next = rest.popFirst() {
      switch next {
      case closing:
        return Mark(
          kinds: kinds, starts: starts, end: text.utf8.count, isOptional: closing == "}")
      case "|":
        // The blank that follows is in the text, but in no name.
        starts.append(text.utf8.count + 1)
      case "\\":
        guard let character = Self.escaped(&rest) else { return nil }
        text.append(character)
      default:
        text.append(next)
      }
    }
    return nil
  }

  /// The character for what follows a backslash: `n`, `u{A0}`, or itself.
  private static func escaped(_ rest: inout Substring) -> Character? {
    switch rest.popFirst() {
    case "n": return "\n"
    case "u":
      guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}"),
        let scalar = UInt32(rest[..<end], radix: 16).flatMap(Unicode.Scalar.init)
      else { return nil }
      rest = rest[end...].dropFirst()
      return Character(scalar)
    case let other: return other
    }
  }
}

extension GoldText {
  /// The marked texts of the repository, a list a file, sorted by name.
  static func files(
    file: StaticString = #filePath
  ) throws -> [(name: String, texts: [GoldText])] {
    let folder =
      "\(file)".split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(2).joined(separator: "/") + "/Fixtures/Names"
    return try SharedData.files(folder, ".txt").map { name, bytes in
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      return (
        name,
        try lines.filter { !$0.hasPrefix("# ") }.map {
          try #require(GoldText(String($0)), "\(name): \($0)")
        }
      )
    }
  }
}
