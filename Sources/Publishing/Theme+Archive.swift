import ArchiveModel
import Loading
import Templates

extension Archive {
  /// The files of the theme that the settings name, over the bundled ones.
  func themeFiles() throws(EnvironmentFault) -> (files: ThemeFiles, diagnostics: [Diagnostic]) {
    let folder = try files(ofTheme: settings.theme)
    return (ThemeFiles(replacing: folder.files), folder.diagnostics)
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
