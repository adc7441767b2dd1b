import ArchiveModel
import Templates

extension DeskReview {
  /// The review as a page of its own, without scripts: all text of the archive is escaped.
  public var html: [UInt8] {
    var html = HTML()
    html.markup(
      """
      <!DOCTYPE html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
      section { border-block-start: 1px solid; margin-block-start: 2.5rem; }
      article { margin-block: 2rem; }
      h1, h2, h3 { line-height: 1.2; }
      h3 { margin-block-end: 0.25rem; }
      p, ul { margin-block: 0.25rem; }
      ul { padding-inline-start: 1.2rem; }
      li { margin-block: 0.25rem; }
      small { opacity: 0.75; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.5rem; border: 1px solid; }
      </style>
      <title>Names to review:
      """)
    html.markup(" ")
    html.text(title)
    html.markup("</title>\n<h1>Names to review</h1>\n<p>")
    html.text(title)
    html.markup(
      """
      . Nothing here is done by itself: run the command that is right, or none. Each may be looked at
      first with <code>--dry-run</code> and taken back with <code>dateline entities undo</code>.</p>

      """)
    section("May be one and the same", totals.suggestions, in: &html) { item in
      if case .suggestion = item { true } else { false }
    }
    section("One name, several kinds or records", totals.conflicts, in: &html) { item in
      if case .conflict = item { true } else { false }
    }
    section("Frequent names without a record", totals.newNames, in: &html) { item in
      if case .newName = item { true } else { false }
    }
    section("People without a record, in sentences that may do harm", totals.sensitive, in: &html) {
      item in
      if case .sensitive = item { true } else { false }
    }
    html.markup("</html>\n")
    return html.bytes
  }

  private func section(
    _ title: StaticString, _ total: Int, in html: inout HTML, where isIn: (Item) -> Bool
  ) {
    let items = items.filter(isIn)
    html.markup("<section>\n<h2>")
    html.markup(title)
    html.markup("</h2>\n")
    if items.isEmpty { html.markup("<p>None.</p>\n") }
    if items.count < total {
      html.markup("<p>The first ")
      html.number(items.count)
      html.markup(" of ")
      html.number(total)
      html.markup(".</p>\n")
    }
    for item in items { item.append(to: &html) }
    html.markup("</section>\n")
  }
}

extension DeskReview.Item {
  fileprivate func append(to html: inout HTML) {
    html.markup("<article>\n<h3>")
    html.text(
      subjects.map(\.name).reduce(into: []) { names, name in
        if !names.contains(name) { names.append(name) }
      }.joined(separator: " / "))
    html.markup("</h3>\n")
    if let why {
      html.markup("<p>")
      html.text(why)
      html.markup("</p>\n")
    }
    for subject in subjects { subject.append(to: &html) }
    html.markup("<pre>")
    html.text(commands.joined(separator: "\n"))
    html.markup("</pre>\n</article>\n")
  }

  /// In plain words, why it is here.
  var why: String? {
    switch self {
    case .suggestion(_, _, let suggestion):
      let shared = suggestion.sharedArticles
      guard shared > 0 else { return suggestion.reason.text.sentence }
      return suggestion.reason.text.sentence
        + " But \(Labels.count(shared, "article names", "articles name")) both."
    case .sensitive(let subject, let words):
      let told = words.prefix(6).map { "“\($0)”" }.joined(separator: ", ")
      return subject.isHidden
        ? "By the words \(told); kept from pages and lists until there is a record."
        : words.isEmpty ? nil : "By the words \(told)."
    case .conflict, .newName: return nil
    }
  }
}

extension DeskReview.Subject {
  fileprivate func append(to html: inout HTML) {
    html.markup("<p><code>")
    html.text(address)
    html.markup("</code> ")
    html.text(name)
    html.markup(" <small>")
    html.text(standing)
    html.markup("</small></p>\n<ul>\n")
    for sentence in sentences {
      let bytes = Array(sentence.text.utf8)
      html.markup("<li>")
      html.text(bytes.span.extracting(..<sentence.range.lowerBound))
      html.markup("<mark>")
      html.text(bytes.span.extracting(sentence.range))
      html.markup("</mark>")
      html.text(bytes.span.extracting(sentence.range.upperBound...))
      html.markup(" <small>")
      html.text(sentence.path)
      html.markup("</small></li>\n")
    }
    html.markup("</ul>\n")
  }

  /// "person, 12 articles, no record".
  var standing: String {
    let record =
      switch evidence {
      case .record: "record"
      case .gazetteer: "gazetteer"
      case .name: "no record"
      }
    return "\(kind.name), \(Labels.count(articles, "article", "articles")), \(record)"
  }
}

extension String {
  /// With a capital and a full stop.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
