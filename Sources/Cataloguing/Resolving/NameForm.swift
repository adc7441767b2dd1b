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
  /// Its number among the names of the article that has it.
  fileprivate(set) var number: Int32 = 0
  /// The number of that article.
  fileprivate var article = 0

  fileprivate init(_ key: NameKey) {
    self.key = key
    isSingleWord = key.isSingleWord
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
/// An archive's names recur, and to fold them anew for each article was a quarter of resolution. No
/// result depends on what is in it.
public struct NameForms {
  private var forms: [UInt64: NameForm] = [:]
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
    forms.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
  }

  /// The form of a mention; O(bytes).
  mutating func form(of range: Range<Int>, in text: Span<UInt8>) -> NameForm {
    let bytes = text.extracting(range)
    let hash = bytes.withUnsafeBufferPointer { StableHash.of($0) }
    if let form = forms[hash], bytes.isEqual(to: form.surface.utf8Span.span) {
      number(form.name)
      return form
    }
    let surface = NameForms.singleSpaced(bytes)
    let form = NameForm(bytes, surface, name(NameKey(surface)))
    forms[hash] = form
    return form
  }

  /// The name with a key, with a number in the article.
  mutating func name(_ key: NameKey) -> FoldedName {
    let name = known[key] ?? FoldedName(key)
    if name.article == 0 { known[key] = name }
    number(name)
    return name
  }

  /// The number of a key, if the article has it.
  func number(of key: NameKey) -> Int? {
    guard let name = known[key], name.article == article else { return nil }
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

extension Span<UInt8> {
  /// Whether two stretches have the same bytes.
  func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for i in indices where self[i] != other[i] { return false }
    return true
  }
}
