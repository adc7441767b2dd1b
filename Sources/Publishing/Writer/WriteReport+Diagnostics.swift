import ArchiveModel
import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension WriteReport {
  /// The files that could not be written without harm, as errors at their places.
  func diagnostics(folder: String, archive: Archive) -> [Diagnostic] {
    let isInside = folder.hasPrefix(archive.root + "/")
    let shown =
      isInside ? String(folder.dropFirst(archive.root.count + 1)) : WriteReport.absolute(folder)
    return refusals.map { refusal in
      Diagnostic(
        .addressCollision, refusal.reason.description,
        at: SourceRange(path: "\(shown)/\(refusal.path)"),
        note: "this page is not written, and what is there is left alone",
        suggestion: "move what is there, or choose another folder for the site")
    }
  }

  /// Paths of diagnostics are relative to the archive, or absolute.
  private static func absolute(_ folder: String) -> String {
    guard let real = realpath(folder, nil) else { return folder }
    defer { free(real) }
    return String(cString: real)
  }
}
