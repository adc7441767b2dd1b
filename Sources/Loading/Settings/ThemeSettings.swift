import ArchiveModel

/// `theme.yml`: what a theme says of itself, and what it sets without a template or stylesheet of
/// its own.
public struct ThemeSettings: Sendable {
  /// A value with the place where it stands.
  public struct Entry: Sendable {
    /// The key, as the theme's properties are named: `ink`.
    public var key: String
    /// The value, checked: `#1d1a16`.
    public var value: String
    /// Where the value stands.
    public var place: SourceRange

    /// A value at a place.
    public init(key: String, value: String, place: SourceRange) {
      self.key = key
      self.value = value
      self.place = place
    }
  }

  /// A phrase of the interface in the theme's words.
  public struct Label: Sendable {
    /// Its key.
    public var key: String
    /// Where that stands.
    public var keyPlace: SourceRange
    /// What is said; for what is counted an entry a form: `one`, `other`.
    public var forms: [Entry]
    /// Whether it was written as a map of forms.
    public var isCounted: Bool
  }

  /// The picture in place of the title.
  public struct Logo: Sendable {
    /// Its file: `assets/logo.svg` of the theme, or `media/logo.svg` of the archive.
    public var file: String
    /// What stands in its place; nil where nobody says.
    public var alt: String?
    /// Where the file is named.
    public var place: SourceRange
  }

  /// The colours by day, in the order of the file.
  public var colors: [Entry] = []
  /// The colours by night.
  public var darkColors: [Entry] = []
  /// What is said of type: a value each for CSS.
  public var type: [Entry] = []
  /// The picture in place of the title.
  public var logo: Logo?
  /// What pages say in other words.
  public var labels: [Label] = []
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []

  /// A theme that sets nothing.
  public init() {}

  /// The colours that a theme may set; each is the custom property of its name.
  public static let colorNames = [
    "paper", "ink", "soft", "rule", "link", "accent", "mark", "tint", "bar",
  ]
}

extension Archive {
  /// What `Themes/NAME/theme.yml` says; nothing where there is no such file.
  public func settings(ofTheme name: String) -> ThemeSettings {
    let path = "Themes/\(name)/theme.yml"
    do throws(FileFailure) {
      var reader = ThemeSettingsReader(path: path)
      reader.read(try readFile(at: "\(root)/\(path)"), hiding: hiddenNames)
      return reader.settings
    } catch {
      var settings = ThemeSettings()
      if !error.isMissing {
        settings.diagnostics = [
          Diagnostic(
            .fileUnreadable, "the theme’s settings cannot be read: \(error.reason)",
            at: SourceRange(path: path))
        ]
      }
      return settings
    }
  }
}

/// Reads `theme.yml`: a wrong value is an error that names its line, and so is an unknown key.
struct ThemeSettingsReader {
  private(set) var settings = ThemeSettings()
  private var values: ValueReader

  init(path: String) { values = ValueReader(path: path) }

  private static let keys = [
    "name", "description", "license", "author", "homepage", "colors", "dark_colors", "type", "logo",
    "labels",
  ]
  private static let typeKeys = ["scale", "serif", "sans", "measure", "page"]

  mutating func read(_ file: [UInt8], hiding names: HiddenNames) {
    let text = DecodedText(file).bytes
    var (entries, diagnostics) = FrontMatter.entries(
      of: text, YAMLFile.content(of: text), path: values.path,
      isTextKey: { ["name", "description"].contains($0) })
    values.diagnostics += diagnostics
    var redactions: Set<Int> = []
    names.redact(&entries, &redactions)
    for entry in entries { read(entry) }
    settings.diagnostics = values.diagnostics.map { problem in
      var problem = problem
      if problem.code == .valueType || problem.code == .frontMatterInvalid {
        problem.code = .settingsInvalid
      }
      if problem.severity == .error {
        problem.note = "nothing is built with a theme that is not whole"
      }
      return problem
    }
  }

  private mutating func read(_ entry: FrontMatterEntry) {
    let key = ArticleKey.foldedName(entry.key)
    switch key {
    case "name", "description", "license", "author", "homepage":
      _ = values.text(entry.value, of: key)
    case "colors", "colours": settings.colors = colors(entry.value, of: key)
    case "dark_colors", "dark_colours": settings.darkColors = colors(entry.value, of: key)
    case "type": for part in map(entry.value, of: key) { readType(part) }
    case "logo": readLogo(entry.value)
    case "labels": for label in map(entry.value, of: key) { readLabel(label) }
    default: values.unknownSetting(entry, among: ThemeSettingsReader.keys, of: "theme.yml")
    }
  }

  private mutating func map(_ value: FrontMatterValue, of key: String) -> [FrontMatterEntry] {
    guard case .map(let entries) = value.content else {
      if !value.isNull { values.wrongType(value, of: key, expected: "a map of keys") }
      return []
    }
    return entries
  }

  // MARK: Colours

  private mutating func colors(
    _ value: FrontMatterValue, of key: String
  ) -> [ThemeSettings.Entry] {
    map(value, of: key).compactMap { entry in
      let name = ArticleKey.foldedName(entry.key)
      guard ThemeSettings.colorNames.contains(name) else {
        values.unknownSetting(entry, among: ThemeSettings.colorNames, of: key)
        return nil
      }
      if case .text(let text, _) = entry.value.content, let color = Self.color(text) {
        return ThemeSettings.Entry(key: name, value: color, place: place(of: entry))
      }
      values.error(
        .settingsInvalid, "a colour is # and three or six hexadecimal digits",
        at: entry.value.isNull ? entry.keyOffsets : entry.value.offsets,
        suggestion: "write it in quotes, since # begins a comment: \(entry.key): \"#1d1a16\"")
      return nil
    }
  }

