import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An archive on disk (DESIGN §4): its settings, its authority records, and where its files are.
///
/// Articles stay in their files: `Source.read` reads one.
public struct Archive: Sendable {
  /// The folder that has `Content/`, or is the content folder itself; as it was given.
  public var root: String
  /// The folder that has `articles/`.
  public var contentFolder: String
  /// What the archive says of itself.
  public var settings: Settings
  /// Article files, relative to the content folder, sorted by bytes: `articles/2017/03/talks.md`.
  public var articleFiles: [String]
  /// Pages of the archive's own, likewise: `pages/about.md`.
  public var pageFiles: [String]
  /// Files to copy as they are, likewise: `media/map.png`.
  public var mediaFiles: [String]
  /// Files beside articles and pages that are neither, likewise: `articles/talks/map.png`.
  public var bundleFiles: [String]
  /// Files there that nothing is made of: the texts of other generators' lists, `_index.md`.
  public var listFiles: [String]
  /// The editor's records, sorted by id.
  public var authorities: [AuthorityRecord]
  /// Strong names that two records share, folded by `AuthorityFile.folded`: neither matches.
  public var clashingNames: Set<String>
  /// What must not be shown.
  public let privacy: PrivacyRules
  /// Names that are never an entity, as `authorities/ignored.txt` has them.
  public var ignoredNames: [String]
  /// Problems of settings, records and rules, and files that were passed over.
  public var diagnostics: [Diagnostic]

  /// The names that are redacted: all that an archive gives of its files is without them.
  package let hiddenNames: HiddenNames
  /// The redactions that records, settings and the names of files had need of.
  package private(set) var redactions: Set<Int> = []
  /// Where files stand whose paths hold such a name, by the paths that are shown.
  private let disk: DiskPaths
  /// The rules that withdraw articles, by path or id.
  let withdrawals: [String: PrivacyRules.Withdrawal]
  /// What stands before content paths in diagnostics: `Content/`, or nothing.
  private let shownPrefix: String
  /// What is read of records and articles.
  let files: ContentFiles

  /// Opens the archive in a folder: lists its files, reads settings and records, and no article.
  ///
  /// - Returns: Nil where there is no archive: no `Content`, `archive.yml` or `articles`.
  /// - Throws: `EnvironmentFault` if the folder is there and cannot be read.
  public static func open(_ path: String) throws(EnvironmentFault) -> Archive? {
    let root = aboveContent(withoutFinalSlashes(path))
    let hasContent = exists(root + "/Content")
    let isContent =
      !hasContent && (exists(root + "/archive.yml") || exists(root + "/articles"))
    let content = isContent ? root : root + "/Content"
    guard isContent || hasContent else {
      if let code = accessFailure(root), code != ENOENT, code != ENOTDIR {
        throw EnvironmentFault("read \(root)", errno: code)
      }
      return nil
    }
    if let code = accessFailure(content) { throw EnvironmentFault("read \(content)", errno: code) }
    return try Archive(
      root: root, shownPrefix: isContent ? "" : "Content/", ContentFiles(folder: content))
  }

  /// The archive as it would be after changes of records and articles, of which nothing is written.
  public func previewing(_ changes: [FileChange]) throws(EnvironmentFault) -> Archive {
    var files = files
    for change in changes { files.pending[change.path] = .some(change.after) }
    var archive = try Archive(root: root, shownPrefix: shownPrefix, files)
    archive.settings.baseURL = settings.baseURL
    return archive
  }

  /// The archive as its editors have it, with the names that are redacted; or without them, as its
  /// readers do.
  package func showingHiddenNames(_ isShown: Bool) throws(EnvironmentFault) -> Archive {
    var files = files
    files.showsHiddenNames = isShown
    var archive = try Archive(root: root, shownPrefix: shownPrefix, files)
    archive.settings.baseURL = settings.baseURL
    return archive
  }

  private init(
    root: String, shownPrefix: String, _ files: ContentFiles
  ) throws(EnvironmentFault) {
    let content = files.folder
    self.root = root
    contentFolder = content
    self.shownPrefix = shownPrefix
    self.files = files

    var diagnostics: [Diagnostic] = []
    privacy = PrivacyRules.read(in: files, shownPrefix: shownPrefix, &diagnostics)
    let names = HiddenNames(files.showsHiddenNames ? PrivacyRules() : privacy)
    hiddenNames = names
    var disk = DiskPaths(hiding: names)
    func walked(_ folder: String, where isWanted: (String) -> Bool) -> [String] {
      var walk = FolderWalk(contentFolder: content, displayPrefix: shownPrefix)
      walk.add(folder, where: isWanted)
      diagnostics += walk.diagnostics
      return walk.files
    }
    func paths(in folder: String, where isWanted: (String) -> Bool) -> [String] {
      disk.shown(walked(folder, where: isWanted))
    }
    let articles = paths(in: "articles") { _ in true }
    let pages = paths(in: "pages") { _ in true }
    articleFiles = Archive.distinct(articles.filter(Archive.isArticle), shownPrefix, &diagnostics)
    pageFiles = pages.filter(Archive.isArticle)
    bundleFiles = (articles + pages).filter(Archive.isBundleFile)
    listFiles = (articles + pages).filter { $0.hasSuffix("/_index.md") }
    mediaFiles = paths(in: "media") { _ in true }
    let recordFiles = walked("authorities", where: Archive.isRecordFile)

    self.disk = disk
    withdrawals = Archive.withdrawals(privacy, content: content, shownPrefix: shownPrefix, disk)
    settings = try Settings.read(
      content: content, root: root, shownPrefix: shownPrefix, hiding: names, &redactions,
      &diagnostics)
    let records = AuthoritySet(
      files.listed(recordFiles) { $0.hasPrefix("authorities/") && Archive.isRecordFile($0) },
      in: files, shownPrefix: shownPrefix, hiding: names)
    let ignored = IgnoredNames(in: files, shownPrefix: shownPrefix)
    ignoredNames = ignored.names
    redactions.formUnion(records.redactions.union(disk.redactions))
    authorities = records.records
    clashingNames = records.clashingNames
    self.diagnostics = (diagnostics + records.diagnostics + ignored.diagnostics).sorted()
  }

