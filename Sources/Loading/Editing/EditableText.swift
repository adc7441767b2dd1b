import ArchiveModel

/// The text of a file that is edited by spans: whatever no edit touches stays byte for byte.
///
/// Its bytes are UTF-8 with line feeds alone, as everything that reads a file sees them; each line
/// remembers how it ended, and the file whether it began with a byte order mark.
struct EditableText: Equatable {
  /// How a line ends in the file.
  private enum LineEnd: UInt8 { case lf, crlf, cr }

  /// In UTF-8; all line ends are LF.
  private(set) var bytes: [UInt8] = []
  private var lineEnds: [LineEnd] = []
  private let hasMark: Bool
  /// How most lines end, and so new ones do.
  private let usualEnd: LineEnd

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private static let newline = UInt8(ascii: "\n")

  /// Takes a file's bytes apart; nil where they would not come back as they were: they are not
  /// UTF-8, or hold a form feed, which is read as a blank.
  init?(_ file: [UInt8]) {
    hasMark = file.starts(with: EditableText.mark)
    let survey = ByteSurvey(file)
    let isUTF16 = file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
    guard !isUTF16, survey.firstInvalid == nil, !survey.hasFormFeed else { return nil }
    var counts = [0, 0, 0]
    bytes.reserveCapacity(file.count)
    var i = hasMark ? 3 : 0
    while i < file.count {
      var end: LineEnd?
      if file[i] == EditableText.newline {
        end = .lf
      } else if file[i] == UInt8(ascii: "\r") {
        end = i + 1 < file.count && file[i + 1] == EditableText.newline ? .crlf : .cr
      }
      if let end {
        lineEnds.append(end)
        counts[Int(end.rawValue)] += 1
        bytes.append(EditableText.newline)
        i += end == .crlf ? 2 : 1
      } else {
        bytes.append(file[i])
        i += 1
      }
    }
    usualEnd = counts[1] > counts[0] ? .crlf : counts[2] > counts[0] ? .cr : .lf
  }

  /// An empty text whose lines will end as those of another.
  init(like other: EditableText) {
    hasMark = false
    usualEnd = other.usualEnd
  }

  private init(
    _ bytes: ArraySlice<UInt8>, _ lineEnds: ArraySlice<LineEnd>, hasMark: Bool, usualEnd: LineEnd
  ) {
    self.bytes = Array(bytes)
    self.lineEnds = Array(lineEnds)
    self.hasMark = hasMark
    self.usualEnd = usualEnd
  }

  /// The text cut at some offsets, in order, into a piece more than these: O(bytes).
  func pieces(cutAt offsets: [Int]) -> [EditableText] {
    var pieces: [EditableText] = []
    var (start, line) = (0, 0)
    for end in offsets + [bytes.count] {
      let count = lineCount(in: start..<end)
      pieces.append(
        EditableText(
          bytes[start..<end], lineEnds[line..<line + count], hasMark: hasMark && pieces.isEmpty,
          usualEnd: usualEnd))
      (start, line) = (end, line + count)
    }
    return pieces
  }

  /// The file's bytes.
  var file: [UInt8] {
    var file = hasMark ? EditableText.mark : []
    file.reserveCapacity(bytes.count + lineEnds.count + 3)
    var line = 0
    for byte in bytes {
      guard byte == EditableText.newline else {
        file.append(byte)
        continue
      }
      switch lineEnds[line] {
      case .lf: file.append(byte)
      case .crlf: file += [UInt8(ascii: "\r"), byte]
      case .cr: file.append(UInt8(ascii: "\r"))
      }
      line += 1
    }
    return file
  }

  /// Puts a text in place of a stretch: O(bytes).
  mutating func replace(_ range: Range<Int>, with text: String) {
    let before = lineCount(in: 0..<range.lowerBound)
    let removed = lineCount(in: range)
    let added = text.utf8.count { $0 == EditableText.newline }
    // The ends of lines that stay in number stay in kind.
    let kept = min(removed, added)
    lineEnds.replaceSubrange(
      before + kept..<before + removed,
      with: repeatElement(usualEnd, count: added - kept))
    bytes.replaceSubrange(range, with: text.utf8)
  }

  /// Puts a text at a place.
  mutating func insert(_ text: String, at offset: Int) { replace(offset..<offset, with: text) }

  /// Appends another text, whose lines end as they did.
  mutating func append(_ other: EditableText) {
    bytes += other.bytes
    lineEnds += other.lineEnds
  }

  /// Where the line of an offset begins.
  func lineStart(of offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: EditableText.newline).map { $0 + 1 } ?? 0
  }

  /// Where the line of an offset ends: its line feed, or the end of the text.
  func lineEnd(of offset: Int) -> Int {
    bytes[offset...].firstIndex(of: EditableText.newline) ?? bytes.count
  }

  /// Whether the last line has its end, or there is no line.
  var isTerminated: Bool { bytes.isEmpty || bytes.last == EditableText.newline }

  private func lineCount(in range: Range<Int>) -> Int {
    bytes[range].count { $0 == EditableText.newline }
  }
}
