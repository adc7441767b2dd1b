/// A word, a number or a mark of punctuation of a text.
///
/// A plain value of 32 bytes: a text's tokens stand in one array that is kept from text to text.
struct Token {
  enum Kind: UInt8 {
    case word, number
    /// The `'s` of "Iraq's".
    case possessive
    /// A hyphen or an en dash; an em dash is `dash`.
    case hyphen
    case dash, period, ellipsis
    /// An exclamation or question mark, in any script.
    case terminal
    case comma, colon, opening, closing
    /// A mark that may open or close: `"`, `'`, `’`.
    case quote
    case symbol
  }

  /// What stands between a token and the one before it.
  enum Gap: UInt8 {
    case none
    /// White space with at most one line break: the same as a blank, to us.
    case space
    /// A blank line: a new block. The first token of a text has it too.
    case block
  }

  struct Shape: OptionSet {
    let rawValue: UInt16

    /// Its first letter is a capital.
    static let capital = Shape(rawValue: 1)
    /// It has a letter that is not a capital.
    static let lower = Shape(rawValue: 2)
    static let digit = Shape(rawValue: 4)
    /// Letters, each with its full stop, which are part of the token: "U.S.", "a.m.".
    static let dotted = Shape(rawValue: 8)
    /// An abbreviation's full stop is part of the token: "Gen.", "St.", "J.".
    static let abbreviated = Shape(rawValue: 16)
    /// It has bytes beyond ASCII: folding changes more than case, and a sentence's end needs no
    /// blank after it.
    static let wide = Shape(rawValue: 32)
    /// Part of an address or a handle: "example.com", "@iraq", "snake_case".
    static let glued = Shape(rawValue: 64)
    /// Part of a credit, such as "(Reporting by Jane Roe)": see `Boilerplate`.
    static let credit = Shape(rawValue: 128)
    /// No name begins at such a token.
    static let nameless: Shape = [.glued, .credit]
  }

  /// UTF-8 offset of its first byte.
  var start: Int32
  /// UTF-8 offset after its last byte.
  var end: Int32
  /// Of the folded, lower-cased word (see `Folding`), without the full stops.
  var hash: UInt64
  /// What the word lists say of the word; empty for all but words.
  var classes: WordClasses
  /// Which of its letters are capitals: bit k for letter k, modulo 32.
  ///
  /// With `hash` it tells forms of a word apart.
  var capitals: UInt32 = 0
  var kind: Kind
  var gap: Gap
  var shape: Shape = []
  /// Letters and digits, at most 255.
  var letters: UInt8 = 0

  /// A word all of whose letters are capitals, such as "UN" or "IRAQI"; also "A".
  var isAllCapitals: Bool {
    kind == .word && shape.isDisjoint(with: .lower) && shape.contains(.capital)
  }
  /// A word that begins with a capital.
  var isCapitalized: Bool { kind == .word && shape.contains(.capital) }
  /// A capital with its full stop, such as stands for a given name.
  var isInitial: Bool { letters == 1 && shape.contains(.abbreviated) }
}
