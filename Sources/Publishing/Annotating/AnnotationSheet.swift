import ArchiveModel

/// What `dateline annotate` prints of an article for a person: its text with the names marked and
/// numbered, below each paragraph notes on what it is the first to name, and a list of all.
struct AnnotationSheet {
  let file: String
  let date: ArchiveDate
  let title: [UInt8]
  let titleNames: [NamedEntities.Name]
  /// The reading text, its paragraphs apart by a blank line.
  let text: [UInt8]
  let textNames: [NamedEntities.Name]
  let entries: [NamedEntities.Entry]

  let columns: Int
  let ink: Ink

  /// The lines of the sheet.
  var lines: [String] {
    var noted = Set<Int>()
    // In one line, however long, so that the path can be copied.
    let origin = date == .undated ? file : "\(file), \(date)"
    var lines = [ink.paint(origin.visible, .faint), ""]
    lines += passage(title, title.indices, titleNames[...], .bold, &noted)
    for (range, names) in paragraphs {
      lines.append("")
      lines += passage(text, range, names, nil, &noted)
    }
    return lines + [""] + list
  }

  /// How marks are to be read; told once, before the first sheet.
  static func legend(columns: Int, ink: Ink) -> [String] {
    var legend = StyledText()
    if ink.isOn {
      for kind in [MentionKind.person, .organization, .place, .demonym, .event, .work] {
        legend.append(kind.name, kind.style)
        legend.append(" ")
      }
      legend.append("names have their number in the list at the end", .faint)
    } else {
      legend.append("[Name]¹ is the first in the list at the end", .faint)
    }
    let doubt = Certainty.unsure.rawValue
    legend.append("; ? marks one that is \(doubt), = an identifier", .faint)
    return legend.lines(columns: columns, ink: ink)
  }

  /// Each paragraph with the names that begin in it.
  private var paragraphs: [(range: Range<Int>, names: ArraySlice<NamedEntities.Name>)] {
    let newline = UInt8(ascii: "\n")
    var paragraphs: [(range: Range<Int>, names: ArraySlice<NamedEntities.Name>)] = []
    var names = textNames[...]
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !(text[end] == newline && text[end...].dropFirst().first == newline) {
        end += 1
      }
      let inside = names.prefix { $0.range.lowerBound < end }
      names = names.dropFirst(inside.count)
      if start < end { paragraphs.append((start..<end, inside)) }
      start = end
      while start < text.count, text[start] == newline { start += 1 }
    }
    return paragraphs
  }

  /// A stretch of text with its names marked, and notes on those that are new.
  private func passage(
    _ text: [UInt8], _ range: Range<Int>, _ names: ArraySlice<NamedEntities.Name>,
    _ base: Ink.Style?, _ noted: inout Set<Int>
  ) -> [String] {
    var marked = StyledText()
    var copied = range.lowerBound
    for name in names {
      marked.append(String(decoding: text[copied..<name.range.lowerBound], as: UTF8.self), base)
      let surface = String(decoding: text[name.range], as: UTF8.self)
      marked.append(ink.isOn ? surface : "[\(surface)]", name.kind.style)
      marked.append(number(of: name.entry) + (name.certainty == .unsure ? "?" : ""), .faint)
      copied = name.range.upperBound
    }
    if copied < range.upperBound {
      marked.append(String(decoding: text[copied..<range.upperBound], as: UTF8.self), base)
    }
    var lines = marked.lines(columns: columns, ink: ink)
    for name in names where noted.insert(name.entry).inserted {
      let entry = entries[name.entry]
      var note = StyledText()
      // "Iraqi" is a demonym and stands for Iraq, a place.
      let role = name.kind.name == entry.kind ? "" : " by its \(name.kind.name)"
      note.append("\(number(of: name.entry)) \(entry.name)\(role): ", .faint)
      note.append("\(entry.kind), \(name.certainty.rawValue)", .faint)
      if let id = entry.id { note.append(", =\(id)", .faint) }
      lines += note.lines(columns: columns, indent: 4, hanging: 2, ink: ink)
    }
    return lines
  }

  /// All that is named, by kind, what is named most often first.
  private var list: [String] {
    guard !entries.isEmpty else { return ["No names."] }
    let mentions = entries.reduce(0) { $0 + $1.mentionCount }
    var lines = [
      ink.paint(
        "\(entries.count) \(entries.count == 1 ? "name" : "names"), "
          + "\(mentions) \(mentions == 1 ? "mention" : "mentions")", .bold)
    ]
    let order = entries.indices.sorted {
      (entries[$0].order, -entries[$0].mentionCount, $0)
        < (entries[$1].order, -entries[$1].mentionCount, $1)
    }
    let width = min(entries.map { StyledText($0.name).columns }.max() ?? 0, columns / 2 - 8)
    let numberWidth = "\(entries.count)".count
    var kind: String?
    for index in order {
      let entry = entries[index]
      if entry.kind != kind { lines.append("  " + ink.paint(entry.kind, .faint)) }
      kind = entry.kind
      var row = StyledText()
      row.append(number(of: index).padded(to: numberWidth) + " ", .faint)
      row.append(entry.name, nil)
      let gap = width - StyledText(entry.name).columns
      row.append(String(repeating: " ", count: max(0, gap)))
      row.append("  \("×\(entry.mentionCount)".padded(to: 4))  \(entry.certainty)")
      if let id = entry.id { row.append("  =\(id)", .faint) }
      if !entry.honorifics.isEmpty {
        row.append("  (\(entry.honorifics.joined(separator: ", ")))", .faint)
      }
      lines += row.lines(columns: columns, indent: 4, hanging: numberWidth + 3, ink: ink)
    }
    return lines
  }

  /// The entry's number, small and raised.
  private func number(of entry: Int) -> String {
    String("\(entry + 1)".map { Self.raised[$0.wholeNumberValue ?? 0] })
  }

  private static let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}

extension MentionKind {
  /// Underlined, in a colour that is legible on black and on white.
  fileprivate var style: Ink.Style {
    switch self {
    case .person: .underlinedGreen
    case .organization: .underlinedMagenta
    case .place, .demonym: .underlinedCyan
    case .event: .underlinedYellow
    case .work: .underlinedBlue
    }
  }
}
