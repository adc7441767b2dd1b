/// Links and pictures in place of constructs.
extension DialectScanner {
  /// A picture as constructs describe it.
  struct Picture {
    var address: [UInt8]
    var alternative: [UInt8] = []
    var caption: [UInt8] = []
    /// Where it leads; empty where nowhere.
    var link: [UInt8] = []

    /// Whether its address ends as those of pictures do, or does not tell.
    var isImage: Bool {
      let name = address.suffix(16)
      guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return true }
      let end = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
      return ["jpg", "jpeg", "png", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff"].contains(
        end)
    }
  }

  /// A link.
  mutating func writeLink(_ text: [UInt8], to address: [UInt8], at i: Int) {
    let (text, address) = (Escaping.text(text), Escaping.address(address))
    if line.kind == .html {
      output.write(Array("<a href=\"".utf8) + address + Array("\">".utf8) + text, for: i)
      output.write("</a>".utf8, for: i)
    } else {
      output.write(Array("[".utf8) + text + Array("](".utf8) + address, for: i)
      output.write(")".utf8, for: i)
    }
  }

  /// A link to a page of another site that the construct would have shown in this one.
  mutating func writeEmbed(
    _ address: [UInt8], title: [UInt8] = [], kind: EmbedWords.Kind? = nil, at i: Int
  ) {
    let link = EmbedLink(url: address, title: title, kind: kind, context.words)
    writeLink(link.text, to: link.url, at: i)
  }

  /// A link to an article, or its address where one stands.
  mutating func writeArticleLink(_ target: [UInt8], at i: Int) {
    if isInAddress {
      output.write(Escaping.address(target), for: i)
    } else {
      writeLink(DialectScanner.words(of: target), to: target, at: i)
    }
  }

  /// What names an article for `LinkIndex`: the name of its file, with its folders where they may
  /// be the same here.
  ///
  /// - Parameter isPost: Whether it is Jekyll's `2017-03-26-talks`, of a post in any folder.
  static func articleTarget(_ written: [UInt8], isPost: Bool = false) -> [UInt8] {
    let end = written.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
    var path = written[..<(end ?? written.count)]
    let suffix = written[path.count...]
    guard !path.isEmpty else { return written }
    if isPost || path.first == UInt8(ascii: "_"),
      let slash = path.lastIndex(of: UInt8(ascii: "/"))
    {
      path = path[(slash + 1)...]
    }
    let name = path[((path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex - 1) + 1)...]
    let hasExtension = name.suffix(10).contains(UInt8(ascii: ".")) && !isPost
    let isText = name.suffix(3).elementsEqual(".md".utf8)
    return path + (hasExtension || isText || name.isEmpty ? [] : Array(".md".utf8)) + suffix
  }

  /// The words that a file's name holds: `talks in mosul` of `2017-03-26-talks-in-mosul.md`.
  private static func words(of target: [UInt8]) -> [UInt8] {
    let path = target.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard !path.isEmpty else { return target }
    var name = path[((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex {
      name = name[..<dot]
    }
    let date = name.prefix(11)
    if name.count > 11, date.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) {
      name = name.dropFirst(11)
    }
    return name.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") ? 0x20 : $0 }
  }

  /// A picture: with a caption or a link a figure, if it stands alone.
  mutating func write(_ picture: Picture, for tag: Range<Int>) {
    let i = tag.lowerBound
    let hasMore = !picture.caption.isEmpty || !picture.link.isEmpty
    if line.kind == .html || hasMore && isAlone(tag) {
      var html = hasMore ? Array("<figure>".utf8) : []
      let link = Escaping.address(picture.link)
      if !link.isEmpty { html += Array("<a href=\"".utf8) + link + Array("\">".utf8) }
      html += Array("<img src=\"".utf8) + Escaping.address(picture.address)
      html += Array("\" alt=\"".utf8) + Escaping.text(picture.alternative) + Array("\">".utf8)
      if !link.isEmpty { html += "</a>".utf8 }
      output.write(html, for: i)
      if !picture.caption.isEmpty { writeCaption(picture.caption, for: i) }
      if hasMore { output.write("</figure>".utf8, for: i) }
      if line.kind != .html { writeBlankLine(for: i) }
      return
    }
    var markdown = Array("![".utf8) + Escaping.text(picture.alternative) + Array("](".utf8)
    markdown += Escaping.address(picture.address)
    if !picture.caption.isEmpty {
      markdown += Array(" \"".utf8) + Escaping.text(picture.caption) + Array("\"".utf8)
    }
    markdown += ")".utf8
    if !picture.link.isEmpty {
      markdown = Array("[".utf8) + markdown + Array("](".utf8) + Escaping.address(picture.link)
      markdown += ")".utf8
    }
    output.write(markdown, for: i)
  }

  /// A caption, which may be Markdown: then it is read as that.
  private mutating func writeCaption(_ caption: [UInt8], for i: Int) {
    let isMarkdown = caption.contains { "[*_`<".utf8.contains($0) }
    guard isMarkdown, line.kind != .html else {
      output.write("<figcaption>".utf8 + Escaping.text(caption) + "</figcaption>".utf8, for: i)
      return
    }
    writeBlankLine(for: i)
    output.write("<figcaption>".utf8, for: i)
    writeBlankLine(for: i)
    output.write(Escaping.markdown(caption), for: i)
    writeBlankLine(for: i)
    output.write("</figcaption>".utf8, for: i)
  }
}
