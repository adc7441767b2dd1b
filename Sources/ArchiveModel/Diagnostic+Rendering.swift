extension Diagnostic {
  /// The problem as a person reads it, several lines that end with a line feed.
  ///
  /// - Parameters:
  ///   - text: The decoded text of `place.path`, for line, column and excerpt; nil where there is
  ///     none, and then only the path is told.
  ///   - otherText: The same for `other`, where that is another file.
  ///   - folder: What stands before the paths, as `my-archive/`.
  ///   - color: Whether to use the terminal's colours (ANSI escapes).
  public func rendered(
    in text: [UInt8]?, otherText: [UInt8]? = nil, under folder: String = "", color: Bool = false
  ) -> String {
    let ink = Ink(isOn: color)
    let excerpt = text.map { Excerpt(of: place, in: $0) }
    let severityWord = ink.paint(severity.rawValue, severity == .error ? .red : .yellow)
    var lines =
      "\((folder + place.path).visible)\(excerpt?.position ?? ""): \(severityWord): "
      + "\(ink.paint(message.visible, .bold)) [\(code.rawValue)]\n"

    let otherExcerpt = other.flatMap { other in
      (other.path == place.path ? text : otherText).map { Excerpt(of: other, in: $0) }
    }
    let width = max(excerpt?.numberWidth ?? 0, otherExcerpt?.numberWidth ?? 0, 1)
    let margin = String(repeating: " ", count: width + 3)
    lines += excerpt?.rendered(width: width, ink: ink) ?? ""
    if let other {
      lines += "\(margin)= other: \((folder + other.path).visible)\(otherExcerpt?.position ?? "")\n"
      lines += otherExcerpt?.rendered(width: width, ink: ink) ?? ""
    }
    if let note { lines += "\(margin)= note: \(note.visible)\n" }
    if let suggestion { lines += "\(margin)= help: \(suggestion.visible)\n" }
    return lines
  }
}

/// A line of a file with carets below the part that matters.
private struct Excerpt {
  /// Line and column, as `:3:7`.
  let position: String
  let numberWidth: Int
  private let number: String
  private let line: String
  private let carets: String

  /// Longer lines are shown in part, so that the place stays on the screen.
  private static let maximumScalars = 110
  private static let scalarsBefore = 40

  init(of place: SourceRange, in text: [UInt8]) {
    let start = min(max(place.offsets.lowerBound, 0), text.count)
    let position = SourcePosition(of: start, in: text)
    self.position = ":\(position.line):\(position.column)"
    number = String(position.line)
    numberWidth = number.utf8.count

    let newline = UInt8(ascii: "\n")
    let lineStart = text[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let lineEnd = text[start...].firstIndex(of: newline) ?? text.count
    let end = min(max(place.offsets.upperBound, start), lineEnd)
    let marked = String(decoding: text[start..<end], as: UTF8.self).unicodeScalars.count

    let scalars = Array(String(decoding: text[lineStart..<lineEnd], as: UTF8.self).unicodeScalars)
    var shown = 0..<scalars.count
    if scalars.count > Excerpt.maximumScalars {
      let first = max(0, min(position.column - 1 - Excerpt.scalarsBefore, scalars.count))
      shown = first..<min(first + Excerpt.maximumScalars, scalars.count)
    }
    var line = shown.lowerBound > 0 ? "…" : ""
    var padding = shown.lowerBound > 0 ? " " : ""
    for index in shown {
      let scalar = scalars[index]
      line.unicodeScalars.append(scalar == "\t" || !scalar.isInvisible ? scalar : "\u{FFFD}")
      // A tab is copied, so that the caret stays under its word whatever a tab is worth.
      if index < position.column - 1 { padding += scalar == "\t" ? "\t" : " " }
    }
    if shown.upperBound < scalars.count { line += "…" }
    self.line = line
    let room = shown.upperBound - (position.column - 1)
    carets = padding + String(repeating: "^", count: max(1, min(marked, room)))
  }

  func rendered(width: Int, ink: Ink) -> String {
    let blank = String(repeating: " ", count: width)
    let numbered = String(repeating: " ", count: width - numberWidth) + number
    return "  \(numbered) | \(line)\n  \(blank) | \(ink.paint(carets, .red))\n"
  }
}
