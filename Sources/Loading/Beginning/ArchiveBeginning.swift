import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An archive that is begun: settings, an article that teaches, a page about it, an example of a
/// record.
public struct ArchiveBeginning: Sendable {
  /// Each file: its path in the archive's folder, and its text.
  public let files: [(path: String, text: String)]

  /// Begins an archive.
  ///
  /// - Parameters:
  ///   - title: Its name.
  ///   - baseURL: The address that it will have; nil where that is not known.
  ///   - language: Its language, BCP 47.
  ///   - timeZone: The zone of times that state none; nil to leave that open.
  ///   - today: The date of the article.
  /// - Throws: What `archive.yml` would be told, in the words of its reader.
  public init(
    title: String, baseURL: String? = nil, language: String = "en", timeZone: String? = nil,
    today: ArchiveDate
  ) throws(BeginningFailure) {
    let title = ArticleBeginning.oneLine(title)
    let settings = BeginningTexts.settings(
      title: title, baseURL: baseURL, language: language, timeZone: timeZone)
    do throws(BeginningRefusal) {
      guard !title.isEmpty else {
        throw BeginningRefusal("an archive has a title", help: "--title \"The Example Times\"")
      }
      try ArticleBeginning.checkSigns(of: title)
    } catch {
      throw .refused(error)
    }
    try ArchiveBeginning.check(settings, title)
    let year = today.year.map { "\($0)/" } ?? ""
    files = [
      (".gitignore", BeginningTexts.ignored),
      ("Content/archive.yml", settings),
      (
        "Content/articles/\(year)how-an-article-is-written.md",
        BeginningTexts.article(today, language: language)
      ),
      ("Content/authorities/people.yml", BeginningTexts.people),
      ("Content/pages/about.md", BeginningTexts.about(title, language: language)),
    ]
  }

  /// Whether a text can be `base_url` of an archive.
  public static func isBaseURL(_ text: String) -> Bool { Settings.isBaseURL(text) }

  /// Whether a text can be its language.
  public static func isLanguage(_ text: String) -> Bool { ValueReader.isLanguageTag(text) }

  /// Writes the files into a folder, which is made where it is not there.
  ///
  /// Nothing is overwritten: where one of the files is there, or an archive, nothing is written.
  /// Only an existing `.gitignore` stays as it is, and the rest is written.
  /// - Returns: The paths of the files that were written.
  public func write(to folder: String) throws(BeginningFailure) -> [String] {
    let folder = ArchiveBeginning.withoutFinalSlashes(folder)
    if ["Content", "archive.yml", "articles"].contains(where: { isThere("\(folder)/\($0)") }) {
      throw .refused(
        BeginningRefusal(
          "there is an archive in \(folder) already, and nothing was written",
          help: "name another folder, or write an article: dateline new article"))
    }
    var written: [String] = []
    do throws(EnvironmentFault) {
      try makeFolders(to: folder)
      for file in files {
        let path = "\(folder)/\(file.path)"
        try makeFolders(to: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
        if try writeFileOnce(Array(file.text.utf8), to: path) { written.append(file.path) }
      }
    } catch {
      for path in written { unlink("\(folder)/\(path)") }
      throw .fault(error)
    }
    return written
  }

  /// Reads the settings as a build will, and refuses what it would complain of.
  private static func check(_ text: String, _ title: String) throws(BeginningFailure) {
    var reader = SettingsReader(path: "archive.yml", fallbackTitle: "") { _ in true }
    var redactions: Set<Int> = []
    do throws(EnvironmentFault) {
      try reader.read(Array(text.utf8), hiding: HiddenNames(PrivacyRules()), &redactions)
    } catch {
      throw .fault(error)
    }
    if let problem = reader.values.diagnostics.first {
      throw .refused(
        BeginningRefusal(problem.message, help: problem.suggestion ?? "write it otherwise"))
    }
    guard reader.settings.title.utf8.elementsEqual(title.utf8) else {
      throw .refused(
        BeginningRefusal(
          "this title would be read back as “\(reader.settings.title)”",
          help: "write it without {{ and {%"))
    }
  }

  private static func withoutFinalSlashes(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return path.isEmpty ? "." : String(path)
  }
}

/// Whether anything has a path, be it a link that leads nowhere.
private func isThere(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// Makes a folder and those above it, as far as they are not there.
private func makeFolders(to path: String) throws(EnvironmentFault) {
  var folder = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    folder += part
    try makeFolder(at: folder)
    folder += "/"
  }
}
