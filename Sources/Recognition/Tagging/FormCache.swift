/// The forms of words that a worker has met, each with the sums of its features.
///
/// What the features of one word contribute depends on the word alone, so it is summed once. No
/// result depends on what is in the cache.
struct FormCache: ~Copyable {
  /// The sums of a form's features as seen from two after, one after, itself, one before, two
  /// before.
  typealias Sums = InlineArray<5, TagScores>

  private(set) var forms = ContiguousArray<WordForm>()
  private(set) var sums = ContiguousArray<Sums>()
  /// Of the token in its case, and by index 1 + the form; 0 for a free slot.
  private var keys = ContiguousArray<UInt64>()
  private var slots = ContiguousArray<Int32>()
  private var letters = WordLetters()

  /// So many forms are kept from text to text: 5 MB.
  private static let capacity = 32_768
  /// The forms before a sentence's first token and after its last.
  static let before: Int32 = 0
  static let after: Int32 = 1

  init() {}

  /// Makes room, if a text left too little: called between texts, since a text points to its forms.
  mutating func prepare(_ model: TaggerModel) {
    guard forms.isEmpty || forms.count > FormCache.capacity / 2 else { return }
    let isLarge = keys.count > FormCache.capacity
    forms.removeAll(keepingCapacity: !isLarge)
    sums.removeAll(keepingCapacity: !isLarge)
    keys = ContiguousArray(repeating: 0, count: FormCache.capacity)
    slots = ContiguousArray(repeating: 0, count: FormCache.capacity)
    for value: UInt64 in [1, 2] {
      let form = WordForm.boundary(value)
      letters.clear()
      add(form, model)
    }
  }

  private mutating func add(_ form: WordForm, _ model: TaggerModel) {
    var sums = Sums(repeating: .zero)
    for place in 0..<5 {
      var sink = ScoreSink(features: model.features)
      letters.emit(form, at: UInt64(place), into: &sink)
      sums[place] = sink.scores
    }
    forms.append(form)
    self.sums.append(sums)
  }

  /// What the five words of a window contribute.
  func sum(_ window: SpotWindow) -> TagScores {
    sums[Int(window.beforeLast)][0] &+ sums[Int(window.before)][1] &+ sums[Int(window.word)][2]
      &+ sums[Int(window.after)][3] &+ sums[Int(window.afterNext)][4]
  }

  /// The index of a token's form.
  mutating func index(_ text: Span<UInt8>, _ token: Token, _ model: TaggerModel) -> Int32 {
    var mixed = Feature.mix(
      token.hash,
      UInt64(token.capitals) | UInt64(token.shape.rawValue) << 32 | UInt64(token.letters) << 48)
    // Beyond 32 letters their capitals do not tell two words apart.
    if token.letters > 32 {
      var exact = WordHash()
      for offset in Int(token.start)..<Int(token.end) { exact.combine(text[offset]) }
      mixed = Feature.mix(mixed, exact.value)
    }
    let key = mixed == 0 ? 1 : mixed
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return insert(text, token, key, model)
  }

  @inline(never)
  private mutating func insert(
    _ text: Span<UInt8>, _ token: Token, _ key: UInt64, _ model: TaggerModel
  ) -> Int32 {
    if forms.count * 4 > keys.count * 3 { grow() }
    let form = letters.read(text, token, model.lexicon)
    add(form, model)
    let index = Int32(truncatingIfNeeded: forms.count - 1)
    place(key, index)
    return index
  }

  private mutating func place(_ key: UInt64, _ index: Int32) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    slots[slot] = index
  }

  private mutating func grow() {
    let old = (keys, slots)
    keys = ContiguousArray(repeating: 0, count: old.0.count * 2)
    slots = ContiguousArray(repeating: 0, count: old.0.count * 2)
    for slot in old.0.indices where old.0[slot] != 0 { place(old.0[slot], old.1[slot]) }
  }
}
