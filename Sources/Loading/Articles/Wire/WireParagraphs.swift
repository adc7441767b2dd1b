/// The paragraphs of a wire text: each on one line, with a blank line between them.
///
/// Lines that a device broke at its width are joined, words that it divided too.
struct WireParagraphs {
  /// The text.
  private(set) var bytes: [UInt8] = []
  /// Where the piece stands in it that was asked for.
  private(set) var marked: Range<Int>?

  private let lines: WireLines

  /// Reads the lines between two offsets: O(bytes).
  ///
  /// - Parameters:
  ///   - omitted: What is shown elsewhere: stretches of whole lines, in order.
  ///   - marked: A stretch at the beginning of a line, to be found again in the result.
  ///   - joint: Where a line begins that belongs to the one above, whatever its form.
  init(
    of lines: WireLines, in text: Range<Int>, omitting omitted: [Range<Int>],
    marking marked: Range<Int>?,
    joiningAt joint: Int?
  ) {
    self.lines = lines
    bytes.reserveCapacity(text.count + 1)
    let wrapping = WireWrapping(of: lines, in: text)
    var omitted = omitted[...]
    var above: WireLine?
    var start = text.lowerBound
    while start < text.upperBound, let whole = lines.line(at: start) {
      start = whole.next
      while let first = omitted.first, first.upperBound <= whole.start { omitted.removeFirst() }
      let isOmitted = omitted.first.map { $0.contains(whole.text.lowerBound) } ?? false
      let line = lines.line(whole, endingAt: text.upperBound)
      guard !line.isBlank, !isOmitted else {
        above = nil
        continue
      }
      if let above {
        if line.start == joint || wrapping.joins(above, line, lines) {
          join(line)
        } else {
          bytes += "\n\n".utf8
        }
      } else if !bytes.isEmpty {
        bytes += "\n\n".utf8
      }
      if let marked, line.text.contains(marked.lowerBound) {
        let length = min(marked.upperBound, line.text.upperBound) - marked.lowerBound
        self.marked = bytes.count..<bytes.count + length
      }
      bytes += lines.bytes[line.text]
      above = line
    }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
  }

  /// A line that goes on with the paragraph: behind a blank, or with the rest of a word.
  private mutating func join(_ line: WireLine) {
    let next = lines.bytes[line.text]
    switch DividedWord(of: bytes, before: next) {
    case .none: bytes.append(UInt8(ascii: " "))
    case .compound: break
    case .division: bytes.removeLast()
    }
  }
}

/// What a line end did to the word before it.
private enum DividedWord {
  /// The word is whole.
  case none
  /// The hyphen is its own: "well-" "known".
  case compound
  /// The hyphen is the line's: "hu-" "manitarian".
  case division

  init(of text: [UInt8], before next: ArraySlice<UInt8>) {
    guard text.last == UInt8(ascii: "-"), let before = text.dropLast().last, before > 0x20,
      before != UInt8(ascii: "-")
    else {
      self = .none
      return
    }
    let left = text.dropLast().suffix(24).reversed().prefix { DividedWord.isLetter($0) }
    let right = next.prefix(24).prefix { DividedWord.isLetter($0) }
    guard !left.isEmpty, let first = right.first, first >= UInt8(ascii: "a") else {
      self = .compound
      return
    }
    let firstPart = String(decoding: left.reversed(), as: UTF8.self).lowercased()
    let isCompound =
      DividedWord.firstParts.contains(firstPart)
      || DividedWord.lastParts.contains(String(decoding: right, as: UTF8.self))
    self = isCompound ? .compound : .division
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// What stands before the hyphen of a compound.
  private static let firstParts: Set<String> = [
    "air", "all", "anti", "best", "brother", "counter", "cross", "daughter", "eight", "eighty",
    "ex", "far", "father", "fifty", "first", "five", "forty", "four", "full", "half", "hard",
    "high", "higher", "ill", "large", "late", "life", "long", "longer", "low", "lower", "many",
    "mid", "mother", "much", "multi", "near", "newly", "nine", "ninety", "non", "oil", "old",
    "one", "open", "part", "post", "pre", "pro", "quasi", "right", "second", "self", "semi",
    "seven", "seventy", "short", "single", "sister", "six", "sixty", "small", "so", "son", "state",
    "ten", "then", "third", "thirty", "three", "top", "twenty", "two", "vice", "war", "well",
    "wide", "world",
  ]

  /// What stands behind it.
  private static let lastParts: Set<String> = [
    "and", "backed", "based", "born", "bound", "by", "century", "controlled", "day", "door",
    "elect",
    "for", "foot", "free", "funded", "general", "held", "hour", "in", "known", "language", "law",
    "led", "like", "made", "mile", "minister", "minute", "month", "old", "owned", "president",
    "rank",
    "ranking", "related", "run", "scale", "speaking", "style", "term", "the", "time", "to", "up",
    "wide", "week", "year", "years",
  ]
}
