import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the file system says of a file: as long as that is the same, its bytes are.
///
/// As git's index has it, with git's care: a file that changed just before it was looked at may change
/// again and keep its times, so that its stamp vouches for nothing.
package struct FileStamp: Sendable, Equatable {
  package private(set) var sizeBytes = 0
  private var inode: UInt64 = 0
  /// Nanoseconds since 1970 of the last change of its bytes, and of its entry.
  private(set) var modified = 0
  private var changed = 0

  /// That of a file which vouches for nothing.
  static let none = FileStamp()

  private init() {}

  /// That of the file which a path leads to; nil where there is none.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    sizeBytes = Int(status.st_size)
    inode = UInt64(status.st_ino)
    #if canImport(Glibc)
      (modified, changed) = (
        FileStamp.nanoseconds(status.st_mtim), FileStamp.nanoseconds(status.st_ctim)
      )
    #else
      (modified, changed) = (
        FileStamp.nanoseconds(status.st_mtimespec), FileStamp.nanoseconds(status.st_ctimespec)
      )
    #endif
  }

  /// How coarse the times of a file system may be: two seconds on a FAT disk.
  static let settlingNanoseconds = 2_000_000_000

  /// The same, if the file has not changed since a time; else `none`.
  func settled(since time: Int) -> FileStamp { lastChanged < time ? self : .none }

  /// The later of both times: that of a file's bytes anybody can set.
  var lastChanged: Int { max(modified, changed) }

  fileprivate func add(to print: inout Fingerprint) {
    print.add(UInt64(bitPattern: Int64(sizeBytes)), inode)
    print.add(modified, changed)
  }

  /// Whether both vouch for the same bytes.
  func vouches(for other: FileStamp) -> Bool { self != .none && self == other }

  /// The clock of the file system's times, in nanoseconds since 1970.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

extension Fingerprint {
  /// Adds a stamp, without a record of it: a build in which nothing has changed adds all files'.
  mutating func add(_ stamp: FileStamp) { stamp.add(to: &self) }
}

extension FileStamp: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(fixed: UInt64(bitPattern: Int64(sizeBytes)))
    record.write(fixed: inode)
    record.write(fixed: UInt64(bitPattern: Int64(modified)))
    record.write(fixed: UInt64(bitPattern: Int64(changed)))
  }

  package init(from record: inout RecordReader) {
    sizeBytes = Int(truncatingIfNeeded: record.fixed())
    inode = record.fixed()
    modified = Int(truncatingIfNeeded: record.fixed())
    changed = Int(truncatingIfNeeded: record.fixed())
  }
}
