/// How many spans are right, found and wanted.
struct SpanCount {
  var right = 0
  var found = 0
  var wanted = 0

  var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
  var recall: Double { wanted == 0 ? 0 : Double(right) / Double(wanted) }
  var f1: Double {
    right == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  static func += (sum: inout SpanCount, count: SpanCount) {
    sum.right += count.right
    sum.found += count.found
    sum.wanted += count.wanted
  }
}

/// Precision and recall of the names of a set, by kind.
struct SpanScore {
  /// By `ConllKind.rawValue`; right are those whose bounds and kind are.
  private(set) var kinds = [SpanCount](repeating: SpanCount(), count: ConllKind.allCases.count)
  /// Of the gold spans of miscellany: how many overlap one that was found.
  private(set) var miscellanyOverlapped = 0

  subscript(kind: ConllKind) -> SpanCount { kinds[kind.rawValue] }

  /// Persons, organisations and places.
  var all: SpanCount {
    var sum = self[.person]
    sum += self[.organization]
    sum += self[.place]
    return sum
  }

  /// Counts a document; both lists are in order and comparable.
  mutating func add(gold: [TokenSpan], found: [TokenSpan]) {
    let wanted = Set(gold)
    for span in gold { kinds[span.kind.rawValue].wanted += 1 }
    for span in found {
      kinds[span.kind.rawValue].found += 1
      if wanted.contains(span) { kinds[span.kind.rawValue].right += 1 }
    }
    let others = found.filter { $0.kind == .miscellany }
    miscellanyOverlapped += gold.count {
      $0.kind == .miscellany && !others.overlapping($0).isEmpty
    }
  }
}

extension [TokenSpan] {
  /// Those that have a token in common with a span: O(log n), since they are in order.
  func overlapping(_ span: TokenSpan) -> ArraySlice<TokenSpan> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].tokens.upperBound <= span.tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return self[low...].prefix { $0.tokens.lowerBound < span.tokens.upperBound }
  }
}

extension ConllDocument {
  /// The span without a leading "the" and a final possessive; nil if nothing else is in it.
  func comparable(_ span: TokenSpan) -> TokenSpan? {
    var first = span.tokens.lowerBound
    var end = span.tokens.upperBound
    if first < end, word(first).lowercased() == "the" { first += 1 }
    if first < end, ["'s", "’s", "'", "’"].contains(word(end - 1)) {
      end -= 1
      // Some sets part the apostrophe from its s.
    } else if end - first > 2, word(end - 1) == "s", ["'", "’"].contains(word(end - 2)) {
      end -= 2
    }
    return first < end ? TokenSpan(tokens: first..<end, kind: span.kind) : nil
  }

  /// A token as it is written.
  func word(_ token: Int) -> String {
    String(decoding: text[tokens[token].range], as: UTF8.self)
  }

  /// Tokens as running text.
  func words(_ range: Range<Int>) -> String {
    guard let last = range.last else { return "" }
    return text.line(tokens[range.lowerBound].range.lowerBound..<tokens[last].range.upperBound)
  }
}
