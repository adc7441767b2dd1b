import ArchiveModel

/// What describes: wrong, it is dropped with a warning.
extension ArticleReader {
  mutating func readTitle(_ value: FrontMatterValue, of key: String) {
    article.title = values.text(value, of: key).map(CharacterReference.decoded) ?? ""
    if case .text("null", isQuoted: false) = value.content {
      values.warn(
        "this headline is the word null", at: value.offsets,
        suggestion: "put it in quotes if it is meant, else delete the line")
    } else if article.title.utf8.count > ArticleReader.longestUsualTitle {
      values.warn(
        "this headline is very long: \(article.title.unicodeScalars.count) characters",
        at: value.offsets, note: "it is shown in full",
        suggestion: "write the first words as the title, and all as the summary")
    }
  }

  /// In bytes; the longest headline of 18F has 130.
  private static let longestUsualTitle = 600

  /// Names, each a text or a map with a `name`, an `id` and a `role`.
  mutating func readAuthors(_ value: FrontMatterValue, of key: String) {
    for item in value.items {
      guard case .map(let entries) = item.content else {
        article.authors += values.texts(item, of: key)
        continue
      }
      guard let name = name(in: entries, item, of: key) else { continue }
      article.authors.append(name)
      var detail = Article.AuthorDetail(name: name)
      for entry in entries {
        switch ArticleKey.foldedName(entry.key) {
        case "id": detail.id = values.text(entry.value, of: "\(key).id")
        case "role": detail.role = values.text(entry.value, of: "\(key).role")
        default: break
        }
      }
      if detail.id != nil || detail.role != nil { article.authorDetails.append(detail) }
    }
  }

  /// Names, each a text or a map with a `name`.
  private mutating func names(_ value: FrontMatterValue, of key: String) -> [String] {
    var names: [String] = []
    for item in value.items {
      if case .map(let entries) = item.content {
        if let name = name(in: entries, item, of: key) { names.append(name) }
      } else {
        names += values.texts(item, of: key)
      }
    }
    return names
  }

  /// The name of a person or a thing that is written as a map; an e-mail address is never kept.
  private mutating func name(
    in entries: [FrontMatterEntry], _ value: FrontMatterValue, of key: String
  ) -> String? {
    for entry in entries where ArticleReader.isEmail(entry) { warnOfEmail(entry, in: key) }
    guard let entry = entries.first(where: { ArticleKey.foldedName($0.key) == "name" }) else {
      values.wrongType(value, of: key, expected: "a name")
      return nil
    }
    return values.text(entry.value, of: "\(key).name")
  }

  static func isEmail(_ entry: FrontMatterEntry) -> Bool {
    ["email", "e_mail"].contains(ArticleKey.foldedName(entry.key))
  }

  mutating func warnOfEmail(_ entry: FrontMatterEntry, in key: String) {
    values.warn(
      "\(key): an email address is personal, and never published", at: entry.keyOffsets,
      note: "it is dropped")
  }

  mutating func tags(_ value: FrontMatterValue, of key: String) -> [String] {
    if case .text(let text, _) = value.content, text.utf8.firstRange(of: ", ".utf8) != nil {
      values.warn(
        "\(key): one tag with a comma in it", at: value.offsets,
        suggestion: "if these are several, write them as [one, two]")
    }
    var tags: [String] = []
    for tag in values.texts(value, of: key) where !tags.contains(tag) { tags.append(tag) }
    return tags
  }

  /// A text; of a list, as other generators' `categories`, the first item.
  mutating func readSection(_ value: FrontMatterValue, of key: String) {
    guard case .list(let items) = value.content else {
      article.section = values.text(value, of: key)
      if key == "categories", article.section?.utf8.contains(UInt8(ascii: " ")) ?? false {
        values.warn(
          "\(key): one section with a blank in its name", at: value.offsets,
          suggestion: "if these are several, as in Jekyll, write them as [one, two]")
      }
      return
    }
    let sections = values.texts(value, of: key)
    article.section = sections.first
    if items.count > 1 { article.categories = sections }
  }

  mutating func series(_ value: FrontMatterValue, of key: String) -> Article.Series? {
    guard case .map(let entries) = value.content else {
      return values.text(value, of: key).map { Article.Series(name: $0) }
    }
    var name: String?
    var part: Int?
    for entry in entries {
      switch ArticleKey.foldedName(entry.key) {
      case "name", "title": name = values.text(entry.value, of: "\(key).\(entry.key)")
      case "part", "number": part = values.integer(entry.value, of: "\(key).\(entry.key)")
      default:
        values.warn("\(key) has the keys name and part", at: entry.keyOffsets, note: "dropped")
      }
    }
    guard let name else {
      values.wrongType(value, of: key, expected: "a name, or {name: …, part: …}")
      return nil
    }
    if let number = part, number < 1 {
      values.warn("\(key): parts count from 1", at: value.offsets, note: "the part is dropped")
      part = nil
    }
    return Article.Series(name: name, part: part)
  }

