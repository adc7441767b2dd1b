import ArchiveModel
import Loading
import Publishing

/// Diagnostics as a person reads them: like a good compiler's, at most some of a kind.
struct DiagnosticList {
  /// How many of a kind are shown unless all are asked for.
  static let shownPerKind = 20

  let archive: Archive?
  let showsAll: Bool

  /// Prints diagnostics, which are sorted, to standard error.
  func show(_ diagnostics: [Diagnostic]) {
    var shown: [Diagnostic.Code: Int] = [:]
    var texts: (path: String, bytes: [UInt8]?) = ("", nil)
    for diagnostic in diagnostics {
      shown[diagnostic.code, default: 0] += 1
      if !showsAll, shown[diagnostic.code, default: 0] > DiagnosticList.shownPerKind { continue }
      if texts.path != diagnostic.place.path {
        texts = (diagnostic.place.path, archive?.text(of: diagnostic.place.path))
      }
      let other = diagnostic.other.flatMap { archive?.text(of: $0.path) }
      Terminal.complain(
        diagnostic.rendered(in: texts.bytes, otherText: other, color: Terminal.hasColor))
    }
    for (code, count) in shown.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let hidden = count - DiagnosticList.shownPerKind
      if !showsAll, hidden > 0 {
        Terminal.complain("… and \(hidden) more [\(code.rawValue)]; --verbose shows all")
      }
    }
  }

  /// Prints diagnostics as JSON lines to standard output.
  func printJSON(_ diagnostics: [Diagnostic]) {
    var text: (path: String, bytes: [UInt8]?) = ("", nil)
    for diagnostic in diagnostics {
      if text.path != diagnostic.place.path {
        text = (diagnostic.place.path, archive?.text(of: diagnostic.place.path))
      }
      let position = SourcePosition(
        of: diagnostic.place.offsets.lowerBound, in: text.bytes ?? [])
      var json = JSONText()
      json.object { json in
        json.member("type", "diagnostic")
        json.member("severity", diagnostic.severity.rawValue)
        json.member("code", diagnostic.code.rawValue)
        json.member("file", diagnostic.place.path)
        json.member("line", position.line)
        json.member("column", position.column)
        json.member("message", diagnostic.message)
        json.member("note", diagnostic.note)
        json.member("help", diagnostic.suggestion)
        json.member("other_file", diagnostic.other?.path)
      }
      Terminal.print(json.bytes)
    }
  }
}
