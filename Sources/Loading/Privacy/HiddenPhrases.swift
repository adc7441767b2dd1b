import ArchiveModel

/// Phrases that are looked for in whatever way they are written: in any case, with or without
/// accents, escaped for HTML, URLs or JSON, with markup in or between their words, as a slug.
///
/// A trie over folded letters; what may stand between words is an edge of its own. Searching is
/// linear in the text but for places where a phrase begins.
package struct HiddenPhrases: Sendable {
  /// How the words of a phrase are joined.
  package enum Style: Sendable {
    /// As a name's: by blanks, hyphens and the like, markup; run together, if it is long enough.
    case name
    /// As a sentence's: by anything that is no letter.
    case sentence
  }

  /// What may stand between two words; an edge of the trie, below all letters.
  enum Joint: UInt8 {
    /// A blank, a hyphen or the like.
    case blank = 1
    /// The same, or nothing.
    case open
    /// The same, an apostrophe, or nothing.
    case apostrophe
    /// A blank or the like, perhaps with a comma.
    case comma
    /// A slash.
    case slash
    /// Anything that is no letter.
    case anything
  }

  struct Node {
    /// The folded byte, or the joint, that leads here.
    var edge: UInt8
    var firstChild: Int32 = -1
    var sibling: Int32 = -1
    /// The number of the phrase that ends here.
    var phrase: Int32 = -1
  }

  /// From so many letters on a phrase is found with its words run together: `lisegrande`.
  private static let fewestLettersRunTogether = 8

  private(set) var nodes = ContiguousArray([Node(edge: 0)])
  /// The nodes of the first bytes.
  private(set) var roots = ContiguousArray<Int32>(repeating: -1, count: 256)
  /// Whether any phrase may begin with three bytes, by `beginning`; few places of a text remain, since
  /// nearly each pair of letters begins some word.
  private(set) var beginnings = ContiguousArray<Bool>(repeating: false, count: 1 << 15)
  /// How many phrases there are.
  package private(set) var count = 0
  /// How many letters the shortest one has.
  package private(set) var fewestLetters = Int.max

  /// No phrase.
  package init() {}

  /// Whether there is nothing to look for.
  package var isEmpty: Bool { count == 0 }

  /// Adds a phrase, and says its number; one without letters is never found.
  @discardableResult
  package mutating func add(_ phrase: String, as style: Style = .name) -> Int {
    let number = count
    count += 1
    let edges = HiddenPhrases.edges(of: phrase, style)
    guard let first = edges.first else { return number }
    fewestLetters = min(fewestLetters, edges.count { $0 >= 0x20 })
    if roots[Int(first)] < 0 { roots[Int(first)] = append(first, below: 0) }
    var node = roots[Int(first)]
    let next = edges.dropFirst().prefix { $0 >= 0x20 }
    for second in HiddenPhrases.codes(of: next.first) {
      for third in HiddenPhrases.codes(of: second < 2 ? nil : next.dropFirst().first) {
        beginnings[HiddenPhrases.beginning(first, second, third)] = true
      }
    }
    for edge in edges.dropFirst() { node = child(edge, of: node) ?? append(edge, below: node) }
    if nodes[Int(node)].phrase < 0 { nodes[Int(node)].phrase = Int32(number) }
    return number
  }

  /// The place of three bytes in `beginnings`, by five bits of each: a digit shares those of a letter.
  @inline(always)
  static func beginning(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first & 31) << 10 | Int(second & 31) << 5 | Int(third & 31)
  }

  /// With what five bits a text may go on where a phrase goes on with a letter: with its own, and
  /// with 0 and 1, which stand for a byte that is no plain letter; with any where it has none.
  private static func codes(of letter: UInt8?) -> [UInt8] {
    letter.map { [0, 1, $0 & 31] } ?? Array(0..<32)
  }

  private func child(_ edge: UInt8, of node: Int32) -> Int32? {
    var child = nodes[Int(node)].firstChild
    while child >= 0 {
      if nodes[Int(child)].edge == edge { return child }
      child = nodes[Int(child)].sibling
    }
    return nil
  }

  private mutating func append(_ edge: UInt8, below node: Int32) -> Int32 {
    nodes.append(Node(edge: edge, sibling: nodes[Int(node)].firstChild))
    nodes[Int(node)].firstChild = Int32(nodes.count - 1)
    return Int32(nodes.count - 1)
  }

  /// The folded letters of a phrase, with a joint between its words.
  private static func edges(of phrase: String, _ style: Style) -> [UInt8] {
    var edges: [UInt8] = []
    var between: Set<FoldedScalar.Kind> = []
    var joints: [Int] = []
    for scalar in phrase.unicodeScalars {
      let fold = FoldedScalar.of(scalar.value)
      switch fold.kind {
      case .mark: continue
      case .letter:
        if !edges.isEmpty, !between.isEmpty {
          joints.append(edges.count)
          edges.append(joint(between, style).rawValue)
        }
        between = []
        for place in 0..<fold.count {
          edges.append(UInt8(truncatingIfNeeded: fold.bytes >> UInt32(8 * place)))
        }
      default: between.insert(fold.kind)
      }
    }
    if edges.count - joints.count >= fewestLettersRunTogether {
      for joint in joints where edges[joint] == Joint.blank.rawValue {
        edges[joint] = Joint.open.rawValue
      }
    }
    return edges
  }

  private static func joint(_ between: Set<FoldedScalar.Kind>, _ style: Style) -> Joint {
    if case .sentence = style { return .anything }
    if between.contains(.slash) { return .slash }
    if between.contains(.comma) { return .comma }
    if between.contains(.space) || between.contains(.newline) { return .blank }
    if between.isSubset(of: [.apostrophe, .tick]) { return .apostrophe }
    return between.isSubset(of: [.joiner, .star, .apostrophe, .tick]) ? .open : .blank
  }
}
