/// What raw HTML may say on a page: an allow-list of elements and of their attributes.
enum HTMLRules {
  /// What becomes of an element.
  enum Role {
    /// Within a line.
    case inline
    /// A block that holds blocks; text in it is a paragraph.
    case flow
    /// A block that holds blocks; text in it needs no paragraph.
    case cell
    /// A block that holds text alone.
    case phrasing
    /// A block that holds certain blocks alone.
    case structure
    /// Parts paragraphs and is not written.
    case boundary
    /// Is not written, though its text is.
    case transparent
    /// Is not written, nor is what it holds: code, and what describes another page.
    case dropped
    /// A link to what it would play; what it holds is shown only where there is nothing to play.
    case media
  }

  static func role(of name: String) -> Role {
    switch name {
    case "a", "em", "i", "strong", "b", "u", "s", "del", "ins", "mark", "small", "sub", "sup",
      "abbr", "cite", "q", "code", "kbd", "samp", "var", "time", "dfn", "bdi", "bdo":
      .inline
    case "blockquote", "details": .flow
    case "li", "dt", "dd", "td", "th", "caption", "figure", "figcaption": .cell
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "summary": .phrasing
    case "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr": .structure
    case "div", "section", "article", "aside", "header", "footer", "main", "nav", "address",
      "center", "form", "fieldset", "legend", "body", "html", "hgroup", "option", "noscript", "hr",
      "pre",
      // Drawings have their words in these, one beside the other.
      "title", "desc", "text", "tspan":
      .boundary
    case "script", "style", "template", "head": .dropped
    case "object", "audio", "video", "iframe": .media
    default: .transparent
    }
  }

  /// Whether it leaves more on a page than its text.
  static func isWritten(_ name: String) -> Bool {
    switch role(of: name) {
    case .inline, .flow, .cell, .phrasing, .structure, .media: true
    case .boundary, .transparent, .dropped: ["img", "embed", "hr"].contains(name)
    }
  }

  /// Elements that mean nothing to a reader: nobody needs to be told that they are gone.
  static func isHarmless(_ name: String) -> Bool {
    switch name {
    case "span", "font", "big", "tt", "picture", "source", "wbr", "colgroup", "col", "div",
      "section", "article", "aside", "header", "footer", "main", "nav", "address", "center",
      "hgroup", "noscript", "strike", "img", "br", "iframe", "embed", "object", "audio", "video",
      "track", "hr", "pre", "nobr", "label", "acronym", "ruby", "rb", "rt", "rp":
      true
    default:
      role(of: name) != .transparent && role(of: name) != .dropped && name != "form"
        && name != "body" && name != "html" && name != "option" && name != "title"
    }
  }

  /// The start tag, written anew: nothing of it is copied but checked, escaped values.
  static func startTag(_ token: HTMLToken) -> String {
    var tag: [UInt8] = Array("<\(token.name)".utf8)
    for (name, value) in token.attributes where isAllowed(name, value, on: token.name) {
      let isFlag = name == "open" || name == "reversed"
      append(name, isFlag ? nil : value, to: &tag)
    }
    tag.append(UInt8(ascii: ">"))
    return String(decoding: tag, as: UTF8.self)
  }

  /// A start tag with nothing but an id.
  static func startTag(_ name: StaticString, id: [UInt8]) -> String {
    var tag: [UInt8] = Array("<\(name)".utf8)
    append("id", id, to: &tag)
    tag.append(UInt8(ascii: ">"))
    return String(decoding: tag, as: UTF8.self)
  }

  private static func append(_ name: String, _ value: [UInt8]?, to tag: inout [UInt8]) {
    tag.append(0x20)
    tag.append(contentsOf: name.utf8)
    guard let value else { return }
    tag.append(contentsOf: "=\"".utf8)
    for byte in value {
      switch byte {
      case UInt8(ascii: "&"): tag.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): tag.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): tag.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): tag.append(contentsOf: "&quot;".utf8)
      case 0..<0x20, 0x7F: tag.append(0x20)
      default: tag.append(byte)
      }
    }
    tag.append(UInt8(ascii: "\""))
  }

  private static func isAllowed(_ name: String, _ value: [UInt8], on element: String) -> Bool {
    switch (element, name) {
    case (_, "lang"): isLanguage(value)
    case (_, "dir"): ["ltr", "rtl", "auto"].contains { value.elementsEqual($0.utf8) }
    case ("abbr", "title"), ("dfn", "title"): true
    case ("details", "open"), ("ol", "reversed"): true
    case ("ol", "start"), ("li", "value"):
      isNumber(value.first == 0x2D ? value.dropFirst() : value[...])
    case ("ol", "type"): value.count == 1 && "1aAiI".utf8.contains(value[0])
    case ("td", "colspan"), ("th", "colspan"), ("td", "rowspan"), ("th", "rowspan"):
      isNumber(value[...]) && value.count <= 2 && value.first != 0x30
    case ("th", "scope"):
      ["row", "col", "rowgroup", "colgroup"].contains { value.elementsEqual($0.utf8) }
    case ("time", "datetime"):
      (4...32).contains(value.count)
        && value.allSatisfy { (0x30...0x39).contains($0) || "-:.+TZ ".utf8.contains($0) }
    case ("blockquote", "cite"), ("q", "cite"), ("del", "cite"), ("ins", "cite"):
      (value.starts(with: "https://".utf8) || value.starts(with: "http://".utf8))
        && value.allSatisfy { (0x21...0x7E).contains($0) }
    default: false
    }
  }

  /// The shape of a BCP 47 tag: parts of at most eight letters and digits.
  private static func isLanguage(_ value: [UInt8]) -> Bool {
    guard (2...35).contains(value.count), HTMLTokens.isLetter(value[0]) else { return false }
    return value.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy {
      (1...8).contains($0.count)
        && $0.allSatisfy { HTMLTokens.isLetter($0) || (0x30...0x39).contains($0) }
    }
  }

  private static func isNumber(_ value: ArraySlice<UInt8>) -> Bool {
    (1...6).contains(value.count) && value.allSatisfy { (0x30...0x39).contains($0) }
  }
}
