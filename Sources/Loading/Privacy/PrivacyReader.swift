import ArchiveModel

extension PrivacyRules {
  /// Reads `privacy.yml`; without one nothing is hidden.
  ///
  /// Whatever is wrong with it is an error that stops the writing: a file of which half was
  /// understood would publish the other half.
  static func read(
    in files: ContentFiles, shownPrefix: String, _ diagnostics: inout [Diagnostic]
  ) -> PrivacyRules {
    let shownPath = shownPrefix + path
    func fail(_ message: String, _ path: String, _ suggestion: String? = nil) {
      diagnostics.append(
        Diagnostic(
          .privacyInvalid, message, at: SourceRange(path: path), note: PrivacyReader.unwritten,
          suggestion: suggestion))
    }
    do throws(FileFailure) {
      _ = try readFile(at: files.folder + "/privacy.yaml", prefixBytes: 0)
      fail(
        "this file is not read: its name ends in .yml", shownPrefix + "privacy.yaml",
        "name it privacy.yml")
    } catch {
      if !error.isMissing { fail("this file is not read", shownPrefix + "privacy.yaml") }
    }
    do throws(FileFailure) {
      var reader = PrivacyReader(path: shownPath)
      reader.read(try files.read(path))
      diagnostics += reader.diagnostics
      return reader.rules
    } catch {
      if !error.isMissing { fail("the file cannot be read: \(error.reason)", shownPath) }
      return PrivacyRules()
    }
  }
}

/// Reads the rules, each with its place.
struct PrivacyReader {
  private(set) var rules = PrivacyRules()
  private var values: ValueReader

  /// What an error does.
  static let unwritten = "no page is written until this is mended"

  init(path: String) { values = ValueReader(path: path) }

  /// Whether a plain value of this key may hold a colon and a blank.
  static func isTextKey(_ key: String) -> Bool { ["reason", "name", "with"].contains(key) }

  /// What is wrong: errors all of them.
  var diagnostics: [Diagnostic] {
    values.diagnostics.map { problem in
      var problem = problem
      problem.code = .privacyInvalid
      problem.note = PrivacyReader.unwritten
      return problem
    }
  }

  mutating func read(_ file: [UInt8]) {
    var text = DecodedText(file)
    values.diagnostics += text.diagnostics(frontMatterEnd: text.bytes.count, path: values.path)
    let (entries, problems) = FrontMatter.entries(
      of: text.bytes, YAMLFile.content(of: text.bytes), path: values.path,
      isTextKey: PrivacyReader.isTextKey)
    values.diagnostics += problems
    for entry in entries {
      switch ArticleKey.foldedName(entry.key) {
      case "suppress": rules.suppressed = references(entry)
      case "noindex": rules.unindexed = references(entry)
      case "redact": for item in entry.value.items { readRedaction(item) }
      case "withdraw": for item in entry.value.items { readWithdrawal(item) }
      default:
        unknown(entry, among: ["suppress", "noindex", "redact", "withdraw"], of: "privacy.yml")
      }
    }
    if values.diagnostics.isEmpty { checkReplacements() }
  }

  // MARK: Entities

  private mutating func references(_ entry: FrontMatterEntry) -> [PrivacyRules.EntityReference] {
    if case .map = entry.value.content {
      values.wrongType(entry.value, of: entry.key, expected: "a list")
      return []
    }
    return entry.value.items.compactMap { reference($0, of: entry.key) }
  }

  private mutating func reference(
    _ item: FrontMatterValue, of key: String
  ) -> PrivacyRules.EntityReference? {
    let parts = item.asText.split(separator: "/").map(String.init)
    guard parts.count == 2, let id = Slug(exactly: parts[1]) else {
      fail(
        "\(key) has addresses of pages, such as people/lise-grande", at: item.offsets,
        suggestion: "write a kind, a slash and an id")
      return nil
    }
    let kinds = EntityKind.allCases
    guard let kind = EntityKind(name: parts[0]) ?? kinds.first(where: { $0.folder == parts[0] })
    else {
      let folders = kinds.map(\.folder)
      fail(
        "a kind is one of \(folders.joined(separator: ", ")), not “\(parts[0])”",
        at: item.offsets,
        suggestion: Spelling.nearest(to: parts[0].lowercased(), in: folders)
          .map { "did you mean \($0)/\(id)?" })
      return nil
    }
    return PrivacyRules.EntityReference(kind: kind, id: id, place: values.place(item.offsets))
  }

  // MARK: Redactions

  private mutating func readRedaction(_ item: FrontMatterValue) {
    var name: (text: String, offsets: Range<Int>)?
    var also: [String] = []
    var words: String?
    var date: ArchiveDate?
    var reason: String?
    for field in fields(item, of: "redact", "name and date") {
      switch ArticleKey.foldedName(field.key) {
      case "name":
        name = values.text(field.value, of: "name").map { ($0, field.value.offsets) }
      case "also":
        also = values.texts(field.value, of: "also")
        for spelling in field.value.items { checkName(spelling.asText, at: spelling.offsets) }
      case "with": words = replacement(field)
      case "date": date = readDate(field)
      case "reason": reason = values.text(field.value, of: "reason")
      default:
        unknown(field, among: ["name", "also", "with", "date", "reason"], of: "a redaction")
      }
    }
    guard let name else {
      missing(
        "the name that is removed", of: "a redaction", at: item.offsets, "name: and it in full")
      return
    }
    checkName(name.text, at: name.offsets)
    guard let date else {
      missing("a date", of: "a redaction", at: item.offsets, "date: 2026-01-04")
      return
    }
    rules.redactions.append(
      PrivacyRules.Redaction(
        name: name.text, also: also,
        replacement: words ?? PrivacyRules.Redaction.initials(of: name.text), date: date,
        reason: reason, place: values.place(name.offsets)))
  }

