import ArchiveModel

/// Well-known places and organisations, with their names in English.
///
/// A binary that `recognizer gazetteer` compiles. It is used where it stands: nothing is copied and
/// no table is built, so it costs a program's start a fraction of a millisecond (the checksum).
///
/// Layout, little-endian: `DLGAZ\0\0\0`; version, checksum of all that follows (32 bits each);
/// number of entries, bytes of their texts; the entries (28 bytes each), their texts, the names
/// (`NameTable`).
public struct Gazetteer: @unchecked Sendable {
  // Unchecked, because of the pointer: the bytes are never written to.

  /// What an entry is.
  public enum Class: UInt8, Sendable {
    case country, capital, city, region, organization
  }

  /// A place or an organisation.
  public struct Entry: Sendable, Hashable {
    /// Its permanent id, the last part of its address.
    public var id: Slug
    /// The name as displayed.
    public var name: String
    /// Place or organisation.
    public var kind: EntityKind
    /// Country, capital, city, region, organisation.
    public var `class`: Class
    /// Places only: the ISO 3166 code of its country.
    public var country: String?
    /// Places only, where known.
    public var coordinates: Coordinates?
    /// Its number in GeoNames, where it has one.
    public var geonames: Int32?

    /// An entry; what is not known of it is nil.
    public init(
      id: Slug, name: String, kind: EntityKind, class: Class, country: String?,
      coordinates: Coordinates?, geonames: Int32?
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.class = `class`
      self.country = country
      self.coordinates = coordinates
      self.geonames = geonames
    }
  }

  /// Of the layout and of the tokeniser, on which the hashes depend: to be raised with either.
  static let version: UInt32 = 2
  static let magic: [UInt8] = Array("DLGAZ\0\0\0".utf8)
  static let headerBytes = 24
  static let entryBytes = 28

  let bytes: UnsafeRawBufferPointer
  /// How many entries.
  public let count: Int
  private let textsOffset: Int
  let table: NameTable?

  /// A gazetteer in bytes that stay where they are as long as the program runs.
  ///
  /// Checks magic, version, sizes and checksum: O(bytes), under a millisecond.
  public init(bytes: UnsafeRawBufferPointer) throws(CompiledDataError) {
    let span = RawSpan(_unsafeBytes: bytes)
    guard span.byteCount >= Gazetteer.headerBytes else {
      throw CompiledDataError(.gazetteer, span.byteCount == 0 ? .other : .truncated)
    }
    for (place, byte) in Gazetteer.magic.enumerated() where span.byte(place) != byte {
      throw CompiledDataError(.gazetteer, .other)
    }
    guard span.word(8) == Gazetteer.version else {
      throw CompiledDataError(
        .gazetteer, .version(found: span.word(8), expected: Gazetteer.version))
    }
    guard span.word(12) == Gazetteer.checksum(span, from: 16) else {
      throw CompiledDataError(.gazetteer, .checksum)
    }
    count = Int(span.word(16))
    textsOffset = Gazetteer.headerBytes + count * Gazetteer.entryBytes
    guard let table = NameTable(span, at: textsOffset + Int(span.word(20))) else {
      throw CompiledDataError(.gazetteer, .truncated)
    }
    self.table = table
    self.bytes = bytes
  }

  private init() {
    bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    count = 0
    textsOffset = 0
    table = nil
  }

  /// A gazetteer without entries.
  public static var empty: Gazetteer { Gazetteer() }

  /// How many names its entries have together, demonyms with them.
  public var nameCount: Int { table?.count ?? 0 }

  /// The entry with this index, as in `Mention.Evidence.gazetteer`.
  public subscript(index: Int) -> Entry {
    precondition(index >= 0 && index < count, "no such entry of the gazetteer")
    let span = RawSpan(_unsafeBytes: bytes)
    let offset = Gazetteer.headerBytes + index * Gazetteer.entryBytes
    let idStart = textsOffset + Int(span.word(offset))
    let idEnd = idStart + Int(span.byte(offset + 4))
    let country = UInt16(span.byte(offset + 8)) << 8 | UInt16(span.byte(offset + 9))
    let geonames = Int32(bitPattern: span.word(offset + 12))
    let id = Slug(span.text(idStart..<idEnd))
    return Entry(
      id: id, name: span.text(idEnd..<idEnd + Int(span.byte(offset + 5))),
      kind: EntityKind(rawValue: span.byte(offset + 6)) ?? .place,
      class: Class(rawValue: span.byte(offset + 7)) ?? .city,
      country: country == 0 ? nil : span.text(offset + 8..<offset + 10),
      coordinates: Coordinates(
        latitude: Double(Int32(bitPattern: span.word(offset + 16))) / 100_000,
        longitude: Double(Int32(bitPattern: span.word(offset + 20))) / 100_000),
      geonames: geonames == 0 ? nil : geonames)
  }

  /// What an entry is, without reading the rest of it.
  public func `class`(of index: Int) -> Class {
    precondition(index >= 0 && index < count, "no such entry of the gazetteer")
    let offset = Gazetteer.headerBytes + index * Gazetteer.entryBytes
    return Class(rawValue: RawSpan(_unsafeBytes: bytes).byte(offset + 7)) ?? .city
  }

  /// The ISO 3166 code of an entry's country, without reading the rest of it; nil for an
  /// organisation.
  public func country(of index: Int) -> String? {
    precondition(index >= 0 && index < count, "no such entry of the gazetteer")
    let span = RawSpan(_unsafeBytes: bytes)
    let offset = Gazetteer.headerBytes + index * Gazetteer.entryBytes + 8
    return span.byte(offset) == 0 ? nil : span.text(offset..<offset + 2)
  }

  /// The kind of an entry, without reading the rest of it.
  func kind(_ index: Int32, _ span: RawSpan) -> EntityKind {
    let offset = Gazetteer.headerBytes + Int(index) * Gazetteer.entryBytes
    return EntityKind(rawValue: span.byte(offset + 6)) ?? .place
  }

  /// Whether the id of an entry is this.
  func hasID(_ index: Int32, _ id: String, _ span: RawSpan) -> Bool {
    let offset = Gazetteer.headerBytes + Int(index) * Gazetteer.entryBytes
    let start = textsOffset + Int(span.word(offset))
    guard Int(span.byte(offset + 4)) == id.utf8.count else { return false }
    return zip(id.utf8, start...).allSatisfy { span.byte($1) == $0 }
  }

  /// A checksum that a flipped bit or a lost byte changes: eight bytes at a time, as FNV-1a.
  static func checksum(_ span: RawSpan, from start: Int) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var offset = start
    while offset + 8 <= span.byteCount {
      let word = span.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ UInt64(littleEndian: word)) &* 0x100_0000_01b3
      hash ^= hash >> 29
      offset += 8
    }
    while offset < span.byteCount {
      hash = (hash ^ UInt64(span.byte(offset))) &* 0x100_0000_01b3
      hash ^= hash >> 29
      offset += 1
    }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
