import ArchiveModel
import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of `.dateline`, which one build at a time holds.
final class CacheFiles: Sendable {
  private let folder: String
  private let lock: Int32

  /// What the file of texts begins with: its number, which its index knows.
  static let headBytes = 16

  var index: String { folder + "/readings.index" }
  var newIndex: String { folder + "/readings.index.new" }
  var pages: String { folder + "/pages" }
  var search: String { folder + "/search" }
  private var data: String { folder + "/readings" }
  private var newData: String { folder + "/readings.new" }

  /// Takes the folder, which is made if need be; nil where it cannot be had.
  init?(in folder: String) {
    self.folder = folder
    _ = mkdir(folder, 0o777)
    lock = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else { return nil }
  }

  deinit {
    unlink(newData)
    if lock >= 0 { close(lock) }
  }

  /// Opens the file of texts that belongs to an index.
  func openData(_ head: ReadingIndex.Head) -> Int32? {
    let descriptor = open(data, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    var found = [UInt8](repeating: 0, count: CacheFiles.headBytes)
    guard fstat(descriptor, &status) == 0, Int(status.st_size) >= head.dataBytes,
      pread(descriptor, &found, found.count, 0) == found.count,
      found == CacheFiles.head(head.number)
    else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Makes a file of texts beside the one that is there.
  func makeData(_ number: UInt64) -> Int32? {
    let descriptor = open(newData, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return nil }
    guard CacheFiles.head(number).withUnsafeBytes({ writeAll($0, to: descriptor, at: 0) }) else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Puts the new file of texts in the place of the old: whether that could be.
  func replaceData() -> Bool { rename(newData, data) == 0 }

  /// The bytes of a file; nil where there is none that can be read whole.
  static func bytes(at path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let count = read(descriptor, buffer.baseAddress.map { $0 + filled }, size - filled)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        filled += count
      }
    }
    return bytes.count == size ? bytes : nil
  }

  /// Reads what `replace(_:withSummed:)` wrote; nil where there is none, or a damaged one.
  static func summed<Value>(
    at path: String, _ read: (inout RecordReader) -> Value?
  ) -> Value? {
    guard let bytes = bytes(at: path), bytes.count > 16 else { return nil }
    return bytes.withUnsafeBytes { bytes in
      let sum = Fingerprint.of(UnsafeRawBufferPointer(rebasing: bytes[8...]))
      var record = RecordReader(bytes)
      guard record.fixed() == sum, let value = read(&record), record.isAtEnd else { return nil }
      return value
    }
  }

  /// Puts a record with its fingerprint before it in the place of a file.
  static func replace(_ path: String, withSummed body: RecordWriter) {
    var whole = RecordWriter(reserving: body.bytes.count + 8)
    whole.write(fixed: Fingerprint.of(body.bytes))
    whole.write(raw: body.bytes)
    replace(path, with: whole.bytes)
  }

  /// Puts bytes in the place of a file; that this cannot be harms nothing.
  static func replace(_ path: String, with bytes: [UInt8]) {
    let new = "\(path).\(getpid())"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return }
    let isWritten = bytes.withUnsafeBytes { writeAll($0, to: descriptor, at: 0) }
    close(descriptor)
    if !isWritten || rename(new, path) != 0 { unlink(new) }
  }

  /// Makes a folder if need be; that this cannot be harms nothing.
  static func make(_ folder: String) { _ = mkdir(folder, 0o777) }

  /// Removes the files in a folder whose names are of no use any more.
  static func remove(in folder: String, where isUseless: (String) -> Bool) {
    for name in names(inFolder: folder) ?? [] where isUseless(name) { unlink("\(folder)/\(name)") }
  }

  private static func head(_ number: UInt64) -> [UInt8] {
    var record = RecordWriter(reserving: headBytes)
    record.write(raw: "dateline".utf8)
    record.write(fixed: number)
    return record.bytes
  }
}
