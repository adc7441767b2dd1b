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
/// One file in `.dateline`, without a name once it is open, so that nothing is left of it
/// however the program ends. Written from all cores, each at a place of its own; read by place.
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

    /// That of a text that is not kept: it has nothing in it.
    static let nowhere = Place(offset: 0, entityCount: 0, proseCount: 0, count: 0)
  }

  private let descriptor: Int32
  private let end = Atomic<Int>(0)

  /// Makes an empty store in the archive's `.dateline`; where nothing can be written there, in
  /// the folder for temporary files.
  init(in archive: Archive) throws(EnvironmentFault) {
    let own = archive.root + "/.dateline"
    _ = mkdir(own, 0o777)
    let shared = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard
      let descriptor = ReadingStore.openUnnamed(in: own) ?? ReadingStore.openUnnamed(in: shared)
    else { throw EnvironmentFault("write into \(own) or \(shared)", errno: errno) }
    self.descriptor = descriptor
  }

  /// Opens a file without a name in a folder; nil where that cannot be, with the reason in `errno`.
  private static func openUnnamed(in folder: String) -> Int32? {
    let path = "\(folder)/readings-\(getpid())"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    return descriptor
  }

  deinit { close(descriptor) }

  /// Keeps a reading.
  func append(_ reading: EncodedReading) throws(EnvironmentFault) -> Place {
    let bytes = reading.bytes
    let offset = end.add(bytes.count, ordering: .relaxed).oldValue
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        pwrite(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written,
          off_t(offset + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw EnvironmentFault("keep the articles' readings in .dateline", errno: errno)
      }
      written += count
    }
    return Place(
      offset: offset, entityCount: UInt32(reading.entityCount),
      proseCount: UInt32(reading.proseCount), count: UInt32(bytes.count))
  }

  /// An article's own entities.
  func entities(at place: Place) throws(EnvironmentFault) -> [LocalEntity] {
    [LocalEntity](decoding: try read(place.offset, Int(place.entityCount)))
  }

  /// An article's sentences, mentions and reading text.
  func prose(at place: Place) throws(EnvironmentFault) -> Prose {
    Prose(
      decoding: try read(place.offset + Int(place.entityCount), Int(place.proseCount)))
  }

  /// An article's body, with the places for its links.
  func body(at place: Place) throws(EnvironmentFault) -> SlottedHTML {
    let prose = Int(place.entityCount) + Int(place.proseCount)
    return SlottedHTML(decoding: try read(place.offset + prose, Int(place.count) - prose))
  }

  private func read(_ offset: Int, _ count: Int) throws(EnvironmentFault) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let part = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled,
          off_t(offset + filled))
        if part < 0, errno == EINTR { continue }
        guard part > 0 else {
          code = part == 0 ? EIO : errno
          return
        }
        filled += part
      }
    }
    guard code == 0 else {
      throw EnvironmentFault("read the articles' readings in .dateline", errno: code)
    }
    return bytes
  }
}
