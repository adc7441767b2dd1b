import ArchiveModel
import ArgumentParser
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dateline entities review`.
struct EntitiesReview: AsyncParsableCommand {
  /// How a report is written.
  enum Report: String, ExpressibleByArgument, CaseIterable { case html, json }

  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Asks what is to be decided: who may be one, what is no name.",
    discussion: """
      One question at a time, with the sentences that speak for and against; a letter and Return
      answer it. Names that may be one come first, then names of several kinds, frequent names without
      a record, and people without a record in sentences of crime, accidents, victims or minors.
      Nothing merges on likeness alone: what you do not answer stays as it is.

      With --report all of it goes to standard output, for a browser or a program.

      Examples:
        dateline entities review
        dateline entities review --report html > names.html
      """)

  @Option(help: "Print all questions as html or json, and ask none.") var report: Report?
  @Option(help: "How many of each sort (default: 50).") var limit = 50
  @OptionGroup var common: ArchiveOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    if report == nil, isatty(STDIN_FILENO) == 0 {
      throw ValidationError(
        "A review asks questions at a terminal; elsewhere say --report html or --report json.")
    }
  }

  func run() async throws {
    let desk = try await DeskRun.desk(common)
    let review = try DeskReview(desk, limit: limit)
    switch report {
    case .html: Terminal.print(review.html)
    case .json: Terminal.print(review.json)
    case nil: try ask(ReviewSession(desk, review))
    }
  }

  private func ask(_ session: ReviewSession) throws {
    var session = session
    var isFirst = true
    while let item = session.next() {
      let (done, total) = session.progress
      print((isFirst ? "" : "\n") + "── \(done) of \(total) ──")
      isFirst = false
      print(
        session.question(
          item, columns: min(Terminal.columns, 100), hasColor: Terminal.outputHasColor))
      let choices = session.choices(for: item)
      let offered = choices.map { "[\($0.key)] \($0.label)" } + ["Return: next", "[q] quit"]
      while true {
        print("\n" + offered.joined(separator: "  "), terminator: "\n> ")
        fflush(nil)
        guard let line = readLine() else { return }
        let answer = line.split(separator: " ").first.map { $0.lowercased() } ?? ""
        if answer == "q" { return }
        if answer.isEmpty { break }
        if try settle(answer, item, in: &session) { break }
      }
    }
    print(isFirst ? "nothing to review" : "\nthat was all")
  }

  /// Does what an answer asks; whether the item is done with.
  private func settle(
    _ answer: String, _ item: DeskReview.Item, in session: inout ReviewSession
  ) throws -> Bool {
    do throws(DeskProblem) {
      guard let change = try session.change(for: answer, item) else {
        print("“\(answer.visible)” is none of these")
        return false
      }
      try session.apply(change)
      for file in change.files {
        print(
          "wrote \((session.archive.prefix + session.archive.shownPath(of: file.path)).visible)")
      }
      for note in change.notes { print("note: \(note.visible)") }
      return true
    } catch {
      Terminal.complain(error.rendered(in: session.archive))
      if case .fault = error { throw Outcome.environment }
      return false
    }
  }
}
