/// A value of front matter, settings or authority records, as written: nothing is guessed about
/// types, so `title: 1984` and `title: no` are text until a key's reader asks for something else.
public struct FrontMatterValue: Sendable {
  /// What it is.
  public enum Content: Sendable {
    /// Nothing, or `~`.
    case null
    /// A scalar. A quoted one is always text, whatever it looks like.
    case text(String, isQuoted: Bool)
    /// A list.
    case list([FrontMatterValue])
    /// Keys and values, in order.
    case map([FrontMatterEntry])
  }

  /// What it is.
  public var content: Content
  /// UTF-8 offsets into the decoded text of its file.
  public var offsets: Range<Int>

  /// A value at a place.
  init(_ content: Content, at offsets: Range<Int>) {
    self.content = content
    self.offsets = offsets
  }

  /// Whether there is nothing.
  var isNull: Bool { if case .null = content { true } else { false } }
}

/// A key with its value.
public struct FrontMatterEntry: Sendable {
  /// The key as written.
  public var key: String
  /// UTF-8 offsets of the key.
  public var keyOffsets: Range<Int>
  /// Its value.
  public var value: FrontMatterValue
}

extension FrontMatterValue {
  /// The value as text: a scalar as it is, anything deeper as JSON.
  var asText: String {
    switch content {
    case .null: return ""
    case .text(let text, _): return text
    case .list, .map: return json
    }
  }

  private var json: String {
    switch content {
    case .null: "null"
    case .text(let text, _): FrontMatterValue.jsonString(text)
    case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .map(let entries):
      "{"
        + entries.map { "\(FrontMatterValue.jsonString($0.key)): \($0.value.json)" }
        .joined(separator: ", ") + "}"
    }
  }

  private static func jsonString(_ text: String) -> String {
    var json = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\t": json += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }
}
