import ArchiveModel

/// Writes a gazetteer; equal input, in any order of names, gives equal bytes.
public struct GazetteerBuilder {
  /// What the matcher has to know of a name.
  public enum Trait: Sendable {
    /// "Iraqi": stands for its place.
    case demonym
    /// Also a word or a person's name: only where the text shows a place ("in Reading").
    case needsCue
    /// Also a word: takes care at the start of a sentence ("Turkey").
    case careAtStart
    /// Has several well-known bearers: the kind is sure, who it is, is not ("Georgia").
    case clash

    var flag: NameTable.Flags {
      switch self {
      case .demonym: .demonym
      case .needsCue: .needsCue
      case .careAtStart: .careAtStart
      case .clash: .clash
      }
    }
  }

  private let lexicon = WordLexicon()
  private var entries: [Gazetteer.Entry] = []
  private var names: NameTableBuilder
  private let tokenizer: Tokenizer
  private var givenNames: Set<UInt64> = []

  /// Without entries.
  public init() {
    names = NameTableBuilder(lexicon: lexicon)
    tokenizer = Tokenizer(lexicon: lexicon)
  }

  /// Adds an entry and returns its index.
  ///
  /// Ids are for the caller to keep apart.
  public mutating func add(_ entry: Gazetteer.Entry) -> Int {
    entries.append(entry)
    return entries.count - 1
  }

  /// Adds a name of an entry; false for what cannot be a name, such as a single letter.
  @discardableResult
  public mutating func add(name: String, of entry: Int, _ traits: [Trait] = []) -> Bool {
    var flags = NameTable.Flags(traits.map(\.flag))
    if entries[entry].class == .country { flags.insert(.country) }
    return names.add(name, flags: flags, payload: Int32(entry))
  }

  /// Adds a given name, if it is one word of two letters or more.
  public mutating func add(givenName: String) {
    let bytes = Array(givenName.utf8)
    var tokens = ContiguousArray<Token>()
    tokenizer.tokenize(bytes.span, into: &tokens)
    guard tokens.count == 1, tokens[0].isCapitalized, tokens[0].letters > 1 else { return }
    givenNames.insert(tokens[0].hash)
  }

  /// The letters by which texts tell names apart: equal for names that no text tells apart.
  public func key(_ name: String) -> String? {
    names.key(name).map { String(decoding: $0.text, as: UTF8.self) }
  }

  /// The file.
  public func build() -> [UInt8] {
    var records: [UInt8] = []
    var texts: [UInt8] = []
    for entry in entries {
      let id = Array(entry.id.description.utf8)
      let name = Array(entry.name.utf8.prefix(255))
      records.append(word: UInt32(texts.count))
      let country = Array((entry.country ?? "\0\0").utf8.prefix(2))
      records += [UInt8(id.count), UInt8(name.count), entry.kind.rawValue, entry.class.rawValue]
      records += country + [0, 0]
      records.append(word: UInt32(bitPattern: entry.geonames ?? 0))
      records.append(word: GazetteerBuilder.degrees(entry.coordinates?.latitude))
      records.append(word: GazetteerBuilder.degrees(entry.coordinates?.longitude))
      records.append(word: 0)
      texts += id + name
    }
    let given = GazetteerBuilder.table(givenNames)
    var body: [UInt8] = []
    body.append(word: UInt32(entries.count))
    body.append(word: UInt32(texts.count))
    body.append(word: UInt32(given.count))
    body += records + texts
    for word in given { body.append(word: word) }
    body += names.build()

    var file = Gazetteer.magic
    file.append(word: Gazetteer.version)
    let checksum = body.withUnsafeBytes {
      Gazetteer.checksum(RawSpan(_unsafeBytes: $0), from: 0)
    }
    file.append(word: checksum)
    return file + body
  }

  /// Hundred-thousandths of a degree; a value that is none for "not known".
  private static func degrees(_ value: Double?) -> UInt32 {
    guard let value else { return UInt32(bitPattern: Int32.min) }
    return UInt32(bitPattern: Int32((value * 100_000).rounded()))
  }

  /// A table of hashes, half empty, in a fixed order.
  private static func table(_ hashes: Set<UInt64>) -> [UInt32] {
    var slots = 16
    while slots < hashes.count * 2 { slots *= 2 }
    var table = [UInt32](repeating: 0, count: slots)
    for hash in hashes.sorted() {
      var slot = Int(hash & UInt64(slots - 1))
      while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] = UInt32(truncatingIfNeeded: hash >> 32) | 1
    }
    return table
  }
}
