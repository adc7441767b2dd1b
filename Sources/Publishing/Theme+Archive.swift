import ArchiveModel
import Loading
import Templates

extension Archive {
  /// The theme that the settings name, over the bundled one, and what is wrong with its files; nil
  /// where its templates are.
  func theme() throws(EnvironmentFault) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    let (files, diagnostics) = try files(ofTheme: settings.theme)
    do throws(TemplateErrors) {
      return (try Theme(ThemeFiles(replacing: files)), diagnostics)
    } catch {
      return (nil, diagnostics + error.diagnostics)
    }
  }
}

extension Theme {
  /// The theme that is part of the program.
  static func bundled() throws(EnvironmentFault) -> Theme {
    do throws(TemplateErrors) {
      return try Theme(ThemeFiles(replacing: []))
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
