import ArchiveModel

/// The reading of an article as it travels between machines: all that `.dateline` keeps of it, and
/// nothing of where it was made.
///
///     length and fingerprint of what follows (eight bytes each); path, fingerprint of the article's
///     file and of what it names, reading, texts
struct ArticleRecord {
  /// Of the bytes of the article's file.
  let source: UInt64
  /// Of what the archive has for the addresses that it names, by `FoundMedia.Mark.size`.
  let lookups: UInt64
  /// Its texts stand nowhere yet.
  let reading: Reading
  /// What the store of readings is given.
  let texts: [UInt8]

  /// The bytes before a record's: its length and its fingerprint.
  static let lead = 16

  init(source: UInt64, lookups: UInt64, reading: Reading, texts: [UInt8]) {
    self.source = source
    self.lookups = lookups
    self.reading = reading
    self.texts = texts
  }

  /// Reads a record without its lead; nil where that is none.
  init?(_ bytes: [UInt8]) {
    let record: ArticleRecord? = bytes.withUnsafeBytes { bytes in
      var record = RecordReader(bytes)
      _ = record.read(String.self)
      let (source, lookups) = (record.fixed(), record.fixed())
      let reading = record.read(Reading.self)
      let texts = [UInt8](record.raw(Int(reading.place.count)))
      guard record.isAtEnd else { return nil }
      return ArticleRecord(source: source, lookups: lookups, reading: reading, texts: texts)
    }
    guard let record else { return nil }
    self = record
  }

  /// The path of the article whose record, without its lead, begins so; nil where that is none.
  static func path(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBytes { bytes in
      var record = RecordReader(bytes)
      let path = record.read(String.self)
      return record.isSound ? path : nil
    }
  }

  /// The record with its lead.
  var encoded: [UInt8] {
    var reading = reading
    reading.place.offset = 0
    var body = RecordWriter(reserving: texts.count + 2048)
    body.write(reading.article.path)
    body.write(fixed: source)
    body.write(fixed: lookups)
    body.write(reading)
    body.write(raw: texts)
    var whole = RecordWriter(reserving: body.bytes.count + ArticleRecord.lead)
    whole.write(fixed: UInt64(body.bytes.count))
    whole.write(fixed: Fingerprint.of(body.bytes))
    whole.write(raw: body.bytes)
    return whole.bytes
  }
}
