import CCmark

/// The pass that makes `<del>` of what stands between runs of one or of two tildes (GFM, 6.5).
///
/// Which runs open and close is CommonMark's rule for `*` (6.2). Emphasis was found before, so a
/// pair is two runs of the same length among the same siblings. O(bytes) but for the nesting,
/// which ends at `maximumDepth`.
struct Strikethrough {
  /// A run of tildes.
  private struct Run {
    var node: CmarkNode
    var range: Range<Int>
    var canOpen: Bool
    var canClose: Bool
    /// The run that it opens or closes with.
    var partner: Int?
  }

  /// The nesting beyond which tildes are text.
  private static let maximumDepth = 50

  private var runs: [Run] = []
  private var scratch: [UInt8] = []

  static func apply(to root: CmarkNode) {
    var parents: [CmarkNode] = []
    var known: Set<OpaquePointer> = []
    root.forEachNode { node in
      guard node.type == CMARK_NODE_TEXT, ByteSearch.contains(node.literal, "~"),
        let parent = node.parent, known.insert(parent.pointer).inserted
      else { return }
      parents.append(parent)
    }
    for parent in parents {
      var pass = Strikethrough()
      pass.findRuns(in: parent)
      if pass.pairRuns() { pass.build(in: parent) }
    }
  }

  private mutating func findRuns(in parent: CmarkNode) {
    var child = parent.firstChild
    while let node = child {
      child = node.next
      guard node.type == CMARK_NODE_TEXT else { continue }
      let literal = node.literal
      var start = 0
      while let first = ByteSearch.first("~", in: literal, from: start) {
        var end = first
        while end < literal.count, literal[end] == UInt8(ascii: "~") { end += 1 }
        start = end
        guard end - first <= 2 else { continue }
        let before =
          first > 0
          ? Surroundings(lastOf: literal[..<first])
          : Surroundings(node.previous, in: parent, isEnd: true)
        let after =
          end < literal.count
          ? Surroundings(firstOf: literal[end...])
          : Surroundings(node.next, in: parent, isEnd: false)
        runs.append(
          Run(
            node: node, range: first..<end,
            canOpen: after.isFlanked(by: before), canClose: before.isFlanked(by: after)))
      }
    }
  }

  /// Pairs each closing run with the nearest opening one; what lies between stays text.
  private mutating func pairRuns() -> Bool {
    var open: [Int] = []
    var counts = [0, 0, 0]
    var found = false
    for i in runs.indices {
      let length = runs[i].range.count
      if runs[i].canClose, counts[length] > 0 {
        while let opener = open.popLast() {
          counts[runs[opener].range.count] -= 1
          guard runs[opener].range.count == length else { continue }
          runs[opener].partner = i
          runs[i].partner = opener
          found = true
          break
        }
      } else if runs[i].canOpen {
        open.append(i)
        counts[length] += 1
      }
    }
    return found
  }

  private mutating func build(in parent: CmarkNode) {
    var deletions: [CmarkNode] = []
    var next = 0
    var child = parent.firstChild
    while let node = child {
      child = node.next
      let first = next
      while next < runs.count, runs[next].node == node { next += 1 }
      guard runs[first..<next].contains(where: { $0.partner != nil }) else {
        deletions.last?.append(node)
        continue
      }
      let literal = Array(node.literal)
      var copied = 0
      func place(_ new: CmarkNode) {
        if let deletion = deletions.last { deletion.append(new) } else { node.insertBefore(new) }
      }
      for i in first..<next {
        guard let partner = runs[i].partner else { continue }
        if partner > i, deletions.count >= Strikethrough.maximumDepth {
          runs[partner].partner = nil
          continue
        }
        if copied < runs[i].range.lowerBound {
          place(CmarkNode(text: literal[copied..<runs[i].range.lowerBound], scratch: &scratch))
        }
        copied = runs[i].range.upperBound
        if partner > i {
          let deletion = CmarkNode(inline: "<del>", "</del>")
          place(deletion)
          deletions.append(deletion)
        } else {
          deletions.removeLast()
        }
      }
      if copied < literal.count {
        place(CmarkNode(text: literal[copied...], scratch: &scratch))
      }
      node.remove()
    }
  }
}

/// What stands beside a run of delimiters (CommonMark, 6.2).
private enum Surroundings {
  case space, punctuation, other

  /// Whether a run is flanking on this side: left-flanking if this is what follows it.
  func isFlanked(by outside: Surroundings) -> Bool {
    switch self {
    case .space: false
    case .punctuation: outside != .other
    case .other: true
    }
  }

  /// What a neighbour of the text begins or ends with; without one, what is around the parent.
  init(_ neighbour: CmarkNode?, in parent: CmarkNode, isEnd: Bool) {
    guard let neighbour else {
      self = parent.isInline ? .punctuation : .space
      return
    }
    switch neighbour.type {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: self = .space
    case CMARK_NODE_TEXT where !neighbour.literal.isEmpty:
      self =
        isEnd
        ? Surroundings(lastOf: neighbour.literal[...])
        : Surroundings(firstOf: neighbour.literal[...])
    default: self = .punctuation
    }
  }

  init(firstOf bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.init(String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first)
  }

  init(lastOf bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.init(String(decoding: bytes.suffix(4), as: UTF8.self).unicodeScalars.last)
  }

  private init(_ scalar: Unicode.Scalar?) {
    guard let scalar else {
      self = .space
      return
    }
    if scalar.isASCII {
      switch UInt8(truncatingIfNeeded: scalar.value) {
      case ...0x20: self = .space
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        self = .other
      default: self = .punctuation
      }
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .space
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default: self = .other
    }
  }
}
