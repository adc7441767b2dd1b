import ArchiveModel
import Cataloguing
import Loading
import Markup
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The readings of a build, on disk: so memory does not grow with the archive's text.
///
/// One file, written from all cores, each at a place of its own; read by place. It is the one that
/// `ReadingCache` keeps from build to build, or one without a name, of which nothing is left however
/// the program ends. What is read is compared with its fingerprint: a file that was kept may be
/// damaged.
public final class ReadingStore: Sendable {
  /// Where a reading stands in the file.
  public struct Place: Sendable {
    /// From the file's beginning, in bytes.
    var offset: Int
    /// The length of the article's own entities, which come first, in bytes.
    var entityCount: UInt32
    /// The length of sentences, mentions and reading text, which come next, in bytes.
    var proseCount: UInt32
    /// The length of the whole, in bytes.
    var count: UInt32
    /// The lower halves of the parts' fingerprints.
    var entitySum: UInt32 = 0
    var proseSum: UInt32 = 0
    var bodySum: UInt32 = 0

    /// What tells sentences, mentions and reading text from others: fingerprint and length.
    var prosePrint: UInt64 { UInt64(proseSum) << 32 | UInt64(proseCount) }

    /// That of a text that is not kept: it has nothing in it.
    static let nowhere = Place(offset: 0, entityCount: 0, proseCount: 0, count: 0)
  }

  private let descriptor: Int32
  private let end: Atomic<Int>
  /// From where on readings are in a file without a name, since the other is another build's.
  private let limit = Atomic(Int.max)
  private let beyond = Locked<Int32>(-1)
  private let archive: Archive
  /// How long the file is, in bytes.
  var length: Int { end.load(ordering: .relaxed) }

  /// Makes an empty store without a name in the archive's `.dateline`; where nothing can be written
  /// there, in the folder for temporary files.
  init(in archive: Archive) throws(EnvironmentFault) {
    descriptor = try ReadingStore.unnamed(of: archive)
    end = Atomic(0)
    self.archive = archive
  }

  /// Takes over an open file of an archive's readings, which is written from `length` on.
  init(taking descriptor: Int32, length: Int, of archive: Archive) {
    self.descriptor = descriptor
    end = Atomic(length)
    self.archive = archive
  }

  /// Leaves the file to the next build: it is read as far as it goes now, and no more written.
  ///
  /// To be called while nobody writes.
  func leaveFile() { limit.store(length, ordering: .relaxed) }

  private static func unnamed(of archive: Archive) throws(EnvironmentFault) -> Int32 {
    let own = archive.root + "/.dateline"
    _ = mkdir(own, 0o777)
    let shared = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard let descriptor = openUnnamed(in: own) ?? openUnnamed(in: shared) else {
      throw EnvironmentFault("write into \(own) or \(shared)", errno: errno)
    }
    return descriptor
  }

  /// Opens a file without a name in a folder; nil where that cannot be, with the reason in `errno`.
  private static func openUnnamed(in folder: String) -> Int32? {
    let path = "\(folder)/readings-\(getpid())"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    return descriptor
  }

  deinit {
    close(descriptor)
    beyond.withLock { if $0 >= 0 { close($0) } }
  }

  /// Which file has what stands at an offset, and where that begins.
  private func file(at offset: Int) throws(EnvironmentFault) -> (descriptor: Int32, start: Int) {
    let limit = limit.load(ordering: .relaxed)
    guard offset >= limit else { return (descriptor, 0) }
    let opened = try beyond.withLock { file throws(EnvironmentFault) -> Int32 in
      if file < 0 { file = try ReadingStore.unnamed(of: archive) }
      return file
    }
    return (opened, limit)
  }

  /// Keeps a reading.
  func append(_ reading: EncodedReading) throws(EnvironmentFault) -> Place {
    var place = Place(
      offset: 0, entityCount: UInt32(reading.entityCount),
      proseCount: UInt32(reading.proseCount), count: UInt32(reading.bytes.count))
    reading.bytes.withUnsafeBytes { bytes in
      place.entitySum = ReadingStore.sum(of: bytes, place.entityPart)
      place.proseSum = ReadingStore.sum(of: bytes, place.prosePart)
      place.bodySum = ReadingStore.sum(of: bytes, place.bodyPart)
    }
    place.offset = try append(reading.bytes)
    return place
  }

