import ArchiveModel
import Loading
import Templates

extension Archive {
  /// The theme that the settings name, over the bundled one, and what is wrong with its files; nil
  /// where its templates or its settings are.
  func theme() throws(EnvironmentFault) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    let (files, problems) = try files(ofTheme: settings.theme)
    let own = settings(ofTheme: settings.theme)
    var (language, diagnostics) = pageLanguage(own)
    diagnostics += own.diagnostics + language.reword(own.labels)
    let themeFiles = ThemeFiles(replacing: files, own)
    diagnostics += themeFiles.colors.problems(with: own)
    var logo: LogoView?
    if let own = own.logo { logo = self.logo(own, in: themeFiles, &diagnostics) }
    let isSound = !diagnostics.contains { $0.severity == .error }
    diagnostics += problems
    do throws(TemplateErrors) {
      var theme = try Theme(themeFiles, in: language)
      theme.logo = logo
      return (isSound ? theme : nil, diagnostics)
    } catch {
      return (nil, diagnostics + error.diagnostics)
    }
  }

  /// The language of pages, and a warning where it is not built in and nobody has words for it:
  /// then pages speak English.
  private func pageLanguage(_ theme: ThemeSettings) -> (Language, [Diagnostic]) {
    if let language = Language(named: settings.language) { return (language, []) }
    let fallback = Language(fallbackFor: settings.language)
    guard theme.labels.isEmpty else { return (fallback, []) }
    let known = Language.known.joined(separator: ", ")
    let warning = Diagnostic(
      .languageUnknown, "Dateline itself speaks \(known), and not “\(settings.language)”",
      at: settings.languagePlace ?? SourceRange(path: shownPath(of: "archive.yml")),
      note: "what it says on pages is in English",
      suggestion: "write its words under labels: in the theme.yml of a theme of your own; "
        + "dateline theme views lists them")
    return (fallback, [warning])
  }

  /// The picture in place of the title; without its file an error.
  private func logo(
    _ logo: ThemeSettings.Logo, in files: ThemeFiles, _ diagnostics: inout [Diagnostic]
  ) -> LogoView? {
    let bytes =
      files.assets.first { $0.path == logo.file }?.bytes
      ?? (logo.file.hasPrefix("media/") ? self.bytes(ofText: logo.file) : nil)
    guard let bytes else {
      diagnostics.append(
        Diagnostic(
          .settingsInvalid, "there is no \(logo.file) in the theme or the archive",
          at: logo.place, note: "nothing is built with a theme that is not whole",
          suggestion: Spelling.nearest(to: logo.file, in: files.assets.map(\.path))
            .map { "did you mean \($0)?" } ?? "put the file there"))
      return nil
    }
    let size = ImageSize(of: bytes)
    return LogoView(
      path: logo.file, alternative: logo.alt ?? settings.title, width: size?.width ?? 0,
      height: size?.height ?? 0)
  }
}

extension Theme {
  /// The theme that is part of the program.
  static func bundled(in language: Language = .english) throws(EnvironmentFault) -> Theme {
    do throws(TemplateErrors) {
      return try Theme(ThemeFiles(replacing: []), in: language)
    } catch {
      throw EnvironmentFault(
        "use the theme in the program", reason: error.errors.first?.message ?? "",
        suggestion: "install Dateline again")
    }
  }
}

extension TemplateErrors {
  /// The same as diagnostics.
  var diagnostics: [Diagnostic] {
    errors.map { error in
      Diagnostic(
        .templateInvalid, error.message,
        at: SourceRange(path: error.path, offsets: error.offsets),
        note: "nothing is built with a theme that is not whole", suggestion: error.suggestion)
    }
  }
}
