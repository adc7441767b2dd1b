import ArchiveModel
import Foundation
import Loading
import Publishing
import Testing

/// A whole archive given as a string, built in a folder of its own.
struct BuiltSite {
  /// The folder of the archive.
  let root: String
  let report: BuildReport

  /// The page at an address below the site's root: `people/lise-grande/`.
  func page(_ path: String) -> Page? {
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    return contents(file).map(Page.init)
  }

  /// The text of a file of the site.
  func contents(_ file: String) -> String? {
    try? String(contentsOfFile: "\(root)/Public/\(file)", encoding: .utf8)
  }

  /// All files of the site, by path, without the manifest.
  var files: [String] {
    let all = FileManager.default.enumerator(atPath: root + "/Public")?.compactMap { $0 as? String }
    var isFolder: ObjCBool = false
    return (all ?? []).filter {
      FileManager.default.fileExists(atPath: "\(root)/Public/\($0)", isDirectory: &isFolder)
        && !isFolder.boolValue && $0 != "manifest-sha256.txt" && !$0.hasPrefix(".")
    }.sorted()
  }

  /// The codes of the diagnostics with their files' names and lines.
  var problems: [String] {
    report.diagnostics.map { problem in
      let text = (try? Data(contentsOf: URL(filePath: "\(root)/\(problem.place.path)"))).map(
        Array.init)
      let line = SourcePosition(of: problem.place.offsets.lowerBound, in: text ?? []).line
      return "\(problem.place.path):\(line) \(problem.code.rawValue)"
    }
  }

  /// Builds once more, after files were changed.
  func rebuilt(_ edit: (inout Build.Options) -> Void = { _ in }) async throws -> BuiltSite {
    try await BuiltSite.build(root, edit)
  }

  /// Builds once more, though nothing may have changed: all stages run.
  func rebuiltByStages(_ edit: (inout Build.Options) -> Void = { _ in }) async throws -> BuiltSite {
    try? FileManager.default.removeItem(atPath: root + "/.dateline/build")
    return try await rebuilt(edit)
  }

  /// Writes a file of the archive.
  func write(_ path: String, _ text: String) throws {
    try BuiltSite.write("\(root)/\(path)", text)
  }

  static func build(
    _ root: String, _ edit: (inout Build.Options) -> Void = { _ in }
  ) async throws -> BuiltSite {
    let archive = try #require(try Archive.open(root))
    var options = Build.Options(jobs: 2)
    edit(&options)
    let report = try await Build(archive, options: options).run(into: root + "/Public")
    return BuiltSite(root: root, report: report)
  }

  static func write(_ path: String, _ text: String) throws {
    let url = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }
}

/// Builds an archive given as a string: `-- articles/talks.md --` begins a file of `Content`.
///
/// Without an `archive.yml` in it the archive has one with a title and a base URL.
func built(
  _ archive: String, _ edit: (inout Build.Options) -> Void = { _ in }
) async throws -> BuiltSite {
  try await BuiltSite.build(try written(archive), edit)
}

/// Writes an archive given as a string into a folder of its own, and names it.
func written(_ archive: String) throws -> String {
  let root = FileManager.default.temporaryDirectory.path + "/dateline-" + UUID().uuidString
  var files: [(path: String, text: String)] = []
  for line in archive.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("-- "), line.hasSuffix(" --") {
      files.append((String(line.dropFirst(3).dropLast(3)), ""))
    } else if !files.isEmpty {
      files[files.count - 1].text += line + "\n"
    }
  }
  if !files.contains(where: { $0.path == "archive.yml" }) {
    files.append(
      ("archive.yml", "title: The Example Times\nbase_url: https://example.org/times/\n"))
  }
  for file in files {
    let folder = file.path.hasPrefix("Themes/") ? "" : "Content/"
    try BuiltSite.write("\(root)/\(folder)\(file.path)", file.text)
  }
  return root
}

/// A page, as far as tests look at it.
struct Page {
  let html: String

  init(_ html: String) { self.html = html }

  /// What stands in `<main>`, which is the page without its frame.
  var main: String {
    guard let start = html.range(of: "<main"), let end = html.range(of: "</main>") else {
      return ""
    }
    return String(html[start.lowerBound..<end.upperBound])
  }

  /// The text of `<main>` without tags, entities decoded, blanks folded.
  var text: String {
    var text = ""
    var isTag = false
    for character in main {
      switch character {
      case "<": isTag = true
      case ">":
        isTag = false
        text += " "
      default: if !isTag { text.append(character) }
      }
    }
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacingOccurrences(of: entity, with: character)
    }
    return text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The addresses of all links in `<main>`, in order.
  var links: [String] { attributes("href", in: main) }

  /// The sentences of an entity's page, with their marks.
  var sentences: [String] {
    main.components(separatedBy: "<mark>").count > 1
      ? main.components(separatedBy: "<blockquote").dropFirst().map {
        String($0.prefix(upTo: $0.range(of: "</blockquote>")?.lowerBound ?? $0.endIndex))
      } : []
  }

  private func attributes(_ name: String, in html: String) -> [String] {
    html.components(separatedBy: " \(name)=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }
}
