/// Shortcodes of Hugo: `{{< name … >}}`, `{{% name … %}}`, paired or not.
///
/// After the documentation of Hugo 0.150 (content management, shortcodes), the embedded ones and
/// those that themes commonly bring.
extension DialectScanner {
  private struct Shortcode {
    var tag: Range<Int>
    var name: ArraySlice<UInt8>
    var arguments: TagArguments
    var isEnd: Bool
    var isSelfClosed: Bool
  }

  mutating func hugo(at i: Int) -> Int? {
    guard let code = shortcode(at: i) else { return nil }
    let name = String(decoding: code.name, as: UTF8.self)
    let shown = "{{< \(name) >}}"
    if code.isEnd {
      closeBlock(code.name, code.tag)
      return code.tag.upperBound
    }
    if !code.isSelfClosed, let end = innerEnd(of: code, name) {
      note(.hugo, shown, .translated, at: i)
      return end
    }
    let isTranslated = writeShortcode(code, name.lowercased())
    let isPaired = !code.isSelfClosed && hugoEnd(of: code.name, from: code.tag.upperBound) != nil
    note(
      .hugo, shown, isTranslated ? .translated : isPaired ? .unwrapped : .dropped, at: i)
    return code.tag.upperBound
  }

  // MARK: Reading

  private mutating func shortcode(at i: Int) -> Shortcode? {
    guard i + 2 < source.count else { return nil }
    let ending: String
    switch source[i + 2] {
    case UInt8(ascii: "<"): ending = ">}}"
    case UInt8(ascii: "%"): ending = "%}}"
    default: return nil
    }
    guard let close = finder.next(ending, from: i + 3), close < paragraphEnd(from: i) else {
      return nil
    }
    // The name first: what has none is no shortcode, and its end is not looked for.
    var start = i + 3
    while isTagSpace(source[start]) { start += 1 }
    let isEnd = source[start] == UInt8(ascii: "/")
    if isEnd { start += 1 }
    while isTagSpace(source[start]) { start += 1 }
    let first = source[start]
    guard isNameByte(first) || first == UInt8(ascii: ".") else { return nil }
    var inner = source[start..<endOfShortcode(start, close, ending)]
    let tag = i..<inner.endIndex + ending.utf8.count
    inner = withoutTagSpace(inner)
    let isSelfClosed = inner.last == UInt8(ascii: "/")
    if isSelfClosed { inner = inner.dropLast() }
    let name = inner.prefix {
      isNameByte($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
    }
    return Shortcode(
      tag: tag, name: name, arguments: TagArguments(inner[name.endIndex...]), isEnd: isEnd,
      isSelfClosed: isSelfClosed)
  }

  /// Where the end of a shortcode stands, which does not count in quotes; the first one, if a
  /// quote on the line never ends.
  private func endOfShortcode(_ start: Int, _ first: Int, _ ending: String) -> Int {
    var quote: UInt8?
    var i = start
    while i < source.count {
      let byte = source[i]
      if let open = quote {
        if byte == open { quote = nil }
        if byte == 0x0A, open != UInt8(ascii: "`") { return first }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
        quote = byte
      } else if i >= first, source[i...].starts(with: ending.utf8) {
        return i
      }
      // A longer one is nobody's.
      if i > first + 4_096 { return first }
      i += 1
    }
    return first
  }

  /// The end tag of a shortcode.
  private mutating func hugoEnd(of name: ArraySlice<UInt8>, from start: Int) -> Range<Int>? {
    let ends = hugoEnds ?? HugoEnds(source)
    hugoEnds = ends
    return ends.first(name, after: start)
  }

  // MARK: Writing

  /// Of shortcodes whose inner text is not Markdown, all to their end tag.
  private mutating func innerEnd(of code: Shortcode, _ name: String) -> Int? {
    let language: [UInt8]
    switch name {
    case "highlight":
      language = code.arguments.value(at: 0, or: "lang", "type")?.bytes ?? []
    case "code-toggle": language = Array("yaml".utf8)
    case "comment": language = []
    case "mermaid", "katex", "math": language = code.name.map { $0 }
    default: return nil
    }
    guard let end = hugoEnd(of: code.name, from: code.tag.upperBound) else { return nil }
    if name != "comment" {
      writeCode(
        code.tag.upperBound..<end.lowerBound, language: language,
        for: code.tag.lowerBound..<end.upperBound)
    }
    return end.upperBound
  }

  /// Writes what stands for a shortcode; false if nothing is known of it.
  private mutating func writeShortcode(_ code: Shortcode, _ name: String) -> Bool {
    let arguments = code.arguments
    let i = code.tag.lowerBound
    switch name {
    case "figure", "img", "image", "picture", "photo":
      guard let picture = hugoFigure(arguments) else { return false }
      write(picture, for: code.tag)
    case "youtube", "youtube-enhanced", "vimeo", "vimeo_simple", "vimeo-enhanced", "tweet",
      "twitter", "twitter_simple", "x", "x_simple", "instagram", "instagram_simple", "gist",
      "soundcloud", "spotify", "mastodon":
      guard let address = EmbedAddress(name, arguments) else { return false }
      writeEmbed(address.bytes, title: arguments.value("title")?.bytes ?? [], at: i)
    case "audio", "video":
      guard let address = arguments.value(at: 0, or: "src", "url", "mp4", "mp3")?.bytes,
        !address.isEmpty
      else { return false }
      writeEmbed(
        address, title: arguments.value("title", "caption")?.bytes ?? [],
        kind: name == "audio" ? .audio : .video, at: i)
    case "ref", "relref":
      guard let target = arguments.value(at: 0, or: "path")?.bytes, !target.isEmpty else {
        return false
      }
      writeArticleLink(DialectScanner.articleTarget(target), at: i)
    case "qr":
      guard let text = arguments.value(at: 0, or: "text")?.bytes, !text.isEmpty else {
        return true
      }
      text.starts(with: "http".utf8)
        ? writeEmbed(text, at: i) : output.write(Escaping.text(text), for: i)
    case "details", "expand", "spoiler", "collapse":
      guard hugoEnd(of: code.name, from: code.tag.upperBound) != nil else { return false }
      let summary = arguments.value(at: 0, or: "summary", "title")?.bytes ?? Array("Details".utf8)
      open(
        OpenBlock(name: Array(code.name), element: "details"),
        "<details><summary>".utf8 + Escaping.text(summary) + "</summary>".utf8, for: code.tag)
    case "param", "toc", "rawhtml", "raw-html", "html", "clear", "clearfix": break
    default: return false
    }
    return true
  }

  private func hugoFigure(_ arguments: TagArguments) -> Picture? {
    guard let address = arguments.value(at: 0, or: "src", "url", "path", "image")?.bytes,
      !address.isEmpty
    else { return nil }
    var caption = arguments.value("caption", "title")?.bytes ?? []
    if let title = arguments.value("title")?.bytes, !title.isEmpty, title != caption {
      caption = title + Array(": ".utf8) + caption
    }
    if let credit = arguments.value("attr")?.bytes, !credit.isEmpty {
      if !caption.isEmpty { caption.append(0x20) }
      if let link = arguments.value("attrlink")?.bytes, !link.isEmpty {
        caption += Array("[".utf8) + Escaping.text(credit) + Array("](".utf8)
        caption += Escaping.address(link) + Array(")".utf8)
      } else {
        caption += credit
      }
    }
    return Picture(
      address: address, alternative: arguments.value("alt")?.bytes ?? [], caption: caption,
      link: arguments.value("link", "href")?.bytes ?? [])
  }
}
