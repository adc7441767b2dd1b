/// A line of a wire text.
struct WireLine {
  /// Where the line begins.
  let start: Int
  /// What it says, without its indent and the blanks at its end; empty where the line is blank.
  let text: Range<Int>
  /// Where the next line begins.
  let next: Int

  /// How far the text is moved in, in bytes.
  var indent: Int { text.lowerBound - start }
  /// Whether nothing stands in it.
  var isBlank: Bool { text.isEmpty }
}

/// The lines of a wire text, found as they are asked for: a file may be one line or a million.
struct WireLines {
  /// The whole decoded text of the file.
  let bytes: [UInt8]

  /// The line that begins at an offset, nil at the text's end: O(its bytes).
  func line(at start: Int) -> WireLine? {
    guard start < bytes.count else { return nil }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    return line(start, end)
  }

  /// The first line from an offset on that says something.
  func text(from start: Int) -> WireLine? {
    var line = line(at: start)
    while let blank = line, blank.isBlank { line = self.line(at: blank.next) }
    return line
  }

  /// The last line that says something between two offsets, `start` being a line's beginning.
  func lastText(from start: Int, to end: Int) -> WireLine? {
    var end = end
    while end > start {
      let isWhole = bytes[end - 1] == UInt8(ascii: "\n")
      let lineEnd = isWhole ? end - 1 : end
      let newline = bytes[start..<lineEnd].lastIndex(of: UInt8(ascii: "\n"))
      let line = line(newline.map { $0 + 1 } ?? start, lineEnd)
      if !line.isBlank { return line }
      end = line.start
    }
    return nil
  }

  /// A line, or the part of it that stands before an offset.
  func line(_ whole: WireLine, endingAt end: Int) -> WireLine {
    guard whole.text.upperBound > end else { return whole }
    let part = line(whole.start, end)
    return WireLine(start: part.start, text: part.text, next: whole.next)
  }

  /// A stretch of the text as a string.
  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func line(_ start: Int, _ end: Int) -> WireLine {
    var text = start..<end
    while let first = bytes[text].first, WireLines.isBlank(first) {
      text = text.lowerBound + 1..<end
    }
    while let last = bytes[text].last, WireLines.isBlank(last) {
      text = text.lowerBound..<text.upperBound - 1
    }
    return WireLine(start: start, text: text, next: min(end + 1, bytes.count))
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

extension ArraySlice<UInt8> {
  /// Whether it begins with these ASCII letters, given in lower case, whatever its own case.
  func begins(with letters: StaticString) -> Bool {
    guard count >= letters.utf8CodeUnitCount else { return false }
    return letters.withUTF8Buffer { letters in
      for (offset, letter) in letters.enumerated() {
        let byte = self[startIndex + offset]
        guard byte == letter || byte | 0x20 == letter && letter >= UInt8(ascii: "a") else {
          return false
        }
      }
      return true
    }
  }

  /// Whether it ends with these ASCII letters, given in lower case, whatever its own case.
  func ends(with letters: StaticString) -> Bool {
    suffix(letters.utf8CodeUnitCount).begins(with: letters)
  }

  /// Whether it is these ASCII letters, given in lower case, whatever its own case.
  func isWord(_ letters: StaticString) -> Bool {
    count == letters.utf8CodeUnitCount && begins(with: letters)
  }

  /// Without the blanks at both ends.
  var trimmed: ArraySlice<UInt8> {
    var rest = self
    while let first = rest.first, WireLines.isBlank(first) { rest.removeFirst() }
    while let last = rest.last, WireLines.isBlank(last) { rest.removeLast() }
    return rest
  }
}
