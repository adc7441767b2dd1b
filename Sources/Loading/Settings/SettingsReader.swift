import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Settings {
  /// Reads `archive.yml`; without one everything is as it is by default.
  ///
  /// - Throws: `EnvironmentFault` if the machine lacks the database that a time zone is in.
  static func read(
    content: String, root: String, shownPrefix: String, hiding names: HiddenNames,
    _ redactions: inout Set<Int>, _ diagnostics: inout [Diagnostic]
  ) throws(EnvironmentFault) -> Settings {
    let path = shownPrefix + "archive.yml"
    let fallback = names.redacted(FileName(root == "." ? "" : root).words)
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try readFile(at: content + "/archive.yml")
    } catch {
      if !error.isMissing {
        diagnostics.append(
          Diagnostic(
            .fileUnreadable, "the settings cannot be read: \(error.reason)",
            at: SourceRange(path: path), note: "no page is written until this is mended"))
      }
      return Settings(title: fallback)
    }
    var reader = SettingsReader(path: path, fallbackTitle: fallback) {
      access("\(root)/Themes/\($0)", F_OK) == 0
    }
    try reader.read(bytes, hiding: names, &redactions)
    diagnostics += reader.values.diagnostics
    return reader.settings
  }
}

/// Reads settings: a wrong one is an error that names its line, an unknown one a warning.
struct SettingsReader {
  var settings: Settings
  var values: ValueReader

  /// Whether the archive has a theme of a name.
  private let hasTheme: (String) -> Bool

  init(path: String, fallbackTitle: String, hasTheme: @escaping (String) -> Bool) {
    self.hasTheme = hasTheme
    settings = Settings(title: fallbackTitle)
    values = ValueReader(path: path)
  }

  /// The keys of DESIGN §4.
  private static let keys = [
    "title", "subtitle", "base_url", "language", "time_zone", "publisher", "contact", "license",
    "theme", "sections", "permalinks", "minimum_articles", "mentions", "demonyms", "page_size",
    "links", "host", "redirects", "max_files", "citations", "humans", "security", "markdown",
    "keep_exif", "privacy", "targets",
  ]

