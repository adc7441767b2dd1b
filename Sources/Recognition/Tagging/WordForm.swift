/// All that features know of a token by itself: equal for equal words in equal case.
struct WordForm {
  /// How a token is written.
  enum Casing: UInt8 {
    case boundary, lower, capitalized, allCapitals, camel, mixed, letter, initial, dotted
    case wordWithDigits, ordinal, number
    /// Marks: this and the token's kind.
    case mark
  }

  /// Of the folded word in small letters.
  var lower: UInt64
  /// Of the word in its own case.
  var form: UInt64
  /// Of its shape, runs cut at two: "McDonald-3" is "XxXxx-d".
  var shape: UInt64
  /// What the lexicon and the word lists say of it.
  var flags: UInt64
  var casing: UInt64
  /// How often the word stands in small letters in general: 0 for not known, then 1 to 5.
  var frequency: UInt64

  /// Stands before a sentence's first token and after its last.
  static func boundary(_ value: UInt64) -> WordForm {
    WordForm(lower: value, form: value, shape: value, flags: 0, casing: 0, frequency: 0)
  }
}

/// The letters of a word, as its features need them; kept from word to word.
struct WordLetters: ~Copyable {
  /// Folded, in its own case.
  private var bytes = ContiguousArray<UInt8>()

  /// Forgets the word that was read last: a boundary has no letters.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Reads a token and returns its form; then `emit` gives its features.
  mutating func read(
    _ text: Span<UInt8>, _ token: Token, _ lexicon: TaggerLexicon
  ) -> WordForm {
    bytes.removeAll(keepingCapacity: true)
    let isWord = token.kind == .word || token.kind == .number
    if isWord {
      Folding.append(text, token, to: &bytes)
      // A word longer than any: its end says enough.
      if bytes.count > 64 { bytes.removeSubrange(48..<bytes.count - 16) }
    }
    let entry = isWord ? lexicon.word(token.hash) : 0
    let form = Feature.mix(token.hash, UInt64(token.capitals))
    return WordForm(
      lower: token.hash, form: form, shape: isWord ? shape(token) : token.hash,
      flags: UInt64(entry >> 3) << 32 | UInt64(token.classes.rawValue),
      casing: WordLetters.casing(token), frequency: UInt64(entry & 7))
  }

  private static func casing(_ token: Token) -> UInt64 {
    let casing: WordForm.Casing
    switch token.kind {
    case .number: casing = .number
    case .word:
      if token.shape.contains(.digit) {
        casing = token.shape.contains(.capital) ? .wordWithDigits : .ordinal
      } else if token.shape.contains(.dotted) {
        casing = .dotted
      } else if token.isInitial {
        casing = .initial
      } else if !token.shape.contains(.capital) {
        casing = token.capitals == 0 ? .lower : .mixed
      } else if token.letters == 1 {
        casing = .letter
      } else if !token.shape.contains(.lower) {
        casing = .allCapitals
      } else {
        casing = token.capitals == 1 ? .capitalized : .camel
      }
    default: return UInt64(WordForm.Casing.mark.rawValue) + UInt64(token.kind.rawValue)
    }
    return UInt64(casing.rawValue)
  }

  private func shape(_ token: Token) -> UInt64 {
    var hash = WordHash()
    var last: UInt8 = 0
    var run = 0
    for byte in bytes {
      let kind: UInt8 =
        switch byte {
        case 0x61...0x7A: 0x78
        case 0x41...0x5A: 0x58
        case 0x30...0x39: 0x64
        case 0x80...: 0x75
        default: byte
        }
      run = kind == last ? run + 1 : 1
      last = kind
      if run <= 2 { hash.combine(kind) }
    }
    if token.shape.contains(.dotted) || token.shape.contains(.abbreviated) { hash.combine(0x2E) }
    return hash.value
  }

  /// Gives the features of the word that was read last, as it looks from `place`, 0 to 4: two
  /// before, one before, itself, one after, two after.
  func emit(_ word: WordForm, at place: UInt64, into sink: inout some FeatureSink) {
    let isNear = place >= 1 && place <= 3
    sink.add(.lower, Feature.of(.lower, word.lower, place))
    sink.add(.shape, Feature.of(.shape, word.shape, place))
    sink.add(.flagSet, Feature.of(.flagSet, word.flags, word.casing, place))
    guard isNear else { return }
    sink.add(.casing, Feature.of(.casing, word.casing, place))
    var flags = word.flags
    while flags != 0 {
      let bit = UInt64(flags.trailingZeroBitCount)
      flags &= flags - 1
      let template: FeatureTemplate = bit < 32 ? .list : .flag
      sink.add(template, Feature.of(template, bit, place))
    }
    if place != 2 {
      if bytes.count > 3 { sink.add(.suffix, Feature.of(.suffix, suffix(3), 3, place)) }
      return
    }
    sink.add(.form, Feature.of(.form, word.form))
    sink.add(.frequency, Feature.of(.frequency, word.frequency, word.casing))
    sink.add(.length, Feature.of(.length, word.casing, UInt64(min(bytes.count, 12))))
    guard !bytes.isEmpty else { return }
    var hash = WordHash()
    for k in 0..<min(4, bytes.count - 1) {
      hash.combine(lowercased: bytes[k])
      sink.add(.prefix, Feature.of(.prefix, hash.value))
      if k == 2 { sink.add(.prefixCasing, Feature.of(.prefixCasing, hash.value, word.casing)) }
    }
    for length in 1...5 where length < bytes.count {
      sink.add(.suffix, Feature.of(.suffix, suffix(length), UInt64(length), place))
    }
    if bytes.count > 3 {
      sink.add(.suffixCasing, Feature.of(.suffixCasing, suffix(3), word.casing))
    }
  }

  private func suffix(_ length: Int) -> UInt64 {
    var hash = WordHash()
    for i in bytes.count - length..<bytes.count { hash.combine(lowercased: bytes[i]) }
    return hash.value
  }
}
