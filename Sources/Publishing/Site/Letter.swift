import Cataloguing

/// A letter of the A to Z with the names below it.
struct Letter: Sendable {
  /// "A", or "0–9"; empty for names that begin otherwise.
  var name: String
  /// `a`, `0-9`, `other`.
  var path: String
  /// The numbers of its entities, in order.
  var entities: [Int32]

  /// The letters of an archive; O(entities).
  static func all(of catalog: Catalog) -> [Letter] {
    var letters: [Letter] = []
    var positions: [String: Int] = [:]
    for (number, entity) in catalog.entities.enumerated() {
      guard entity.isListed, entity.articleCount > 0 || entity.hasPage else { continue }
      let (name, path) = heading(of: entity.name)
      if let position = positions[path] {
        letters[position].entities.append(Int32(number))
      } else {
        positions[path] = letters.count
        letters.append(Letter(name: name, path: path, entities: [Int32(number)]))
      }
    }
    return letters.sorted {
      ($0.name.isEmpty ? 1 : 0, $0.path) < ($1.name.isEmpty ? 1 : 0, $1.path)
    }
  }

  /// The same as pages say it: "Other".
  func name(in language: Language) -> String { name.isEmpty ? language[.otherLetters] : name }

  private static func heading(of name: String) -> (name: String, path: String) {
    guard let first = NameKey(name).text.utf8.first else { return ("", "other") }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      let letter = String(UnicodeScalar(first))
      return (letter.uppercased(), letter)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return ("0–9", "0-9")
    default: return ("", "other")
    }
  }
}
