import ArchiveModel

/// A name as it is compared, with what is asked of it again and again.
///
/// Made once for all forms that fold to it, and kept from article to article.
final class FoldedName {
  let key: NameKey
  let isSingleWord: Bool
  /// Names nobody, whatever its kind.
  private(set) lazy var isJunk = JunkNames.contains(key)
  /// Names no organisation and no place.
  private(set) lazy var isCommon = JunkNames.isCommon(key)
  /// What it may mean, if it is that of a place.
  private(set) lazy var place = PlaceNames.Form(key)
  /// Of an acronym for it.
  private(set) lazy var initials = key.initials
  /// What people's names share that differ by middle names alone: the first letter, the last word.
  private(set) lazy var frame = FoldedName.frame(of: key)
  /// Its number among the names of the article that has it.
  fileprivate(set) var number: Int32 = 0
  /// The number of that article.
  fileprivate var article = 0

  fileprivate init(_ key: NameKey) {
    self.key = key
    isSingleWord = key.isSingleWord
  }

  private static func frame(of key: NameKey) -> UInt64 {
    let bytes = key.text.utf8
    let last = bytes.suffix(while: { $0 != UInt8(ascii: " ") })
    return StableHash.of(last) ^ UInt64(bytes.first ?? 0)
  }
}

/// A way in which names are written: half of an article's mentions repeat another.
final class NameForm {
  /// As written, with single blanks between words.
  let surface: String
  let name: FoldedName
  /// Capitals and full stops alone: "JSOC".
  let isAcronym: Bool
  /// Without a small letter.
  let isShouted: Bool
  /// Begins with a small letter, as "de la Croix" does.
  let isLowered: Bool

  fileprivate init(_ bytes: Span<UInt8>, _ surface: String, _ name: FoldedName) {
    self.surface = surface
    self.name = name
    var isOfCapitals = true
    var isShouted = true
    for i in bytes.indices {
      let byte = bytes[i]
      if !(0x41...0x5A).contains(byte), byte != UInt8(ascii: ".") { isOfCapitals = false }
      if (0x61...0x7A).contains(byte) { isShouted = false }
    }
    isAcronym = (2...6).contains(bytes.count) && isOfCapitals
    self.isShouted = isShouted
    isLowered = surface.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
  }

  var key: NameKey { name.key }
  /// The number of its key among those of the article.
  var number: Int { Int(name.number) }
  var isSingleWord: Bool { name.isSingleWord }
  var isJunk: Bool { name.isJunk }
  var isCommon: Bool { name.isCommon }
  var place: PlaceNames.Form { name.place }
}

/// What a worker keeps from article to article for resolving: the forms of the names that it met.
///
/// An archive's names recur, so what is asked of each is answered once. No result depends on what is
/// in it.
public struct NameForms {
  private var forms = FormTable()
  private var known: [NameKey: FoldedName] = [:]
  private var article = 0
  /// The names of the article, by their numbers.
  private(set) var names: [FoldedName] = []

  /// So many are kept, some 200 bytes each.
  private static let capacity = 16_384

  /// None yet; the first articles fill it.
  public init() {}

  /// How many names there are in the article that fold to different keys.
  var keyCount: Int { names.count }

  /// Begins an article: no name has a number.
  mutating func begin() {
    article += 1
    names.removeAll(keepingCapacity: true)
    guard forms.count > NameForms.capacity || known.count > NameForms.capacity else { return }
    forms = FormTable()
    known.removeAll(keepingCapacity: true)
  }

  /// The form of a mention; O(bytes).
  mutating func form(of range: Range<Int>, in text: Span<UInt8>) -> NameForm {
    let bytes = text.extracting(range)
    let hash = bytes.withUnsafeBufferPointer { StableHash.of($0) }
    if let form = forms.form(hash, bytes) {
      number(form.name)
      return form
    }
    let surface = NameForms.singleSpaced(bytes)
    let form = NameForm(bytes, surface, name(NameKey(surface)))
    forms.add(form, hash)
    return form
  }

  /// The name with a key, with a number in the article.
  mutating func name(_ key: NameKey) -> FoldedName {
    let name = known[key] ?? FoldedName(key)
    if name.article == 0 { known[key] = name }
    number(name)
    return name
  }

  /// The number of a name however it is written, if the article has it.
  func number(of surface: String) -> Int? {
    let known = forms.form(StableHash.of(surface), surface.utf8Span.span)?.name
    guard let name = known ?? self.known[NameKey(surface)], name.article == article else {
      return nil
    }
    return Int(name.number)
  }

  private mutating func number(_ name: FoldedName) {
    guard name.article != article else { return }
    name.article = article
    name.number = Int32(names.count)
    names.append(name)
  }

  /// The words of a mention with single blanks between them, so that a name broken by a line
  /// end is displayed whole.
  private static func singleSpaced(_ bytes: Span<UInt8>) -> String {
    var isPlain = true
    for i in bytes.indices where bytes[i] == UInt8(ascii: "\n") || bytes[i] == 0xC2 {
      isPlain = false
    }
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    return isPlain ? text : text.split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// Forms by the hashes of their bytes: a flat table, since a dictionary would hash the hash.
private struct FormTable {
  private var forms: [NameForm] = []
  private var hashes: [UInt64] = []
  /// 1 + the place of a form, or 0; a power of two, at most half full.
  private var slots = [Int32](repeating: 0, count: 1024)

  var count: Int { forms.count }

  func form(_ hash: UInt64, _ bytes: Span<UInt8>) -> NameForm? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if hashes[place] == hash, bytes.isEqual(to: forms[place].surface.utf8Span.span) {
        return forms[place]
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  mutating func add(_ form: NameForm, _ hash: UInt64) {
    if forms.count * 2 >= slots.count {
      slots = [Int32](repeating: 0, count: slots.count * 2)
      for place in forms.indices { take(hashes[place], Int32(place + 1)) }
    }
    forms.append(form)
    hashes.append(hash)
    take(hash, Int32(forms.count))
  }

  private mutating func take(_ hash: UInt64, _ entry: Int32) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  /// The longest end of which something holds throughout.
  fileprivate func suffix(while holds: (UInt8) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}

extension Span<UInt8> {
  /// Whether two stretches have the same bytes.
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for i in indices where self[i] != other[i] { return false }
    return true
  }
}
