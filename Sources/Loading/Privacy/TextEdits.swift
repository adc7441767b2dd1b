/// Where the bytes of an edited text stand in the text that was edited, and the other way round.
///
/// UTF-8 offsets; neither side ever runs backwards.
package struct TextEdits: Sendable, Hashable {
  private struct Edit: Sendable, Hashable {
    var source: Range<Int>
    var output: Range<Int>
  }

  private var edits: [Edit] = []

  /// No edits.
  package init() {}

  /// Whether the text is as it was.
  package var isEmpty: Bool { edits.isEmpty }

  /// Notes that a stretch was replaced, behind all others: `output` stands in its place.
  mutating func append(_ source: Range<Int>, replacedBy output: Range<Int>) {
    edits.append(Edit(source: source, output: output))
  }

  /// The same edits in a text that has so many bytes more before them.
  func moved(by count: Int) -> TextEdits {
    var moved = self
    moved.edits = edits.map { edit in
      Edit(
        source: edit.source.lowerBound + count..<edit.source.upperBound + count,
        output: edit.output.lowerBound + count..<edit.output.upperBound + count)
    }
    return moved
  }

  /// The place in the text that was edited; within a replacement that of the stretch it replaced.
  package func source(of offset: Int) -> Int {
    guard let edit = edits.last(where: \.output.lowerBound, isAtMost: offset) else { return offset }
    return offset < edit.output.upperBound
      ? edit.source.lowerBound : edit.source.upperBound + offset - edit.output.upperBound
  }

  /// The place in the edited text; of what was replaced that of the replacement.
  package func output(of offset: Int) -> Int {
    guard let edit = edits.last(where: \.source.lowerBound, isAtMost: offset) else { return offset }
    return offset < edit.source.upperBound
      ? edit.output.lowerBound : edit.output.upperBound + offset - edit.source.upperBound
  }
}

extension Array {
  /// The last element whose key is at most a number, of elements sorted by it: O(log count).
  fileprivate func last(where key: (Element) -> Int, isAtMost number: Int) -> Element? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) <= number { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? self[low - 1] : nil
  }
}
