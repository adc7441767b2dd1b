import Loading

/// Looks for phrases in bytes of any kind, in every encoding that a site may have them in.
struct PrivacyScanner: Sendable {
  /// How a phrase is written.
  enum Encoding: String, Sendable {
    case plain = "as it is"
    case markup = "with markup in it"
    case address = "as in an address"
    case url = "escaped for URLs"
    case html = "in references of HTML"
    case json = "in escapes of JSON"
    case utf16 = "in UTF-16"
    case latin1 = "in Latin-1"
    case base64 = "in base64"
    case compressed
    case fileName = "in the file’s name"
  }

  /// A phrase in a file.
  struct Finding: Sendable {
    /// The number of the phrase.
    var phrase: Int
    /// Where it stands, or what it stands in begins.
    var offset: Int
    var encoding: Encoding
  }

  let phrases: HiddenPhrases

  /// What stands in a file, by place; O(bytes), and what is compressed in it.
  ///
  /// - Parameter isMeant: whether a phrase found as it is counts there.
  func findings(
    in file: [UInt8], where isMeant: (HiddenPhrases.Match) -> Bool = { _ in true }
  ) -> [Finding] {
    guard !phrases.isEmpty else { return [] }
    let isText = String(validating: file, as: UTF8.self) != nil
    var findings = phrases.matches(in: file).filter { match in
      isMeant(match) && (isText || PrivacyScanner.isClean(file[match.range]))
    }.map { match in
      Finding(
        phrase: match.phrase, offset: match.range.lowerBound,
        encoding: PrivacyScanner.encoding(of: match, in: file))
    }
    var known = Set(findings.map(\.phrase))
    func add(
      _ bytes: [UInt8], _ encoding: Encoding, at offset: Int,
      bounds: HiddenPhrases.Bounds = .words
    ) {
      for match in phrases.matches(in: bytes, bounds: bounds)
      where !known.contains(match.phrase) && PrivacyScanner.isClean(bytes[match.range]) {
        known.insert(match.phrase)
        findings.append(Finding(phrase: match.phrase, offset: offset, encoding: encoding))
      }
    }
    if file.contains(0) {
      for start in 0..<2 {
        for isLittleEndian in [true, false] {
          add(PrivacyScanner.wide(file, start, isLittleEndian: isLittleEndian), .utf16, at: 0)
        }
      }
    }
    if !isText { add(PrivacyScanner.latin(file), .latin1, at: 0) }
    let fewest = max(8, phrases.fewestLetters * 4 / 3)
    Base64Runs.forEach(in: file.span, fewest: fewest) { offset, bytes in
      add(bytes, .base64, at: offset, bounds: .anywhere)
    }
    for part in CompressedParts.of(file) { add(part.bytes, .compressed, at: part.offset) }
    return findings
  }

  /// Whether a phrase stands in a picture, or a recording, as it is: what agencies and cameras wrote
  /// into it.
  func occurs(inPicture file: [UInt8]) -> Bool {
    var isFound = false
    phrases.search(file.span) { match in
      isFound = PrivacyScanner.isClean(file[match.range])
      return !isFound
    }
    return isFound
  }

  /// Whether nothing but text stands among the letters that were found: in the bytes of a picture
  /// the letters of a short name turn up by chance, with others between them.
  private static func isClean(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
      && String(validating: bytes, as: UTF8.self) != nil
  }

  private static func encoding(of match: HiddenPhrases.Match, in file: [UInt8]) -> Encoding {
    let bytes = file[match.range]
    if bytes.contains(0) { return .utf16 }
    if bytes.contains(UInt8(ascii: "&")) { return .html }
    if bytes.contains(UInt8(ascii: "%")) { return .url }
    if bytes.contains(UInt8(ascii: "\\")) { return .json }
    if bytes.contains(UInt8(ascii: "<")) { return .markup }
    let gaps = zip(match.words, match.words.dropFirst())
    let isAddress = gaps.contains { word, next in
      let gap = file[word.upperBound..<next.lowerBound]
      return gap.isEmpty || gap.allSatisfy { "-_.+/".utf8.contains($0) }
    }
    return isAddress ? .address : .plain
  }

  // MARK: Other encodings of text

  /// The text that bytes are in UTF-16, from an offset on.
  private static func wide(
    _ file: [UInt8], _ start: Int, isLittleEndian: Bool
  ) -> [UInt8] {
    let units = stride(from: start, to: file.count - 1, by: 2).map { i -> UInt16 in
      let (low, high) = isLittleEndian ? (file[i], file[i + 1]) : (file[i + 1], file[i])
      return UInt16(high) << 8 | UInt16(low)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The text that bytes are in Latin-1.
  private static func latin(_ file: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(file.count * 3 / 2)
    for byte in file {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return text
  }
}
