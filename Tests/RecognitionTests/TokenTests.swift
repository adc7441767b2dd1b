import Testing

@testable import Recognition

@Suite struct `Tokens` {
  /// The tokens of each text, apart by `|`.
  @Test(arguments: [
    // Abbreviations and initials keep their stops.
    ("Gen. Doe met J. R. R. Roe.", "Gen.|Doe|met|J.|R.|R.|Roe|."),
    ("J.R.R. Roe, a U.S. envoy", "J.R.R.|Roe|,|a|U.S.|envoy"),
    ("the U.S.-led force", "the|U.S.|-|led|force"),
    ("at 5 a.m. or p.m., i.e. soon", "at|5|a.m.|or|p.m.|,|i.e.|soon"),
    ("No. 5 of St. Doe's", "No|.|5|of|St.|Doe|'s"),
    // Hyphens, dashes, ranges.
    ("Doe Jong-un, US-led", "Doe|Jong|-|un|,|US|-|led"),
    ("2014–2016, pp. 3-5", "2014|–|2016|,|pp|.|3|-|5"),
    ("here — there--and -- so", "here|—|there|--|and|--|so"),
    // Possessives and contractions, with every apostrophe.
    ("Iraq's, Iraq’s, Iraqʼs, Iraq`s", "Iraq|'s|,|Iraq|’s|,|Iraq|ʼs|,|Iraq|`s"),
    ("IRAQ'S and IRAQ’S", "IRAQ|'S|and|IRAQ|’S"),
    ("the soldiers' and soldiers’ tents", "the|soldiers|'|and|soldiers|’|tents"),
    ("Iraq 's army", "Iraq|'s|army"),
    ("don't, I’ll, they'd've", "don't|,|I’ll|,|they'd've"),
    ("O'Doe, D’Roe, Côte d'Oe", "O'Doe|,|D’Roe|,|Côte|d'Oe"),
    ("al-Sha'abi al-Sha’abi al-Sha‘abi", "al|-|Sha'abi|al|-|Sha’abi|al|-|Sha‘abi"),
    ("al-Shaʼabi al-Shaʿabi al-Shaʾabi", "al|-|Shaʼabi|al|-|Shaʿabi|al|-|Shaʾabi"),
    ("Haider al-‘Abadi", "Haider|al|-|Abadi"),
    // Quotes of all styles.
    ("\"So,\" 'so', “so”, ‘so’", "\"|So|,|\"|'|so|'|,|“|so|”|,|‘|so|’"),
    ("«so», „so“, ‹so›, ``so''", "«|so|»|,|„|so|“|,|‹|so|›|,|``|so|''"),
    ("rock 'n' roll of the '90s", "rock|'|n|'|roll|of|the|'|90s"),
    // Numbers.
    ("1,000 or 1.000.000,5 of 3.5", "1,000|or|1.000.000,5|of|3.5"),
    ("$5m, €3.20, £4bn, US$ 6", "$|5m|,|€|3.20|,|£|4bn|,|US|$|6"),
    ("the 5th of the 1980s, 1980's", "the|5th|of|the|1980s|,|1980|'s"),
    ("10:30, 9/11, 50%, F-16, G20", "10|:|30|,|9|/|11|,|50|%|,|F|-|16|,|G20"),
    // Line ends, blanks that do not break, what nobody sees.
    ("New\u{A0}Doe\u{202F}City\nof\r\nRoe", "New|Doe|City|of|Roe"),
    ("Mo\u{AD}sul, Mo\u{200B}sul, \u{FEFF}Mosul", "Mo\u{AD}sul|,|Mo\u{200B}sul|,|Mosul"),
    ("Mosul\u{AD} and \u{200F}Mosul\u{200E}.", "Mosul|and|Mosul|."),
    ("Cafe\u{301} E\u{301}cole", "Cafe\u{301}|E\u{301}cole"),
    // Marks.
    ("So... so… so. . . Why?!", "So|...|so|…|so|.|.|.|Why|?|!"),
    ("(so) [so] {so}; so: so", "(|so|)|[|so|]|{|so|}|;|so|:|so"),
    ("AT&T, R&D, and/or", "AT|&|T|,|R|&|D|,|and|/|or"),
    // Noise.
    ("govern-\nment iN m0sul,, .the", "govern|-|ment|iN|m0sul|,|,|.|the"),
    ("\u{7}bell\u{0}s ~|^ x", "bell|s|~|\u{7C}|^|x"),
  ])
  func `Are the words and marks of a text`(_ text: String, _ expected: String) {
    let tokens = Cut(text)

    #expect(tokens.surfaces.map { $0 == "|" ? "\u{7C}" : $0 }.joined(separator: "|") == expected)
  }

