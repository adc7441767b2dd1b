/// Blocks in place of constructs: code, and raw HTML around Markdown.
extension DialectScanner {
  // MARK: Blocks

  /// Ends the line and adds an empty one: so raw HTML ends, and Markdown is read again.
  mutating func writeBlankLine(for i: Int) {
    output.write([0x0A] + linePrefix + [0x0A] + linePrefix, for: i)
  }

  /// The beginning of a block of raw HTML around Markdown.
  mutating func open(_ block: OpenBlock, _ html: [UInt8], for tag: Range<Int>) {
    guard openBlocks.count < 64 else { return }
    var block = block
    if line.kind == .html {
      output.write(html, for: tag.lowerBound)
    } else if isAlone(tag) {
      output.write(html, for: tag.lowerBound)
      writeBlankLine(for: tag.lowerBound)
    } else {
      block.element = nil
    }
    openBlocks.append(block)
  }

  /// The end of the innermost open block of a name; those in it end too.
  mutating func closeBlock(_ name: ArraySlice<UInt8>, _ tag: Range<Int>) {
    guard openBlocks.contains(where: { $0.name.elementsEqual(name) }) else { return }
    while let block = openBlocks.popLast() {
      close(block, at: tag.lowerBound, isAlone: isAlone(tag))
      if block.name.elementsEqual(name) { return }
    }
  }

  /// Writes the end of a block.
  mutating func close(_ block: OpenBlock, at i: Int, isAlone: Bool) {
    guard let element = block.element else { return }
    if !block.closing.isEmpty {
      writeBlankLine(for: i)
      output.write(Escaping.text(block.closing), for: i)
    }
    if line.kind != .html, !isAlone || !block.closing.isEmpty { writeBlankLine(for: i) }
    output.write("</\(element)>".utf8, for: i)
    if line.kind != .html { writeBlankLine(for: i) }
  }

  /// Code between two tags; `tags` reaches from the first one's beginning to the last one's end.
  mutating func writeCode(_ content: Range<Int>, language: [UInt8], for tags: Range<Int>) {
    let i = tags.lowerBound
    // The line of the end tag has a prefix, which is no code.
    var end = content.upperBound
    while end > content.lowerBound, isBlank(source[end - 1]) || source[end - 1] == UInt8(ascii: ">")
    {
      end -= 1
    }
    let isLine = end > content.lowerBound && source[end - 1] == 0x0A
    let content = content.lowerBound..<(isLine ? end : content.upperBound)
    let safe = language.prefix {
      isNameByte($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#")
    }
    if line.kind == .html {
      output.write(
        Array("<pre><code class=\"language-".utf8) + safe + Array("\">".utf8)
          + Escaping.code(source[content]) + Array("</code></pre>".utf8), for: i)
      return
    }
    let ticks = [UInt8](repeating: UInt8(ascii: "`"), count: longestTicks(in: content) + 1)
    let isOneLine = !source[content].contains(0x0A)
    if isOneLine, !isAlone(tags) {
      output.write(ticks, for: i)
      let end = copyCode(content, isBounded: true)
      output.write(ticks, for: end)
      return
    }
    let fence = ticks.count < 3 ? Array("```".utf8) : ticks
    if !isFirst(i) { output.write([0x0A] + linePrefix, for: i) }
    output.write(fence + safe, for: i)
    let lead = source[content].prefix { isBlank($0) }
    if content.lowerBound + lead.count < content.upperBound,
      source[content.lowerBound + lead.count] == 0x0A
    {
      output.write([0x0A], for: i)
      _ = copyCode(content.lowerBound + lead.count + 1..<content.upperBound, isBounded: true)
    } else {
      output.write([0x0A] + linePrefix, for: i)
      _ = copyCode(content, isBounded: true)
    }
    // The end tag's own line has its prefix already.
    output.trimBlanks()
    if output.bytes.last != 0x0A { output.write([0x0A], for: content.upperBound) }
    output.write(linePrefix + fence, for: content.upperBound)
    if !isLast(tags.upperBound) { output.write([0x0A] + linePrefix, for: content.upperBound) }
  }

  private func longestTicks(in range: Range<Int>) -> Int {
    var longest = 0
    var count = 0
    for byte in source[range] {
      count = byte == UInt8(ascii: "`") ? count + 1 : 0
      longest = max(longest, count)
    }
    return longest
  }
}
