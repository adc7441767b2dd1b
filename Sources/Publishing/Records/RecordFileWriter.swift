import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a file of records beside its place, and puts it there when all are written: killed at any
/// moment it leaves the file that was there, or the new one whole.
struct RecordFileWriter: ~Copyable {
  private let path: String
  private let temporary: String
  private let descriptor: Int32
  private var head: RecordHead
  /// What is not written yet.
  private var pending: [UInt8] = []
  private var offset = RecordHead.bytes

  private static let pendingBytes = 1 << 20

  /// Begins a file; one that is there must be of records too, of whatever age.
  init(to path: String, _ origin: RecordHead.Origin) throws(RecordFailure) {
    guard access(path, F_OK) != 0 || RecordFileWriter.isOurs(path) else {
      throw .refused(
        RecordRefusal(
          "\(path) is there, is no file of records, and is not overwritten",
          help: "name another file with --records"))
    }
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .fault(EnvironmentFault("write \(path)", errno: errno))
    }
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
    head = RecordHead(origin)
  }

  deinit {
    close(descriptor)
    unlink(temporary)
  }

  /// Appends a record with its lead; their paths must come in order.
  mutating func append(_ record: [UInt8]) throws(RecordFailure) {
    pending += record
    head.recordCount += 1
    if pending.count >= RecordFileWriter.pendingBytes { try flush() }
  }

  /// Puts the file in its place, and tells how many records it has.
  mutating func finish() throws(RecordFailure) -> Int {
    try flush()
    head.bodyBytes = offset - RecordHead.bytes
    // On the disk before it has its name, else a power cut could leave the name without the bytes.
    guard head.encoded.withUnsafeBytes({ writeAll($0, to: descriptor, at: 0) }),
      fsync(descriptor) == 0, rename(temporary, path) == 0
    else { throw .fault(EnvironmentFault("write \(path)", errno: errno)) }
    return head.recordCount
  }

  private mutating func flush() throws(RecordFailure) {
    guard pending.withUnsafeBytes({ writeAll($0, to: descriptor, at: offset) }) else {
      throw .fault(EnvironmentFault("write \(path)", errno: errno))
    }
    offset += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  private static func isOurs(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: 8) { buffer, filled in
      filled = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
    return RecordHead.begins(bytes)
  }
}
