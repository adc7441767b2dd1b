#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that is read name by name, in no order.
///
/// An entry of the system is as long as its name, though C declares room for the longest: Swift would
/// copy all that room, beyond the end of what was read. So a name is taken from where it stands.
package struct OpenFolder: ~Copyable {
  /// What stands in a folder.
  package struct Entry {
    /// The bytes of its name, which need be no UTF-8.
    package let nameBytes: [UInt8]
    /// Its `d_type`: `DT_REG`, or `DT_UNKNOWN` where the file system does not tell.
    package let type: UInt8

    /// Its name; what is no UTF-8 is repaired.
    package var name: String { String(decoding: nameBytes, as: UTF8.self) }
  }

  #if canImport(Darwin)
    private typealias Stream = UnsafeMutablePointer<DIR>
  #else
    private typealias Stream = OpaquePointer
  #endif

  private let stream: Stream

  /// Opens a folder; nil where it cannot be listed, and `errno` says why.
  package init?(_ path: String) {
    guard let stream = opendir(path) else { return nil }
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// The open folder itself, as long as this is.
  package var descriptor: Int32 { dirfd(stream) }

  /// The next entry that is neither the folder itself nor the one around it; nil at the end.
  package mutating func next() -> Entry? {
    while let entry = readdir(stream) {
      guard let place = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
      let start = UnsafeRawPointer(entry) + place
      let length = strlen(start.assumingMemoryBound(to: CChar.self))
      let name = [UInt8](UnsafeRawBufferPointer(start: start, count: length))
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      return Entry(nameBytes: name, type: entry.pointee.d_type)
    }
    return nil
  }
}

/// The names of all that stands in a folder, in no order; nil where it cannot be listed, and `errno`
/// says why.
package func names(inFolder path: String) -> [String]? {
  guard var folder = OpenFolder(path) else { return nil }
  var names: [String] = []
  while let entry = folder.next() { names.append(entry.name) }
  return names
}
