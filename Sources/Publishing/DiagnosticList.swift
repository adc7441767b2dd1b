import ArchiveModel
import Loading

/// Diagnostics as a person reads them: like a good compiler's, at most some of a kind.
public struct DiagnosticList {
  /// How many of a kind are shown unless all are asked for.
  public static let shownPerKind = 20
  /// How many a digest shows in full; of more, so many of a kind.
  static let shownInDigest = 20
  static let shownPerKindInDigest = 2

  private let diagnostics: [Diagnostic]
  private let archive: Archive
  private let folder: String

  /// Sorted diagnostics of an archive.
  ///
  /// - Parameter folder: What stands before the paths, so that an editor finds them: `paper/`.
  public init(_ diagnostics: [Diagnostic], of archive: Archive, under folder: String = "") {
    self.diagnostics = diagnostics
    self.archive = archive
    self.folder = folder
  }

  /// All that is said of them, by file, a blank line behind each.
  public func text(showsAll: Bool, color: Bool = false) -> String {
    text(of: diagnostics, perKind: showsAll ? .max : DiagnosticList.shownPerKind, color)
  }

  /// A page of them: where there are many, a few of each kind, errors first.
  public func digest(showsAll: Bool, color: Bool = false) -> String {
    guard !showsAll, diagnostics.count > DiagnosticList.shownInDigest else {
      return text(showsAll: true, color: color)
    }
    let kinds = Dictionary(grouping: diagnostics, by: \.code).sorted { a, b in
      (a.key.severity, a.key.rawValue) < (b.key.severity, b.key.rawValue)
    }
    return kinds.map { text(of: $0.value, perKind: DiagnosticList.shownPerKindInDigest, color) }
      .joined()
  }

  private func text(of diagnostics: [Diagnostic], perKind limit: Int, _ color: Bool) -> String {
    var text = ""
    var shown: [Diagnostic.Code: Int] = [:]
    var source = OpenFile(archive)
    var otherSource = OpenFile(archive)
    for diagnostic in diagnostics {
      shown[diagnostic.code, default: 0] += 1
      if shown[diagnostic.code, default: 0] > limit { continue }
      text += diagnostic.rendered(
        in: diagnostic.code.hasExcerpt ? source.text(of: diagnostic.place.path) : nil,
        otherText: diagnostic.other.flatMap { otherSource.text(of: $0.path) },
        under: diagnostic.place.path.hasPrefix("/") ? "" : folder, color: color)
      text += "\n"
    }
    for (code, count) in shown.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > limit {
      text += "… and \(Labels.grouped(count - limit)) more [\(code.rawValue)]; "
      text += "--verbose shows all\n\n"
    }
    return text
  }

  /// The same as lines of JSON, without their ends.
  public var json: [[UInt8]] {
    var source = OpenFile(archive)
    return diagnostics.map { diagnostic in
      let position = SourcePosition(
        of: diagnostic.place.offsets.lowerBound, in: source.text(of: diagnostic.place.path) ?? [])
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
      return json.bytes
    }
  }
}

extension Diagnostic.Code {
  /// Whether there is something to show: what was not read, such as a link that leads out of the
  /// archive, is not read to tell of it either.
  fileprivate var hasExcerpt: Bool {
    switch self {
    case .fileSkipped, .fileUnreadable, .mediaRedacted: false
    default: true
    }
  }
}

/// The text of the file that the last diagnostic was about; the next is mostly about it too.
private struct OpenFile {
  private let archive: Archive
  private var path: String?
  private var text: [UInt8]?

  init(_ archive: Archive) { self.archive = archive }

  /// Its decoded text; nil if it is gone.
  mutating func text(of path: String) -> [UInt8]? {
    if path != self.path {
      self.path = path
      text = archive.text(of: path)
    }
    return text
  }
}
