import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Archive {
  /// Writes the file of a new article where the archive keeps its articles.
  ///
  /// Nothing is overwritten: a file of that name refuses.
  /// - Returns: Its path in the content folder.
  public func begin(_ article: ArticleBeginning) throws(BeginningFailure) -> String {
    let slug = Slug(article.title)
    let path = ArticleFolders(of: articleFiles).path(of: slug, on: article.date)
    do throws(FileChangeFailure) {
      try apply([FileChange(path, before: nil, after: article.file)])
    } catch {
      switch error {
      case .conflict:
        throw .refused(
          BeginningRefusal(
            "\(prefixed(path)) is there already, and nothing was written",
            help: "give the article another title, or edit that file"))
      case .fault(let fault): throw .fault(fault)
      }
    }
    return path
  }

  /// The section of the settings that was meant, where one is written that they do not have; nil
  /// where all is well, or the settings name none.
  ///
  /// - Returns: What an author is told: the nearest section, or all.
  public func doubt(ofSection section: String) -> BeginningRefusal? {
    let names = settings.sections.map(\.name)
    guard !names.isEmpty, !names.contains(section) else { return nil }
    let nearest =
      names.first { $0.lowercased() == section.lowercased() }
      ?? Spelling.nearest(to: section, in: names)
      ?? names.first { $0.split(separator: "/").last.map(String.init) == section }
    return BeginningRefusal(
      "archive.yml has no section “\(section)”",
      help: nearest.map { "did you mean \($0)?" }
        ?? "the sections are \(names.joined(separator: ", "))")
  }

  /// Which day it is where the archive is: in its time zone, or in the machine's where it names
  /// none.
  ///
  /// For what a person begins. No build asks it: a build's day is that of its newest article.
  public func day(atSecondsSince1970 seconds: Int) -> ArchiveDate {
    let offset =
      settings.timeZone?.offsetSeconds(atSecondsSince1970: seconds)
      ?? Archive.machineOffset(at: seconds)
    return ArchiveDate(secondsSince1970: seconds + offset)?.withoutTime ?? .undated
  }

  private static func machineOffset(at seconds: Int) -> Int {
    var moment = time_t(seconds)
    var fields = tm()
    return localtime_r(&moment, &fields) == nil ? 0 : fields.tm_gmtoff
  }

  private func prefixed(_ path: String) -> String {
    (root == "." ? "" : root + "/") + shownPath(of: path)
  }
}

extension TimeZone {
  /// Seconds east of UTC at a moment.
  ///
  /// Clocks are asked by what they show: so twice, the second time with what they show then.
  func offsetSeconds(atSecondsSince1970 seconds: Int) -> Int {
    offsetSeconds(at: seconds + offsetSeconds(at: seconds))
  }
}
