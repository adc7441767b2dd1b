/// Writes values as YAML that every reader of YAML takes for the same.
enum YAMLWriting {
  /// Where a scalar stands: inside brackets more signs have a meaning.
  enum Context { case block, flow }

  /// A line is broken into several where it would be longer.
  static let maximumColumns = 100

  /// A text as a scalar in one line: plain where that is safe.
  ///
  /// - Parameter quote: the quotes that stood there before, if any did: they are kept.
  static func scalar(_ text: String, in context: Context, quote: UInt8? = nil) -> String {
    let isOneLine = text.unicodeScalars.allSatisfy { !isSpecial($0) }
    if quote == UInt8(ascii: "'"), isOneLine { return singleQuoted(text) }
    return isOneLine && quote == nil && isPlain(text, in: context) ? text : doubleQuoted(text)
  }

  /// A value in one line, inside brackets or not.
  static func flow(_ value: EditValue, in context: Context = .flow) -> String {
    switch value {
    case .text(let text): scalar(text, in: context)
    case .literal(let text): text
    case .list(let items): "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map(flowEntry).joined(separator: ", ") + "}"
    }
  }

  /// `key: value`, inside brackets.
  static func flowEntry(_ entry: EditEntry) -> String {
    "\(scalar(entry.key, in: .flow)): \(flow(entry.value))"
  }

  /// `key: value` in a column, without a line feed at its end: in one line if it fits, else a list
  /// has a line an item, a map a line a key, and a text of several lines is a block.
  static func entry(_ entry: EditEntry, column: Int, breaks: Bool = false) -> String {
    let margin = String(repeating: " ", count: column)
    let head = "\(margin)\(scalar(entry.key, in: .block)):"
    let line = "\(head) \(flow(entry.value, in: .block))"
    let isLong = breaks || line.count > maximumColumns
    switch entry.value {
    case .text(let text):
      return literalBlock(text, column: column + 2).map { "\(head) |\($0)" } ?? line
    case .literal: return line
    case .list(let items):
      let hasMaps = items.contains { if case .map = $0 { true } else { false } }
      guard isLong || hasMaps, !items.isEmpty else { return line }
      return ([head] + items.map { "\(margin)  - \(flow($0, in: .block))" })
        .joined(separator: "\n")
    case .map(let entries):
      guard isLong, !entries.isEmpty else { return line }
      return ([head] + entries.map { self.entry($0, column: column + 2) }).joined(separator: "\n")
    }
  }

  // MARK: Scalars

  /// The rest of `key: |` for a text of several lines; nil where it has one, or a block could not
  /// hold it.
  private static func literalBlock(_ text: String, column: Int) -> String? {
    let isClosed = text.hasSuffix("\n")
    let body = isClosed ? text.dropLast() : text[...]
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 || isClosed, let first = lines.first, let last = lines.last,
      !first.isEmpty, !last.isEmpty,
      lines.allSatisfy({ line in
        line.first.map { $0 != " " && $0 != "\t" } ?? true
          && line.unicodeScalars.allSatisfy { !isSpecial($0) }
      })
    else { return nil }
    let margin = String(repeating: " ", count: column)
    return (isClosed ? "" : "-")
      + lines.map { $0.isEmpty ? "\n" : "\n\(margin)\($0)" }.joined()
  }

  private static func singleQuoted(_ text: String) -> String {
    var quoted = "'"
    for character in text.unicodeScalars {
      quoted.unicodeScalars.append(character)
      if character == "'" { quoted += "'" }
    }
    return quoted + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where isSpecial(scalar):
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        quoted += (width == 8 ? "\\U" : "\\u")
        quoted += String(repeating: "0", count: width - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Controls, line ends of all kinds, and what is not seen: never as themselves.
  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether a text may stand without quotes, and is text to every reader.
  private static func isPlain(_ text: String, in context: Context) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, !isBlank(first), !isBlank(last),
      !"-?:,[]{}#&*!|>'\"%@`=<~.+".utf8.contains(first), last != UInt8(ascii: ":"),
      !looksTyped(text)
    else { return false }
    for i in bytes.indices {
      switch bytes[i] {
      case UInt8(ascii: ":"):
        if context == .flow || i + 1 == bytes.count || isBlank(bytes[i + 1]) { return false }
      case UInt8(ascii: "#"):
        if context == .flow || isBlank(bytes[i - 1]) { return false }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "?"), UInt8(ascii: "\""):
        if context == .flow { return false }
      default: break
      }
    }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether YAML 1.1 or 1.2 may have a type for it other than text: a truth value, nothing, or a
  /// number or date, which begin with a digit and have no letters but these.
  static func looksTyped(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let isNumberSign = bytes.first == UInt8(ascii: "-") && bytes.count > 1
    if let first = isNumberSign ? bytes[1] : bytes.first, (0x30...0x39).contains(first) {
      return bytes.allSatisfy { $0 < 0x40 || "abcdefotxz_".utf8.contains($0 | 0x20) }
    }
    switch text.lowercased() {
    case "true", "false", "yes", "no", "on", "off", "y", "n", "null": return true
    default: return false
    }
  }
}
