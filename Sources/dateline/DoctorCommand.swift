import ArgumentParser
import Loading
import Publishing

/// `dateline doctor`.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tells what is installed, and what is missing for what.",
    discussion: """
      Also of the archive in this folder, if there is one: whether its settings are sound, whether
      what a build writes can be written, and how much room is left. Nothing is written. A missing
      program that only some commands need is no problem.

      Exit codes: 0 all is well, 1 the settings are wrong, 3 the machine stands in the way.

      Examples:
        dateline doctor
        dateline doctor --archive ~/paper
      """)

  @Option(
    help: "The archive to look at (default: this folder, if it is one).", completion: .directory)
  var archive: String?

  func run() throws {
    let archive = try archive.map(Archive.named) ?? Archive.open(".")
    let findings = Doctor.look(at: archive)
    let width = findings.map(\.name.count).max() ?? 0
    for finding in findings {
      let name = finding.name.padded(to: width)
      print("\(DoctorCommand.mark(finding.state)) \(name)  \(finding.text.visible)")
      if let help = finding.help { print("  = help: \(help.visible)") }
    }
    if findings.contains(where: { $0.state == .obstacle }) { throw Outcome.environment }
    if findings.contains(where: { $0.state == .wrong }) { throw Outcome.contentProblems }
  }

  private static func mark(_ state: Doctor.State) -> String {
    switch state {
    case .well: "ok       "
    case .missing: "missing  "
    case .wrong, .obstacle: "PROBLEM  "
    }
  }
}
