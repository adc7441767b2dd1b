/// Writes the tagger's lexicon; equal input, in any order, gives equal bytes.
package struct TaggerLexiconBuilder {
  private var words: [UInt64: UInt32] = [:]
  private var sequences: [UInt64: UInt8] = [:]
  private let tokenizer = Tokenizer(lexicon: WordLexicon())
  private var tokens = ContiguousArray<Token>()

  /// Without words.
  package init() {}

  /// Adds a name: one word gets the flags, several are a sequence of the kinds.
  package mutating func add(
    _ name: String, _ flags: TaggerLexicon.Flags, _ kinds: TaggerLexicon.Kinds = []
  ) {
    tokenize(name)
    guard let first = tokens.first, tokens.count <= NameTable.maximumTokens else { return }
    if tokens.count == 1 {
      guard first.kind == .word, first.letters > 1 else { return }
      words[first.hash, default: 0] |= flags.rawValue << 3
      return
    }
    guard !kinds.isEmpty else { return }
    var state = NameTable.start
    for (place, token) in tokens.enumerated() {
      state = NameTable.advance(state, token.hash)
      let isLast = place == tokens.count - 1
      sequences[state, default: 0] |= isLast ? kinds.rawValue << 1 : 1
    }
  }

  /// Adds flags to a word of names, such as one that ends the names of universities.
  package mutating func add(word hash: UInt64, _ flags: TaggerLexicon.Flags) {
    words[hash, default: 0] |= flags.rawValue << 3
  }

  /// States how often a word stands in small letters in general, 1 to 5.
  package mutating func set(frequency: UInt32, of hash: UInt64) {
    words[hash] = (words[hash] ?? 0) & ~7 | frequency
  }

  /// The hashes of a name's words.
  package mutating func words(of name: String) -> [UInt64] {
    tokenize(name)
    return tokens.filter { $0.kind == .word }.map(\.hash)
  }

  private mutating func tokenize(_ name: String) {
    let bytes = Array(name.utf8)
    tokenizer.tokenize(bytes.span, into: &tokens)
  }

  /// The bytes of the tables.
  package func build() -> [UInt8] {
    let wordSlots = TaggerLexiconBuilder.slots(words.count)
    let sequenceSlots = TaggerLexiconBuilder.slots(sequences.count)
    var bytes: [UInt8] = []
    bytes.append(word: UInt32(wordSlots))
    bytes.append(word: UInt32(sequenceSlots))
    var table = [UInt32](repeating: 0, count: wordSlots * 2)
    for (hash, entry) in words.sorted(by: { $0.key < $1.key }) {
      var slot = Int(hash & UInt64(wordSlots - 1))
      while table[slot * 2] != 0 { slot = (slot + 1) & (wordSlots - 1) }
      table[slot * 2] = TaggerLexicon.tag(hash)
      table[slot * 2 + 1] = entry
    }
    for word in table { bytes.append(word: word) }
    var tags = [UInt32](repeating: 0, count: sequenceSlots)
    var values = [UInt8](repeating: 0, count: sequenceSlots)
    for (state, value) in sequences.sorted(by: { $0.key < $1.key }) {
      var slot = Int(state & UInt64(sequenceSlots - 1))
      while tags[slot] != 0 { slot = (slot + 1) & (sequenceSlots - 1) }
      tags[slot] = TaggerLexicon.tag(state)
      values[slot] = value
    }
    for tag in tags { bytes.append(word: tag) }
    return bytes + values
  }

  /// A power of two of which at most three quarters are taken.
  private static func slots(_ count: Int) -> Int {
    var slots = 16
    while slots * 3 < count * 4 { slots *= 2 }
    return slots
  }
}
