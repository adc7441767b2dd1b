import Cataloguing

/// A letter of the A to Z with the names below it.
struct Letter: Sendable {
  /// "A", "0–9", "Ж"; empty for names that begin otherwise.
  var name: String
  /// `a`, `0-9`, `cyrillic-zhe`, `other`.
  var path: String
  /// The numbers of its entities, in order.
  var entities: [Int32] = []
  /// Where it stands among the letters.
  private var rank: Int

  private init(name: String, path: String, rank: Int) {
    (self.name, self.path, self.rank) = (name, path, rank)
  }

  /// The letters of an archive; O(entities log entities).
  ///
  /// First those of the script that its language is written in; what begins with no letter is last.
  static func all(of catalog: Catalog, in language: Language) -> [Letter] {
    let own = Alphabet(ofLanguage: language.tag)
    var letters: [Letter] = []
    var positions: [String: Int] = [:]
    // Of the letters that nearly all names begin with, by their bytes.
    var latinPositions = [Int?](repeating: nil, count: 256)
    // How names in other scripts are ordered; those in Latin letters are in the catalog's order.
    var keys: [Int32: [UInt32]] = [:]
    for index in catalog.entities.indices {
      let entity = catalog.entities[index]
      guard entity.isListed, entity.articleCount > 0 || entity.hasPage else { continue }
      let number = Int32(index)
      let first = entity.name.utf8.first ?? 0
      if let known = latinPositions[Int(first)] {
        letters[known].entities.append(number)
        continue
      }
      let latin = Letter(ascii: first)
      let letter: Letter
      if let latin {
        letter = latin
      } else if let (entry, key) = Alphabet.place(of: entity.name) {
        letter = Letter(entry, isOwn: entry.alphabet == own)
        keys[number] = key
      } else {
        letter = Letter(latin: entity.name)
      }
      let position = positions[letter.path] ?? letters.count
      if position == letters.count {
        positions[letter.path] = position
        letters.append(letter)
      }
      if latin != nil { latinPositions[Int(first)] = position }
      letters[position].entities.append(number)
    }
    for index in letters.indices where !keys.isEmpty {
      letters[index].entities.sort { one, other in
        guard let key = keys[one], let otherKey = keys[other], key != otherKey else {
          return one < other
        }
        return key.lexicographicallyPrecedes(otherKey)
      }
    }
    return letters.sorted { $0.rank < $1.rank }
  }

  /// The same as pages say it: "Other".
  func name(in language: Language) -> String { name.isEmpty ? language[.otherLetters] : name }

  private init(_ entry: Alphabet.Letter, isOwn: Bool) {
    let script = Alphabet.allCases.firstIndex(of: entry.alphabet) ?? 0
    self.init(
      name: entry.name, path: entry.path,
      rank: entry.position + (isOwn ? -1_000 : 1_000 * (script + 1)))
  }

  /// The letter of a name that begins with a plain Latin one: nearly all do, and need no folding.
  private init?(ascii first: UInt8) {
    let small = first | 0x20
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(small) else { return nil }
    let letter = String(UnicodeScalar(small))
    self.init(name: letter.uppercased(), path: letter, rank: Int(small))
  }

  /// The letter of a name that begins with a Latin one, or with a digit.
  private init(latin name: String) {
    guard let first = NameKey(name).text.utf8.first else {
      self.init(name: "", path: "other", rank: .max)
      return
    }
    if let letter = Letter(ascii: first) {
      self = letter
      return
    }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      self.init(name: "0–9", path: "0-9", rank: Int(UInt8(ascii: "0")))
    default: self.init(name: "", path: "other", rank: .max)
    }
  }
}
