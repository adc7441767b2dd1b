/// The spans of a set that are wrong or missing, by what is wrong with them.
struct WrongSpans {
  enum Fault: String, CaseIterable {
    case missed, invented, bounds, kind
  }

  private var lines: [Fault: [String]] = [:]
  private var counts: [Fault: [Int]] = [:]

  /// Adds what differs; miscellany counts only as what a name was taken for.
  mutating func add(gold: [TokenSpan], found: [TokenSpan], in document: ConllDocument) {
    let wanted = Set(gold)
    for span in found where span.kind != .miscellany && !wanted.contains(span) {
      let others = gold.overlapping(span)
      let fault: Fault =
        if others.isEmpty {
          .invented
        } else {
          others.contains { $0.tokens == span.tokens } ? .kind : .bounds
        }
      add(fault, gold: others, found: [span], in: document)
    }
    for span in gold where span.kind != .miscellany {
      let others = found.overlapping(span)
      // Where another name overlaps it, it stands above.
      if others.isEmpty {
        add(.missed, gold: [span], found: [], in: document)
      } else if others.allSatisfy({ $0.kind == .miscellany }) {
        let isSame = others.contains { $0.tokens == span.tokens }
        add(isSame ? .kind : .bounds, gold: [span], found: others, in: document)
      }
    }
  }

  private mutating func add(
    _ fault: Fault, gold: ArraySlice<TokenSpan>, found: ArraySlice<TokenSpan>,
    in document: ConllDocument
  ) {
    guard let span = found.first ?? gold.first else { return }
    counts[fault, default: Array(repeating: 0, count: ConllKind.allCases.count)][
      (gold.first ?? span).kind.rawValue] += 1
    func list(_ spans: ArraySlice<TokenSpan>) -> String {
      spans.map { "\($0.kind.label) [\(document.words($0.tokens))]" }.joined(separator: " ")
    }
    let place = document.sentence(of: span)
    let before = max(place.lowerBound, span.tokens.lowerBound - 8)..<span.tokens.lowerBound
    let after = span.tokens.upperBound..<min(place.upperBound, span.tokens.upperBound + 6)
    let context =
      "\(document.words(before)) [\(document.words(span.tokens))] "
      + document.words(after)
    let names =
      switch fault {
      case .missed: list(gold)
      case .invented: list(found)
      case .bounds, .kind: "\(list(gold)) as \(list(found))"
      }
    lines[fault, default: []].append("\(names)\n        \(context)")
  }

  /// So many of them, from all over the set, each fault with its share; the same each time.
  func report(_ wanted: Int) -> String {
    let total = lines.values.reduce(0) { $0 + $1.count }
    var report: [String] = []
    for fault in Fault.allCases {
      let all = lines[fault] ?? []
      let kinds = ConllKind.allCases.map { "\($0.label) \(counts[fault]?[$0.rawValue] ?? 0)" }
      report.append("  \(fault.rawValue): \(all.count) (\(kinds.joined(separator: ", ")))")
      let share = min(all.count, total == 0 ? 0 : (wanted * all.count + total - 1) / total)
      report += (0..<share).map { "    " + all[$0 * all.count / share] }
    }
    return report.joined(separator: "\n")
  }
}

extension ConllDocument {
  /// The tokens of the sentence that a span is in.
  fileprivate func sentence(of span: TokenSpan) -> Range<Int> {
    sentences.first { $0.contains(span.tokens.lowerBound) } ?? span.tokens
  }
}
