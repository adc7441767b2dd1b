import ArchiveModel
import Loading

extension LiveSite {
  func describe(_ problems: [Diagnostic], _ json: inout JSONText) {
    LiveSite.describe(problems, in: archive, &json)
  }

  /// Writes problems as a JSON array, each with its excerpt as a person reads it at a terminal.
  package static func describe(
    _ problems: some Sequence<Diagnostic>, in archive: Archive, _ json: inout JSONText
  ) {
    json.array { json in
      for problem in problems {
        let text = archive.text(of: problem.place.path)
        json.object { json in
          json.member("severity", problem.severity.rawValue)
          json.member("code", problem.code.rawValue)
          json.member("file", problem.place.path)
          json.member(
            "line", SourcePosition(of: problem.place.offsets.lowerBound, in: text ?? []).line)
          json.member("message", problem.message)
          json.member(
            "text",
            problem.rendered(
              in: text, otherText: problem.other.flatMap { archive.text(of: $0.path) }))
        }
      }
    }
  }
}
