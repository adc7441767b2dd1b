import ArchiveModel
import Loading
import NIOPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Watches an archive by looking at all of its files twice a second: size, time of change and
/// inode of each, as `stat` has them.
///
/// For systems without inotify, and for archives with more folders than the system watches. It
/// costs a few microseconds a file and look.
final class PollingWatcher: FileWatcher {
  let changes: AsyncStream<FileChanges>
  private let isStopped = Locked(false)

  init(_ folders: WatchedFolders, every milliseconds: UInt32 = 500, on threads: NIOThreadPool) {
    let (stream, continuation) = AsyncStream.makeStream(of: FileChanges.self)
    changes = stream
    let first = FolderLook(folders)
    threads.submit { [weak self] _ in
      var before = first
      while let self, !self.isStopped.withLock({ $0 }) {
        usleep(milliseconds * 1000)
        let now = FolderLook(folders)
        let changed = now.differences(from: before)
        if !changed.isEmpty { continuation.yield(.some(changed)) }
        before = now
      }
      continuation.finish()
    }
  }

  func stop() { isStopped.withLock { $0 = true } }
}

/// How all files were at a moment.
private struct FolderLook: Sendable {
  private struct Mark: Equatable {
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
    var inode: UInt64
  }

  private var marks: [String: Mark] = [:]

  init(_ folders: WatchedFolders) { look(at: "", of: folders) }

  private mutating func look(at folder: String, of folders: WatchedFolders) {
    let place = folder.isEmpty ? folders.root : "\(folders.root)/\(folder)"
    for name in names(inFolder: place) ?? [] {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      var status = stat()
      guard folders.contains(path),
        lstat("\(folders.root)/\(path)", &status) == 0
      else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        marks[path] = Mark(size: 0, seconds: 0, nanoseconds: 0, inode: UInt64(status.st_ino))
        look(at: path, of: folders)
        continue
      }
      #if canImport(Glibc)
        let time = status.st_mtim
      #else
        let time = status.st_mtimespec
      #endif
      marks[path] = Mark(
        size: Int64(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec,
        inode: UInt64(status.st_ino))
    }
  }

  /// The files that came, went or differ.
  func differences(from before: FolderLook) -> Set<String> {
    var changed = Set(before.marks.keys.filter { marks[$0] == nil })
    for (path, mark) in marks where before.marks[path] != mark { changed.insert(path) }
    return changed
  }
}
