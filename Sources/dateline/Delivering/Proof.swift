import ArchiveModel
import Delivery
import Publishing

/// What `dateline verify` says of a site or a bag.
struct Proof {
  private struct Line {
    var path: String
    var kind: String
    var message: String
    var isWarning: Bool
  }

  private let folder: String
  private let what: String
  private let lines: [Line]
  private let files: Int
  private let bytes: Int

  /// The proof of a site.
  init(_ report: SiteVerification.Report, of folder: String, allowsForeign: Bool) {
    self.folder = folder
    what = "site"
    lines = report.findings.filter { !allowsForeign || $0.kind != .foreign }.map {
      Line(path: $0.path, kind: $0.kind.rawValue, message: $0.message, isWarning: false)
    }
    files = report.files
    bytes = report.bytes
  }

  /// The proof of a bag.
  init(_ report: BagVerification.Report, of folder: String) {
    self.folder = folder
    what = "bag"
    lines = report.findings.map {
      Line(
        path: $0.path, kind: $0.isWarning ? "warning" : "error", message: $0.message,
        isWarning: $0.isWarning)
    }
    files = report.files
    bytes = report.bytes
  }

  /// Whether all is as it should be.
  var isGood: Bool { lines.allSatisfy(\.isWarning) }

  /// Prints what was found, and a line at the end.
  func print(showing most: Int?, asJSON: Bool) {
    if asJSON { return printJSON() }
    let shown = lines.prefix(most ?? lines.count)
    for line in shown {
      let label = line.isWarning ? "warning: " : ""
      Terminal.complain("\(folder)/\(line.path.visible): \(label)\(line.message.visible)")
    }
    if shown.count < lines.count {
      Terminal.complain(
        "… and \(Labels.grouped(lines.count - shown.count)) more; --verbose shows all")
    }
    let compared = "\(Labels.grouped(files)) file\(files == 1 ? "" : "s")"
    if isGood {
      Swift.print("the \(what) is whole: \(compared), \(Labels.grouped(bytes)) bytes")
    } else {
      let count = lines.count { !$0.isWarning }
      Terminal.complain(
        "error: the \(what) is not what its manifest says: "
          + "\(Labels.grouped(count)) finding\(count == 1 ? "" : "s"), \(compared) compared")
    }
  }

  private func printJSON() {
    for line in lines {
      var json = JSONText()
      json.object { json in
        json.member("type", "finding")
        json.member("file", line.path)
        json.member("kind", line.kind)
        json.member("message", line.message)
      }
      Terminal.print(json.bytes)
    }
    var json = JSONText()
    json.object { json in
      json.member("type", "summary")
      json.member("schema", 1)
      json.member("folder", folder)
      json.member("of", what)
      json.member("files", files)
      json.member("bytes", bytes)
      json.member("findings", lines.count { !$0.isWarning })
      json.member("warnings", lines.count { $0.isWarning })
    }
    Terminal.print(json.bytes)
  }
}
