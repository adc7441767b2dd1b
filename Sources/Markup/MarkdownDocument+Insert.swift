import CCmark

extension MarkdownDocument {
  /// Makes stretches of the reading text slots of the HTML, by inserting nodes into the tree.
  ///
  /// `spans` ascend and do not overlap. White space at a span's ends stays outside; a span
  /// without a word has no slot. A span that emphasis or a link divides becomes several pieces;
  /// emphasis that it covers whole goes inside. No piece begins or ends in code or in an image.
  /// O(nodes + spans). To be called once.
  public mutating func insert(_ spans: [SlotSpan]) {
    precondition(pieces.isEmpty, "spans can be inserted once, since slots do not nest")
    let spans = spans.map { SlotSpan(range: readingText.trimmed($0.range), slot: $0.slot) }
      .filter { !$0.range.isEmpty }
    for (a, b) in zip(spans, spans.dropFirst()) {
      precondition(a.range.upperBound <= b.range.lowerBound, "spans ascend and do not overlap")
    }
    splitTexts(at: spans)
    var run = 0
    for span in spans { run = wrap(span, from: run) }
  }

  /// Splits the text nodes so that each lies wholly inside or outside every span.
  ///
  /// Each literal is copied once however many spans it holds.
  private mutating func splitTexts(at spans: [SlotSpan]) {
    var cuts: [Int] = []
    cuts.reserveCapacity(spans.count * 2)
    for span in spans {
      cuts.append(span.range.lowerBound)
      cuts.append(span.range.upperBound)
    }
    var split: [TextRun] = []
    split.reserveCapacity(runs.count + cuts.count)
    var scratch: [UInt8] = []
    var next = 0
    for run in runs {
      while next < cuts.count, cuts[next] <= run.start { next += 1 }
      let first = next
      while next < cuts.count, cuts[next] <= run.end, cuts[next] < run.literalEnd { next += 1 }
      if first == next {
        split.append(run)
      } else {
        MarkdownDocument.split(run, at: cuts[first..<next], into: &split, scratch: &scratch)
      }
    }
    runs = split
  }

  private static func split(
    _ run: TextRun, at cuts: ArraySlice<Int>, into runs: inout [TextRun], scratch: inout [UInt8]
  ) {
    let literal = run.node.literal
    var head = run
    head.end = cuts[cuts.startIndex]
    head.literalEnd = head.end
    runs.append(head)
    var previous = run.node
    for i in cuts.indices {
      let start = cuts[i]
      let end = i + 1 < cuts.endIndex ? cuts[i + 1] : run.literalEnd
      // Two spans may touch: one cut is enough.
      guard start < end else { continue }
      let bytes = UnsafeBufferPointer(rebasing: literal[start - run.start..<end - run.start])
      let node = CmarkNode(text: bytes, scratch: &scratch)
      previous.insertAfter(node)
      previous = node
      if start < run.end {
        runs.append(TextRun(start: start, end: min(end, run.end), literalEnd: end, node: node))
      }
    }
    // Last, since it frees the literal.
    let bytes = UnsafeBufferPointer(rebasing: literal[..<(head.end - run.start)])
    run.node.setLiteral(bytes, scratch: &scratch)
  }

  /// Wraps what a span covers, piece by piece; the index of the first run after it.
  private mutating func wrap(_ span: SlotSpan, from start: Int) -> Int {
    var run = start
    while run < runs.count, runs[run].end <= span.range.lowerBound { run += 1 }
    var index: Int32 = 0
    while run < runs.count, runs[run].start < span.range.upperBound {
      // A piece of mere space would be a link that nobody sees.
      guard readingText.bytes[runs[run].start..<runs[run].end].contains(where: { !isSpace($0) })
      else {
        run += 1
        continue
      }
      let (first, end) = lifted(runs[run], in: span.range)
      var last = first
      run = firstRun(from: run, at: end)
      while run < runs.count, runs[run].start < span.range.upperBound {
        let (node, end) = lifted(runs[run], in: span.range)
        guard isJoined(last, to: node) else { break }
        last = node
        run = firstRun(from: run, at: end)
      }
      wrap(first, through: last, slot: span.slot, index: index)
      index += 1
    }
    return run
  }

  private func firstRun(from run: Int, at offset: Int) -> Int {
    var run = run
    while run < runs.count, runs[run].start < offset { run += 1 }
    return run
  }

  /// The run's node, or the outermost emphasis around it that the span covers, and its end.
  private func lifted(_ run: TextRun, in span: Range<Int>) -> (node: CmarkNode, end: Int) {
    var node = run.node
    var end = run.end
    while let parent = node.parent, parent.isInline, let tag = parent.tag {
      let emphasis = emphases[tag]
      guard !emphasis.isDivider, span.lowerBound <= emphasis.start, emphasis.end <= span.upperBound
      else { break }
      node = parent
      end = emphasis.end
    }
    return (node, end)
  }

  /// Whether a later node is a sibling with nothing between that is no part of a mention.
  private func isJoined(_ first: CmarkNode, to later: CmarkNode) -> Bool {
    var sibling = first.next
    while let node = sibling {
      if node == later { return true }
      // What has no part in the reading text is a break, code, an image or empty emphasis: all
      // may stand in a link. A link may not, and text here is the caption of an image.
      if node.type == CMARK_NODE_LINK || node.type == CMARK_NODE_TEXT { return false }
      if let tag = node.tag, emphases[tag].isDivider { return false }
      sibling = node.next
    }
    return false
  }

  private mutating func wrap(
    _ first: CmarkNode, through last: CmarkNode, slot: Int32, index: Int32
  ) {
    let wrapper = CmarkNode(enter: .start(pieces.count), exit: .end(pieces.count))
    first.insertBefore(wrapper)
    var sibling: CmarkNode? = first
    while let node = sibling {
      sibling = node == last ? nil : node.next
      wrapper.append(node)
    }
    pieces.append(
      SlottedHTML.Piece(slot: slot, index: index, isInsideLink: wrapper.hasLinkAround))
  }
}

extension CmarkNode {
  /// Whether an ancestor is a link: O(depth), which is at most `ReadingText.maximumDepth`.
  fileprivate var hasLinkAround: Bool {
    var ancestor = parent
    while let node = ancestor {
      if node.type == CMARK_NODE_LINK { return true }
      ancestor = node.parent
    }
    return false
  }
}
