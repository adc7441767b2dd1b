import ArchiveModel

/// `authorities/ignored.txt`: names that are never an entity, in any article.
///
/// A name a line; lines that begin with `#` are comments.
public struct IgnoredNames {
  /// Where the file stands in the content folder.
  public static let path = "authorities/ignored.txt"

  /// In the order of the file, each once.
  private(set) var names: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the list of a content folder; empty where there is none.
  init(in files: ContentFiles, shownPrefix: String) {
    let shownPath = shownPrefix + IgnoredNames.path
    do throws(FileFailure) {
      let text = DecodedText(try files.read(IgnoredNames.path)).bytes
      var values = ValueReader(path: shownPath)
      var seen: Set<String> = []
      var lineStart = 0
      while lineStart < text.count {
        let lineEnd = text[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        let line = String(decoding: text[lineStart..<lineEnd], as: UTF8.self)
        let name = IgnoredNames.name(in: values.clean(line, at: lineStart..<lineEnd))
        if let name, seen.insert(name).inserted { names.append(name) }
        lineStart = lineEnd + 1
      }
      diagnostics = values.diagnostics
    } catch {
      guard !error.isMissing else { return }
      diagnostics = [
        Diagnostic(
          .fileUnreadable, "the ignored names cannot be read: \(error.reason)",
          at: SourceRange(path: shownPath))
      ]
    }
  }

  private static func name(in line: String) -> String? {
    let words = line.split { $0.isWhitespace }
    guard let first = words.first, !first.hasPrefix("#") else { return nil }
    return words.joined(separator: " ")
  }

  /// The bytes of the file with a name more, and all else as it is.
  ///
  /// - Parameter file: Its bytes; nil where there is none yet.
  public static func adding(
    _ name: String, to file: [UInt8]?, shownPath: String
  ) throws(EditRefusal) -> [UInt8] {
    guard let file else {
      return Array("# Names that are never an entity, one a line.\n\(name)\n".utf8)
    }
    guard var text = EditableText(file), self.name(in: name) == name else {
      throw EditRefusal(
        "only files in UTF-8 are edited, and only names in one line added",
        at: SourceRange(path: shownPath), suggestion: "save it as UTF-8 in your editor")
    }
    let end = text.bytes.count
    text.insert(text.isTerminated ? name + "\n" : "\n" + name, at: end)
    return text.file
  }
}