  /// `#1d1a16` of `#1D1A16`, `#112233` of `#123`; nil for anything else.
  private static func color(_ text: String) -> String? {
    let digits = text.dropFirst()
    guard text.hasPrefix("#"), digits.utf8.count == 3 || digits.utf8.count == 6,
      digits.allSatisfy({ $0.isASCII && $0.isHexDigit })
    else { return nil }
    let long = digits.count == 6 ? String(digits) : digits.map { "\($0)\($0)" }.joined()
    return "#" + long.lowercased()
  }

  // MARK: Type

  private mutating func readType(_ entry: FrontMatterEntry) {
    let name = ArticleKey.foldedName(entry.key)
    let value: String?
    switch name {
    case "scale": value = number(entry.value, of: "type.scale", in: 0.8...1.6).map { "\($0)" }
    case "measure": value = number(entry.value, of: "type.measure", in: 30...100).map { "\($0)ch" }
    case "page": value = number(entry.value, of: "type.page", in: 30...200).map { "\($0)rem" }
    case "serif", "sans": value = fonts(entry.value, of: "type.\(name)")
    default: return values.unknownSetting(entry, among: ThemeSettingsReader.typeKeys, of: "type")
    }
    if let value {
      settings.type.append(ThemeSettings.Entry(key: name, value: value, place: place(of: entry)))
    }
  }

  private mutating func number(
    _ value: FrontMatterValue, of key: String, in range: ClosedRange<Double>
  ) -> String? {
    if case .text(let text, _) = value.content, let number = Double(text), range.contains(number) {
      return number == number.rounded() ? String(Int(number)) : String(number)
    }
    values.error(
      .settingsInvalid, "\(key) is a number from \(range.lowerBound) to \(range.upperBound)",
      at: value.offsets)
    return nil
  }

  /// The names of fonts as CSS has them.
  private mutating func fonts(_ value: FrontMatterValue, of key: String) -> String? {
    guard let text = values.text(value, of: key) else { return nil }
    let names = text.split(separator: ",").map { part in
      part.drop { " \"'".contains($0) }.reversed().drop { " \"'".contains($0) }.reversed()
    }
    let isSafe = names.allSatisfy { name in
      !name.isEmpty
        && name.allSatisfy { $0.isLetter || ($0.isASCII && $0.isNumber) || " -_".contains($0) }
    }
    guard isSafe, !names.isEmpty else {
      values.error(
        .settingsInvalid, "\(key) is a list of names of fonts, apart by commas", at: value.offsets,
        suggestion: "write, for example, \(key.dropFirst(5)): Charter, Georgia, serif")
      return nil
    }
    return names.map { name in
      let isPlain = name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
      return isPlain ? String(name) : "\"\(String(name))\""
    }.joined(separator: ", ")
  }

  // MARK: Logo and labels

  private mutating func readLogo(_ value: FrontMatterValue) {
    if case .text = value.content {
      settings.logo = logo(value, alt: nil)
      return
    }
    var file: FrontMatterValue?
    var alt: String?
    for entry in map(value, of: "logo") {
      switch ArticleKey.foldedName(entry.key) {
      case "file", "src": file = entry.value
      case "alt": alt = values.text(entry.value, of: "logo.alt")
      default: values.unknownSetting(entry, among: ["file", "alt"], of: "logo")
      }
    }
    guard let file else {
      if !value.isNull {
        values.error(.settingsInvalid, "a logo has a file", at: value.offsets)
      }
      return
    }
    settings.logo = logo(file, alt: alt)
  }

  private mutating func logo(_ value: FrontMatterValue, alt: String?) -> ThemeSettings.Logo? {
    guard let text = values.text(value, of: "logo") else { return nil }
    var path = text[...]
    while path.hasPrefix("/") { path.removeFirst() }
    guard path.hasPrefix("assets/") || path.hasPrefix("media/"),
      !path.split(separator: "/").contains("..")
    else {
      values.error(
        .settingsInvalid,
        "a logo is a file of the theme, such as assets/logo.svg, or of the archive, such as "
          + "media/logo.svg", at: value.offsets)
      return nil
    }
    return ThemeSettings.Logo(file: String(path), alt: alt, place: values.place(value.offsets))
  }

  private mutating func readLabel(_ entry: FrontMatterEntry) {
    let key = ArticleKey.foldedName(entry.key)
    let isCounted: Bool
    var forms: [ThemeSettings.Entry] = []
    if case .map(let entries) = entry.value.content {
      isCounted = true
      for form in entries {
        if let text = phrase(form.value, of: "labels.\(key).\(form.key)") {
          forms.append(ThemeSettings.Entry(key: form.key, value: text, place: place(of: form)))
        }
      }
    } else {
      isCounted = false
      if let text = phrase(entry.value, of: "labels.\(key)") {
        forms.append(ThemeSettings.Entry(key: key, value: text, place: place(of: entry)))
      }
    }
    settings.labels.append(
      ThemeSettings.Label(
        key: key, keyPlace: values.place(entry.keyOffsets), forms: forms, isCounted: isCounted))
  }

  /// What is said, with the blanks at its ends: a separator may be one.
  private mutating func phrase(_ value: FrontMatterValue, of key: String) -> String? {
    guard case .text(let text, let isQuoted) = value.content else {
      values.wrongType(value, of: key, expected: "text")
      return nil
    }
    return isQuoted ? values.clean(text, at: value.offsets) : values.text(value, of: key)
  }

  private func place(of entry: FrontMatterEntry) -> SourceRange {
    values.place(entry.value.isNull ? entry.keyOffsets : entry.value.offsets)
  }
}