  /// Keeps a reading of another store.
  func append(_ place: Place, of other: ReadingStore) throws(EnvironmentFault) -> Place {
    try append(try other.bytes(at: place), as: place)
  }

  /// Keeps a reading of which all but its place is known.
  func append(_ bytes: [UInt8], as known: Place) throws(EnvironmentFault) -> Place {
    var place = known
    place.offset = try append(bytes)
    return place
  }

  /// All bytes of a reading.
  func bytes(at place: Place) throws(EnvironmentFault) -> [UInt8] {
    try read(place, 0..<Int(place.count), sum: nil)
  }

  private func append(_ bytes: [UInt8]) throws(EnvironmentFault) -> Int {
    let offset = end.add(bytes.count, ordering: .relaxed).oldValue
    let (file, start) = try file(at: offset)
    guard bytes.withUnsafeBytes({ writeAll($0, to: file, at: offset - start) }) else {
      throw EnvironmentFault("keep the articles' readings in .dateline", errno: errno)
    }
    return offset
  }

  /// An article's own entities.
  func entities(at place: Place) throws(EnvironmentFault) -> [LocalEntity] {
    [LocalEntity](decoding: try read(place, place.entityPart, sum: place.entitySum))
  }

  /// An article's sentences, mentions and reading text.
  func prose(at place: Place) throws(EnvironmentFault) -> Prose {
    Prose(decoding: try read(place, place.prosePart, sum: place.proseSum))
  }

  /// An article's body, with the places for its links.
  func body(at place: Place) throws(EnvironmentFault) -> SlottedHTML {
    SlottedHTML(decoding: try read(place, place.bodyPart, sum: place.bodySum))
  }

  private func read(
    _ place: Place, _ part: Range<Int>, sum: UInt32?
  ) throws(EnvironmentFault) -> [UInt8] {
    let (file, start) = try file(at: place.offset)
    let (offset, count) = (place.offset - start + part.lowerBound, part.count)
    let (bytes, failure) = readAll(count, from: file, at: offset)
    var code = failure == 0 && bytes.count < count ? EIO : failure
    let isSound = sum.map { sum in
      bytes.withUnsafeBytes { ReadingStore.sum(of: $0, 0..<count) } == sum
    }
    if isSound == false { code = EIO }
    guard code == 0 else {
      var fault = EnvironmentFault("read the articles' readings in .dateline", errno: code)
      fault.isOfCache = code == EIO
      throw fault
    }
    return bytes
  }

  private static func sum(of bytes: UnsafeRawBufferPointer, _ part: Range<Int>) -> UInt32 {
    UInt32(truncatingIfNeeded: Fingerprint.of(UnsafeRawBufferPointer(rebasing: bytes[part])))
  }
}

extension ReadingStore.Place {
  // Where the parts stand in the reading.
  fileprivate var entityPart: Range<Int> { 0..<Int(entityCount) }
  fileprivate var prosePart: Range<Int> {
    entityPart.upperBound..<entityPart.upperBound + Int(proseCount)
  }
  fileprivate var bodyPart: Range<Int> { prosePart.upperBound..<Int(count) }
}

/// Reads so many bytes from an offset of a file on, fewer where it ends; with the error number, 0 if
/// the system did not refuse.
func readAll(
  _ count: Int, from descriptor: Int32, at offset: Int
) -> (bytes: [UInt8], failure: Int32) {
  var failure: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while filled < count {
      let part = pread(
        descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
        off_t(offset + filled))
      if part < 0, errno == EINTR { continue }
      if part < 0 { failure = errno }
      guard part > 0 else { return }
      filled += part
    }
  }
  return (bytes, failure)
}

/// Writes all bytes at an offset of a file: whether the system took them, else `errno` says why not.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int) -> Bool {
  var written = 0
  while written < bytes.count {
    let count = pwrite(
      descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written,
      off_t(offset + written))
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    written += count
  }
  return true
}
