import ArchiveModel
import Loading

/// A theme of one's own, begun as a copy of the bundled one.
public enum NewTheme {
  /// Why a theme cannot be begun.
  public enum Refusal: Error, Sendable, Equatable {
    /// Its name is no name of a folder.
    case name
    /// There is a file or folder of that name.
    case taken
  }

  /// Writes the bundled theme into `Themes/NAME` of a folder; tells the files, by their paths below
  /// it.
  ///
  /// Nothing is overwritten: where there is anything of that name, nothing is written.
  public static func begin(
    _ name: String, in root: String
  ) throws(EnvironmentFault) -> Result<[String], Refusal> {
    let isName =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
    guard isName else { return .failure(.name) }
    let files = ThemeFiles.bundled.map { path, bytes in
      (path: path, bytes: path == "theme.yml" ? settings(of: name) : bytes)
    }
    guard try Archive.writeNewFolder("\(root)/Themes/\(name)", files) else {
      return .failure(.taken)
    }
    return .success(files.map(\.path))
  }

  /// The settings of a new theme, with an example of each.
  private static func settings(of name: String) -> [UInt8] {
    Array(
      """
      name: \(name)
      # What may be set without a template or stylesheet; take the # away.
      # colors: {paper: "#fdfbf6", ink: "#1d1a16", link: "#1c4a72"}
      # dark_colors: {paper: "#181613", ink: "#e9e3d8", link: "#93bfe6"}
      # type: {scale: 1.125, serif: "Georgia, serif", measure: 60}
      # logo: {file: assets/logo.svg, alt: The Example Times}
      # labels: {back_to_top: Up, count_articles: {one: "{count} story", other: "{count} stories"}}

      """.utf8)
  }
}
