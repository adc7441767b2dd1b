/// Tags of Liquid: `{% name … %}`, as Jekyll, its plugins and Eleventy have them.
///
/// Of branches the first is kept, of loops the text once: both depend on data that is not here.
extension DialectScanner {
  mutating func liquidTag(at i: Int) -> Int? {
    guard let close = finder.next("%}", from: i + 2), close < paragraphEnd(from: i) else {
      return nil
    }
    let tag = LiquidTag(source, from: i, to: close, isOutput: false)
    if tag.name.isEmpty {
      // `{% # a comment %}`, and `{%%}`.
      guard tag.rest.isEmpty || tag.rest.first == UInt8(ascii: "#") else { return nil }
      return drop(tag)
    }
    if let end = liquidBlock(tag) { return end }
    let shown = "{% \(tag.name) %}"
    switch tag.name {
    case "include", "include_relative", "include_cached", "render", "partial":
      return include(tag)
    case "if", "unless", "case", "for", "tablerow", "ifchanged", "capture":
      note(.liquid, shown, .unwrapped, at: i)
      return drop(tag)
    case "else", "elsif", "elseif", "when":
      let end = foundBranches().skips[i]
      return end ?? drop(tag)
    case "assign", "set":
      note(.liquid, shown, assign(tag) ? .translated : .dropped, at: i)
      return drop(tag)
    case "endraw", "break", "continue": return drop(tag)
    case _ where tag.name.hasPrefix("end"): return drop(tag)
    default: break
    }
    if writeLiquid(tag) {
      note(.liquid, shown, .translated, at: i)
      return tag.range.upperBound
    }
    let isPaired = foundBranches().hasEnd("end" + tag.name, after: i)
    note(.liquid, shown, isPaired ? .unwrapped : .dropped, at: i)
    return drop(tag)
  }

  /// The tags that belong together.
  mutating func foundBranches() -> LiquidBranches {
    if let branches { return branches }
    var finder = ByteFinder(source)
    let found = LiquidBranches(source, &finder)
    branches = found
    return found
  }

  /// The end of a tag for which nothing is written, and of the white space that it says to drop.
  mutating func drop(_ tag: LiquidTag) -> Int {
    var end = tag.range.upperBound
    if tag.trimsBefore || tag.trimsAfter, isAlone(tag.range), line.content == line.start {
      output.trimBlanks()
      while end < source.count, isBlank(source[end]) { end += 1 }
      return min(end + 1, source.count)
    }
    if tag.trimsBefore, !isFirst(tag.range.lowerBound) { output.trimBlanks() }
    if tag.trimsAfter { while end < source.count, isBlank(source[end]) { end += 1 } }
    return end
  }

  // MARK: Blocks

  /// Tags whose inner text is not to be read: code, comments, and what Liquid is to leave alone.
  private mutating func liquidBlock(_ tag: LiquidTag) -> Int? {
    let i = tag.range.lowerBound
    let shown = "{% \(tag.name) %}"
    switch tag.name {
    case "raw":
      guard finder.nextTag("endraw", from: tag.range.upperBound) != nil else { return nil }
      isRaw = true
      note(.liquid, shown, .translated, at: i)
      return tag.range.upperBound
    case "comment", "highlight", "codeblock":
      guard let end = finder.nextTag("end" + tag.name, from: tag.range.upperBound) else {
        return nil
      }
      note(.liquid, shown, .translated, at: i)
      if tag.name != "comment" {
        let language = TagArguments(tag.rest).positional.first?.bytes ?? []
        writeCode(
          tag.range.upperBound..<end.lowerBound, language: language,
          for: i..<end.upperBound)
      }
      return end.upperBound
    default: return nil
    }
  }

  private mutating func assign(_ tag: LiquidTag) -> Bool {
    guard let equals = tag.rest.firstIndex(of: UInt8(ascii: "=")), assigned.count < 256 else {
      return false
    }
    let name = String(decoding: tag.rest[..<equals].filter { !isTagSpace($0) }, as: UTF8.self)
    guard case .text(let value, _) = evaluate(tag.rest[(equals + 1)...]), value.count <= 4_096
    else { return false }
    assigned[name.lowercased()] = value
    return true
  }

  // MARK: Tags

