import ArchiveModel
import Loading

/// The files of an archive that are no text, without those that hold a redacted name in a way that
/// nobody can take it out: in a document, in what a camera or an agency wrote into a picture.
struct RedactedMedia {
  /// The files that may be shown.
  let index: MediaIndex
  private(set) var diagnostics: [Diagnostic] = []

  /// Looks into all files, where any name is redacted: O(bytes).
  init(of archive: Archive) throws(EnvironmentFault) {
    let all = archive.mediaIndex()
    guard !archive.hiddenNames.isEmpty else {
      index = all
      return
    }
    let scanner = PrivacyScanner(phrases: archive.hiddenNames.phrases)
    var hidden: Set<MediaIndex.File> = []
    for file in all.all where try RedactedMedia.holdsName(file, of: archive, scanner) {
      hidden.insert(file)
      diagnostics.append(
        Diagnostic(
          .mediaRedacted, "this file holds a name that is redacted",
          at: SourceRange(path: file.shownPath), note: "it is not on the site",
          suggestion: "take the name out of it, with the program that made it"))
    }
    index = all.without(hidden)
  }

  private static func holdsName(
    _ file: MediaIndex.File, of archive: Archive, _ scanner: PrivacyScanner
  ) throws(EnvironmentFault) -> Bool {
    let isPlain = isSoundOrPicture(file.path)
    let holds = { (bytes: [UInt8]) in
      isPlain ? scanner.occurs(inPicture: bytes) : !scanner.findings(in: bytes).isEmpty
    }
    guard try archive.unchangedCopy(of: file) != nil else {
      return holds(try archive.bytes(of: file))
    }
    var isFound = false
    try SiteFiles.read(file.source, of: "") { piece, _ in isFound = isFound || holds(piece) }
    return isFound
  }

  /// Whether a file is mostly numbers, in which nobody hides a text but between them.
  private static func isSoundOrPicture(_ path: String) -> Bool {
    let end = path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() } ?? ""
    return [
      "avif", "bmp", "flac", "gif", "heic", "ico", "jpeg", "jpg", "m4a", "m4v", "mov", "mp3", "mp4",
      "ogg", "opus", "otf", "png", "tif", "tiff", "ttf", "wav", "webm", "webp", "woff", "woff2",
    ].contains(end)
  }
}
