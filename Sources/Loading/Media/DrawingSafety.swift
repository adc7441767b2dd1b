/// Takes out of SVG drawings what a browser would run when a reader opens one by its address.
///
/// In a page nothing in an `img` runs; but the file stands on the host of the archive, and what runs
/// there could read and change what belongs to it. So scripts, handlers of events, frames, forms,
/// addresses of code and entities that hold markup are not in the copy; all else stays, byte by byte.
/// HTML within `foreignObject` stays as well, since diagrams have their labels in it.
public struct DrawingSafety {
  private let bytes: [UInt8]
  private var i = 0
  private var copy: [UInt8] = []
  /// How many bytes of the drawing are in the copy, or were left out of it.
  private var copied = 0
  /// What was left out, by name, each once.
  private var names: [String] = []

  /// A drawing without what runs, and the names of that; nil where there is nothing of the kind.
  ///
  /// Of a drawing that is not in an encoding with the letters of ASCII nothing is left. O(bytes).
  public static func cleaned(_ bytes: [UInt8]) -> (copy: [UInt8], names: [String])? {
    guard !bytes.prefix(256).contains(0), !bytes.starts(with: [0x1F, 0x8B]),
      !hasOtherLetters(bytes)
    else {
      return (Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), ["an unknown encoding"])
    }
    var safety = DrawingSafety(bytes)
    safety.run()
    return safety.names.isEmpty ? nil : (safety.copy, safety.names)
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the XML declaration names an encoding in which tags could look like text.
  private static func hasOtherLetters(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(200)
    guard let start = head.firstRange(of: "encoding=".utf8)?.upperBound,
      head[..<start].firstRange(of: "<?xml".utf8) != nil
    else { return false }
    let name = String(
      decoding: head[start...].dropFirst().prefix { $0 != 0x22 && $0 != 0x27 }, as: UTF8.self
    )
    .lowercased()
    return
      !(name.hasPrefix("iso-8859-") || name.hasPrefix("windows-125") || name == "utf-8"
      || name == "us-ascii")
  }

