import ArchiveModel

/// Reads one file of authority records (FIELD §4.1): a map from ids to records.
public struct AuthorityFile {
  private(set) var records: [AuthorityRecord] = []
  private(set) var values: ValueReader
  /// The redactions that were applied.
  private(set) var redactions: Set<Int> = []
  /// What is redacted.
  private let names: HiddenNames?

  /// Reads a file with a path for diagnostics.
  init(path: String, hiding names: HiddenNames? = nil) {
    values = ValueReader(path: path)
    self.names = names
  }

  /// A name as clashes are found by: in lower case, unless its case matters, with single blanks.
  public static func folded(_ name: String, isCaseSensitive: Bool) -> String {
    let words = name.split { $0.isWhitespace }.joined(separator: " ")
    return isCaseSensitive ? words : words.lowercased()
  }

  /// Reads a file's bytes: O(bytes) where the records keep to the scanner's subset.
  mutating func read(_ file: [UInt8]) {
    var (entries, diagnostics) = AuthorityFile.entries(
      of: DecodedText(file).bytes, path: values.path)
    names?.redact(&entries, &redactions)
    values.diagnostics += diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.note = "this record is left out"
      return diagnostic
    }
    for entry in entries { read(entry) }
  }

  /// The ids and records that a text has, as they are written.
  static func entries(
    of text: [UInt8], path: String
  ) -> (entries: [FrontMatterEntry], diagnostics: [Diagnostic]) {
    let range = YAMLFile.content(of: text)
    let isTextKey: (String) -> Bool = { _ in false }
    if let entries = FrontMatterScanner.scan(text, range, isTextKey: isTextKey) {
      return (entries, [])
    }
    // One record beyond the subset, or broken, does not slow down or stop the others.
    var all: (entries: [FrontMatterEntry], diagnostics: [Diagnostic]) = ([], [])
    for part in AuthorityFile.parts(of: text, range) {
      let (entries, diagnostics) = FrontMatter.entries(
        of: text, part, path: path, isTextKey: isTextKey)
      all.entries += entries
      all.diagnostics += diagnostics
    }
    return all
  }

  /// The text cut where a line begins in the first column; whole, if it has anchors.
  private static func parts(of text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let starts = YAMLFileEdit.partStarts(in: text, range)
    let hasAnchors = text[range].firstRange(of: ": &".utf8) != nil
    guard !hasAnchors else { return [range] }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : range.upperBound)
    }
  }

  // MARK: One record

  static let keys = [
    "type", "name", "names", "weak", "previous", "never", "demonyms", "same_as", "not_same_as",
    "summary", "note", "part_of", "roles", "geo", "page", "index", "case_sensitive", "former_ids",
    "reviewed",
  ]

  private mutating func read(_ entry: FrontMatterEntry) {
    guard let id = Slug(exactly: entry.key) else {
      fail(
        "an id has lower-case letters a to z, digits, and hyphens between them",
        at: entry.keyOffsets, suggestion: "write \(Slug(entry.key))")
      return
    }
    guard case .map(let fields) = entry.value.content else {
      fail("a record has keys and values, at least type and name", at: entry.keyOffsets)
      return
    }
    guard let kind = kind(fields, of: entry), let name = name(fields, of: entry) else { return }
    var record = AuthorityRecord(
      id: id, kind: kind, name: name, place: values.place(entry.keyOffsets))
    for field in fields {
      guard read(field, into: &record) else { return }
    }
    record.names.removeAll { $0 == name }
    warnOfCommonNames(of: record, fields)
    records.append(record)
  }

  private mutating func kind(_ fields: [FrontMatterEntry], of entry: FrontMatterEntry)
    -> EntityKind?
  {
    let kinds = EntityKind.allCases.map(\.name)
    guard let field = fields.first(where: { $0.key == "type" }) else {
      fail(
        "this record has no type", at: entry.keyOffsets,
        suggestion: "write type: and one of \(kinds.joined(separator: ", "))")
      return nil
    }
    let text = field.value.asText.lowercased()
    if let kind = EntityKind(name: text) { return kind }
    fail(
      "a type is one of \(kinds.joined(separator: ", "))", at: field.value.offsets,
      suggestion: Spelling.nearest(to: text, in: kinds).map { "did you mean \($0)?" })
    return nil
  }

  private mutating func name(_ fields: [FrontMatterEntry], of entry: FrontMatterEntry) -> String? {
    if let field = fields.first(where: { $0.key == "name" }),
      let name = values.text(field.value, of: "name")
    {
      return name
    }
    fail(
      "this record has no name", at: entry.keyOffsets,
      suggestion: "write name: and the name to display")
    return nil
  }

  /// Whether the record can stay.
  private mutating func read(_ field: FrontMatterEntry, into record: inout AuthorityRecord) -> Bool
  {
    let value = field.value
    let key = ArticleKey.foldedName(field.key)
    switch key {
    case "type", "name": break
    case "names": add(names(value, of: key), to: &record.names)
    case "previous": add(previousNames(value), to: &record.names)
    case "weak": record.weak = names(value, of: key)
    case "never": record.never = names(value, of: key)
    case "demonyms":
      record.demonyms = values.texts(value, of: key)
      if record.kind != .place, !record.demonyms.isEmpty {
        values.warn("only places have demonyms", at: field.keyOffsets, note: "they are dropped")
        record.demonyms = []
      }
    case "same_as": record.sameAs = value.items.compactMap { values.webURL($0, of: key) }
    case "not_same_as": record.notSameAs = values.texts(value, of: key)
    case "summary": record.summary = values.text(value, of: key)
    case "note": record.note = values.block(value, of: key)
    case "part_of": record.partOf = values.texts(value, of: key)
    case "geo": return readPlace(value, into: &record)
    case "page": record.page = pagePolicy(value)
    case "index": record.isIndexed = flag(value, of: key) ?? true
    case "case_sensitive": record.isCaseSensitive = flag(value, of: key) ?? false
    case "former_ids":
      for item in value.items {
        if let id = Slug(exactly: item.asText) {
          record.formerIDs.append(id)
        } else if let page = EntityPage(item.asText) {
          if page.kind == record.kind {
            record.formerIDs.append(page.id)
          } else {
            record.formerPages.append(page)
          }
        } else {
          values.warn(
            "former_ids: “\(item.asText)” is no id", at: item.offsets, note: "it is dropped")
        }
      }
    case "reviewed": record.reviewed = review(value)
    case "roles": break  // The editor's own notes; nothing is made of them yet.
    default:
      let nearest = Spelling.nearest(to: key, in: AuthorityFile.keys)
      values.diagnostics.append(
        Diagnostic(
          .keyUnknown, "a record has no key “\(field.key)”", at: values.place(field.keyOffsets),
          note: "it is ignored", suggestion: nearest.map { "did you mean \($0)?" }))
    }
    return true
  }

  /// Names that a text is searched for; one that is all white space is none.
  private mutating func names(_ value: FrontMatterValue, of key: String) -> [String] {
    for item in value.items {
      guard case .text(let text, isQuoted: true) = item.content,
        text.allSatisfy(\.isWhitespace)
      else { continue }
      values.warn(
        "\(key): an empty name matches nothing", at: item.offsets, note: "it is dropped")
    }
    return values.texts(value, of: key)
  }

  /// A strong name that is a word of every text would be found in every text.
  private mutating func warnOfCommonNames(
    of record: AuthorityRecord, _ fields: [FrontMatterEntry]
  ) {
    guard !record.isCaseSensitive else { return }
    for name in [record.name] + record.names
    where AuthorityFile.isCommonWord(name) {
      let item = fields.lazy.flatMap(\.value.items).first { $0.asText == name }
      values.diagnostics.append(
        Diagnostic(
          .authorityCommonName, "“\(name)” is a word of almost every text",
          at: values.place(item?.offsets ?? record.place.offsets),
          note: "as a strong name it matches wherever the word stands",
          suggestion: "write it under weak, or add case_sensitive: true"))
    }
  }

  /// Whether a name is a word that joins others, in English.
  static func isCommonWord(_ name: String) -> Bool { commonWords.contains(name.lowercased()) }

  /// Words that join others, in English: a person or place is named by none of them alone.
  private static let commonWords: Set<String> = [
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "but", "by", "can", "could", "did", "do", "for", "from", "had", "has", "have", "he", "her",
    "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "many", "may", "me",
    "more", "most", "my", "new", "no", "not", "now", "of", "on", "one", "only", "or", "other",
    "our", "out", "over", "said", "say", "says", "she", "so", "some", "such", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "two", "up",
    "us", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with", "would",
    "you", "your",
  ]

  private func add(_ names: [String], to list: inout [String]) {
    for name in names where !list.contains(name) { list.append(name) }
  }

  /// Each a name, or a map with one and the time that it was used.
  private mutating func previousNames(_ value: FrontMatterValue) -> [String] {
    value.items.flatMap { item -> [String] in
      guard case .map(let fields) = item.content else { return values.texts(item, of: "previous") }
      return fields.filter { $0.key == "name" }.flatMap { values.texts($0.value, of: "previous") }
    }
  }

  private mutating func readPlace(
    _ value: FrontMatterValue, into record: inout AuthorityRecord
  ) -> Bool {
    guard case .map(let fields) = value.content else {
      if !value.isNull { values.wrongType(value, of: "geo", expected: "a map with lat and lon") }
      return true
    }
    var latitude: Double?
    var longitude: Double?
    var hasFailed = false
    for field in fields {
      switch ArticleKey.foldedName(field.key) {
      case "lat", "latitude":
        latitude = coordinate(field.value, of: "lat", within: 90)
        hasFailed = hasFailed || latitude == nil
      case "lon", "lng", "longitude":
        longitude = coordinate(field.value, of: "lon", within: 180)
        hasFailed = hasFailed || longitude == nil
      case "country": record.country = values.text(field.value, of: "geo.country")
      case "precision", "geonames": break
      default:
        values.diagnostics.append(
          Diagnostic(
            .keyUnknown, "geo has no key “\(field.key)”", at: values.place(field.keyOffsets),
            note: "it is ignored", suggestion: "its keys are lat, lon, country, precision, geonames"
          ))
      }
    }
    guard !hasFailed else { return false }
    if let latitude, let longitude {
      record.coordinates = Coordinates(latitude: latitude, longitude: longitude)
    } else if latitude != nil || longitude != nil {
      fail("geo has both lat and lon, or neither", at: value.offsets)
      return false
    }
    return true
  }

  private mutating func coordinate(
    _ value: FrontMatterValue, of key: String, within limit: Double
  ) -> Double? {
    if case .text(let text, _) = value.content, let number = Double(text), abs(number) <= limit {
      return number
    }
    fail("\(key) is a number of degrees from -\(Int(limit)) to \(Int(limit))", at: value.offsets)
    return nil
  }

  /// A map with the date and who it was, or the date alone.
  private mutating func review(_ value: FrontMatterValue) -> AuthorityRecord.Review? {
    var date = ArchiveDate.undated
    var editor: String?
    if case .map(let fields) = value.content {
      for field in fields {
        switch ArticleKey.foldedName(field.key) {
        case "date": date = values.date(field.value, of: "reviewed.date")
        case "by": editor = values.text(field.value, of: "reviewed.by")
        default:
          values.diagnostics.append(
            Diagnostic(
              .keyUnknown, "reviewed has no key “\(field.key)”",
              at: values.place(field.keyOffsets), note: "it is ignored",
              suggestion: "its keys are date, by"))
        }
      }
    } else {
      date = values.date(value, of: "reviewed")
    }
    return date == .undated ? nil : AuthorityRecord.Review(date: date, editor: editor)
  }

  private mutating func pagePolicy(_ value: FrontMatterValue) -> AuthorityRecord.PagePolicy {
    if let policy = AuthorityRecord.PagePolicy(rawValue: value.asText) { return policy }
    if !value.isNull { values.wrongType(value, of: "page", expected: "always, auto or never") }
    return .auto
  }

  private mutating func flag(_ value: FrontMatterValue, of key: String) -> Bool? {
    let flag = values.bool(value)
    if flag == nil, !value.isNull {
      values.wrongType(value, of: key, expected: "true or false")
    }
    return flag
  }

  private mutating func fail(
    _ message: String, at offsets: Range<Int>, suggestion: String? = nil
  ) {
    values.diagnostics.append(
      Diagnostic(
        .authorityInvalid, message, at: values.place(offsets), note: "this record is left out",
        suggestion: suggestion))
  }
}
