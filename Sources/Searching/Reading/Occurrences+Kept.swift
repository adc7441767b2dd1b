import ArchiveModel

/// Where the words of chunks of documents are kept from one index to the next, by what the chunks
/// are made of; on any core.
public protocol KeptWords: Sendable {
  /// What was kept under a fingerprint; whatever it is, it harms nothing.
  func bytes(of print: UInt64) -> [UInt8]?
  /// Keeps bytes.
  func keep(_ bytes: [UInt8], of print: UInt64)
}

/// As bytes: seventeen to twenty megabytes for ten thousand articles of 500 words.
extension Occurrences {
  /// The bytes, which know their fingerprint.
  func kept(as print: UInt64) -> [UInt8] {
    var record = RecordWriter(
      reserving: 64 + entries.count * 16 + letters.count + postings.count + positions.count)
    record.write(fixed: print)
    record.write(UInt64(lengths.count))
    for i in 0..<lengths.count { record.write(UInt64(lengths[i])) }
    record.write(UInt64(wordCount))
    for i in 0..<wordCount {
      let (entry, next) = (entries[i], entries[i + 1])
      record.write(fixed: entry.hash)
      record.write(UInt64(next.letters - entry.letters))
      record.write(UInt64(next.postings - entry.postings))
      record.write(UInt64(next.positions - entry.positions))
      record.write(UInt64(entry.documentCount))
      record.write(UInt64(entry.count))
    }
    record.write(raw: UnsafeBufferPointer(start: letters.start, count: letters.count))
    record.write(raw: UnsafeBufferPointer(start: postings.start, count: postings.count))
    record.write(raw: UnsafeBufferPointer(start: positions.start, count: positions.count))
    record.write(fixed: Fingerprint.of(record.bytes))
    return record.bytes
  }

  /// Reads what was kept under a fingerprint; nil if it is anything else.
  static func read(_ bytes: [UInt8], keptAs print: UInt64) -> Occurrences? {
    bytes.withUnsafeBytes { read($0, keptAs: print) }
  }

  private static func read(
    _ bytes: UnsafeRawBufferPointer, keptAs print: UInt64
  ) -> Occurrences? {
    guard bytes.count > 24 else { return nil }
    let end = bytes.count - 8
    let sum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self))
    let body = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    var record = RecordReader(body)
    guard Fingerprint.of(body) == sum, record.fixed() == print else { return nil }
    var lengths = Pile<UInt32>()
    for _ in 0..<record.count() { lengths.append(UInt32(truncatingIfNeeded: record.number())) }
    let count = record.count()
    var entries = Pile<Entry>(capacity: count + 1)
    var next = Entry(hash: 0, letters: 0, postings: 0, positions: 0, documentCount: 0, count: 0)
    for _ in 0..<count {
      var entry = next
      entry.hash = record.fixed()
      next.letters &+= UInt32(truncatingIfNeeded: record.number())
      next.postings &+= UInt32(truncatingIfNeeded: record.number())
      next.positions &+= UInt32(truncatingIfNeeded: record.number())
      entry.documentCount = UInt32(truncatingIfNeeded: record.number())
      entry.count = UInt32(truncatingIfNeeded: record.number())
      entries.append(entry)
    }
    entries.append(next)
    let letters = Pile(copying: record.raw(Int(next.letters)))
    let postings = Pile(copying: record.raw(Int(next.postings)))
    let positions = Pile(copying: record.raw(Int(next.positions)))
    guard record.isAtEnd else { return nil }
    return Occurrences(
      entries: entries, letters: letters, postings: postings, positions: positions,
      lengths: lengths)
  }
}
