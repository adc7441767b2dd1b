import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of articles' records, open.
///
/// `RecordHead`, then an `ArticleRecord` each, in the order of their paths' bytes: so the same records
/// are the same file, in however many parts and in whichever order they were made.
final class RecordFile: Sendable {
  /// Where a record stands.
  struct Entry: Sendable {
    let path: String
    /// From the file's beginning, behind its lead.
    let offset: Int
    let count: Int
    let fingerprint: UInt64
  }

  /// As it was named.
  let path: String
  let head: RecordHead
  /// In their order.
  let entries: [Entry]
  private let descriptor: OpenFile

  /// Opens a file and looks whether all of it is as it was written; O(bytes).
  init(opening path: String) throws(RecordFailure) {
    self.path = path
    let file = try OpenFile(path)
    descriptor = file
    let head = try RecordHead(try file.bytes(at: 0, count: RecordHead.bytes), ofFile: path)
    self.head = head
    var entries: [Entry] = []
    var offset = RecordHead.bytes
    let end = file.size
    guard head.bodyBytes == end - offset else { throw .damaged(path) }
    while offset < end {
      let lead = try file.bytes(at: offset, count: ArticleRecord.lead)
      guard lead.count == ArticleRecord.lead else { throw .damaged(path) }
      let (length, fingerprint) = lead.withUnsafeBytes { bytes in
        var record = RecordReader(bytes)
        return (record.fixed(), record.fixed())
      }
      offset += ArticleRecord.lead
      guard length <= UInt64(end - offset) else { throw .damaged(path) }
      let body = try file.bytes(at: offset, count: Int(length))
      guard Fingerprint.of(body) == fingerprint, let article = ArticleRecord.path(body),
        entries.last.map({ $0.path.utf8.lexicographicallyPrecedes(article.utf8) }) ?? true
      else { throw .damaged(path) }
      entries.append(
        Entry(path: article, offset: offset, count: body.count, fingerprint: fingerprint))
      offset += body.count
    }
    guard entries.count == head.recordCount else { throw .damaged(path) }
    self.entries = entries
  }

  /// The bytes of a record, without its lead.
  func bytes(of entry: Entry) throws(RecordFailure) -> [UInt8] {
    let bytes = try descriptor.bytes(at: entry.offset, count: entry.count)
    guard Fingerprint.of(bytes) == entry.fingerprint else { throw .damaged(path) }
    return bytes
  }

  /// The bytes of a record with its lead.
  func wholeBytes(of entry: Entry) throws(RecordFailure) -> [UInt8] {
    var whole = RecordWriter(reserving: entry.count + ArticleRecord.lead)
    whole.write(fixed: UInt64(entry.count))
    whole.write(fixed: entry.fingerprint)
    whole.write(raw: try bytes(of: entry))
    return whole.bytes
  }
}

/// A file that is open for reading.
private final class OpenFile: Sendable {
  private let path: String
  private let descriptor: Int32
  let size: Int

  init(_ path: String) throws(RecordFailure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw .fault(EnvironmentFault("read \(path)", errno: errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .refused(RecordRefusal("\(path) is no file", help: "name a file of records"))
    }
    size = Int(status.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// So many bytes from a place on; fewer where the file ends.
  func bytes(at offset: Int, count: Int) throws(RecordFailure) -> [UInt8] {
    let (bytes, failure) = readAll(count, from: descriptor, at: offset)
    guard failure == 0 else { throw .fault(EnvironmentFault("read \(path)", errno: failure)) }
    return bytes
  }
}