  /// Writes what stands for a tag; false if nothing is known of it.
  private mutating func writeLiquid(_ tag: LiquidTag) -> Bool {
    let i = tag.range.lowerBound
    let arguments = TagArguments(tag.rest)
    switch tag.name {
    case "image", "image_with_class", "img", "figure", "picture", "responsive_image", "asset",
      "asset_image", "asset_path", "photo":
      guard let picture = liquidPicture(arguments, named: tag.name) else { return false }
      if isInAddress {
        output.write(Escaping.address(picture.address), for: i)
      } else if tag.name == "asset" || tag.name == "asset_path", !picture.isImage {
        writeLink(picture.address, to: picture.address, at: i)
      } else {
        write(picture, for: tag.range)
      }
    case "post_url", "link":
      guard let target = arguments.positional.first?.bytes, !target.isEmpty else { return false }
      writeArticleLink(
        DialectScanner.articleTarget(expanded(target), isPost: tag.name == "post_url"), at: i)
    case "youtube", "vimeo", "tweet", "twitter", "gist", "instagram", "soundcloud", "spotify":
      guard let address = EmbedAddress(tag.name, arguments) else { return false }
      writeEmbed(address.bytes, title: arguments.value("title")?.bytes ?? [], at: i)
    case "video", "audio":
      guard let address = arguments.value(at: 0, or: "src", "url")?.bytes, !address.isEmpty else {
        return false
      }
      writeEmbed(expanded(address), kind: tag.name == "audio" ? .audio : .video, at: i)
    case "toc": break
    default: return false
    }
    return true
  }

  /// `{% image "path" "class" "text" %}`: the first value that is a path, the last that is text.
  private func liquidPicture(_ arguments: TagArguments, named name: String) -> Picture? {
    let values = arguments.positional
    let named = arguments.value("src", "path", "image", "url", "file")?.bytes
    let path = values.firstIndex { value in
      value.bytes.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
    }
    guard let address = named ?? path.map({ values[$0].bytes }) ?? values.first?.bytes,
      !address.isEmpty
    else { return nil }
    let after = values.dropFirst(named == nil ? (path ?? 0) + 1 : 0)
    let quoted = after.filter { $0.isQuoted }
    var alternative: [UInt8] = []
    if let text = arguments.value("alt")?.bytes {
      alternative = text
    } else if let last = quoted.last, !(last.bytes.isEmpty && quoted.count < after.count) {
      // With a class the text is the second.
      alternative = name == "image_with_class" && quoted.count < 2 ? [] : last.bytes
    } else {
      // A quote in quotes: `""The homepage""`.
      alternative = Array(after.filter { !$0.isQuoted }.map(\.bytes).joined(separator: [0x20]))
      alternative.removeAll { $0 == UInt8(ascii: "\"") }
    }
    return Picture(
      address: DialectScanner.rooted(
        expanded(address), in: name.hasPrefix("asset") ? "/assets/" : "/"),
      alternative: alternative, caption: arguments.value("caption", "title")?.bytes ?? [],
      link: arguments.value("link", "href")?.bytes ?? [])
  }

  // MARK: Includes

  /// `{% include figure.html … %}`: what the file would show is told by its name.
  private mutating func include(_ tag: LiquidTag) -> Int {
    let i = tag.range.lowerBound
    let arguments = TagArguments(tag.rest)
    let file = arguments.positional.first?.bytes ?? []
    let name = file[((file.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
      .prefix { $0 != UInt8(ascii: ".") }
    let isTranslated = writeInclude(
      String(decoding: name, as: UTF8.self).lowercased(), arguments, tag)
    note(
      .liquid, "{% \(tag.name) \(String(decoding: file, as: UTF8.self)) %}",
      isTranslated ? .translated : .dropped, at: i)
    return isTranslated ? tag.range.upperBound : drop(tag)
  }

  private mutating func writeInclude(
    _ name: String, _ arguments: TagArguments, _ tag: LiquidTag
  ) -> Bool {
    let i = tag.range.lowerBound
    if name == "toc" || name.hasSuffix("_toc") || name.hasSuffix("-toc") { return true }
    for service in ["youtube", "vimeo", "tweet", "twitter", "instagram", "gist", "soundcloud"]
    where name.contains(service) {
      let id = arguments.value(
        at: 1, or: "id", "\(service)_id", "video_id", "video", "url", "src", "link")?.bytes
      guard let id, !id.isEmpty,
        let address = EmbedAddress(
          service, TagArguments((Array("\"".utf8) + expanded(id) + Array("\"".utf8))[...]))
      else { return false }
      writeEmbed(address.bytes, title: arguments.value("title", "caption")?.bytes ?? [], at: i)
      return true
    }
    guard ["figure", "image", "img", "picture", "photo"].contains(where: { name.contains($0) }),
      let source = arguments.value(
        "image", "image_path", "image_url", "src", "img", "path", "file", "filename", "picture",
        "photo", "url") ?? arguments.value(at: 1)
    else { return false }
    let address = value(of: source)
    guard !address.isEmpty else { return false }
    let link = arguments.value("link", "href", "url").map { value(of: $0) } ?? []
    write(
      Picture(
        address: DialectScanner.rooted(address, in: "/"),
        alternative: arguments.value("alt", "alt_text", "description").map { value(of: $0) } ?? [],
        caption: arguments.value("caption", "title").map { value(of: $0) } ?? [],
        link: link == address ? [] : link),
      for: tag.range)
    return true
  }

  /// A value that is a text in quotes or a variable.
  private func value(of argument: TagArguments.Value) -> [UInt8] {
    if argument.isQuoted { return expanded(argument.bytes) }
    guard case .text(let value, _) = evaluate(argument.bytes[...]) else { return [] }
    return value
  }
}
