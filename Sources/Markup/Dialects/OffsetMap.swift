/// Leads from offsets of a translated text back to those of the text as its author wrote it.
///
/// What was copied keeps its place byte for byte; what was put in place of a construct has the
/// place of the construct. Both sides are in UTF-8 offsets, and neither ever runs backwards.
public struct OffsetMap: Sendable, Hashable {
  private struct Segment: Sendable, Hashable {
    var output: Int
    var source: Int
    var isCopied: Bool
  }

  private var segments: [Segment] = []

  /// The place in the author's text of an offset in the translated one: O(log segments).
  public func source(of offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].output <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    let segment = segments[low - 1]
    return segment.isCopied ? segment.source + offset - segment.output : segment.source
  }

  /// Notes what stands at `output` from now on.
  mutating func append(output: Int, source: Int, isCopied: Bool) {
    if let last = segments.last {
      let isContinued =
        isCopied && last.isCopied && source - last.source == output - last.output
      if isContinued || !isCopied && !last.isCopied && last.source == source { return }
      // Nothing came of the segment before.
      if last.output == output { segments.removeLast() }
    }
    segments.append(Segment(output: output, source: source, isCopied: isCopied))
  }

  /// Forgets what stands at `output` and after it.
  mutating func truncate(to output: Int) {
    while let last = segments.last, last.output >= output { segments.removeLast() }
  }
}
