/// Outputs of Liquid: `{{ "/about/" | relative_url }}`, `{{ page.title }}`.
extension DialectScanner {
  /// What an expression stands for.
  enum LiquidValue {
    /// A text, or an address of this site or another.
    case text([UInt8], isAddress: Bool)
    /// The root of the site, without a slash: nothing, for addresses here begin with one.
    case root
    /// The article's own page.
    case ownPage
    /// A page of another site, which is shown in this one.
    case embed([UInt8], title: [UInt8])
    /// The text went through something that only the old site had.
    case literal([UInt8], filter: String)
    case unknown(String)
  }

  mutating func liquidOutput(at i: Int) -> Int? {
    // Three braces and these signs are Mustache's and Handlebars'.
    guard i + 2 < source.count, !"{>#/=!^&<%".utf8.contains(source[i + 2]) else {
      let braces = source[i...].prefix { $0 == UInt8(ascii: "{") }.count
      output.copy(i..<i + braces, of: source)
      return i + braces
    }
    guard let close = finder.next("}}", from: i + 2), close < paragraphEnd(from: i) else {
      return nil
    }
    let tag = LiquidTag(source, from: i, to: close, isOutput: true)
    switch evaluate(tag.rest) {
    case .text(let value, let isAddress):
      guard spend(value.count) else { return drop(tag) }
      note(tag, .translated)
      if tag.trimsBefore, !isFirst(i) { output.trimBlanks() }
      output.write(
        isAddress || isInAddress ? Escaping.address(value) : Escaping.text(value), for: i)
      return trimmedEnd(of: tag)
    case .root:
      note(tag, .translated)
      writeRoot(before: tag.range.upperBound, at: i)
    case .ownPage:
      note(tag, .translated)
      writeArticleLink(Array(context.ownFile.utf8), at: i)
    case .embed(let address, let title):
      note(tag, .translated)
      writeEmbed(address, title: title, at: i)
    case .literal(let value, let filter):
      note(.liquid, "{{ … | \(filter) }}", .unwrapped, at: i)
      output.write(Escaping.text(value), for: i)
    case .unknown(let name):
      note(.liquid, "{{ \(name) }}", .dropped, at: i)
      return drop(tag)
    }
    return tag.range.upperBound
  }

