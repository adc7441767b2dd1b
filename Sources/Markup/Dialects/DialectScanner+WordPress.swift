/// Shortcodes of WordPress: `[caption]`, `[embed]` and few others; all else in brackets is prose.
extension DialectScanner {
  /// `<!--more-->`: ends an excerpt, which no page here shows.
  mutating func excerptMark(at i: Int) -> Int? {
    let count = source.withUnsafeBufferPointer { bytes in
      ExcerptMark.length(in: UnsafeBufferPointer(rebasing: bytes[(i + 4)...]))
    }
    guard let count else { return nil }
    note(.wordPress, "<!--more-->", .translated, at: i)
    return i + 4 + count
  }

  mutating func wordPress(at i: Int) -> Int? {
    let name = source.withUnsafeBufferPointer { bytes in
      WordPressName(in: UnsafeBufferPointer(rebasing: bytes[(i + 1)...]))
    }
    guard let name, i == 0 || source[i - 1] != UInt8(ascii: "!"),
      let close = finder.next("]", from: i),
      close < paragraphEnd(from: i)
    else { return nil }
    let tag = i..<close + 1
    // `[video](…)`, `[video][…]` and `[video]: …` are links of Markdown.
    if close + 1 < source.count, "([:".utf8.contains(source[close + 1]),
      !source[(close + 1)...].starts(with: "[/".utf8)
    {
      return nil
    }
    let word = name.rawValue
    if source[i + 1] == UInt8(ascii: "/") {
      return name == .caption || name == .wpCaption ? endOfCaption(tag) : nil
    }
    var rest = source[(i + 1 + word.utf8.count)..<close]
    if rest.first == UInt8(ascii: "=") { rest = rest.dropFirst() }
    if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
    let end = finder.next("[/\(word)]", from: tag.upperBound)
    let inner = end.map { tag.upperBound..<$0 }
    return shortcode(name, TagArguments(rest), inner, tag)
  }

  private mutating func shortcode(
    _ name: WordPressName, _ arguments: TagArguments, _ inner: Range<Int>?, _ tag: Range<Int>
  ) -> Int? {
    let shown = "[\(name.rawValue)]"
    let i = tag.lowerBound
    let hasArguments = !arguments.positional.isEmpty || !arguments.named.isEmpty
    // Where an end tag follows it, what it holds is short: an address.
    let held = inner.flatMap { $0.count <= 2_000 ? $0 : nil }
    let afterEnd = held.map { $0.upperBound + "[/]".utf8.count + name.rawValue.utf8.count }
    switch name {
    case .caption, .wpCaption:
      guard let inner else { return nil }
      return beginCaption(arguments, inner, tag)
    case .gallery, .playlist:
      note(.wordPress, shown, .dropped, at: i)
      return tag.upperBound
    case .sourcecode:
      guard let inner else { return nil }
      let language = arguments.value(at: 0, or: "language", "lang")?.bytes ?? []
      let end = inner.upperBound + "[/sourcecode]".utf8.count
      note(.wordPress, shown, .translated, at: i)
      writeCode(inner, language: language, for: i..<end)
      return end
    case .embed, .youtube, .vimeo, .audio, .video, .wpvideo, .soundcloud, .tweet, .instagram:
      let address: [UInt8]
      if let held, name == .embed || !hasArguments {
        address = Array(withoutTagSpace(source[held]))
      } else if let source = arguments.value(
        "src", "url", "mp3", "mp4", "m4v", "webm", "ogg", "m4a", "wav")?.bytes
      {
        address = source
      } else if let found = EmbedAddress(name.rawValue, arguments)?.bytes {
        address = found
      } else {
        guard hasArguments else { return nil }
        note(.wordPress, shown, .dropped, at: i)
        return tag.upperBound
      }
      guard !address.isEmpty, !address.contains(where: isTagSpace) else { return nil }
      note(.wordPress, shown, .translated, at: i)
      let kind: EmbedWords.Kind? =
        name == .audio ? .audio : name == .video || name == .wpvideo ? .video : nil
      writeEmbed(address, title: arguments.value("title")?.bytes ?? [], kind: kind, at: i)
      return afterEnd ?? tag.upperBound
    }
  }

  // MARK: Captions

  /// `[caption …]image text[/caption]`: a figure, whose image and text are scanned like any other.
  private mutating func beginCaption(
    _ arguments: TagArguments, _ inner: Range<Int>, _ tag: Range<Int>
  ) -> Int? {
    guard openCaption == nil, inner.count <= 8_000, let image = imageEnd(in: inner) else {
      note(.wordPress, "[caption]", .unwrapped, at: tag.lowerBound)
      return tag.upperBound
    }
    note(.wordPress, "[caption]", .translated, at: tag.lowerBound)
    let isLast = isFirst(tag.lowerBound) && line.kind != .html
    guard isLast || line.kind == .html else { return tag.upperBound }
    output.write("<figure>".utf8, for: tag.lowerBound)
    if image.isMarkdown, line.kind != .html { writeBlankLine(for: tag.lowerBound) }
    openCaption = OpenCaption(
      imageEnd: image.end, isMarkdown: image.isMarkdown,
      text: source[image.end..<inner.upperBound].allSatisfy(isTagSpace)
        ? arguments.value("caption")?.bytes ?? [] : nil)
    return tag.upperBound
  }

  /// Between the image and the text.
  mutating func beginCaptionText(at i: Int) {
    guard let caption = openCaption, caption.imageEnd != nil else { return }
    openCaption?.imageEnd = nil
    if caption.isMarkdown, line.kind != .html { writeBlankLine(for: i) }
    if let text = caption.text {
      guard !text.isEmpty else { return }
      output.write("<figcaption>".utf8 + Escaping.text(text), for: i)
    } else {
      output.write("<figcaption>".utf8, for: i)
    }
    if caption.isMarkdown, line.kind != .html, caption.text == nil { writeBlankLine(for: i) }
  }

  private mutating func endOfCaption(_ tag: Range<Int>) -> Int {
    guard let caption = openCaption else { return tag.upperBound }
    let i = tag.lowerBound
    beginCaptionText(at: i)
    openCaption = nil
    if caption.isMarkdown, line.kind != .html { writeBlankLine(for: i) }
    let hasCaption = caption.text.map { !$0.isEmpty } ?? true
    output.write((hasCaption ? "</figcaption></figure>" : "</figure>").utf8, for: i)
    if line.kind != .html { writeBlankLine(for: i) }
    return tag.upperBound
  }

  /// Where the image of a caption ends: `<a …><img …></a>`, `[![…](…)](…)`, `![…](…)`.
  private func imageEnd(in inner: Range<Int>) -> (end: Int, isMarkdown: Bool)? {
    let bytes = source[inner]
    if let image = bytes.firstRange(of: Array("<img".utf8)) {
      guard var end = bytes[image.upperBound...].firstIndex(of: UInt8(ascii: ">")) else {
        return nil
      }
      end += 1
      let rest = bytes[end...].drop(while: isTagSpace)
      if rest.starts(with: "</a>".utf8) { end = rest.startIndex + 4 }
      return (end, false)
    }
    guard let image = bytes.firstRange(of: Array("![".utf8)),
      let close = bytes[image.upperBound...].firstRange(of: Array("](".utf8)),
      var end = bytes[close.upperBound...].firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    end += 1
    if bytes[end...].starts(with: "](".utf8),
      let link = bytes[end...].firstIndex(of: UInt8(ascii: ")"))
    {
      end = link + 1
    }
    return (end, true)
  }
}
