import ArchiveModel
import Cataloguing

/// The language of pages: what they say, how they count and how they write dates.
///
/// The archive's setting `language` chooses one of those that are built in, each a file beside this
/// one; the theme's `labels` reword single phrases, or all of them for another language.
struct Language: Sendable {
  /// BCP 47.
  let tag: String
  /// How it counts.
  let plurals: PluralRule
  /// Whether a number of four digits is written without a separator.
  let groupsFromFiveDigits: Bool
  private var phrases: [Phrase: String] = [:]
  private var counts: [Counted: PluralForms] = [:]

  /// English, in which messages are too.
  static let english = Language(fallbackFor: "en")

  /// The languages that are built in, by their primary subtags.
  static let known = ["ar", "de", "en", "es", "fr"]

  /// The language of a tag, such as `pt-BR`; nil where it is not built in.
  init?(named tag: String) {
    let subtags = tag.lowercased().split(separator: "-")
    switch subtags.first {
    case "ar": self.init(tag, .arabic, Language.inArabic, Language.inArabic)
    case "de": self.init(tag, .one, Language.inGerman, Language.inGerman)
    case "en": self.init(tag, .one, Language.inEnglish, Language.inEnglish)
    case "es":
      self.init(tag, .one, groupsFromFiveDigits: true, Language.inSpanish, Language.inSpanish)
    case "fr": self.init(tag, .zeroOrOne, Language.inFrench, Language.inFrench)
    default: return nil
    }
    addMonths(ofRegions: subtags.dropFirst())
  }

  /// The words of English under another tag, for a language that is not built in.
  init(fallbackFor tag: String) {
    self.init(tag, .one, Language.inEnglish, Language.inEnglish)
  }

  private init(
    _ tag: String, _ plurals: PluralRule, groupsFromFiveDigits: Bool = false,
    _ phrase: (Phrase) -> String, _ forms: (Counted) -> PluralForms
  ) {
    self.tag = tag
    self.plurals = plurals
    self.groupsFromFiveDigits = groupsFromFiveDigits
    for key in Phrase.allCases { phrases[key] = phrase(key) }
    for key in Counted.allCases { counts[key] = forms(key) }
  }

  /// The months as some regions name them.
  private mutating func addMonths(ofRegions regions: ArraySlice<Substring>) {
    if tag.hasPrefix("de"), regions.contains("at") { phrases[.january] = "Jänner" }
    let levant: Set<Substring> = ["iq", "jo", "lb", "ps", "sy"]
    guard tag.hasPrefix("ar"), !levant.isDisjoint(with: regions) else { return }
    let names = [
      "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
      "تشرين الأول", "تشرين الثاني", "كانون الأول",
    ]
    for (phrase, name) in zip(Language.months, names) { phrases[phrase] = name }
  }

  // MARK: Words

  /// What is said, with its holes.
  subscript(phrase: Phrase) -> String {
    get { phrases[phrase] ?? "" }
    set { phrases[phrase] = newValue }
  }

  /// What is said of one and of several.
  func forms(of counted: Counted) -> PluralForms { counts[counted] ?? [:] }

  /// Rewords what is said of one and of several.
  mutating func reword(_ counted: Counted, _ forms: PluralForms) { counts[counted] = forms }

  /// What is said, its holes filled.
  func say(_ phrase: Phrase, _ values: KeyValuePairs<String, String>) -> String {
    Language.fill(self[phrase], values)
  }

  /// A text with its holes filled; a value that looks like a hole is none.
  ///
  /// O(bytes).
  /// The holes are those of `LabelText`, found on bytes, since every date and count comes by.
  static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard text.utf8.contains(open) else { return text }
    let bytes = Array(text.utf8)
    var filled: [UInt8] = []
    filled.reserveCapacity(bytes.count + 48)
    var copied = 0
    while let start = bytes[copied...].firstIndex(of: open) {
      let inside = bytes[(start + 1)...].prefix(while: LabelText.isOfName)
      filled += bytes[copied..<start]
      if !inside.isEmpty, inside.endIndex < bytes.count, bytes[inside.endIndex] == close {
        filled += (values.first { $0.key.utf8.elementsEqual(inside) }?.value ?? "").utf8
        copied = inside.endIndex + 1
      } else {
        filled.append(open)
        copied = start + 1
      }
    }
    filled += bytes[copied...]
    return String(decoding: filled, as: UTF8.self)
  }

  // MARK: Numbers

  /// "1 article", "1,204 articles".
  func count(_ number: Int, _ counted: Counted = .articles) -> String {
    let form = forms(of: counted).form(of: number, by: plurals)
    return Language.fill(form, ["count": grouped(number)])
  }

  /// "1,204".
  func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count > (groupsFromFiveDigits ? 4 : 3) else { return digits }
    let separator = self[.thousandsSeparator]
    var grouped = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.utf8.count - position) % 3 == 0 { grouped += separator }
      grouped.append(digit)
    }
    return grouped
  }

  /// "36.34° N, 43.13° E".
  func degrees(_ point: Coordinates) -> String {
    func part(_ value: Double, _ positive: Phrase, _ negative: Phrase) -> String {
      let hundredths = Int((abs(value) * 100).rounded())
      let rest = hundredths % 100
      return "\(hundredths / 100)\(self[.decimalSign])\(rest < 10 ? "0" : "")\(rest)° "
        + self[value < 0 ? negative : positive]
    }
    return part(point.latitude, .north, .south) + self[.listSeparator]
      + part(point.longitude, .east, .west)
  }
}

/// A phrase in its parts: text, and holes that a page fills.
struct LabelText {
  enum Part: Hashable {
    case text(String)
    /// The name between braces.
    case hole(String)
  }

  private(set) var parts: [Part] = []
  /// Whether a brace stands for no hole.
  private(set) var hasStrayBrace = false

  init(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let inside = rest[open...].dropFirst()
      let name = inside.prefix { $0.utf8.count == 1 && $0.utf8.allSatisfy(LabelText.isOfName) }
      if rest[open] == "{", !name.isEmpty, inside[name.endIndex...].first == "}" {
        parts.append(.hole(String(name)))
        rest = inside[name.endIndex...].dropFirst()
      } else {
        hasStrayBrace = true
        parts.append(.text(String(rest[open])))
        rest = inside
      }
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
  }

  /// Whether a byte may stand in the name of a hole: a letter of ASCII, or `_`.
  static func isOfName(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }

  /// The names of its holes.
  var holes: Set<String> {
    Set(parts.compactMap { if case .hole(let name) = $0 { name } else { nil } })
  }
}
