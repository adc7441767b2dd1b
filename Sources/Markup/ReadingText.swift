/// An article's prose in plain UTF-8: what the recogniser reads.
///
/// Blocks (paragraphs, headings and cells, also those in lists and quotes) stand apart by exactly
/// `\n\n`, which occurs nowhere else, so a sentence never crosses a block. A soft line break is
/// one space, a hard one `\n`. Emphasis and links are transparent. A code span is one U+FFFC, so
/// that the words beside it neither fuse nor form a name; code blocks, images and HTML are left
/// out. Entities are decoded. Text nested deeper than 200 levels is left out: no browser shows
/// such nesting as its author meant it, and libcmark's tree edits cost O(depth).
public struct ReadingText: Sendable, Hashable {
  /// A paragraph, a heading, or what stands in a cell.
  public struct Block: Sendable, Hashable {
    /// What its text is.
    public enum Kind: UInt8, Sendable, Hashable {
      /// `cell` is a block of ours with text right in it: a cell of a table, a caption.
      case paragraph, heading, cell
    }

    /// UTF-8 offsets into the reading text; never empty.
    public var range: Range<Int>
    /// What its text is.
    public var kind: Kind

    /// A block of a kind.
    public init(range: Range<Int>, kind: Kind) {
      self.range = range
      self.kind = kind
    }
  }

  /// The text in UTF-8, without white space at its end or at the end of a block.
  public var bytes: [UInt8] = []
  /// The blocks in order.
  public var blocks: [Block] = []

  /// The levels of nesting beyond which text is left out.
  static let maximumDepth = 200
  /// U+FFFC, the object replacement character.
  static let objectReplacement: [UInt8] = [0xEF, 0xBF, 0xBC]

  /// A text without a word.
  public init() {}

  /// The range without white space and object replacements at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range.clamped(to: 0..<bytes.count)
    while let first = range.first {
      if isSpace(bytes[first]) {
        range = first + 1..<range.upperBound
      } else if range.count >= 3, isObject(at: first) {
        range = first + 3..<range.upperBound
      } else {
        break
      }
    }
    while let last = range.last {
      if isSpace(bytes[last]) {
        range = range.lowerBound..<last
      } else if range.count >= 3, isObject(at: last - 2) {
        range = range.lowerBound..<last - 2
      } else {
        break
      }
    }
    return range
  }

  private func isObject(at offset: Int) -> Bool {
    bytes[offset] == 0xEF && bytes[offset + 1] == 0xBF && bytes[offset + 2] == 0xBC
  }
}

/// A stretch of the reading text that becomes a slot of the HTML.
public struct SlotSpan: Sendable, Hashable {
  /// UTF-8 offsets into the reading text.
  public var range: Range<Int>
  /// The caller's number for it.
  public var slot: Int32

  /// Makes a stretch a numbered slot.
  public init(range: Range<Int>, slot: Int32) {
    self.range = range
    self.slot = slot
  }
}

/// The white space of the reading text: literals have no other, since line ends and tabs that
/// come from entities are folded to spaces.
func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
