import ArchiveModel
import Loading
import Recognition

/// An archive that is read once and then follows its files, as a preview needs it.
///
/// The steps are those of `Build.run`, less the writing: `readAll`, then `assembly`, whose `run`
/// gives the site. When files change, `revise` reads single articles again, which takes less than
/// a millisecond each; `follow` takes in whatever else changed, and a new `assembly` is what makes
/// the site exact again. Nothing is written but the readings: at first those of the cache, which
/// builds share, then others that have no name on disk.
package struct LiveArchive: Sendable {
  /// The archive as it was opened last without an error in its settings.
  package private(set) var archive: Archive
  let options: Build.Options
  /// What stands in place of `base_url`, if anything does.
  private let baseURL: String?
  private let gazetteer: Gazetteer
  private var theme: Theme
  private var lockFile: IdentityLockFile
  private var reader: ArticleReader
  /// What was found besides articles.
  private var problems: [Diagnostic]
  /// Of each article file of the archive, in that order; empty before the first reading.
  private var readings: [Reading] = []
  private var numbers: [String: Int] = [:]
  /// What is wrong with files whose last sound reading stands in `readings`.
  private var broken: [String: [Diagnostic]] = [:]

  /// What came of opening an archive.
  package enum Opening: Sendable {
    case live(LiveArchive)
    /// Its settings, rules or theme have errors: nothing could be shown as it is meant.
    case unsound([Diagnostic])
  }

  /// Opens an archive as a command has opened it.
  ///
  /// - Parameter baseURL: What stands in place of `base_url` when it is opened again.
  package static func open(
    _ archive: Archive, options: Build.Options, baseURL: String? = nil
  ) throws(EnvironmentFault) -> Opening {
    let parts = try Parts(of: archive)
    guard let theme = parts.theme, archive.hasSoundSettings else {
      return .unsound(parts.problems.sorted())
    }
    let gazetteer = try Gazetteer.bundled()
    let media = try RedactedMedia(of: archive)
    return .live(
      LiveArchive(
        archive: archive, options: options, baseURL: baseURL, gazetteer: gazetteer, theme: theme,
        lockFile: parts.lockFile,
        reader: try reader(of: archive, options, gazetteer, theme, media),
        problems: parts.problems + media.diagnostics))
  }

  /// What belongs to an archive as a whole, and what is wrong with it.
  private struct Parts {
    let theme: Theme?
    let lockFile: IdentityLockFile
    let problems: [Diagnostic]

    init(of archive: Archive) throws(EnvironmentFault) {
      let (theme, themeProblems) = try archive.theme()
      self.theme = theme
      lockFile = IdentityLockFile.read(of: archive)
      problems =
        archive.diagnostics + archive.missingBaseURL + themeProblems + lockFile.diagnostics
    }
  }

  private static func reader(
    of archive: Archive, _ options: Build.Options, _ gazetteer: Gazetteer, _ theme: Theme,
    _ media: RedactedMedia
  ) throws(EnvironmentFault) -> ArticleReader {
    let texts = TextReader(archive, gazetteer, media: media.index, in: theme.language)
    let cache = ReadingCache(of: archive, media: media.index, in: theme.language, options)
    let store = if let cache { cache.store } else { try ReadingStore(in: archive) }
    return ArticleReader(
      texts: texts, names: NameReader(of: archive, gazetteer, try .bundled(), texts.resolver),
      store: store, cache: cache, showsDrafts: options.showsDrafts)
  }

  // MARK: Reading

  /// Reads all articles, on as many tasks as the options say.
  package mutating func readAll(_ progress: Progress = Progress()) async throws(EnvironmentFault) {
    let old = readings
    readings = try await reader.readAll(jobs: options.jobs, progress)
    // The cache is left to builds; what is read from now on has no name on disk.
    reader.cache?.save()
    reader.cache = nil
    broken = [:]
    let oldNumbers = numbers
    number()
    for number in readings.indices {
      guard let before = oldNumbers[readings[number].article.path] else { continue }
      keepLastSound(before: old[before], at: number)
    }
  }

  /// Reads articles again of which only the text has changed.
  ///
  /// Those that the archive has, by their paths on disk below its root; others are passed over.
  package mutating func revise(
    _ paths: some Sequence<String>
  ) throws(EnvironmentFault) -> [LiveRevision] {
    var scratch = ReadingScratch()
    var revisions: [LiveRevision] = []
    for path in paths {
      guard let number = number(ofFile: path) else { continue }
      let before = readings[number]
      readings[number] = try reader.read(before.article.path, scratch: &scratch)
      keepLastSound(before: before, at: number)
      let now = readings[number]
      revisions.append(
        LiveRevision(
          path: archive.shownPath(of: now.article.path), before: before, now: now,
          problems: broken[now.article.path] ?? now.diagnostics,
          isBroken: broken[now.article.path] != nil))
    }
    return revisions
  }

  /// Whether a file, by its path on disk below the archive's root, is an article that was read.
  package func hasArticle(ofFile path: String) -> Bool { number(ofFile: path) != nil }

  private func number(ofFile path: String) -> Int? {
    let prefix = archive.shownPath(of: "")
    guard path.hasPrefix(prefix) else { return nil }
    return numbers[archive.shownContentPath(ofFile: String(path.dropFirst(prefix.count)))]
  }

  private mutating func number() {
    numbers = [:]
    numbers.reserveCapacity(readings.count)
    for (number, reading) in readings.enumerated() { numbers[reading.article.path] = number }
  }

  /// An article that an edit breaks stays as it was until it is mended, so that its author has the
  /// page before the eyes while he looks for the slip; a build leaves it out, and says so.
  private mutating func keepLastSound(before: Reading, at number: Int) {
    let now = readings[number]
    broken[now.article.path] = nil
    guard now.hasError, !before.hasError, before.isSeen,
      now.diagnostics.contains(where: { $0.code != .fileUnreadable })
    else { return }
    broken[now.article.path] = now.diagnostics
    readings[number] = before
    readings[number].diagnostics = []
  }

  // MARK: Following

  /// Takes in what changed on disk.
  ///
  /// - Parameter paths: Files and folders below the archive's root; nil where any may have changed.
  /// - Returns: Errors for which nothing can be shown as it is meant: then all stays as it was, and
  ///   the same paths must be given again. Empty where there are none.
  package mutating func follow(
    _ paths: Set<String>?, _ progress: Progress = Progress()
  ) async throws(EnvironmentFault) -> [Diagnostic] {
    if let paths, paths.allSatisfy({ hasArticle(ofFile: $0) && isFile($0) }) {
      try await read(paths)
      return []
    }
    guard var archive = try Archive.open(archive.root) else {
      return [
        Diagnostic(
          .fileUnreadable, "there is no archive in this folder any more",
          at: SourceRange(path: "Content"), note: "the site is as it was",
          suggestion: "put Content/articles back")
      ]
    }
    if let baseURL { archive.settings.baseURL = baseURL }
    let parts = try Parts(of: archive)
    guard let theme = parts.theme, archive.hasSoundSettings else {
      return parts.problems.filter { $0.severity == .error }.sorted()
    }
    let media = try RedactedMedia(of: archive)
    // What all articles were read by: records, settings, the theme's words. Where one of them
    // changed, all are read again.
    let isSameGround = paths.map { !$0.contains(where: concernsAll) } ?? false
    let oldFiles = reader.texts.media.all
    let oldArticles = self.archive.articleFiles
    self.archive = archive
    self.theme = theme
    lockFile = parts.lockFile
    problems = parts.problems + media.diagnostics
    guard isSameGround, let paths else {
      reader = try LiveArchive.reader(of: archive, options, gazetteer, theme, media)
      try await readAll(progress)
      return []
    }
    reader = ArticleReader(
      texts: TextReader(archive, gazetteer, media: media.index, in: theme.language),
      names: reader.names, store: reader.store, showsDrafts: reader.showsDrafts)
    if archive.articleFiles != oldArticles { try await takeOver() }
    try await read(paths, Set(media.index.all).symmetricDifference(oldFiles))
    return []
  }

  /// Reads the articles among some files again, and those that show a picture among them, whose
  /// size they state, or may mean one that has come or gone: in chunks on several tasks.
  private mutating func read(
    _ paths: Set<String>, _ comings: Set<MediaIndex.File> = []
  ) async throws(EnvironmentFault) {
    var changed = paths.compactMap { number(ofFile: $0) }
    if changed.count < paths.count {
      let names = Set(comings.flatMap { [$0.path.fileName, $0.shownPath.fileName] })
      changed += readings.indices.filter { number in
        let reading = readings[number]
        return reading.media.contains {
          paths.contains($0.shownPath) || names.contains($0.shownPath.fileName)
        }
          || !names.isEmpty
            && (reading.diagnostics.contains { $0.code == .mediaMissing }
              || reading.links.contains { names.contains($0.target.fileName) })
      }
    }
    changed = Set(changed).sorted()
    let new = try await read(files: changed.map { readings[$0].article.path })
    for (number, reading) in zip(changed, new) {
      let before = readings[number]
      readings[number] = reading
      keepLastSound(before: before, at: number)
    }
  }

  /// Reads the articles that are new, and forgets those that are gone.
  private mutating func takeOver() async throws(EnvironmentFault) {
    let added = archive.articleFiles.filter { numbers[$0] == nil }
    var new: [String: Reading] = [:]
    for reading in try await read(files: added) { new[reading.article.path] = reading }
    readings = archive.articleFiles.compactMap { path in
      numbers[path].map { readings[$0] } ?? new[path]
    }
    number()
    broken = broken.filter { numbers[$0.key] != nil }
  }

  private func read(files: [String]) async throws(EnvironmentFault) -> [Reading] {
    let reader = reader
    let results = await files.concurrentChunks(
      jobs: options.jobs, keeping: { ReadingScratch() }
    ) { files, scratch in
      files.map { file in
        Result<Reading, EnvironmentFault> { () throws(EnvironmentFault) in
          try reader.read(file, scratch: &scratch)
        }
      }
    }
    return try results.map { result throws(EnvironmentFault) in try result.get() }
  }

  private func isFile(_ path: String) -> Bool {
    archive.bytes(ofText: String(path.dropFirst(archive.shownPath(of: "").count))) != nil
  }

  /// Whether a change of a file or folder is one of what all articles are read by.
  private func concernsAll(_ path: String) -> Bool {
    let prefix = archive.shownPath(of: "")
    if path.hasPrefix("Themes/") { return path.hasSuffix("/theme.yml") }
    let parts = (path.hasPrefix(prefix) ? path.dropFirst(prefix.count) : path[...])
      .split(separator: "/")
    switch parts.first {
    case "articles", "pages", "media", "static", "assets": return false
    case "authorities": return parts.last != "ids.lock"
    default: return true
    }
  }

  // MARK: The site

  /// What the site is made of, as a value: it can be made on another thread.
  package var assembly: LiveAssembly {
    LiveAssembly(
      readings: readings, texts: reader.texts, names: reader.names, store: reader.store,
      surroundings: SiteAssembly.Surroundings(
        gazetteer: gazetteer, theme: theme, lock: lockFile.lock),
      options: options, problems: problems + broken.values.flatMap { $0 })
  }
}

extension String {
  /// The last part of a path or an address, by which a file is looked for; in any case of letters.
  fileprivate var fileName: String {
    let end = prefix { $0 != "?" && $0 != "#" }
    let name = end.split(separator: "/").last.map(String.init) ?? ""
    return (PercentEncoding.decoded(name) ?? name).lowercased()
  }
}
