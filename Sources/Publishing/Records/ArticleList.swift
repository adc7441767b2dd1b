import ArchiveModel
import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Articles of an archive that somebody names, a path a line.
public struct ArticleList: Sendable {
  /// As the archive gives them, sorted by bytes, each once.
  let paths: [String]

  /// Finds the articles that a text names; empty lines are passed over.
  ///
  /// A path leads to the file from where the program runs, or from the archive's folder, or from
  /// its content's.
  ///
  /// - Parameter name: what the text is called in messages.
  public init(
    _ text: [UInt8], named name: String, of archive: Archive
  ) throws(RecordFailure) {
    let articles = Set(archive.articleFiles)
    let folders = ArticleList.folders(of: archive)
    var found: Set<String> = []
    for (number, line) in text.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard !line.isEmpty else { continue }
      let written = String(decoding: line, as: UTF8.self)
      let candidates = ArticleList.candidates(written, folders)
      guard
        let path = candidates.lazy.map(archive.shownContentPath(ofFile:)).first(
          where: articles.contains)
      else {
        throw .refused(
          RecordRefusal(
            "\(name), line \(number + 1): “\(written)” is no article of the archive",
            help: "name files below \(archive.contentFolder)/articles, one a line"))
      }
      found.insert(path)
    }
    paths = found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What may stand before the path of an article.
  private static func folders(of archive: Archive) -> [String] {
    var folders = [archive.shownPath(of: ""), archive.contentFolder + "/"]
    if let resolved = realpath(archive.contentFolder, nil) {
      folders.append(String(cString: resolved) + "/")
      free(resolved)
    }
    return folders.map(withoutDots).filter { !$0.isEmpty }
  }

  /// The paths below the content folder that may be meant.
  private static func candidates(_ written: String, _ folders: [String]) -> [String] {
    let path = withoutDots(written)
    let below = folders.filter(path.hasPrefix).map { String(path.dropFirst($0.count)) }
    return [path] + below
  }

  private static func withoutDots(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }
}
