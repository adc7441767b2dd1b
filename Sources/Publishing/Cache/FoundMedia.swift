import ArchiveModel
import Loading

/// What an archive has for the addresses that an article names: what its reading depends on besides
/// its own file.
struct FoundMedia {
  /// The files among it, in the order of the addresses.
  private(set) var files: [MediaIndex.File] = []
  private(set) var fingerprint: UInt64

  /// How a file is known.
  enum Mark {
    /// By what the file system says of it, on this machine.
    case stamp
    /// By the size of the picture that it is, on any machine: a reading takes nothing else of it.
    case size
  }

  /// Looks for addresses as an article at a path below the content folder names them; O(addresses).
  init(_ lookups: [String], from path: String, in media: MediaIndex, by mark: Mark) {
    var print = Fingerprint()
    for address in lookups {
      switch media.find(address, from: path) {
      case .found(let file, let isOtherCase):
        files.append(file)
        print.add(isOtherCase ? 1 : 0)
        print.add(file.path)
        print.add(file.shownPath)
        switch mark {
        case .stamp: print.add(FileStamp(of: file.source) ?? .none)
        case .size:
          let size = media.size(of: file)
          print.add(size?.width)
          print.add(size?.height)
        }
      case .outside: print.add(2)
      case .missing(let nearest):
        print.add(3)
        print.add(nearest)
      }
    }
    fingerprint = print.value
  }
}
