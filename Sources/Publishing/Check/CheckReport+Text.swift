import ArchiveModel
import Markup

extension CheckReport {
  /// How much of a long list is shown unless all of it is asked for.
  private static let shownLines = 12

  /// The inventory for a person, in aligned columns; nothing that is empty.
  public func text(showsAll: Bool) -> String {
    let inventory = Inventory(of: self)
    var head =
      "\(title.visible): \(Labels.count(inventory.articles, "article", "articles")) of "
      + Labels.count(inventory.words, "word", "words")
    if ownPages > 0 { head += ", \(Labels.count(ownPages, "page", "pages")) of its own" }
    var statuses = inventory.statuses
    if inventory.leftOut > 0 {
      statuses.append(Inventory.Count(name: "left out by an error", count: inventory.leftOut))
    }
    var years = inventory.years
    if inventory.undated > 0 {
      years.append(Inventory.Count(name: "undated", count: inventory.undated))
    }
    let limit = showsAll ? Int.max : CheckReport.shownLines
    let sections = [
      head + "\n",
      table("Status", statuses, of: inventory.articles, limit: .max),
      columns("Year", years),
      table("Not stated, but inferred", inventory.inferred, of: inventory.articles, limit: .max),
      table(
        "Keys kept and not used", inventory.unknownKeys, of: inventory.articles, limit: limit),
      constructsText(inventory.constructs, limit: limit),
      columns("Files that are no articles, and that none shows", inventory.passedOver),
      alikeText(limit: limit),
      oldAddressesText(limit: limit),
      problemsText(inventory.problems),
    ]
    return sections.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: Tables

  /// A line for each: name, count, share.
  private func table(_ title: String, _ counts: [Inventory.Count], of all: Int, limit: Int)
    -> String
  {
    guard !counts.isEmpty else { return "" }
    let shown = counts.prefix(limit)
    let names = column(shown.map { name($0.name) })
    let numbers = column(shown.map { Labels.grouped($0.count) }, toTheRight: true)
    let shares = column(shown.map { share($0.count, of: all) }, toTheRight: true)
    var text = title + "\n"
    for line in shown.indices { text += "  \(names[line])  \(numbers[line])  \(shares[line])\n" }
    return text + rest(counts.count - shown.count)
  }

  /// Several a line: a name and its count.
  private func columns(_ title: String, _ counts: [Inventory.Count]) -> String {
    guard !counts.isEmpty else { return "" }
    let names = column(counts.map { name($0.name) })
    let numbers = column(counts.map { Labels.grouped($0.count) }, toTheRight: true)
    let perLine = max(1, 76 / (names[0].unicodeScalars.count + numbers[0].utf8.count + 6))
    var text = title + "\n"
    for line in counts.indices {
      text += (line % perLine == 0 ? "  " : "    ") + "\(names[line])  \(numbers[line])"
      if line % perLine == perLine - 1 || line == counts.count - 1 { text += "\n" }
    }
    return text
  }

  /// A line for each kind: name, how often and where, what became of it.
  private func constructsText(_ constructs: [DialectInventory.Entry], limit: Int) -> String {
    guard !constructs.isEmpty else { return "" }
    let shown = constructs.prefix(limit)
    let names = column(shown.map { name($0.construct.name) })
    let dialects = column(shown.map(\.construct.dialect.name))
    let counts = column(shown.map { Labels.grouped($0.count) }, toTheRight: true)
    let articles = column(shown.map { Labels.count($0.articles, "article", "articles") })
    var text = "Constructs of other systems\n"
    for (line, entry) in shown.enumerated() {
      text +=
        "  \(names[line])  \(dialects[line])  \(counts[line])  in \(articles[line])  "
        + entry.construct.fate.label + "\n"
    }
    return text + rest(constructs.count - shown.count)
  }

  private func problemsText(_ problems: [Inventory.Problem]) -> String {
    guard !problems.isEmpty else { return "No problems.\n" }
    let severities = column(problems.map(\.code.severity.rawValue))
    let codes = column(problems.map(\.code.rawValue))
    let counts = column(problems.map { Labels.grouped($0.count) }, toTheRight: true)
    var text = "Problems\n"
    for line in problems.indices {
      text +=
        "  \(severities[line])  \(codes[line])  \(counts[line])  in "
        + Labels.count(problems[line].files, "file", "files") + "\n"
    }
    let sums = [(count(.error), "error"), (count(.warning), "warning")].filter { $0.0 > 0 }
    return text + "\n"
      + sums.map { Labels.count($0.0, $0.1, $0.1 + "s") }.joined(separator: ", ") + "\n"
  }

  private func oldAddressesText(limit: Int) -> String {
    guard let oldAddresses else { return "" }
    var text = "Old addresses: \(Labels.grouped(oldAddresses)), of which "
    guard !lostAddresses.isEmpty else { return text + "none leads nowhere\n" }
    text += Labels.count(lostAddresses.count, "leads", "lead") + " nowhere\n"
    for address in lostAddresses.prefix(limit) { text += "  \(address.visible)\n" }
    return text + rest(lostAddresses.count - limit)
  }

  private func alikeText(limit: Int) -> String {
    var text = ""
    for kind in AlikeArticles.Kind.allCases {
      let groups = alike.filter { $0.kind == kind }
      guard !groups.isEmpty else { continue }
      text += text.isEmpty ? "" : "\n"
      text += "\(kind.label): \(Labels.count(groups.count, "group", "groups"))\n"
      for group in groups.prefix(limit) {
        for (position, member) in group.members.prefix(limit).enumerated() {
          text += position == 0 ? "  - " : "    "
          text += member.path.visible + (member.likeness.map { "  \($0) %" } ?? "") + "\n"
        }
        text += rest(group.members.count - limit, indented: "    ")
      }
      text += rest(groups.count - limit)
    }
    return text
  }

  private func rest(_ count: Int, indented indent: String = "  ") -> String {
    count > 0 ? "\(indent)… and \(Labels.grouped(count)) more; --verbose shows all\n" : ""
  }

  /// A name in a line of a table, the end of a long one left out.
  private func name(_ text: String) -> String {
    let scalars = text.visible.unicodeScalars
    return scalars.count <= 40 ? text.visible : String(scalars.prefix(39)) + "…"
  }

  /// "12.5 %", of something.
  private func share(_ count: Int, of all: Int) -> String {
    let thousandths = all == 0 ? 0 : (count * 2000 / all + 1) / 2
    return "\(thousandths / 10).\(thousandths % 10) %"
  }

  /// Texts with spaces added, so that all are of one width.
  private func column(_ texts: [String], toTheRight: Bool = false) -> [String] {
    let widths = texts.map { $0.unicodeScalars.count }
    let width = widths.max() ?? 0
    return zip(texts, widths).map { text, own in
      let spaces = String(repeating: " ", count: width - own)
      return toTheRight ? spaces + text : text + spaces
    }
  }
}

extension DialectConstruct.Fate {
  /// What a person is told.
  fileprivate var label: String {
    switch self {
    case .translated: "translated"
    case .unwrapped: "its text kept"
    case .dropped: "left out"
    }
  }
}

extension AlikeArticles.Kind {
  /// What a person is told.
  fileprivate var label: String {
    switch self {
    case .sameFile: "The same file more than once"
    case .sameText: "The same text more than once"
    case .nearlySameText: "Nearly the same text"
    case .versions: "Versions of one story"
    case .sameHeadline: "The same headline on the same date"
    case .sameAddress: "Addresses that only a number tells apart"
    }
  }
}