  /// A name of one letter, or one that stands in every text, would be replaced everywhere.
  private mutating func checkName(_ name: String, at offsets: Range<Int>) {
    if name.unicodeScalars.count(where: \.properties.isAlphabetic) < 2 {
      fail(
        "“\(name)” has too few letters for a name that is removed wherever it stands",
        at: offsets, suggestion: "write the full name")
    } else if AuthorityFile.isCommonWord(name) {
      fail(
        "“\(name)” is a word of almost every text, and would be removed there", at: offsets,
        suggestion: "write the full name")
    }
  }

  private mutating func replacement(_ field: FrontMatterEntry) -> String? {
    guard let words = values.text(field.value, of: "with") else {
      fail(
        "with has the words that stand in place of the name", at: field.value.offsets,
        suggestion: "delete the line for initials")
      return nil
    }
    // They come to stand in Markdown, in tags and in tables, where other signs mean something.
    if let sign = words.unicodeScalars.first(where: { !PrivacyReader.isPlain($0) }) {
      fail(
        "the words in place of a name have no “\(String(sign).visible)”", at: field.value.offsets,
        suggestion: "write letters, digits, blanks, brackets, dashes, full stops and commas")
    }
    return words
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return " .,'’-–—…()[]“”".unicodeScalars.contains(scalar)
    }
  }

  /// What stands in place of a name may not be one.
  private mutating func checkReplacements() {
    let names = HiddenNames(rules)
    for rule in rules.redactions where names.occur(in: rule.replacement) {
      values.error(
        .privacyInvalid,
        "“\(rule.replacement)”, which stands in place of “\(rule.name)”, is itself removed",
        at: rule.place.offsets, suggestion: "write other words behind with:")
    }
  }

  // MARK: Withdrawals

  private mutating func readWithdrawal(_ item: FrontMatterValue) {
    var article: (text: String, offsets: Range<Int>)?
    var date: ArchiveDate?
    var kind: String?
    var reason: String?
    var keepsHeadline = true
    for field in fields(item, of: "withdraw", "article, date and kind") {
      switch ArticleKey.foldedName(field.key) {
      case "article":
        article = values.text(field.value, of: "article").map { ($0, field.value.offsets) }
      case "date": date = readDate(field)
      case "kind": kind = readKind(field.value)
      case "reason": reason = values.text(field.value, of: "reason")
      case "headline":
        if let flag = values.bool(field.value) {
          keepsHeadline = flag
        } else {
          fail(
            "headline is true or false: whether the tombstone has it", at: field.value.offsets)
        }
      default:
        unknown(
          field, among: ["article", "date", "kind", "reason", "headline"], of: "a withdrawal")
      }
    }
    guard let article else {
      missing(
        "an article", of: "a withdrawal", at: item.offsets,
        "article: and its path below Content, or its id")
      return
    }
    guard let date else {
      missing("a date", of: "a withdrawal", at: item.offsets, "date: 2026-01-04")
      return
    }
    guard let kind else {
      missing(
        "a kind", of: "a withdrawal", at: item.offsets,
        "kind: and one of \(PrivacyReader.kinds)")
      return
    }
    rules.withdrawals.append(
      PrivacyRules.Withdrawal(
        article: article.text, date: date, kind: kind, reason: reason ?? "",
        keepsHeadline: keepsHeadline, place: values.place(article.offsets)))
  }

  private static let kinds = Article.Correction.withdrawals.joined(separator: ", ")

  private mutating func readKind(_ value: FrontMatterValue) -> String? {
    let text = value.asText.lowercased()
    if Article.Correction.withdrawals.contains(text) { return text }
    fail(
      "the kind of a withdrawal is one of \(PrivacyReader.kinds)", at: value.offsets,
      suggestion: Spelling.nearest(to: text, in: Article.Correction.withdrawals)
        .map { "did you mean \($0)?" })
    return nil
  }

  // MARK: Parts

  /// The keys of one item of a list.
  private mutating func fields(
    _ item: FrontMatterValue, of key: String, _ expected: String
  ) -> [FrontMatterEntry] {
    if case .map(let fields) = item.content { return fields }
    fail(
      "\(key) has a list of items with keys: \(expected)", at: item.offsets,
      suggestion: "write - \(expected.prefix { $0 != "," && $0 != " " }): \(item.asText)")
    return []
  }

  private mutating func readDate(_ field: FrontMatterEntry) -> ArchiveDate? {
    do throws(ArchiveDate.ParsingFailure) {
      return try ArchiveDate(parsing: field.value.asText)
    } catch {
      fail(error.rule, at: field.value.offsets, suggestion: error.suggestion)
      return nil
    }
  }

  private mutating func missing(
    _ part: String, of what: String, at offsets: Range<Int>, _ line: String
  ) {
    // Where something else is wrong in the item, that is told already.
    let isTold = values.diagnostics.contains { offsets.contains($0.place.offsets.lowerBound) }
    guard !isTold else { return }
    fail("\(what) has \(part)", at: offsets, suggestion: "write \(line)")
  }

  private mutating func unknown(
    _ entry: FrontMatterEntry, among names: [String], of what: String
  ) {
    let nearest = Spelling.nearest(to: ArticleKey.foldedName(entry.key), in: names)
    fail(
      "\(what) has no key “\(entry.key)”", at: entry.keyOffsets,
      suggestion: nearest.map { "did you mean \($0)?" }
        ?? "the keys are \(names.joined(separator: ", "))")
  }

  private mutating func fail(
    _ message: String, at offsets: Range<Int>, suggestion: String? = nil
  ) {
    values.error(.privacyInvalid, message, at: offsets, suggestion: suggestion)
  }
}
