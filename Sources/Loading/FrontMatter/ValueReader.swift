import ArchiveModel

/// Gives values the type that their key asks for, and says where one does not have it.
struct ValueReader {
  /// The file, for diagnostics.
  let path: String
  /// What was wrong so far.
  var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  // MARK: Types

  /// One line of text; nil, with a warning, for a list or a map, and for nothing.
  mutating func text(_ value: FrontMatterValue, of key: String) -> String? {
    switch value.content {
    case .null: return nil
    case .text(let text, _):
      let survey = ValueSurvey(text)
      if survey.isTidy, !survey.mayHoldControls, !survey.mayHoldTemplates { return text }
      let shown =
        survey.mayHoldTemplates ? withoutTemplates(text, at: value.offsets) : text
      let cleaned = oneLine(clean(shown, at: value.offsets))
      return cleaned.isEmpty ? nil : cleaned
    case .list(let items) where items.count == 1:
      return self.text(items[0], of: key)
    case .list, .map:
      wrongType(value, of: key, expected: "text")
      return nil
    }
  }

  /// Text of any number of lines, such as a note in Markdown.
  mutating func block(_ value: FrontMatterValue, of key: String) -> String? {
    guard case .text(let text, _) = value.content else {
      if !value.isNull { wrongType(value, of: key, expected: "text") }
      return nil
    }
    let cleaned = clean(text, at: value.offsets)
    return cleaned.isEmpty ? nil : cleaned
  }

  /// A list of texts; a scalar is a list of one.
  mutating func texts(_ value: FrontMatterValue, of key: String) -> [String] {
    switch value.content {
    case .null: return []
    case .text:
      guard let text = text(value, of: key) else { return [] }
      return [text]
    case .list(let items):
      var texts: [String] = []
      texts.reserveCapacity(items.count)
      for item in items {
        switch item.content {
        case .null: warn("\(key): this item is empty", at: item.offsets)
        case .text(let text, isQuoted: false) where text == "null":
          warn("\(key): this item is empty", at: item.offsets)
        case .text, .list, .map:
          if let text = text(item, of: key) { texts.append(text) }
        }
      }
      return texts
    case .map:
      wrongType(value, of: key, expected: "a list")
      return []
    }
  }

  /// True or false, in YAML's words; nil, without a word, for anything else.
  func bool(_ value: FrontMatterValue) -> Bool? {
    guard case .text(let text, _) = value.content else { return nil }
    return switch text.lowercased() {
    case "true", "yes", "on", "1": true
    case "false", "no", "off", "0": false
    default: nil
    }
  }

  /// A whole number.
  mutating func integer(_ value: FrontMatterValue, of key: String) -> Int? {
    if case .text(let text, _) = value.content, let number = Int(text) { return number }
    if !value.isNull { wrongType(value, of: key, expected: "a whole number") }
    return nil
  }

  /// A number.
  mutating func number(_ value: FrontMatterValue, of key: String) -> Double? {
    if case .text(let text, _) = value.content, let number = Double(text), number.isFinite {
      return number
    }
    if !value.isNull { wrongType(value, of: key, expected: "a number") }
    return nil
  }

  /// A date that decides where an article stands: wrong, it is an error.
  mutating func decisiveDate(_ value: FrontMatterValue, of key: String) -> ArchiveDate {
    switch value.content {
    case .null: return .undated
    case .list, .map:
      error(
        .dateInvalid, "\(key) is one date", at: value.offsets,
        suggestion: "write \(key): 2017-03-26")
      return .undated
    case .text(let text, _):
      if ValueReader.isZeroDate(text) {
        warn(
          "\(key): all zeros are no date", at: value.offsets, note: "the article has none",
          suggestion: "delete the line")
        return .undated
      }
      do throws(ArchiveDate.ParsingFailure) {
        let date = try ArchiveDate(parsing: text)
        if !ValueReader.beginsWithDay(text), !text.hasPrefix(date.withoutTime.description) {
          warn(
            "\(key) is read as \(date)", at: value.offsets,
            suggestion: "write \(date), which reads the same everywhere")
        }
        return date
      } catch {
        self.error(
          error.isImpossible ? .dateImpossible : .dateInvalid, error.rule, at: value.offsets,
          suggestion: error.suggestion)
        return .undated
      }
    }
  }

  /// Whether a date is written as `2017-03-26`, as nearly all are.
  private static func beginsWithDay(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    guard bytes.count >= 10 else { return false }
    for i in 0..<10 {
      let isSign = i == 4 || i == 7
      guard isSign ? bytes[i] == UInt8(ascii: "-") : (0x30...0x39).contains(bytes[i]) else {
        return false
      }
    }
    return true
  }

