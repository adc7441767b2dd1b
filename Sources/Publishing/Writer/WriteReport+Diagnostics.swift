import ArchiveModel

extension WriteReport {
  /// The files that could not be written without harm, as errors at their places.
  func diagnostics(folder: String) -> [Diagnostic] {
    refusals.map { refusal in
      Diagnostic(
        .addressCollision, refusal.reason.description,
        at: SourceRange(path: "\(folder)/\(refusal.path)"),
        note: "this page is not written, and what is there is left alone",
        suggestion: "move what is there, or choose another folder for the site")
    }
  }
}
