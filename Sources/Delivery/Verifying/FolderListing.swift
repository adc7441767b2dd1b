import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// All that is in a folder and those in it but folders, whatever it is.
struct FolderListing: Sendable {
  /// What stands at a path.
  struct Entry: Sendable {
    /// Below the folder; a name that is no UTF-8 is repaired, so that nothing is found by it.
    var path: String
    /// Whether it is a file; else a link, a device or the like.
    var isFile: Bool
    var sizeBytes: Int
  }

  /// In the order of the bytes of their paths.
  private(set) var entries: [Entry] = []
  /// The folders.
  private(set) var folders: [String] = []

  /// Walks a folder, and follows no link: O(files).
  init(_ folder: String) throws(EnvironmentFault) {
    var rest = [""]
    while let path = rest.popLast() {
      let place = path.isEmpty ? folder : "\(folder)/\(path)"
      guard var stream = OpenFolder(place) else {
        throw EnvironmentFault("read \(place)", errno: errno)
      }
      while let entry = stream.next() {
        let child = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
        var status = stat()
        guard
          fstatat(
            stream.descriptor, entry.nameBytes.map { CChar(bitPattern: $0) } + [0], &status,
            AT_SYMLINK_NOFOLLOW) == 0
        else {
          if errno == ENOENT { continue }
          throw EnvironmentFault("look at \(folder)/\(child)", errno: errno)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
          rest.append(child)
          folders.append(child)
        } else {
          entries.append(
            Entry(
              path: child, isFile: status.st_mode & S_IFMT == S_IFREG,
              sizeBytes: Int(status.st_size)))
        }
      }
    }
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
