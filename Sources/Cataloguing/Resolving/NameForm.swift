import ArchiveModel

/// A way in which an article writes names, with what is asked of it again and again.
///
/// Made once for all mentions that are written alike: half of an article's mentions repeat another.
final class NameForm {
  /// As written, with single blanks between words.
  let surface: String
  let key: NameKey
  /// The number of its key among those of the article.
  let number: Int
  let isSingleWord: Bool
  /// Capitals and full stops alone: "JSOC".
  let isAcronym: Bool
  /// Without a small letter.
  let isShouted: Bool
  /// Names nobody, whatever its kind.
  private(set) lazy var isJunk = JunkNames.contains(key)
  /// Names no organisation and no place.
  private(set) lazy var isCommon = JunkNames.isCommon(key)
  /// What its name may mean, if it is that of a place.
  private(set) lazy var place = PlaceNames.Form(key)

  fileprivate init(_ bytes: ArraySlice<UInt8>, _ surface: String, _ key: NameKey, number: Int) {
    self.surface = surface
    self.key = key
    self.number = number
    isSingleWord = key.isSingleWord
    isAcronym =
      (2...6).contains(bytes.count)
      && bytes.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: ".") }
    isShouted = !bytes.contains { (0x61...0x7A).contains($0) }
  }
}

/// The forms of an article's names.
struct NameForms {
  private var forms: [UInt64: NameForm] = [:]
  private var numbers: [NameKey: Int] = [:]
  /// How many names there are that fold to different keys.
  var keyCount: Int { numbers.count }

  /// The form of a mention; O(bytes).
  mutating func form(of bytes: ArraySlice<UInt8>) -> NameForm {
    let hash = StableHash.of(bytes)
    if let form = forms[hash], form.surface.utf8.elementsEqual(bytes) { return form }
    let surface = NameForms.singleSpaced(bytes)
    let key = NameKey(surface)
    let number = numbers[key] ?? numbers.count
    numbers[key] = number
    let form = NameForm(bytes, surface, key, number: number)
    forms[hash] = form
    return form
  }

  /// The words of a mention with single blanks between them, so that a name broken by a line
  /// end is displayed whole.
  private static func singleSpaced(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\n")) || bytes.contains(0xC2) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
