import ArchiveModel
import Loading
import Preview
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a preview says at the terminal: where it is, then a line a change.
struct PreviewLog: Sendable {
  /// What stands before the paths of the archive.
  let prefix: String
  let opensBrowser: Bool
  private let start = ContinuousClock.now

  init(prefix: String, opensBrowser: Bool) {
    self.prefix = prefix
    self.opensBrowser = opensBrowser
  }

  /// Tells what happened.
  func tell(_ news: PreviewNews) {
    switch news {
    case .listening(let address, let isAlone):
      line("\(address)   (Ctrl-C ends)")
      if !isAlone {
        Terminal.complain(
          "warning: whoever reaches this address sees what is not published yet; names cannot be "
            + "corrected in pages")
      }
      if opensBrowser { open(address) }
    case .polling(let fault):
      Terminal.complain("warning: \(fault)\n  = note: files are looked at twice a second instead")
    case .ready(let site):
      line(
        "\(site.archive.settings.title): \(count(site.articleCount, "article", "articles")), "
          + "\(count(site.entityPageCount, "name", "names")) with a page, "
          + "\(count(site.fileCount, "file", "files")), after \(time(ContinuousClock.now - start))")
      tell(site.diagnostics, of: site.archive)
    case .edited(let files, let problems, let archive, let duration):
      line(
        "\(named(files)) changed: \(count(files.count, "article", "articles")) read, "
          + time(duration))
      tell(problems, of: archive)
    case .remade(let site, let changed, let problems, let duration):
      let what = changed.map { named($0.sorted()) } ?? "much"
      line(
        "\(what) changed: \(count(site.articleCount, "article", "articles")) brought together, "
          + time(duration))
      tell(problems, of: site.archive)
    case .unsound(let problems, let archive):
      line("the site stays as it was, since this is not as it should be:")
      tell(problems, of: archive)
    case .fault(let fault): Terminal.complain("error: \(fault)")
    }
  }

  private func tell(_ problems: [Diagnostic], of archive: Archive) {
    let list = DiagnosticList(problems.sorted(), of: archive, under: prefix)
    Terminal.draw(list.digest(showsAll: false, color: Terminal.hasColor))
  }

  private func line(_ text: String) { Terminal.print(Array(text.visible.utf8)) }

  private func named(_ files: [String]) -> String {
    guard let first = files.first else { return "nothing" }
    return files.count == 1
      ? prefix + first
      : "\(prefix + first) and \(count(files.count - 1, "other file", "other files"))"
  }

  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    Labels.count(number, one, many)
  }

  private func time(_ duration: Duration) -> String {
    "\(Labels.grouped(Int(duration / .milliseconds(1)))) ms"
  }

  /// Asks the system to open an address in the user's browser; what comes of it is not our matter.
  private func open(_ address: String) {
    #if canImport(Glibc)
      let program = "xdg-open"
    #else
      let program = "open"
    #endif
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    if posix_spawnp(&process, program, nil, nil, &arguments, environ) != 0 {
      Terminal.complain("warning: no browser could be opened: go to \(address)")
    }
  }
}