  /// Whether `archive.yml` and `privacy.yml` say nothing wrong.
  ///
  /// A site of other settings than were meant would give its pages addresses that cannot be
  /// taken back, one of rules half understood would publish the other half: none is built.
  public var hasSoundSettings: Bool {
    let path = shownPath(of: "archive.yml")
    return !diagnostics.contains { problem in
      problem.severity == .error && (problem.place.path == path || problem.code == .privacyInvalid)
    }
  }

  // MARK: Files

  /// A content path as diagnostics show it, relative to `root`: `Content/articles/talks.md`.
  public func shownPath(of contentPath: String) -> String {
    shownPrefix + pathOnDisk(of: contentPath)
  }

  /// The path below the content folder under which a file is found: another than the archive gives
  /// where its name holds one that is redacted.
  package func pathOnDisk(of contentPath: String) -> String { disk.pathOnDisk(of: contentPath) }

  /// The path that the archive gives for a file on disk.
  package func shownContentPath(ofFile path: String) -> String { disk.shownPath(of: path) }

  /// The decoded text that the places of diagnostics count in, read again; nil if it is gone.
  public func text(of shownPath: String) -> [UInt8]? {
    do throws(FileFailure) {
      return Archive.text(of: try readFile(at: root + "/" + shownPath), path: shownPath)
    } catch {
      return nil
    }
  }

  /// The decoded text of a file's bytes, as its diagnostics count in it.
  public static func text(of file: [UInt8], path: String) -> [UInt8] {
    var text = DecodedText(file)
    let isPlainText = path.hasSuffix(".txt")
    let head = FrontMatter(of: text.bytes, path: path, isPlainText: isPlainText)
    _ = text.replaceControls(from: head.bodyStart)
    return text.bytes
  }

  private static func isArticle(_ path: String) -> Bool {
    guard !path.hasSuffix("/_index.md") else { return false }
    return path.hasSuffix(".md") || path.hasSuffix(".markdown") || path.hasSuffix(".txt")
  }

  /// Files without those whose names differ from another's in their form of Unicode alone: some
  /// disks hold both, others take them for one file.
  private static func distinct(
    _ files: [String], _ shownPrefix: String, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    var seen: Set<String> = []  // Strings are equal where they are canonically equivalent.
    seen.reserveCapacity(files.count)
    return files.filter { file in
      if seen.insert(file).inserted { return true }
      diagnostics.append(
        Diagnostic(
          .identifierDuplicate, "another file has this name, written with other code points",
          at: SourceRange(path: shownPrefix + file), note: "this one is left out of this build",
          suggestion: "give one of them another name"))
      return false
    }
  }

  private static func isBundleFile(_ path: String) -> Bool {
    !isArticle(path) && !path.hasSuffix("/_index.md")
  }

  private static func isRecordFile(_ name: String) -> Bool {
    name.hasSuffix(".yml") || name.hasSuffix(".yaml")
  }

  private static func withoutFinalSlashes(_ path: String) -> String {
    var path = path.isEmpty ? "." : path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }

  /// The folder above one that is named `Content` and is an archive's content: whoever names
  /// the one means the other, with its themes.
  private static func aboveContent(_ path: String) -> String {
    guard exists(path + "/articles"), let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    guard String(cString: resolved).hasSuffix("/Content") else { return path }
    guard path.hasSuffix("/Content") else { return path == "Content" ? "." : path + "/.." }
    let parent = path.dropLast("/Content".count)
    return parent.isEmpty ? "/" : String(parent)
  }

  /// Whether a site that is written into a folder would mix with what the archive is made of: a
  /// folder of its content, or one that holds the archive.
  public func mixes(withOutput folder: String) -> Bool {
    guard let content = Archive.resolved(contentFolder), let output = Archive.resolved(folder)
    else {
      return false
    }
    let parts = ["articles", "authorities", "media", "pages"].map { content + "/" + $0 }
    return output == content || content.hasPrefix(output + "/")
      || parts.contains { output == $0 || output.hasPrefix($0 + "/") }
  }

  /// A path without links and dots; of one that is not there yet, by its nearest folder that is.
  private static func resolved(_ path: String) -> String? {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard let slash = path.lastIndex(of: "/") else { return resolved("./" + path) }
    guard slash > path.startIndex, let parent = resolved(String(path[..<slash])) else { return nil }
    return parent + path[slash...]
  }

  private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Why a folder cannot be listed, as `errno`; nil if it can.
  private static func accessFailure(_ path: String) -> Int32? {
    OpenFolder(path) == nil ? errno : nil
  }
}