  /// Addresses stand between brackets ⟦ ⟧; nothing else is glued.
  @Test(arguments: [
    "See ⟦https://example.com/Mosul/Iraq?a=Doe&b=Roe#Top⟧ for Mosul.",
    "See (⟦http://example.com/a_(b)/Mosul⟧), or “⟦ftp://example.com/Doe⟧”.",
    "See ⟦www.Example.org/Mosul⟧, ⟦WWW.EXAMPLE.ORG⟧; or <⟦https://example.com/Doe⟧>",
    "See ⟦example.com⟧, ⟦example.co.uk/News/Mosul⟧ and ⟦Amazon.com⟧.",
    "Write to ⟦Jane.Roe-Doe@Example.com⟧, or ⟦jane_roe+Mosul@mail.example.com⟧.",
    "Write to <⟦jane@example.com⟧> at once.",
    "Follow ⟦@JaneRoe⟧ and ⟦@Jane_Roe⟧ on Twitter: ⟦#Mosul⟧ ⟦#Save_Mosul⟧!",
    "Open ⟦report.pdf⟧, ⟦Mosul.tar.gz⟧ or src/⟦Main.swift⟧.",
    "Call ⟦snake_case⟧, ⟦a_b.c⟧(), ⟦foo.bar.Baz⟧ or ⟦reload⟧().",
    "The city.The army left Mosul.the next day; and _Mosul_ or __Mosul__.",
    "At 3.5 per cent. U.S.-led, the U.S. and/or Iraq; AT&T; 1.Mosul.",
    "他说：⟦https://example.com/Mosul⟧。Mosul",
  ])
  func `Of an address are marked`(_ marked: String) {
    let cut = Cut(marked.filter { $0 != "⟦" && $0 != "⟧" })

    var shown = ""
    var last = 0
    var isGlued = false
    for token in cut.tokens {
      let glued = token.shape.contains(.glued)
      if isGlued, !glued { shown += "⟧" }
      shown += cut.surface(last..<Int(token.start))
      if isGlued, glued, token.gap != .none {
        shown.insert("⟧", at: shown.index(before: shown.endIndex))
      }
      if glued, !isGlued || token.gap != .none { shown += "⟦" }
      isGlued = glued
      shown += cut.surface(Int(token.start)..<Int(token.end))
      last = Int(token.end)
    }
    if isGlued { shown += "⟧" }
    #expect(shown + cut.surface(last..<cut.bytes.count) == marked)
  }

  @Test(arguments: [
    ("Café", "CAFE\u{301}"), ("Sha'abi", "Sha’abi"), ("Sha'abi", "SHAʿABI"),
    ("Mosul", "Mo\u{AD}sul"),
    ("Straße", "STRASSE"), ("U.S.", "U.S"), ("Gen.", "gen"), ("“", "("), ("-", "–"),
  ])
  func `That are one to a reader have one hash`(_ one: String, _ other: String) {
    #expect(Cut(one).tokens.map(\.hash) == Cut(other).tokens.map(\.hash))
  }

