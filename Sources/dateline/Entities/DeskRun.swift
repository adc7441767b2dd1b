import ArchiveModel
import Loading
import Publishing

/// How a command of the desk runs: it reads, makes its change, tells what it means, and writes.
struct DeskRun {
  private let options: DeskOptions

  init(_ options: DeskOptions) { self.options = options }

  /// Reads an archive.
  static func desk(_ options: ArchiveOptions) async throws -> Desk {
    let archive = try options.open()
    let build = try options.buildOptions()
    let progress = Progress()
    return try await ProgressLine.showing(progress) {
      try await Desk.read(archive, options: build, progress: progress)
    }
  }

  /// Runs a command that changes files; nothing more where it makes no change.
  func change(_ make: (Desk) throws(DeskProblem) -> DeskChange?) async throws {
    let desk = try await DeskRun.desk(options.common)
    let archive = desk.archive
    let progress = Progress()
    guard
      let change = try DeskRun.solving(archive, { () throws(DeskProblem) in try make(desk) })
    else { return }
    guard !change.isEmpty else {
      for note in change.notes { print("note: \(note.visible)") }
      print("nothing to do: it is so already")
      return
    }
    let effects = try await ProgressLine.showing(progress) {
      try await desk.effects(of: change, progress: progress)
    }
    if options.dryRun {
      print(change.diff(in: archive.prefix + archive.shownPath(of: "")))
    } else {
      try DeskRun.solving(archive) { () throws(DeskProblem) in
        try Desk.apply(change, to: archive)
      }
    }
    tell(change, effects, desk.archive)
  }

  /// Takes the last command back.
  func undo() throws {
    let archive = try options.common.open()
    let (change, entry) = try DeskRun.solving(archive) { () throws(DeskProblem) in
      try Desk.undoing(in: archive)
    }
    if options.dryRun {
      print(change.diff(in: archive.prefix + archive.shownPath(of: "")), terminator: "")
      return
    }
    try DeskRun.solving(archive) { () throws(DeskProblem) in
      try Desk.undo(change, of: entry, in: archive)
    }
    print("taken back: \(entry.title.visible)")
    for file in change.files {
      print("  \((archive.prefix + archive.shownPath(of: file.path)).visible)")
    }
  }

  private func tell(_ change: DeskChange, _ effects: DeskEffects, _ archive: Archive) {
    let verb = options.dryRun ? "would write" : "wrote"
    let files = change.files.map { (archive.prefix + archive.shownPath(of: $0.path)).visible }
    print("\(verb) \(files.joined(separator: ", "))")
    let folder = archive.prefix + archive.shownPath(of: "")
    print(effects.summary(showsAll: options.verbose, under: folder))
    for note in change.notes { print("note: \(note.visible)") }
    let list = DiagnosticList(effects.diagnostics, of: archive, under: archive.prefix)
    Terminal.draw(list.text(showsAll: options.verbose, color: Terminal.hasColor))
  }

  /// Tells of a problem, and ends the command as its kind wants.
  static func solving<Value>(
    _ archive: Archive, _ work: () throws(DeskProblem) -> Value
  ) throws -> Value {
    do throws(DeskProblem) {
      return try work()
    } catch {
      Terminal.complain(error.rendered(in: archive))
      switch error {
      case .misuse: throw Outcome.misuse
      case .refused, .conflict: throw Outcome.contentProblems
      case .fault: throw Outcome.environment
      }
    }
  }
}
