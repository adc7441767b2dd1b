import ArgumentParser
import Publishing

/// `dateline manual`: the man page, made of what --help says, so that the two never differ.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the man page.",
    discussion: """
      The same program prints the same page.

      Example:
        dateline manual > ~/.local/share/man/man1/dateline.1
      """,
    shouldDisplay: false)

  func run() { print(ManualCommand.page, terminator: "") }

  private static var page: String {
    let configuration = Dateline.configuration
    var page = """
      .TH DATELINE 1 "" "Dateline \(ProgramVersion.current)" "User Commands"
      .SH NAME
      dateline \\- \(escaped(configuration.abstract))
      .SH SYNOPSIS
      .B dateline
      .I command
      .RI [ options ]
      .SH DESCRIPTION
      .na
      \(escaped(configuration.discussion))
      .SH COMMANDS

      """
    for command in CommandNames.shown(in: Dateline.self) {
      describe(command, under: "dateline", &page)
    }
    return page + """
      .SH ENVIRONMENT
      .TP
      .B NO_COLOR
      If it is set, nothing is coloured.
      .TP
      .B SOURCE_DATE_EPOCH
      Seconds since 1970: the day that counts as today, unless \\-\\-now says another.
      .TP
      .BR VISUAL ,\\  EDITOR
      The editor that dateline new article \\-\\-edit opens.

      """
  }

  /// So wide is what stands below a heading in a page of 80 columns.
  private static let columns = 72

  private static func describe(
    _ command: any ParsableCommand.Type, under parents: String, _ page: inout String
  ) {
    let configuration = command.configuration
    let name = "\(parents) \(configuration.commandName ?? "")"
    // What stands before is the abstract and the discussion, broken into lines for a terminal.
    let help = Dateline.helpMessage(for: command, columns: columns)
    let usage = help.firstRange(of: "USAGE: ").map { help[$0.lowerBound...] } ?? help[...]
    page += ".SS \(escaped(name))\n\(escaped(configuration.abstract))\n\n"
    // Lines that begin with a blank stay lines of their own.
    page += "\(escaped(configuration.discussion))\n\n\(escaped(String(usage)))\n"
    for next in CommandNames.shown(in: command) { describe(next, under: name, &page) }
  }

  /// Text for troff: nothing in it is a request, and what is not ASCII is a name of troff's.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    var isAtStart = true
    for scalar in text.unicodeScalars {
      if isAtStart, scalar == "." || scalar == "'" { escaped += "\\&" }
      isAtStart = scalar == "\n"
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case _ where !scalar.isASCII:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.utf8.count)))\(digits)]"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