  private mutating func run() {
    while let start = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
      i = start
      if has("<!--") {
        guard skip(past: "-->") else { return cut("a comment that never ends", from: start) }
      } else if has("<![CDATA[") {
        guard skip(past: "]]>") else { return cut("a CDATA section that never ends", from: start) }
      } else if has("<!") {
        readDeclaration()
      } else if has("<?") {
        guard skip(past: "?>") else { return cut("an instruction that never ends", from: start) }
        if !bytes[start...].starts(with: "<?xml ".utf8) { leaveOut(start..<i, "an instruction") }
      } else if has("</") {
        guard skip(past: ">") else { return cut("a tag that never ends", from: start) }
      } else {
        guard let tag = readTag() else { return cut("a broken tag", from: start) }
        if isActive(tag) {
          skipContent(of: tag)
          leaveOut(start..<i, tag.name)
        } else {
          for attribute in tag.attributes where isActive(attribute) {
            leaveOut(attribute.range, attribute.name)
          }
        }
      }
    }
    copy += bytes[copied...]
  }

  // MARK: What is left out

  private mutating func leaveOut(_ range: Range<Int>, _ name: String) {
    if !names.contains(name), names.count < 8 { names.append(name) }
    copy += bytes[copied..<range.lowerBound]
    copied = range.upperBound
  }

  /// A browser stops here as well, once it has run what stands before.
  private mutating func cut(_ name: String, from start: Int) {
    leaveOut(start..<bytes.count, name)
  }

  private static let activeElements: Set<String> = [
    "script", "handler", "listener", "iframe", "frame", "frameset", "embed", "object", "applet",
    "audio", "video", "meta", "link", "base", "form",
  ]

  private func isActive(_ tag: Tag) -> Bool {
    let name = DrawingSafety.local(tag.name)
    if DrawingSafety.activeElements.contains(name) { return true }
    guard name == "set" || name.hasPrefix("animate") else { return false }
    return tag.attributes.contains { attribute in
      guard DrawingSafety.local(attribute.name) == "attributename" else { return false }
      let target = DrawingSafety.local(String(decoding: plain(attribute.value), as: UTF8.self))
      return target.hasPrefix("on") || target == "href" || target.contains("&")
    }
  }

  private func isActive(_ attribute: Attribute) -> Bool {
    let name = DrawingSafety.local(attribute.name)
    if name.hasPrefix("on") { return true }
    let value = plain(attribute.value)
    if value.starts(with: "javascript:".utf8) || value.starts(with: "vbscript:".utf8) {
      return true
    }
    guard ["href", "src", "srcdoc", "action", "formaction", "data"].contains(name) else {
      return false
    }
    // What an entity of its own stands for, nobody has looked at.
    if value.contains(UInt8(ascii: "&")) { return !value.starts(with: "http".utf8) }
    guard value.starts(with: "data:".utf8) else { return name == "srcdoc" }
    return !["png", "jpeg", "jpg", "gif", "webp"].contains { kind in
      value.starts(with: "data:image/\(kind)".utf8)
    }
  }

  /// The part of a name behind its prefix, in lower case.
  private static func local(_ name: String) -> String {
    (name.split(separator: ":").last.map(String.init) ?? name).lowercased()
  }

  /// A value as a browser reads an address: references to characters resolved, without white space
  /// and controls, in lower case.
  private func plain(_ range: Range<Int>) -> [UInt8] {
    var value: [UInt8] = []
    var at = range.lowerBound
    // What decides stands at the beginning.
    while at < range.upperBound, value.count < 64 {
      var byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "&"), at < range.upperBound, bytes[at] == UInt8(ascii: "#"),
        let end = bytes[at..<range.upperBound].firstIndex(of: UInt8(ascii: ";"))
      {
        let digits = String(decoding: bytes[(at + 1)..<end], as: UTF8.self).lowercased()
        let number = digits.hasPrefix("x") ? Int(digits.dropFirst(), radix: 16) : Int(digits)
        byte = number.flatMap { UInt8(exactly: $0) } ?? UInt8(ascii: "?")
        at = end + 1
      } else if byte == UInt8(ascii: "&"), bytes[at..<range.upperBound].starts(with: "amp;".utf8) {
        at += 4
        byte = UInt8(ascii: "?")
      }
      if byte > 0x20 { value.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
    }
    return value
  }

  // MARK: Reading

  private struct Attribute {
    var name: String
    var value: Range<Int>
    /// With the white space before it.
    var range: Range<Int>
  }

  private struct Tag {
    var name: String
    var attributes: [Attribute] = []
    var isEmpty = false
  }

  private func has(_ word: StaticString) -> Bool {
    guard bytes.count - i >= word.utf8CodeUnitCount else { return false }
    for offset in 0..<word.utf8CodeUnitCount where bytes[i + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Moves behind the next occurrence of an end: whether there is one.
  private mutating func skip(past end: String) -> Bool {
    guard let found = bytes[i...].firstRange(of: end.utf8) else { return false }
    i = found.upperBound
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A start tag, as XML has it: each attribute in quotation marks; nil where it is none.
  private mutating func readTag() -> Tag? {
    i += 1
    let name = readName()
    guard !name.isEmpty else { return nil }
    var tag = Tag(name: name)
    while true {
      let start = i
      while i < bytes.count, DrawingSafety.isSpace(bytes[i]) { i += 1 }
      guard i < bytes.count else { return nil }
      if bytes[i] == UInt8(ascii: ">") {
        i += 1
        return tag
      }
      if has("/>") {
        i += 2
        tag.isEmpty = true
        return tag
      }
      let name = readName()
      while i < bytes.count, DrawingSafety.isSpace(bytes[i]) { i += 1 }
      guard !name.isEmpty, has("=") else { return nil }
      i += 1
      while i < bytes.count, DrawingSafety.isSpace(bytes[i]) { i += 1 }
      guard has("\"") || has("'"), let end = bytes[(i + 1)...].firstIndex(of: bytes[i]) else {
        return nil
      }
      tag.attributes.append(Attribute(name: name, value: (i + 1)..<end, range: start..<(end + 1)))
      i = end + 1
    }
  }

  private mutating func readName() -> String {
    let start = i
    while i < bytes.count, !DrawingSafety.isSpace(bytes[i]), !"=/><\"'".utf8.contains(bytes[i]) {
      i += 1
    }
    return String(decoding: bytes[start..<i], as: UTF8.self)
  }

  /// Moves behind the end tag of an element, or to the end where there is none.
  private mutating func skipContent(of tag: Tag) {
    guard !tag.isEmpty else { return }
    var depth = 1
    while depth > 0 {
      guard let start = bytes[i...].firstIndex(of: UInt8(ascii: "<")) else {
        return i = bytes.count
      }
      i = start
      let isSkipped: Bool
      if has("<!--") {
        isSkipped = skip(past: "-->")
      } else if has("<![CDATA[") {
        isSkipped = skip(past: "]]>")
      } else if has("<?") {
        isSkipped = skip(past: "?>")
      } else if has("</") {
        i += 2
        if readName() == tag.name { depth -= 1 }
        isSkipped = skip(past: ">")
      } else if let inner = readTag() {
        if inner.name == tag.name, !inner.isEmpty { depth += 1 }
        isSkipped = true
      } else {
        isSkipped = false
      }
      guard isSkipped else { return i = bytes.count }
    }
  }

  /// A document type stays if all that it declares is short names for text.
  private mutating func readDeclaration() {
    let start = i
    var isHarmless = true
    var isInSubset = false
    i += 2
    while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "["): isInSubset = true
      case UInt8(ascii: "]"): isInSubset = false
      case UInt8(ascii: ">") where !isInSubset:
        i += 1
        if !isHarmless { leaveOut(start..<i, "a document type with declarations") }
        return
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = bytes[(i + 1)...].firstIndex(of: bytes[i]) else {
          return cutDeclaration(from: start)
        }
        if isInSubset, bytes[i..<end].contains(where: { "<&%".utf8.contains($0) }) {
          isHarmless = false
        }
        i = end
      case UInt8(ascii: "<") where !has("<!ENTITY "), UInt8(ascii: "%"): isHarmless = false
      default: break
      }
      i += 1
    }
    cutDeclaration(from: start)
  }

  private mutating func cutDeclaration(from start: Int) {
    i = bytes.count
    cut("a declaration that never ends", from: start)
  }
}