  @Test func `Say what they are made of`() throws {
    let tokens = Cut("The McDOE B2 iPhone É U.S. a.m. 5 5th\n\nUN").tokens

    #expect(
      tokens.map(\.shape) == [
        [.capital, .lower], [.capital, .lower], [.capital, .digit], [.lower], [.capital, .wide],
        [.capital, .dotted], [.lower, .dotted], [.digit], [.lower, .digit], [.capital],
      ])
    #expect(tokens.map(\.capitals) == [1, 0b11101, 1, 2, 1, 3, 0, 0, 0, 3])
    #expect(tokens.map(\.letters) == [3, 5, 2, 6, 1, 2, 2, 1, 3, 2])
    #expect(tokens.map(\.gap) == [.block] + Array(repeating: .space, count: 8) + [.block])
  }

  @Test func `Of a broken line hang together`() {
    #expect(Cut("Jong-\nun").tokens.map(\.gap) == [.block, .none, .none])
    #expect(Cut("Jong -\nun").tokens.map(\.gap) == [.block, .space, .space])
    #expect(Cut("Jong-\n\nun").tokens.map(\.gap) == [.block, .none, .block])
  }

  /// The fast path reads plain letters by the run; here each token is read by the scalar.
  @Test(arguments: ["18f", "wire", "wire-grey", "hostile/articles", "seed"])
  func `Are the same for the fast path as for a plain one`(_ corpus: String) throws {
    guard let folder = SharedData.folder("corpora/" + corpus) else { return }
    let tokenizer = Tokenizer(lexicon: WordLexicon())
    var tokens = ContiguousArray<Token>()

    for (name, bytes) in SharedData.files(folder, ".md", ".txt") {
      tokenizer.tokenize(bytes.span, into: &tokens)
      let isSame = tokens.allSatisfy { PlainWord(bytes.span, $0).agrees(with: $0) }
      #expect(isSame, "\(name)")
      let isWhole = isWhole(bytes.span, tokens)
      #expect(isWhole, "\(name)")
    }
  }

  /// Only white space, what nobody sees, and a name's leading apostrophe stand between tokens, and
  /// letters that touch are of one token.
  private func isWhole(_ text: Span<UInt8>, _ tokens: ContiguousArray<Token>) -> Bool {
    var i = 0
    var token = 0
    while i < text.count {
      if token < tokens.count, i == Int(tokens[token].start) {
        i = Int(tokens[token].end)
        token += 1
        let isWord = tokens[token - 1].kind == .word || tokens[token - 1].kind == .number
        // "J.Doe" is an initial and a name.
        if isWord, text[i - 1] != 0x2E, token < tokens.count, Int(tokens[token].start) == i,
          tokens[token].kind == .word || tokens[token].kind == .number
        {
          return false
        }
        continue
      }
      let (kind, length) = Tokenizer.scalarClass(text, i)
      switch kind {
      case .space, .lineBreak, .paragraph, .invisible, .apostrophe: i += length
      default: return false
      }
    }
    return token == tokens.count
  }
}

/// A text cut into tokens.
struct Cut {
  let bytes: [UInt8]
  let tokens: ContiguousArray<Token>

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var tokens = ContiguousArray<Token>()
    Tokenizer(lexicon: WordLexicon()).tokenize(bytes.span, into: &tokens)
    self.bytes = bytes
    self.tokens = tokens
  }

  var surfaces: [String] { tokens.map { surface(Int($0.start)..<Int($0.end)) } }

  func surface(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}

/// What a word's bytes say by the definitions, read one scalar at a time.
private struct PlainWord {
  var hash = WordHash()
  var capitals: UInt32 = 0
  var letters = 0
  var digits = 0
  var hasLower = false
  var isCapitalized = false

  init(_ text: Span<UInt8>, _ token: Token) {
    let dropsStops = !token.shape.isDisjoint(with: [.dotted, .abbreviated])
    var i = Int(token.start)
    while i < Int(token.end) {
      let (kind, length) = Tokenizer.scalarClass(text, i)
      let ascii = length > 1 ? Folding.ascii(Folding.scalar(text, i).scalar) : UInt32(text[i])
      switch kind {
      case .upper, .lower, .letter, .digit:
        if kind == .upper {
          if letters + digits == 0 { isCapitalized = true }
          capitals |= 1 << UInt32(letters % 32)
        } else if kind != .digit {
          hasLower = true
        }
        if kind == .digit { digits += 1 } else { letters += 1 }
        if ascii == 0 { for k in i..<i + length { hash.combine(text[k]) } }
        for shift in stride(from: UInt32(0), to: 24, by: 8) where ascii >> shift & 0xFF != 0 {
          hash.combine(lowercased: UInt8(ascii >> shift & 0xFF))
        }
      case .apostrophe: hash.combine(0x27)
      case .period where dropsStops: break
      case .period, .comma: hash.combine(text[i])
      default: break
      }
      i += length
    }
  }

  func agrees(with token: Token) -> Bool {
    guard token.kind == .word || token.kind == .number else { return true }
    return hash.value == token.hash && capitals == token.capitals
      && min(letters + digits, 255) == Int(token.letters)
      && hasLower == token.shape.contains(.lower)
      && isCapitalized == token.shape.contains(.capital)
      && (digits > 0) == token.shape.contains(.digit)
      && (token.kind == .word) == (letters > 0)
  }
}
