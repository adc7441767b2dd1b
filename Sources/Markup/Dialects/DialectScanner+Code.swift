/// Code, in which only two things are constructs: what keeps Liquid from reading it, and what
/// keeps Hugo and Zola from it. Both were written so that readers see what stands inside.
extension DialectScanner {
  /// Copies code; returns where it ends: beyond the range, where an escape reaches beyond it and
  /// the code has no end of its own (`isBounded`).
  mutating func copyCode(_ range: Range<Int>, isBounded: Bool = false) -> Int {
    var copied = range.lowerBound
    var i = range.lowerBound
    while i < range.upperBound {
      guard source[i] == UInt8(ascii: "{"), i + 1 < source.count,
        source[i + 1] == UInt8(ascii: "%") || source[i + 1] == UInt8(ascii: "{")
      else {
        i += 1
        continue
      }
      if let tag = rawTag(at: i) {
        output.copy(copied..<i, of: source)
        copied = min(lineIfAlone(tag) ?? tag.upperBound, max(range.upperBound, tag.upperBound))
        i = copied
      } else if !isRaw, let escape = escape(at: i),
        !isBounded || escape.tag.upperBound <= range.upperBound
      {
        output.copy(copied..<i, of: source)
        writeUnescaped(escape)
        copied = escape.tag.upperBound
        i = copied
      } else {
        i += 1
      }
    }
    output.copy(copied..<max(copied, range.upperBound), of: source)
    return max(copied, range.upperBound)
  }

  /// `{% raw %}` or, if that is open, its end; opens or closes.
  private mutating func rawTag(at i: Int) -> Range<Int>? {
    let name = isRaw ? "endraw" : "raw"
    guard source[i + 1] == UInt8(ascii: "%"), let tag = finder.nextTag(name, from: i),
      tag.lowerBound == i
    else { return nil }
    if !isRaw, finder.nextTag("endraw", from: tag.upperBound) == nil { return nil }
    tally.note(DialectConstruct(.liquid, "{% raw %}", .translated), at: i)
    isRaw.toggle()
    return tag
  }

  /// The end of `{% raw %}` in a text.
  mutating func endOfRaw(at i: Int) -> Int? {
    guard source[i + 1] == UInt8(ascii: "%"), let tag = finder.nextTag("endraw", from: i),
      tag.lowerBound == i
    else { return nil }
    isRaw = false
    return tag.upperBound
  }

  /// The end of the line, if nothing but the tag is on it.
  private func lineIfAlone(_ tag: Range<Int>) -> Int? {
    var start = tag.lowerBound
    while start > 0, isBlank(source[start - 1]) { start -= 1 }
    var end = tag.upperBound
    while end < source.count, isBlank(source[end]) { end += 1 }
    guard start == tag.lowerBound, start == 0 || source[start - 1] == 0x0A, end < source.count,
      source[end] == 0x0A
    else { return nil }
    return end + 1
  }

  // MARK: Escaped shortcodes

  /// `{{</* figure */>}}` and `{{/* youtube(…) */}}`: a shortcode that readers are to see.
  struct Escape {
    var tag: Range<Int>
    /// What stands before the comment's mark and after it.
    var opening: Range<Int>
    var inner: Range<Int>
    var closing: Range<Int>
    var dialect: Dialect
  }

  /// The escaped shortcode that begins here.
  mutating func escape(at i: Int) -> Escape? {
    var mark = i + 2
    let isTag = source[i + 1] == UInt8(ascii: "%")
    var ending = isTag ? "*/%}" : "*/}}"
    var dialect = Dialect.zola
    if !isTag, mark < source.count {
      if source[mark] == UInt8(ascii: "<") {
        (ending, dialect, mark) = ("*/>}}", .hugo, mark + 1)
      } else if source[mark] == UInt8(ascii: "%") {
        (ending, dialect, mark) = ("*/%}}", .hugo, mark + 1)
      }
    }
    guard mark + 1 < source.count, source[mark] == UInt8(ascii: "/"),
      source[mark + 1] == UInt8(ascii: "*"), let close = finder.next(ending, from: mark + 2),
      close < paragraphEnd(from: i)
    else { return nil }
    let inner = mark + 2..<close
    // A comment in a template of Hugo has this shape too.
    if dialect == .zola, !source[inner].contains(UInt8(ascii: "(")),
      !source[inner].allSatisfy({ isNameByte($0) || isTagSpace($0) })
    {
      return nil
    }
    let end = close + ending.utf8.count
    return Escape(
      tag: i..<end, opening: i..<mark, inner: inner, closing: close + 2..<end, dialect: dialect)
  }

  private mutating func writeUnescaped(_ escape: Escape) {
    note(escape)
    output.copy(escape.opening, of: source)
    output.copy(escape.inner, of: source)
    output.copy(escape.closing, of: source)
  }

  /// An escaped shortcode in a text: it is shown as text.
  mutating func escaped(at i: Int) -> Int? {
    guard let escape = escape(at: i) else { return nil }
    note(escape)
    for part in [escape.opening, escape.inner, escape.closing] {
      output.write(Escaping.text(source[part]), for: part.lowerBound)
    }
    return escape.tag.upperBound
  }

  private mutating func note(_ escape: Escape) {
    tally.note(
      DialectConstruct(
        escape.dialect, escape.dialect == .hugo ? "{{</* */>}}" : "{{/* */}}", .translated),
      at: escape.tag.lowerBound)
  }
}