  mutating func read(
    _ file: [UInt8], hiding names: HiddenNames, _ redactions: inout Set<Int>
  ) throws(EnvironmentFault) {
    let text = DecodedText(file).bytes
    var (entries, diagnostics) = FrontMatter.entries(
      of: text, YAMLFile.content(of: text), path: values.path,
      isTextKey: { ["title", "subtitle", "publisher"].contains($0) })
    values.diagnostics += diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      if diagnostic.code == .frontMatterInvalid { diagnostic.code = .settingsInvalid }
      return diagnostic
    }
    names.redact(&entries, &redactions)
    for entry in entries { try read(entry) }
    checkRedirects(entries)
    if diagnostics.isEmpty, !entries.contains(where: { ArticleKey.foldedName($0.key) == "title" }) {
      values.error(
        .settingsInvalid, "an archive has a title", at: 0..<0,
        suggestion: "write title: and its name in the first line")
    }
    // A value of another type is an error here, since every page hangs on it.
    for index in values.diagnostics.indices where values.diagnostics[index].code == .valueType {
      values.diagnostics[index].code = .settingsInvalid
      values.diagnostics[index].note = nil
    }
    for index in values.diagnostics.indices
    where values.diagnostics[index].severity == .error && values.diagnostics[index].note == nil {
      values.diagnostics[index].note = "no page is written until this is mended"
    }
  }

  private mutating func read(_ entry: FrontMatterEntry) throws(EnvironmentFault) {
    let value = entry.value
    let key = ArticleKey.foldedName(entry.key)
    switch key {
    case "title": settings.title = values.text(value, of: key) ?? settings.title
    case "subtitle": settings.subtitle = values.text(value, of: key)
    case "base_url": readBaseURL(value)
    case "language": readLanguage(value)
    case "time_zone": try readTimeZone(value)
    case "publisher": settings.publisher = values.text(value, of: key)
    case "contact": settings.contact = values.text(value, of: key)
    case "license": settings.license = values.text(value, of: key)
    case "theme": readTheme(value)
    case "sections": readSections(value)
    case "permalinks": readPermalinks(value)
    case "minimum_articles": settings.minimumArticles = positive(value, of: key)
    case "mentions": settings.mentions = choice(value, of: key) ?? settings.mentions
    case "demonyms": settings.demonyms = choice(value, of: key) ?? settings.demonyms
    case "page_size": settings.pageSize = positive(value, of: key) ?? settings.pageSize
    case "links": settings.links = choice(value, of: key) ?? settings.links
    case "host": settings.host = choice(value, of: key) ?? settings.host
    case "redirects": readRedirects(value)
    case "max_files": settings.maximumFiles = positive(value, of: key)
    case "citations": settings.citations = choice(value, of: key) ?? settings.citations
    case "humans": settings.humans = values.block(value, of: key)
    case "security": readSecurity(value)
    case "markdown": readMarkdown(value)
    case "keep_exif": settings.keepsEXIF = flag(value, of: key) ?? settings.keepsEXIF
    case "privacy": settings.privacy = choice(value, of: key) ?? settings.privacy
    case "targets": readTargets(value)
    default: values.unknownSetting(entry, among: SettingsReader.keys, of: "archive.yml")
    }
  }

  // MARK: Single settings

  private mutating func readBaseURL(_ value: FrontMatterValue) {
    guard let text = values.text(value, of: "base_url") else { return }
    guard Settings.isBaseURL(text) else {
      values.error(
        .settingsInvalid, "base_url begins with https:// or http:// and has no ? or #",
        at: value.offsets, suggestion: "write it as https://example.org/archive")
      return
    }
    var url = text[...]
    while url.hasSuffix("/") { url.removeLast() }
    settings.baseURL = String(url)
  }

  private mutating func readLanguage(_ value: FrontMatterValue) {
    guard let text = values.text(value, of: "language") else { return }
    guard ValueReader.isLanguageTag(text) else {
      values.error(
        .settingsInvalid, "language is a tag such as en, ar or pt-BR (BCP 47)",
        at: value.offsets)
      return
    }
    settings.language = text
    settings.languagePlace = values.place(value.offsets)
  }

  /// A name of the database, or an offset, which needs none.
  private mutating func readTimeZone(_ value: FrontMatterValue) throws(EnvironmentFault) {
    guard let name = values.text(value, of: "time_zone") else { return }
    do throws(TimeZone.Failure) {
      settings.timeZone = try TimeZone.named(name)
    } catch {
      switch error {
      case .unknown(let nearest):
        values.error(
          .settingsInvalid, "there is no time zone “\(name)”", at: value.offsets,
          suggestion: nearest.map { "did you mean \($0)?" }
            ?? "write a name such as Asia/Baghdad, or an offset such as +03:00")
      case .noDatabase:
        throw EnvironmentFault(
          "look up the time zone \(name)", reason: "this machine has no time zone database",
          suggestion: "install it (tzdata), or write an offset such as +03:00 in archive.yml")
      }
    }
  }

  private mutating func readTheme(_ value: FrontMatterValue) {
    guard let text = values.text(value, of: "theme") else { return }
    guard text.utf8.allSatisfy(FrontMatterScanner.isKeyByte) else {
      values.error(
        .settingsInvalid, "a theme is the name of a folder in Themes/: letters, digits, hyphens",
        at: value.offsets)
      return
    }
    guard text == settings.theme || hasTheme(text) else {
      values.error(
        .settingsInvalid, "there is no folder Themes/\(text)", at: value.offsets,
        suggestion: "write the name of a folder in Themes, or \(settings.theme), the bundled theme")
      return
    }
    settings.theme = text
  }

  /// A list of names or of maps, or a map of names and summaries.
  private mutating func readSections(_ value: FrontMatterValue) {
    if case .map(let entries) = value.content {
      settings.sections = entries.map { entry in
        Settings.Section(
          name: entry.key, summary: values.text(entry.value, of: "sections.\(entry.key)"))
      }
      return
    }
    for item in value.items {
      guard case .map(let entries) = item.content else {
        if let name = values.text(item, of: "sections") {
          settings.sections.append(Settings.Section(name: name))
        }
        continue
      }
      var section = Settings.Section(name: "")
      for entry in entries {
        switch ArticleKey.foldedName(entry.key) {
        case "name", "title": section.name = values.text(entry.value, of: "name") ?? ""
        case "summary", "description": section.summary = values.text(entry.value, of: "summary")
        default: values.unknownSetting(entry, among: ["name", "summary"], of: "a section")
        }
      }
      if section.name.isEmpty {
        values.error(.settingsInvalid, "a section has a name", at: item.offsets)
      } else {
        settings.sections.append(section)
      }
    }
  }

  private mutating func readMarkdown(_ value: FrontMatterValue) {
    guard case .map(let entries) = value.content else {
      if !value.isNull { values.wrongType(value, of: "markdown", expected: "a map of parts") }
      return
    }
    for entry in entries {
      let name = "markdown.\(entry.key)"
      switch entry.key {
      case "tables": settings.markdown.tables = flag(entry.value, of: name) ?? true
      case "footnotes": settings.markdown.footnotes = flag(entry.value, of: name) ?? true
      case "strikethrough": settings.markdown.strikethrough = flag(entry.value, of: name) ?? true
      case "tasks": settings.markdown.tasks = flag(entry.value, of: name) ?? true
      case "html": settings.markdown.html = flag(entry.value, of: name) ?? true
      case "dialects": settings.markdown.dialects = flag(entry.value, of: name) ?? true
      default:
        values.unknownSetting(
          entry, among: ["tables", "footnotes", "strikethrough", "tasks", "html", "dialects"],
          of: "markdown")
      }
    }
  }

  // MARK: Kinds of settings

  private mutating func positive(_ value: FrontMatterValue, of key: String) -> Int? {
    guard let number = values.integer(value, of: key) else { return nil }
    guard number > 0 else {
      values.error(.settingsInvalid, "\(key) is at least 1", at: value.offsets)
      return nil
    }
    return number
  }

  private mutating func flag(_ value: FrontMatterValue, of key: String) -> Bool? {
    guard let flag = values.bool(value) else {
      if !value.isNull { values.wrongType(value, of: key, expected: "true or false") }
      return nil
    }
    return flag
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ value: FrontMatterValue, of key: String
  ) -> Choice? where Choice.RawValue == String {
    guard let text = values.text(value, of: key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    values.error(
      .settingsInvalid, "\(key) is one of \(names.joined(separator: ", "))", at: value.offsets,
      suggestion: Spelling.nearest(to: text, in: names).map { "did you mean \($0)?" })
    return nil
  }
}

/// A file that is all YAML.
enum YAMLFile {
  /// The part of a text between its document markers, if it has any.
  static func content(of text: [UInt8]) -> Range<Int> {
    var start = 0
    if text.starts(with: "---\n".utf8) { start = 4 }
    var end = text.count
    var lineStart = start
    while lineStart < text.count {
      let lineEnd = text[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      if text[lineStart] == UInt8(ascii: "."), text[lineStart..<lineEnd].elementsEqual("...".utf8) {
        end = lineStart
        break
      }
      lineStart = lineEnd + 1
    }
    return start..<max(start, end)
  }
}

extension ValueReader {
  /// Tells of a key that a file of settings does not have, with the nearest that it has.
  mutating func unknownSetting(_ entry: FrontMatterEntry, among names: [String], of what: String) {
    let nearest = Spelling.nearest(to: ArticleKey.foldedName(entry.key), in: names)
    diagnostics.append(
      Diagnostic(
        .settingUnknown, "\(what) has no key “\(entry.key)”", at: place(entry.keyOffsets),
        suggestion: nearest.map { "did you mean \($0)?" }
          ?? "the keys are \(names.joined(separator: ", "))"))
  }
}