  /// "0000-00-00 00:00:00", which WordPress writes for no date.
  private static func isZeroDate(_ text: String) -> Bool {
    text.hasPrefix("0000-00-00") && text.utf8.allSatisfy { "0-: TZ".utf8.contains($0) }
  }

  /// A date that only informs: wrong, it is dropped with a warning.
  mutating func date(_ value: FrontMatterValue, of key: String) -> ArchiveDate {
    guard !value.isNull else { return .undated }
    do throws(ArchiveDate.ParsingFailure) {
      return try ArchiveDate(parsing: value.asText)
    } catch {
      warn(
        "\(key): \(error.rule)", at: value.offsets, note: "the value is dropped",
        suggestion: error.suggestion)
      return .undated
    }
  }

  /// An absolute `http` or `https` URL.
  mutating func webURL(_ value: FrontMatterValue, of key: String) -> String? {
    guard let text = text(value, of: key) else { return nil }
    guard ValueReader.isWebURL(text) else {
      warn(
        "\(key) is an absolute URL that begins with https:// or http://", at: value.offsets,
        note: "the value is dropped")
      return nil
    }
    return text
  }

  /// Whether a text is `http://` or `https://`, a host, and no blank, quote or bracket.
  static func isWebURL(_ text: String) -> Bool {
    let lower = text.prefix(8).lowercased()
    let scheme = lower.hasPrefix("https://") ? 8 : lower.hasPrefix("http://") ? 7 : 0
    guard scheme > 0, text.utf8.count > scheme else { return false }
    guard let first = text.utf8.dropFirst(scheme).first, first != UInt8(ascii: "/") else {
      return false
    }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "\u{0}"..."\u{20}", "\"", "<", ">", "\\", "^", "`", "{", "|", "}", "\u{7F}"..."\u{A0}":
        false
      default: true
      }
    }
  }

  /// The shape of BCP 47: letters and digits in groups of at most eight, the first of two or three
  /// letters (or `x`, `i`).
  static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, text.utf8.count <= 35 else { return false }
    let isLetters = first.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    guard isLetters, (2...3).contains(first.count) || (first.count == 1 && parts.count > 1) else {
      return false
    }
    return parts.allSatisfy { part in
      (1...8).contains(part.count)
        && part.allSatisfy { FrontMatterScanner.isKeyByte($0) && $0 != 0x5F }
    }
  }

  // MARK: Text of others

  /// Without control characters and controls of the text's direction, which could hide what it
  /// says or break what it stands in.
  mutating func clean(_ text: String, at offsets: Range<Int>) -> String {
    guard ValueSurvey(text).mayHoldControls else { return text }
    var cleaned = ""
    var removed: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: cleaned.unicodeScalars.append(scalar)
      case 0x2028, 0x2029: cleaned.append("\n")  // Line ends of another kind.
      case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
        removed = removed ?? scalar
      default: cleaned.unicodeScalars.append(scalar)
      }
    }
    if let removed {
      let digits = String(removed.value, radix: 16, uppercase: true)
      let name = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      let kind =
        switch removed.value {
        case ..<0x2028: "a control character"
        case 0xFFFE...: "a noncharacter"
        default: "a control of the text's direction"
        }
      diagnostics.append(
        Diagnostic(
          .controlCharacters, "this value holds \(kind) (U+\(name))", at: place(offsets),
          note: "it is dropped", suggestion: "delete it from the file as well"))
    }
    return cleaned
  }

  /// Runs of white space as one blank, none at the ends.
  private func oneLine(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x09 || byte == 0x0A || byte == 0x20 {
        if let last = bytes.last, last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
      } else {
        bytes.append(byte)
      }
    }
    if bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Diagnostics

  func place(_ offsets: Range<Int>) -> SourceRange { SourceRange(path: path, offsets: offsets) }

  mutating func wrongType(_ value: FrontMatterValue, of key: String, expected: String) {
    let found =
      switch value.content {
      case .null: "nothing"
      case .text: "“\(String(value.asText.prefix(40)))”"
      case .list: "a list"
      case .map: "a map of keys"
      }
    warn(
      "\(key) is \(expected), not \(found)", at: value.offsets, note: "the value is dropped",
      suggestion: expected == "text" ? "if it is text, put it in quotes" : nil)
  }

  mutating func warn(
    _ message: String, at offsets: Range<Int>,
    note: String? = nil, suggestion: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(.valueType, message, at: place(offsets), note: note, suggestion: suggestion))
  }

  mutating func error(
    _ code: Diagnostic.Code, _ message: String, at offsets: Range<Int>, suggestion: String? = nil
  ) {
    diagnostics.append(Diagnostic(code, message, at: place(offsets), suggestion: suggestion))
  }
}
