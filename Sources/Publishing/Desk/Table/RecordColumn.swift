import ArchiveModel
import Loading

/// A column of the table of records: a key that is a text or a list of texts (FIELD §4.1).
enum RecordColumn: String, CaseIterable {
  case id, type, name, names, weak, previous, never, demonyms
  case sameAs = "same_as"
  case notSameAs = "not_same_as"
  case summary, note
  case partOf = "part_of"
  case latitude = "geo.lat"
  case longitude = "geo.lon"
  case country = "geo.country"
  case page, index
  case isCaseSensitive = "case_sensitive"
  case formerIDs = "former_ids"
  case reviewDate = "reviewed.date"
  case reviewer = "reviewed.by"

  /// Whether its cells are lists, their items apart by vertical bars.
  var isList: Bool {
    switch self {
    case .names, .weak, .previous, .never, .demonyms, .sameAs, .notSameAs, .partOf, .formerIDs: true
    case .id, .type, .name, .summary, .note, .latitude, .longitude, .country, .page, .index,
      .isCaseSensitive, .reviewDate, .reviewer:
      false
    }
  }

  /// The key, and the one that it stands in.
  var key: (outer: [String], key: String) {
    let parts = rawValue.split(separator: ".").map(String.init)
    return (Array(parts.dropLast()), parts[parts.count - 1])
  }

  // MARK: Cells

  /// What a record has of it, as a cell.
  func cell(of id: Slug, in edit: AuthorityEdit) -> String {
    if self == .id { return id.description }
    let (outer, key) = key
    if isList { return RecordColumn.joined(edit.texts(key, of: id)) }
    return edit.text(key, in: outer, of: id) ?? ""
  }

  private static func joined(_ items: [String]) -> String {
    items.map { $0.replacing("\\", with: "\\\\").replacing("|", with: "\\|") }
      .joined(separator: "|")
  }

  /// The items of a cell, without white space around them.
  static func items(_ cell: String) -> [String] {
    var items: [String] = []
    var item = ""
    var isEscaped = false
    for character in cell {
      if isEscaped {
        item.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        items.append(item)
        item = ""
      } else {
        item.append(character)
      }
    }
    items.append(item)
    return items.map { $0.split { $0.isWhitespace }.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// Whether two cells say the same: a spreadsheet writes TRUE, and drops a last line end.
  func isSame(_ a: String, _ b: String) -> Bool {
    switch self {
    case .index, .isCaseSensitive: a.lowercased() == b.lowercased()
    case .note, .summary: trimmed(a) == trimmed(b)
    case _ where isList: RecordColumn.items(a) == RecordColumn.items(b)
    default: a == b
    }
  }

  private func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while text.last?.isNewline ?? false { text = text.dropLast() }
    return text
  }

  // MARK: Values

  /// The value that a cell is written as; nil where it is empty.
  ///
  /// - Throws: What is wrong with it.
  func value(_ cell: String) throws(Complaint) -> EditValue? {
    let cell = self == .note ? cell : cell.split { $0.isWhitespace }.joined(separator: " ")
    guard !cell.isEmpty else { return nil }
    if isList {
      let items = RecordColumn.items(cell)
      for item in items { try check(item: item) }
      return items.isEmpty ? nil : .texts(items)
    }
    switch self {
    case .type:
      let kinds = EntityKind.allCases.map(\.name)
      guard let kind = EntityKind(name: cell.lowercased()) else {
        throw Complaint(
          "a type is one of \(kinds.joined(separator: ", ")), not “\(cell)”",
          Spelling.nearest(to: cell.lowercased(), in: kinds).map { "did you mean \($0)?" })
      }
      return .text(kind.name)
    case .latitude, .longitude:
      let limit = self == .latitude ? 90.0 : 180
      guard let number = Double(cell), abs(number) <= limit else {
        throw Complaint("“\(cell)” is no number of degrees from -\(Int(limit)) to \(Int(limit))")
      }
      return .literal(cell)
    case .page:
      guard AuthorityRecord.PagePolicy(rawValue: cell.lowercased()) != nil else {
        throw Complaint("page is always, auto or never, not “\(cell)”")
      }
      return .text(cell.lowercased())
    case .index, .isCaseSensitive:
      guard ["true", "false"].contains(cell.lowercased()) else {
        throw Complaint("\(rawValue) is true or false, not “\(cell)”")
      }
      return .literal(cell.lowercased())
    case .reviewDate:
      do throws(ArchiveDate.ParsingFailure) {
        return .literal(try ArchiveDate(parsing: cell).withoutTime.description)
      } catch {
        throw Complaint(error.rule, error.suggestion)
      }
    case .note:
      let text = String(trimmed(cell))
      return .text(text.utf8.contains(UInt8(ascii: "\n")) ? text + "\n" : text)
    default: return .text(cell)
    }
  }

  private func check(item: String) throws(Complaint) {
    switch self {
    case .sameAs:
      guard item.hasPrefix("https://") || item.hasPrefix("http://") else {
        throw Complaint("“\(item)” is no address that begins with https:// or http://")
      }
    case .notSameAs, .partOf:
      guard Slug(exactly: item) != nil else {
        throw Complaint("“\(item)” is no id", "write \(Slug(item))")
      }
    case .formerIDs:
      guard Slug(exactly: item) != nil || EntityPage(item) != nil else {
        throw Complaint("“\(item)” is no id", "write \(Slug(item))")
      }
    default: break
    }
  }

  /// What is wrong with a cell.
  struct Complaint: Error {
    let message: String
    let help: String?

    init(_ message: String, _ help: String? = nil) {
      self.message = message
      self.help = help
    }
  }
}
