import ArchiveModel
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The records of a build's readings, a file of `ReadingCache`: a head, then a record an article.
///
///     head    magic, key, number of the file of texts, its length, how much of it counts, count of
///             records, fingerprint of all this: eight bytes each
///     record  length and fingerprint of what follows (eight bytes each); path, stamp, fingerprint of
///             the article's file and of what it names, reading
struct ReadingIndex: Sendable {
  /// What holds for all records.
  struct Head: Sendable {
    /// That of `ReadingKey`.
    var key: UInt64
    /// Which file of texts belongs to it.
    var number: UInt64
    /// How long that is, in bytes: what stands behind that, a build wrote that did not end.
    var dataBytes = 0
    /// How much of it the records name, in bytes.
    var liveBytes = 0
    var recordCount = 0
  }

  /// A record of an article.
  struct Record {
    var stamp: FileStamp
    /// Of the bytes of the article's file.
    var source: UInt64
    /// Of what the archive has for the addresses that it names.
    var lookups: UInt64
    var reading: Reading
    /// Where it was read from in the index of the last build.
    fileprivate(set) var place: Range<Int>?

    init(stamp: FileStamp, source: UInt64, lookups: UInt64, reading: Reading) {
      self.stamp = stamp
      self.source = source
      self.lookups = lookups
      self.reading = reading
    }

    /// What the reading was made of, besides what holds for all.
    var print: UInt64 { PagePrints.combined(source) { $0.add(lookups) } }
  }

  let head: Head
  private let bytes: [UInt8]
  /// Where in `bytes` the record of an article stands.
  private let places: [String: Range<Int>]

  /// Reads an index; nil where there is none that is whole and of this key.
  ///
  /// O(records).
  /// - Parameter refusal: why there is none, but for an archive that was not built yet.
  init?(at path: String, key: UInt64, _ refusal: inout CacheRefusal?) {
    guard let bytes = CacheFiles.bytes(at: path) else {
      if access(path, F_OK) == 0 { refusal = .damaged }
      return nil
    }
    refusal = .damaged
    var places: [String: Range<Int>] = [:]
    let head: Head? = bytes.withUnsafeBytes { bytes in
      guard bytes.count >= Head.bytes, let head = Head(bytes) else { return nil }
      guard head.key == key else {
        refusal = .foreign
        return nil
      }
      places.reserveCapacity(min(head.recordCount, bytes.count / ReadingIndex.lead))
      var place = Head.bytes
      while bytes.count - place > ReadingIndex.lead {
        let start = place + ReadingIndex.lead
        let length = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        guard length <= UInt64(bytes.count - start) else { return nil }
        let end = start + Int(length)
        var record = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        let path = record.read(String.self)
        guard record.isSound else { return nil }
        places[path] = place..<end
        place = end
      }
      return places.count == head.recordCount ? head : nil
    }
    guard let head else { return nil }
    refusal = nil
    self.head = head
    self.bytes = bytes
    self.places = places
  }

  /// The record of an article; nil where there is none, or a damaged one.
  func record(of path: String) -> Record? {
    guard let place = places[path] else { return nil }
    return bytes.withUnsafeBytes { bytes in
      let sum = bytes.loadUnaligned(fromByteOffset: place.lowerBound + 8, as: UInt64.self)
      let body = UnsafeRawBufferPointer(
        rebasing: bytes[place.lowerBound + ReadingIndex.lead..<place.upperBound])
      guard Fingerprint.of(body) == UInt64(littleEndian: sum) else { return nil }
      var record = RecordReader(body)
      _ = record.read(String.self)
      var found = Record(
        stamp: record.read(), source: record.fixed(), lookups: record.fixed(),
        reading: record.read())
      found.place = place
      return record.isAtEnd ? found : nil
    }
  }

  /// The bytes before each record: its length and its fingerprint.
  private static let lead = 16
}

extension ReadingIndex.Head {
  fileprivate static let bytes = 56
  private static let magic: UInt64 = 0x6578_6E69_646C_7464  // "dtldinxe"

