import ArgumentParser
import Loading
import Publishing

/// `dateline theme`.
struct ThemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theme", abstract: "Helps to make a theme of one’s own.",
    discussion: """
      A theme is a folder in Themes with templates (Mustache), assets and theme.yml; what it lacks,
      the bundled theme gives. archive.yml names it: theme: NAME.

      Examples:
        dateline theme new mine
        dateline theme views article
      """,
    subcommands: [ThemeViewsCommand.self, ThemeNewCommand.self])
}

/// `dateline theme views`.
struct ThemeViewsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "views", abstract: "Tells what each template is given, with examples.",
    discussion: """
      The examples are of the archive; in a folder without one, names and kinds are told alone.

      Examples:
        dateline theme views              all templates
        dateline theme views article      what article.mustache may name
        dateline theme views labels       what pages say, by the names that theme.yml may reword
      """)

  @Argument(help: "A template, such as article; or page, or labels.") var name: String?
  @OptionGroup var common: ArchiveOptions

  func run() async throws {
    let archive = try Archive.open(common.archive)
    let options = try common.buildOptions()
    let progress = Progress()
    let guide = try await ProgressLine.showing(progress) {
      try await ThemeGuide.read(archive, options: options, progress: progress)
    }
    if name == "labels" { return print(ThemeViewsCommand.labels(guide)) }
    let shown = guide.entries.filter { name == nil || $0.name == name }
    guard !shown.isEmpty else {
      let names = guide.entries.map(\.name) + ["labels"]
      Terminal.complain(
        """
        error: there is no template “\((name ?? "").visible)”
          = help: the templates are \(names.joined(separator: ", "))
        """)
      throw Outcome.misuse
    }
    print(shown.map(ThemeViewsCommand.text).joined(separator: "\n\n"))
  }

  private static func text(_ entry: ThemeGuide.Entry) -> String {
    let indented = entry.outline.lines.map { String(repeating: "  ", count: $0.depth) + $0.name }
    let width = indented.map(\.count).max() ?? 0
    let lines = zip(entry.outline.lines, indented).map { line, name in
      // What it means, and below it what the archive has there.
      let head = "  \(name.padded(to: width))  \(line.kind.padded(to: 9))"
      guard !line.example.isEmpty else { return head + line.meaning }
      let blank = String(repeating: " ", count: head.count)
      return "\(head)\(line.meaning)\n\(blank)= \(line.example.visible)"
    }
    let file = entry.name == "page" ? "page" : "\(entry.name).mustache"
    return "\(file): \(entry.summary)\n" + lines.joined(separator: "\n")
  }

  private static func labels(_ guide: ThemeGuide) -> String {
    let width = guide.labels.map(\.name.count).max() ?? 0
    return guide.labels.map { "\($0.name.padded(to: width))  \($0.text.visible)" }
      .joined(separator: "\n")
  }
}

/// `dateline theme new`.
struct ThemeNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begins a theme as a copy of the bundled one.",
    discussion: """
      Writes Themes/NAME beside Content; nothing that is there is overwritten.

      Example:
        dateline theme new mine
      """)

  @Argument(help: "Its name: letters, digits, hyphens.") var name: String
  @Option(help: "The folder that has Content in it.") var archive = "."

  func run() throws {
    switch try NewTheme.begin(name, in: archive) {
    case .success(let files):
      print(
        """
        Themes/\(name): \(files.count) files
          = next: write theme: \(name) into Content/archive.yml
          = next: delete the files that stay as they are, and they will follow the bundled theme
          = next: dateline theme views tells what templates may name
        """)
    case .failure(.name):
      Terminal.complain(
        """
        error: a theme’s name has letters, digits and hyphens, not “\(name.visible)”
          = help: dateline theme new mine
        """)
      throw Outcome.misuse
    case .failure(.taken):
      Terminal.complain(
        """
        error: Themes/\(name) is there already, and nothing was written
          = help: choose another name
        """)
      throw Outcome.misuse
    }
  }
}
