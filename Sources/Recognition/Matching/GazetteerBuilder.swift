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

  /// Without entries.
  public init() {
    names = NameTableBuilder(lexicon: lexicon)
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
    var body: [UInt8] = []
    body.append(word: UInt32(entries.count))
    body.append(word: UInt32(texts.count))
    body += records + texts
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
}