  /// Reads a head; nil where nobody wrote it.
  fileprivate init?(_ bytes: UnsafeRawBufferPointer) {
    let numbers = (0..<7).map {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
    }
    self.init(
      key: numbers[1], number: numbers[2], dataBytes: Int(truncatingIfNeeded: numbers[3]),
      liveBytes: Int(truncatingIfNeeded: numbers[4]),
      recordCount: Int(truncatingIfNeeded: numbers[5]))
    guard numbers[0] == Self.magic, numbers[6] == sum, dataBytes >= 0, liveBytes >= 0,
      recordCount >= 0
    else { return nil }
  }

  fileprivate var encoded: [UInt8] {
    var record = RecordWriter(reserving: Self.bytes)
    record.write(fixed: Self.magic)
    for number in numbers { record.write(fixed: number) }
    record.write(fixed: sum)
    return record.bytes
  }

  private var numbers: [UInt64] {
    [key, number] + [dataBytes, liveBytes, recordCount].map { UInt64(bitPattern: Int64($0)) }
  }

  private var sum: UInt64 {
    var print = Fingerprint()
    for number in numbers { print.add(number) }
    return print.value
  }
}

extension ReadingIndex {
  /// Writes an index beside the one that it replaces, from any number of tasks.
  ///
  /// That it cannot be written harms nothing: then there is none.
  final class Writer: Sendable {
    private let path: String
    private let descriptor: Int32
    private let end = Atomic(Head.bytes)
    private let count = Atomic(0)
    private let liveBytes = Atomic(0)
    private let failed = Atomic(false)

    /// Begins a file; nil where that cannot be.
    init?(at path: String) {
      self.path = path
      descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
      guard descriptor >= 0 else { return nil }
    }

    deinit {
      close(descriptor)
      unlink(path)
    }

    /// Appends the record of an article, unless a name that is redacted stands in it: as a file's name
    /// on disk has it, say.
    func append(_ record: Record, _ leaks: LeakGuard) {
      var body = RecordWriter(reserving: 2048)
      body.write(record.reading.article.path)
      body.write(record.stamp)
      body.write(fixed: record.source)
      body.write(fixed: record.lookups)
      body.write(record.reading)
      var whole = RecordWriter(reserving: body.bytes.count + lead)
      whole.write(fixed: UInt64(body.bytes.count))
      whole.write(fixed: Fingerprint.of(body.bytes))
      whole.write(raw: body.bytes)
      append(whole.bytes, of: record, leaks)
    }

    /// Appends a record of the last build's index as it stands there, which takes a third of the time
    /// that it takes to write it anew.
    func append(_ record: Record, asIn old: ReadingIndex, _ leaks: LeakGuard) {
      guard let place = record.place else { return append(record, leaks) }
      append(Array(old.bytes[place]), of: record, leaks)
    }

    private func append(_ whole: [UInt8], of record: Record, _ leaks: LeakGuard) {
      guard leaks.leak(in: whole, at: "") == nil else { return }
      let offset = end.add(whole.count, ordering: .relaxed).oldValue
      count.add(1, ordering: .relaxed)
      liveBytes.add(Int(record.reading.place.count), ordering: .relaxed)
      if !whole.withUnsafeBytes({ writeAll($0, to: descriptor, at: offset) }) {
        failed.store(true, ordering: .relaxed)
      }
    }

    /// Puts the index in the place of the last: whether that could be.
    func finish(key: UInt64, number: UInt64, dataBytes: Int, at place: String) -> Bool {
      let head = Head(
        key: key, number: number, dataBytes: dataBytes,
        liveBytes: liveBytes.load(ordering: .relaxed), recordCount: count.load(ordering: .relaxed))
      return !failed.load(ordering: .relaxed)
        && head.encoded.withUnsafeBytes { writeAll($0, to: descriptor, at: 0) }
        && rename(path, place) == 0
    }
  }
}
