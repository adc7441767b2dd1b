import ArchiveModel

/// The sizes of image files, each read once, by any number of tasks.
final class ImageSizes: Sendable {
  private let known = Locked<[String: ImageSize?]>([:])

  /// The size of the image in a file; nil where it does not tell, or cannot be read.
  func size(of path: String) -> ImageSize? {
    if let size = known.withLock({ $0[path] }) { return size }
    // Two tasks may come here with one file, which costs less than to let all wait.
    let size = ImageSizes.read(path)
    known.withLock { $0[path] = .some(size) }
    return size
  }

  /// Of a photograph the size may stand behind much that its camera wrote.
  private static func read(_ path: String) -> ImageSize? {
    for count in [1 << 12, 1 << 16, 1 << 20] {
      do throws(FileFailure) {
        let bytes = try readFile(at: path, prefixBytes: count)
        if let size = ImageSize(of: bytes) { return size }
        guard bytes.count == count else { return nil }
      } catch {
        return nil
      }
    }
    return nil
  }
}
