/// Shortcodes of Zola: `{{ name(…) }}`, and `{% name(…) %}` with `{% end %}`.
extension DialectScanner {
  mutating func zolaOutput(at i: Int) -> Int? {
    guard let close = finder.next("}}", from: i + 2), close < paragraphEnd(from: i) else {
      return nil
    }
    let tag = LiquidTag(source, from: i, to: close, isOutput: true)
    guard let call = tag.call else { return nil }
    let name = String(decoding: call.name, as: UTF8.self)
    let isTranslated = writeZola(name.lowercased(), TagArguments(call.arguments), tag)
    note(.zola, "{{ \(name)() }}", isTranslated ? .translated : .dropped, at: i)
    return isTranslated ? tag.range.upperBound : drop(tag)
  }

  mutating func zolaTag(at i: Int) -> Int? {
    guard let close = finder.next("%}", from: i + 2), close < paragraphEnd(from: i) else {
      return nil
    }
    let tag = LiquidTag(source, from: i, to: close, isOutput: true)
    if tag.rest.elementsEqual("end".utf8) {
      guard let block = openBlocks.last(where: { $0.name.elementsEqual("end".utf8) }) else {
        return drop(tag)
      }
      closeBlock(block.name[...], tag.range)
      return block.element == nil ? drop(tag) : tag.range.upperBound
    }
    guard let call = tag.call else { return nil }
    let name = String(decoding: call.name, as: UTF8.self)
    let arguments = TagArguments(call.arguments)
    let end = Array("end".utf8)
    guard foundBranches().hasEnd("end", after: i) else {
      note(.zola, "{% \(name)() %}", .dropped, at: i)
      return drop(tag)
    }
    guard name.lowercased().hasSuffix("quote") else {
      note(.zola, "{% \(name)() %}", .unwrapped, at: i)
      if openBlocks.count < 64 { openBlocks.append(OpenBlock(name: end, element: nil)) }
      return drop(tag)
    }
    note(.zola, "{% \(name)() %}", .translated, at: i)
    let author = arguments.value(at: 0, or: "author", "by", "source", "cite")?.bytes ?? []
    open(
      OpenBlock(
        name: end, element: "blockquote",
        closing: author.isEmpty ? [] : Array("— ".utf8) + author),
      Array("<blockquote>".utf8), for: tag.range)
    return tag.range.upperBound
  }

  private mutating func writeZola(
    _ name: String, _ arguments: TagArguments, _ tag: LiquidTag
  ) -> Bool {
    let i = tag.range.lowerBound
    switch name {
    case "youtube", "vimeo", "streamable", "tweet", "x", "gist", "instagram", "spotify":
      guard let address = EmbedAddress(name, arguments) else { return false }
      writeEmbed(address.bytes, title: arguments.value("title")?.bytes ?? [], at: i)
    case "image", "img", "figure", "picture", "resize_image", "photo":
      guard let address = arguments.value(at: 0, or: "src", "path", "url", "file")?.bytes,
        !address.isEmpty
      else { return false }
      if isInAddress {
        output.write(Escaping.address(address), for: i)
      } else {
        write(
          Picture(
            address: address, alternative: arguments.value("alt")?.bytes ?? [],
            caption: arguments.value("caption", "title")?.bytes ?? [],
            link: arguments.value("link", "href")?.bytes ?? []), for: tag.range)
      }
    case "toc": break
    default: return false
    }
    return true
  }
}
