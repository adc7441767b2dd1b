import ArchiveModel
import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of a folder as whoever copies it gets them: hidden ones too.
enum SiteFiles {
  /// A larger file is read in pieces of so many bytes.
  static let pieceBytes = 32 << 20
  /// So much of a piece is looked at again with the next one.
  static let overlapBytes = 64 << 10

  /// The paths of all files below a folder, sorted; links to files as well.
  static func all(in folder: String) throws(EnvironmentFault) -> [String] {
    var files: [String] = []
    var folders = [""]
    while let path = folders.popLast() {
      guard let names = names(inFolder: path.isEmpty ? folder : "\(folder)/\(path)") else {
        throw EnvironmentFault("read \(folder)/\(path)", errno: errno)
      }
      for name in names {
        let child = path.isEmpty ? name : "\(path)/\(name)"
        var status = stat()
        guard lstat("\(folder)/\(child)", &status) == 0 else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: folders.append(child)
        case S_IFREG: files.append(child)
        case S_IFLNK where stat("\(folder)/\(child)", &status) == 0:
          if status.st_mode & S_IFMT == S_IFREG { files.append(child) }
        default: break
        }
      }
    }
    return files.sorted()
  }

  /// Hands over a file, whole or in pieces that overlap, each with its offset.
  ///
  /// - Parameter folder: what the path is below; empty for a path that is whole.
  static func read(
    _ path: String, of folder: String, _ receive: (_ piece: [UInt8], _ offset: Int) -> Void
  ) throws(EnvironmentFault) {
    let descriptor = open(
      folder.isEmpty ? path : "\(folder)/\(path)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw EnvironmentFault("read \(folder)/\(path)", errno: errno) }
    defer { close(descriptor) }
    var offset = 0
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: capacity(descriptor, offset)) {
        buffer, filled in
        while filled < buffer.count {
          let count = pread(
            descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled,
            off_t(offset + filled))
          if count < 0, errno == EINTR { continue }
          if count < 0 { failure = errno }
          guard count > 0 else { return }
          filled += count
        }
      }
      guard failure == 0 else { throw EnvironmentFault("read \(folder)/\(path)", errno: failure) }
      receive(piece, offset)
      guard piece.count == pieceBytes else { return }
      offset += pieceBytes - overlapBytes
    }
  }

  /// What is left of a file, one byte more, so that its end is seen; at most a piece.
  private static func capacity(_ descriptor: Int32, _ offset: Int) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return pieceBytes }
    return min(max(Int(status.st_size) - offset + 1, 1), pieceBytes)
  }
}
