import Foundation

/// The files of this project, as the tests of its style look at them.
struct Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// A Swift file of a target.
  struct SourceFile: Sendable {
    /// From the project's folder on: `Sources/Markup/Slot.swift`.
    var path: String
    var target: String
    var lines: [String]

    /// The modules it imports, each with its whole line.
    var imports: [(module: String, line: String)] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let word = words.firstIndex(of: "import"), word + 1 < words.count,
          words[..<word].allSatisfy({ $0.hasPrefix("@") || SourceFile.modifiers.contains($0) })
        else { return nil }
        let name = SourceFile.kinds.contains(words[word + 1]) ? words.last ?? "" : words[word + 1]
        return (String(name.prefix { $0 != "." }), line)
      }
    }

    private static let modifiers: Set<Substring> = ["public", "package", "internal", "private"]
    private static let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol"]
  }

  /// All Swift files below `Sources`.
  static let sources: [SourceFile] = files(below: "Sources").filter { $0.hasSuffix(".swift") }
    .map { path in
      let text = (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
      return SourceFile(
        path: path, target: String(path.split(separator: "/")[1]),
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

  /// The files below a folder, by their paths from the project's folder on, sorted.
  static func files(below folder: String) -> [String] {
    let base = root.appending(path: folder).path
    let all = FileManager.default.enumerator(atPath: base)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(base)/\(path)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    .map { "\(folder)/\($0)" }.sorted()
  }
}