  private mutating func note(_ tag: LiquidTag, _ fate: DialectConstruct.Fate) {
    var name = Array(tag.rest.prefix { $0 != UInt8(ascii: "|") && !isTagSpace($0) })
    if let first = name.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let filter = tag.rest.lastIndex(of: UInt8(ascii: "|")).map { tag.rest[($0 + 1)...] } ?? []
      let word = filter.drop(while: isTagSpace).prefix(while: isNameByte)
      name = Array("…".utf8) + (word.isEmpty ? [] : Array(" | ".utf8) + word)
    }
    note(
      .liquid, "{{ \(String(decoding: name, as: UTF8.self)) }}", fate, at: tag.range.lowerBound)
  }

  private func trimmedEnd(of tag: LiquidTag) -> Int {
    var end = tag.range.upperBound
    if tag.trimsAfter { while end < source.count, isBlank(source[end]) { end += 1 } }
    return end
  }

  /// The root of the site: in an address a slash, unless one follows; in a text its address.
  private mutating func writeRoot(before end: Int, at i: Int) {
    guard isInAddress else {
      if let address = context.siteAddress {
        output.write(Escaping.address(Array(address.utf8)), for: i)
      }
      return
    }
    let next = end < source.count ? source[end] : 0
    if next != UInt8(ascii: "/"), next != UInt8(ascii: "{") { output.write("/".utf8, for: i) }
  }

  // MARK: Expressions

  /// What an expression stands for; O(length).
  func evaluate(_ expression: ArraySlice<UInt8>) -> LiquidValue {
    let parts = DialectScanner.parts(of: expression)
    var value = primary(parts[0])
    for part in parts.dropFirst() {
      let name = part.drop(while: isTagSpace).prefix(while: isNameByte)
      let rest = part[name.endIndex...].drop { isTagSpace($0) || $0 == UInt8(ascii: ":") }
      value = apply(String(decoding: name, as: UTF8.self).lowercased(), rest, to: value)
    }
    return value
  }

  /// An expression's parts, which `|` parts where it stands in no quotes.
  private static func parts(of expression: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = expression.startIndex
    var quote: UInt8?
    for i in expression.indices {
      let byte = expression[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "|"), parts.count < 16 {
        parts.append(expression[start..<i])
        start = i + 1
      }
    }
    parts.append(expression[start...])
    return parts
  }

  private func primary(_ part: ArraySlice<UInt8>) -> LiquidValue {
    let part = withoutTagSpace(part)
    if let quote = part.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let text = Array(part.dropFirst().prefix { $0 != quote })
      return .text(text, isAddress: DialectScanner.isAddress(text))
    }
    let name = String(decoding: part.prefix { !isTagSpace($0) }, as: UTF8.self)
    switch name.lowercased() {
    case "site.baseurl", "site.base_url", "site.url", "site.root", "site.github.url", "baseurl",
      "base_url", "root_url", "pathprefix":
      return .root
    case "page.url", "page.permalink", "page.id", "page.path": return .ownPage
    case let name:
      if let value = assigned[name]
        ?? (context.values[name] ?? context.values["page." + name])
        .map({ Array($0.utf8) })
      {
        return .text(value, isAddress: DialectScanner.isAddress(value))
      }
    }
    if !name.isEmpty, name.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) {
      return .text(Array(name.utf8), isAddress: false)
    }
    return .unknown(name)
  }

  private func apply(
    _ filter: String, _ argument: ArraySlice<UInt8>, to value: LiquidValue
  ) -> LiquidValue {
    switch filter {
    case "relative_url", "absolute_url", "url", "asset_url", "asset_path", "locale_url":
      guard case .text(let text, _) = value else { return value }
      return .text(DialectScanner.rooted(text, in: "/"), isAddress: true)
    case "prepend", "append":
      guard case .text(let other, let isOther) = evaluate(argument) else {
        if case .root = evaluate(argument), case .text(let text, _) = value {
          return .text(DialectScanner.rooted(text, in: "/"), isAddress: true)
        }
        return value
      }
      switch value {
      case .text(let text, let isAddress):
        return .text(
          filter == "prepend" ? other + text : text + other, isAddress: isAddress || isOther)
      case .root: return .text(DialectScanner.rooted(other, in: "/"), isAddress: true)
      default: return value
      }
    case "embed":
      guard case .text(let address, isAddress: true) = value else { return value }
      guard case .text(let title, _) = evaluate(argument) else {
        return .embed(address, title: [])
      }
      return .embed(address, title: title)
    case "default":
      if case .unknown = value { return evaluate(argument) }
      return value
    case "downcase": return value.mapped { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    case "upcase": return value.mapped { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
    case "", "strip", "lstrip", "rstrip", "escape", "escape_once", "xml_escape", "h", "safe", "raw",
      "smartify", "strip_html", "strip_newlines", "newline_to_br", "markdownify", "cgi_escape",
      "uri_escape", "url_encode", "normalize_whitespace", "capitalize", "trim", "t", "date",
      "date_to_string", "date_to_long_string", "date_to_xmlschema", "date_to_rfc822":
      return value
    default:
      guard case .text(let text, _) = value else { return value }
      let shows = ["photo", "image", "img", "avatar", "icon", "picture"]
      return shows.contains { filter.contains($0) }
        ? .unknown("… | \(filter)") : .literal(text, filter: filter)
    }
  }

  /// A text of the author's in quotes, in which outputs are followed.
  func expanded(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "{")) else { return text }
    var result: [UInt8] = []
    var i = 0
    while i < text.count {
      if text[i] == UInt8(ascii: "{"), i + 1 < text.count, text[i + 1] == UInt8(ascii: "{") {
        guard let close = text[i...].firstRange(of: Array("}}".utf8)) else { break }
        if case .text(let value, _) = evaluate(text[(i + 2)..<close.lowerBound]) { result += value }
        i = close.upperBound
      } else {
        result.append(text[i])
        i += 1
      }
    }
    return result + text[i...]
  }

  private static func isAddress(_ text: [UInt8]) -> Bool {
    text.first == UInt8(ascii: "/") || text.starts(with: "http://".utf8)
      || text.starts(with: "https://".utf8) || text.starts(with: "./".utf8)
      || text.starts(with: "../".utf8)
  }

  /// An address from the site's root, unless it says where it begins.
  static func rooted(_ address: [UInt8], in folder: String) -> [UInt8] {
    let head = address.prefix { $0 != UInt8(ascii: "/") }
    if address.isEmpty || isAddress(address) || address.first == UInt8(ascii: "#")
      || head.contains(UInt8(ascii: ":"))
    {
      return address
    }
    return Array(folder.utf8) + address
  }
}

extension DialectScanner.LiquidValue {
  /// The text with each byte changed.
  fileprivate func mapped(_ transform: (UInt8) -> UInt8) -> DialectScanner.LiquidValue {
    guard case .text(let text, let isAddress) = self else { return self }
    return .text(text.map(transform), isAddress: isAddress)
  }
}
