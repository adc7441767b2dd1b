import ArchiveModel
import Loading
import Recognition

/// One check of an archive: everything is read, nothing is built and nothing written.
///
/// The steps are those of `Build.run`, less the names, the pages and the writing.
public struct Check: Sendable {
  let archive: Archive
  let options: Build.Options
  let progress: Progress

  /// A check of an archive as it stands.
  public init(_ archive: Archive, options: Build.Options, progress: Progress = Progress()) {
    self.archive = archive
    self.options = options
    self.progress = progress
  }

  /// Checks, and tells of the files in `scope`; links are followed in the whole archive.
  ///
  /// - Parameter old: addresses that must not be lost.
  /// - Throws: `EnvironmentFault` when the machine refuses (exit code 3).
  public func run(
    telling scope: CheckScope = .everything, keeping old: OldAddresses? = nil
  ) async throws(EnvironmentFault) -> CheckReport {
    // What belongs to the archive as a whole; a theme with an error hides nothing of the articles.
    let (ownTheme, themeProblems) = try archive.theme()
    let theme = if let ownTheme { ownTheme } else { try Theme.bundled() }
    let gazetteer = try Gazetteer.bundled()
    let lockFile = IdentityLockFile.read(of: archive)
    var diagnostics = archive.diagnostics + archive.missingBaseURL
    diagnostics += themeProblems + lockFile.diagnostics

    // Per article: none looks at another, and its text stays on disk.
    let media = try RedactedMedia(of: archive)
    diagnostics += media.diagnostics
    let texts = TextReader(archive, gazetteer, media: media.index, in: theme.language)
    let articles = await read(
      with: ArticleChecker(texts: texts, showsDrafts: options.showsDrafts))

    // The one place where articles meet.
    let assembly = try SiteAssembly(
      articles.map(\.reading), by: texts, in: nil,
      SiteAssembly.Surroundings(
        gazetteer: gazetteer, theme: theme,
        lock: lockFile.lock),
      showsDrafts: options.showsDrafts, now: options.now)
    diagnostics += assembly.diagnostics
    let ordered = Check.chronological(articles)
    let alike = await AlikenessSearch(ordered, by: texts).groups(jobs: options.jobs)

    return CheckReport(
      archive, ordered, assembly, alike: alike, diagnostics: diagnostics.sorted(), old: old,
      in: scope)
  }

  /// By date, then by path: numbers are sorted, since an article is large.
  private static func chronological(_ articles: [CheckedArticle]) -> [CheckedArticle] {
    let keys = articles.map { ($0.article.date, $0.article.path) }
    return articles.indices.sorted { keys[$0] < keys[$1] }.map { articles[$0] }
  }

  private func read(with checker: ArticleChecker) async -> [CheckedArticle] {
    progress.begin(.read, of: archive.articleFiles.count)
    return await archive.articleFiles.concurrentChunks(jobs: options.jobs) { files in
      let articles = files.map { checker.check($0) }
      progress.advance(by: files.count)
      return articles
    }
  }
}
