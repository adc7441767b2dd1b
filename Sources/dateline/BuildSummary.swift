import ArchiveModel
import Publishing

/// What a build says at its end.
struct BuildSummary {
  private let report: BuildReport
  private let title: String
  private let folder: String
  /// Whether it tells what only those want to know who wonder.
  private let isVerbose: Bool

  init(_ report: BuildReport, title: String, folder: String, isVerbose: Bool = false) {
    self.isVerbose = isVerbose
    self.report = report
    self.title = title
    self.folder = folder
  }

  /// A few lines for a person.
  var text: String {
    guard report.files > 0 else {
      let errors = number(report.count(.error), "error")
      return "nothing was built, and the site is as it was: \(errors)"
    }
    var lines = [
      "\(title): \(number(report.articles, "article")) of \(number(report.words, "word")), "
        + "\(number(report.mentions, "mention")) of "
        + "\(number(report.entities, "entity", "entities")), "
        + "\(report.entityPages.formatted) with a page",
      "\(number(report.pages, "page")), \(number(report.files, "file")), \(size); "
        + "\(report.written.formatted) written, \(report.removed.formatted) removed",
      report.laps.isEmpty
        ? "nothing has changed since the last build"
        : report.laps.map { "\($0.stage.rawValue) \(milliseconds($0.duration)) ms" }
          .joined(separator: ", "),
    ]
    if isVerbose, !report.laps.isEmpty {
      lines.append(
        "\(number(report.kept, "article")) and \(number(report.pagesKept, "page")) "
          + "as at the last build, by .dateline\(report.cacheRefusal.map(reason) ?? "")")
    }
    if let maximum = report.maximumFiles, !report.spared.isEmpty {
      lines.append("left out, to stay within \(number(maximum, "file")): \(report.spared)")
    }
    if report.drafts > 0 {
      lines.append("\(number(report.drafts, "draft")) shown: do not publish this site")
    }
    if report.unseen > 0 {
      lines.append("\(number(report.unseen, "draft or embargoed article")) not shown")
    }
    if report.leftOut > 0 {
      lines.append("\(number(report.leftOut, "article")) left out by errors")
    }
    let problems = [(report.count(.error), "error"), (report.count(.warning), "warning")]
      .filter { $0.0 > 0 }.map { number($0.0, $0.1) }
    if !problems.isEmpty { lines.append(problems.joined(separator: ", ")) }
    lines.append("→ \(folder)/index.html")
    return lines.joined(separator: "\n")
  }

  /// Why all was read again.
  private func reason(_ refusal: CacheRefusal) -> String {
    switch refusal {
    case .foreign:
      ", which another version of Dateline left, or settings, records or rules have changed since"
    case .damaged: ", which is damaged, and was made anew"
    case .unavailable: ", which another build has, or which cannot be written"
    }
  }

  /// The same as one line of JSON.
  var json: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("type", "summary")
      json.member("schema", 1)
      json.member("title", title)
      json.member("output", folder)
      json.member("articles", report.articles)
      json.member("articles_kept", report.kept)
      json.member("pages_kept", report.pagesKept)
      json.member("left_out", report.leftOut)
      json.member("not_shown", report.unseen)
      json.member("words", report.words)
      json.member("mentions", report.mentions)
      json.member("entities", report.entities)
      json.member("entity_pages", report.entityPages)
      json.member("pages", report.pages)
      json.member("files", report.files)
      json.member("written", report.written)
      json.member("removed", report.removed)
      json.member("bytes", report.bytes)
      if let maximum = report.maximumFiles { json.member("max_files", maximum) }
      json.member("spared", report.spared)
      json.member("errors", report.count(.error))
      json.member("warnings", report.count(.warning))
      json.key("milliseconds")
      json.object { json in
        for lap in report.laps { json.member(lap.stage.rawValue, milliseconds(lap.duration)) }
      }
    }
    return json.bytes
  }

  private var size: String {
    switch report.bytes {
    case ..<1_000_000: "\(report.bytes / 1000) kB"
    default: "\(report.bytes / 1_000_000).\(report.bytes / 100_000 % 10) MB"
    }
  }

  private func number(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count.formatted) \(count == 1 ? one : many ?? one + "s")"
  }

  private func milliseconds(_ duration: Duration) -> Int {
    Int(duration / .milliseconds(1))
  }
}

extension Int {
  /// With commas between thousands.
  fileprivate var formatted: String { Labels.grouped(self) }
}