  /// Oldest first; those of one day as they are written.
  mutating func corrections(_ value: FrontMatterValue, of key: String) -> [Article.Correction] {
    var corrections: [Article.Correction] = []
    let usualKind = ArticleKey.foldedName(key) == "editors_note" ? "editors-note" : "correction"
    for item in value.items {
      guard case .map(let entries) = item.content else {
        if let text = values.text(item, of: key) {
          corrections.append(
            Article.Correction(date: .undated, kind: usualKind, text: text))
        }
        continue
      }
      var correction = Article.Correction(date: .undated, kind: usualKind, text: "")
      for entry in entries {
        let name = "\(key).\(entry.key)"
        switch ArticleKey.foldedName(entry.key) {
        case "date": correction.date = values.date(entry.value, of: name)
        case "text", "note": correction.text = values.text(entry.value, of: name) ?? ""
        case "kind", "type":
          correction.kind = kind(entry.value, of: name) ?? usualKind
        default:
          values.warn(
            "a correction has the keys date, kind and text", at: entry.keyOffsets,
            note: "“\(entry.key)” is dropped")
        }
      }
      if correction.text.isEmpty {
        values.warn("this correction has no text", at: item.offsets, note: "it is dropped")
      } else {
        corrections.append(correction)
      }
    }
    return corrections.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }

  private mutating func kind(_ value: FrontMatterValue, of key: String) -> String? {
    let kinds =
      ["correction", "clarification", "editors-note", "retraction"] + Article.Correction.withdrawals
    guard let text = values.text(value, of: key)?.lowercased() else { return nil }
    let kind = text.split { $0 == "_" || $0 == " " }.joined(separator: "-")
    if kinds.contains(kind) { return kind }
    values.warn(
      "\(key) is one of \(kinds.joined(separator: ", "))", at: value.offsets,
      note: "taken as a correction",
      suggestion: Spelling.nearest(to: kind, in: kinds).map { "did you mean \($0)?" })
    return nil
  }

  /// Each a text, or a map whose values are joined: "Reuters, 2017-03-25".
  mutating func sources(_ value: FrontMatterValue, of key: String) -> [String] {
    value.items.flatMap { item -> [String] in
      guard case .map(let entries) = item.content else { return values.texts(item, of: key) }
      let parts = entries.compactMap { values.text($0.value, of: "\(key).\($0.key)") }
      return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
    }
  }

  // MARK: Names in this article

  mutating func add(_ value: FrontMatterValue, of key: String, kind: EntityKind) {
    for name in names(value, of: key) {
      article.entities.add.append(Article.EntityOverrides.Addition(name: name, kind: kind))
    }
  }

  mutating func readEntities(_ value: FrontMatterValue, of key: String) {
    guard case .map(let entries) = value.content else {
      if !value.isNull {
        values.wrongType(value, of: key, expected: "a map with the keys add, ignore and is")
      }
      return
    }
    for entry in entries {
      let name = "\(key).\(entry.key)"
      switch entry.key {
      case "add": addEntities(entry.value, of: name)
      case "ignore": article.entities.ignore += values.texts(entry.value, of: name)
      case "is":
        for (surface, id) in pairs(entry.value, of: name, expected: "a map of names and ids") {
          article.entities.identities.append(
            Article.EntityOverrides.Identity(name: surface, id: id))
        }
      default:
        values.warn(
          "entities has the keys add, ignore and is", at: entry.keyOffsets,
          note: "“\(entry.key)” is dropped")
      }
    }
  }

  /// `[{name: …, kind: …}]`, or a map of names and kinds.
  private mutating func addEntities(_ value: FrontMatterValue, of key: String) {
    for item in value.items {
      guard case .map(let entries) = item.content else {
        values.wrongType(item, of: key, expected: "a map, as {name: Ninewa, kind: place}")
        continue
      }
      var pairs: [(name: String, value: FrontMatterValue)]
      if let name = entries.first(where: { $0.key == "name" })?.value.asText,
        let kind = entries.first(where: { $0.key == "kind" || $0.key == "type" })
      {
        pairs = [(name, kind.value)]
      } else {
        pairs = entries.map { ($0.key, $0.value) }
      }
      for (name, kindValue) in pairs {
        guard let kind = EntityKind(name: kindValue.asText.lowercased()) else {
          values.warn(
            "\(key): a kind is one of person, organization, place, event, work",
            at: kindValue.offsets, note: "“\(name)” is not added")
          continue
        }
        let name = values.clean(name, at: item.offsets)
        article.entities.add.append(Article.EntityOverrides.Addition(name: name, kind: kind))
      }
    }
  }

  private mutating func pairs(
    _ value: FrontMatterValue, of key: String, expected: String
  ) -> [(String, String)] {
    guard case .map(let entries) = value.content else {
      if !value.isNull { values.wrongType(value, of: key, expected: expected) }
      return []
    }
    return entries.compactMap { entry in
      values.text(entry.value, of: "\(key).\(entry.key)").map { (entry.key, $0) }
    }
  }
}

extension FrontMatterValue {
  /// The items of a list; a value that is none is a list of one.
  var items: [FrontMatterValue] {
    switch content {
    case .null: []
    case .list(let items): items.filter { !$0.isNull }
    case .text, .map: [self]
    }
  }
}
