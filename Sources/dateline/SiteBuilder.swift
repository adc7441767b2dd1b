import ArchiveModel
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Builds a site into the folder that was asked for, and says what is wrong with the archive.
struct SiteBuilder {
  let archive: Archive
  /// The folder of the site.
  let folder: String
  private let isNamed: Bool

  /// - Parameter output: the folder that was named; nil for `Public` in the archive.
  init(_ archive: Archive, output: String?) {
    self.archive = archive
    folder = output ?? archive.root + "/Public"
    isNamed = output != nil
  }

  /// Builds.
  ///
  /// - Throws: `Outcome.misuse`, told on the terminal, where the site would mix with other things.
  func run(_ options: Build.Options) async throws -> BuildReport {
    if !isNamed, isLink(folder) {
      Terminal.complain(
        """
        error: \(folder) is a symbolic link, and what it leads to may not be meant
          = help: say so with --output \(folder)
        """)
      throw Outcome.misuse
    }
    if archive.mixes(withOutput: folder) {
      Terminal.complain(
        """
        error: \(folder) holds the archive or a part of it, and a site would mix with it
          = help: name a folder of its own with --output, such as Public
        """)
      throw Outcome.misuse
    }
    let progress = Progress()
    let build = Build(archive, options: options, progress: progress)
    return try await ProgressLine.showing(progress) { try await build.run(into: folder) }
  }

  /// What is wrong, to be printed.
  func diagnostics(of report: BuildReport, onlyErrors: Bool) -> DiagnosticList {
    DiagnosticList(
      onlyErrors ? report.diagnostics.filter { $0.severity == .error } : report.diagnostics,
      of: archive, under: archive.prefix)
  }

  /// Prints it.
  func show(_ report: BuildReport, onlyErrors: Bool, showsAll: Bool) {
    Terminal.draw(
      diagnostics(of: report, onlyErrors: onlyErrors)
        .text(showsAll: showsAll, color: Terminal.hasColor))
  }

  private func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
