import ArchiveModel

extension DecodedText {
  /// Replaces the controls of the body, and reports what decoding had to do, place by place.
  ///
  /// In front matter a replaced byte is an error: it may be part of an address or a date.
  mutating func diagnostics(frontMatterEnd: Int, path: String) -> [Diagnostic] {
    var reporter = DecodingReporter(path: path, frontMatterEnd: frontMatterEnd)
    let controls = replaceControls(from: frontMatterEnd)
    if encoding == .windows1252 { reporter.reportGuess() }
    reporter.reportRepairs(repairs)
    if let nul = bytes[..<frontMatterEnd].firstIndex(of: 0) { reporter.reportNUL(at: nul) }
    reporter.reportControls(controls)
    return reporter.diagnostics
  }
}

/// Says what decoding did, in words for a file's author.
private struct DecodingReporter {
  let path: String
  let frontMatterEnd: Int
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, frontMatterEnd: Int) {
    self.path = path
    self.frontMatterEnd = frontMatterEnd
  }

  mutating func reportGuess() {
    diagnostics.append(
      Diagnostic(
        .encodingGuessed, "this file is not UTF-8: it is read as Windows-1252", at: range(0, 0),
        suggestion: "save it as UTF-8"))
  }

  mutating func reportRepairs(_ repairs: Replacements) {
    for place in repairs.places {
      let isInFrontMatter = place.offset < frontMatterEnd
      diagnostics.append(
        Diagnostic(
          isInFrontMatter ? .encodingFrontMatter : .encodingRepaired,
          isInFrontMatter
            ? "this front matter is not UTF-8"
            : place.count == 1
              ? "a byte that is not UTF-8 stands here"
              : "\(place.count) bytes that are not UTF-8 stand here",
          at: range(place.offset, 3 * place.count),
          note: isInFrontMatter ? "the article is left out of this build" : "shown as U+FFFD",
          suggestion: "save the file as UTF-8"))
    }
    guard let further = repairs.further else { return }
    diagnostics.append(
      Diagnostic(
        .encodingRepaired,
        "\(further.count) more byte\(further.count == 1 ? " is" : "s are") not UTF-8, from here on",
        at: range(further.offset, 3), note: "shown as U+FFFD", suggestion: "save the file as UTF-8")
    )
  }

  mutating func reportNUL(at offset: Int) {
    diagnostics.append(
      Diagnostic(
        .encodingFrontMatter, "this front matter holds a NUL byte", at: range(offset, 1),
        note: "the article is left out of this build", suggestion: "delete it"))
  }

  mutating func reportControls(_ controls: Replacements) {
    for place in controls.places {
      let name = DecodingReporter.name(of: place.codePoint)
      diagnostics.append(
        Diagnostic(
          .controlCharacters,
          place.count == 1
            ? "a control character (\(name)) stands here"
            : "\(place.count) control characters stand here, the first one \(name)",
          at: range(place.offset, 3 * place.count), note: "shown as U+FFFD",
          suggestion: place.count == 1 ? "delete it" : "delete them"))
    }
    guard let further = controls.further else { return }
    diagnostics.append(
      Diagnostic(
        .controlCharacters,
        "\(further.count) more control character\(further.count == 1 ? " stands" : "s stand") "
          + "in this file, from here on",
        at: range(further.offset, 3), note: "shown as U+FFFD",
        suggestion: further.count == 1 ? "delete it" : "delete them"))
  }

  private func range(_ start: Int, _ length: Int) -> SourceRange {
    SourceRange(path: path, offsets: start..<start + length)
  }

  private static func name(of codePoint: UInt32) -> String {
    let digits = String(codePoint, radix: 16, uppercase: true)
    return codePoint == 0
      ? "NUL" : "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
