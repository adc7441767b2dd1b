import ArchiveModel

/// Text with styles, to be laid out in lines of a terminal.
struct StyledText {
  private struct Cell {
    let character: Character
    let style: Ink.Style?
  }

  private var cells: [Cell] = []

  /// No text.
  init() {}

  /// Text of others, without a style.
  init(_ text: String) { append(text) }

  /// Appends text of others: a line's end is a blank, and what could steer a terminal is shown by
  /// its number.
  mutating func append(_ text: some StringProtocol, _ style: Ink.Style? = nil) {
    var spaced = ""
    // By scalars: CR and LF are one `Character`.
    for scalar in text.unicodeScalars {
      spaced.unicodeScalars.append("\n\r\t".unicodeScalars.contains(scalar) ? " " : scalar)
    }
    cells += spaced.visible.map { Cell(character: $0, style: style) }
  }

  /// The lines, each indented, all but the first by `hanging` more, and at most so many columns
  /// wide; broken at blanks, a longer word where it must be.
  ///
  /// A line neither begins nor ends with a blank. O(characters).
  func lines(columns: Int, indent: Int = 0, hanging: Int = 0, ink: Ink) -> [String] {
    var lines: [String] = []
    var room = max(columns - indent, 10)
    var line: [Cell] = []
    var width = 0
    /// After the last blank of the line: its cells, and the width before it.
    var word: (start: Int, widthBefore: Int) = (0, 0)

    func end(_ count: Int) {
      let shown = line[..<count].trimmedEnd { $0.character == " " }
      let margin = lines.isEmpty ? indent : indent + hanging
      lines.append(String(repeating: " ", count: margin) + Self.painted(shown, ink))
      room = max(columns - indent - hanging, 10)
    }
    for cell in cells {
      if cell.character == " " {
        guard !line.isEmpty else { continue }
        line.append(cell)
        width += 1
        word = (line.count, width)
        continue
      }
      let columns = cell.character.columns
      if width + columns > room {
        if word.start > 0 {
          end(word.start)
          line.removeFirst(word.start)
          width -= word.widthBefore
        }
        if width + columns > room {
          end(line.count)
          line = []
          width = 0
        }
        word = (0, 0)
      }
      line.append(cell)
      width += columns
    }
    if !line.isEmpty { end(line.count) }
    return lines
  }

  /// The columns that it takes in one line.
  var columns: Int { cells.reduce(0) { $0 + $1.character.columns } }

  /// Cells with the escapes for their styles, once a run.
  private static func painted(_ cells: ArraySlice<Cell>, _ ink: Ink) -> String {
    var text = ""
    var rest = cells
    while let first = rest.first {
      let run = rest.prefix { $0.style == first.style }
      let words = String(run.map(\.character))
      text += first.style.map { ink.paint(words, $0) } ?? words
      rest = rest.dropFirst(run.count)
    }
    return text
  }
}

extension Character {
  /// The columns of a terminal that it takes: two for the scripts of East Asia and for pictures.
  fileprivate var columns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    return switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    case 0x300...0x36F, 0x200B...0x200D, 0xFE00...0xFE0F: 0
    default: 1
    }
  }
}

extension ArraySlice {
  /// Without the elements at its end of which something holds.
  fileprivate func trimmedEnd(_ holds: (Element) -> Bool) -> ArraySlice {
    var rest = self
    while let last = rest.last, holds(last) { rest = rest.dropLast() }
    return rest
  }
}
