/// A value of JSON; numbers are kept as they are written.
indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([String: JSON])

  /// Parses well-formed JSON, such as a specification's.
  init(parsing bytes: [UInt8]) {
    var at = 0
    self = JSON.value(bytes, &at)
  }

  subscript(key: String) -> JSON {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var array: [JSON] { if case .array(let elements) = self { elements } else { [] } }

  var object: [String: JSON] { if case .object(let members) = self { members } else { [:] } }

  var string: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  private static func value(_ bytes: [UInt8], _ at: inout Int) -> JSON {
    skipSpace(bytes, &at)
    switch bytes[at] {
    case UInt8(ascii: "{"):
      var members: [String: JSON] = [:]
      elements(bytes, &at, until: UInt8(ascii: "}")) { at in
        let key = text(bytes, &at)
        skipSpace(bytes, &at)
        at += 1
        members[key] = value(bytes, &at)
      }
      return .object(members)
    case UInt8(ascii: "["):
      var array: [JSON] = []
      elements(bytes, &at, until: UInt8(ascii: "]")) { at in array.append(value(bytes, &at)) }
      return .array(array)
    case UInt8(ascii: "\""): return .string(text(bytes, &at))
    default:
      let start = at
      while at < bytes.count, !Array(",]}\n ".utf8).contains(bytes[at]) { at += 1 }
      switch String(decoding: bytes[start..<at], as: UTF8.self) {
      case "true": return .bool(true)
      case "false": return .bool(false)
      case "null": return .null
      case let number: return .number(number)
      }
    }
  }

  private static func elements(
    _ bytes: [UInt8], _ at: inout Int, until end: UInt8, _ element: (inout Int) -> Void
  ) {
    at += 1
    skipSpace(bytes, &at)
    while bytes[at] != end {
      element(&at)
      skipSpace(bytes, &at)
      if bytes[at] == UInt8(ascii: ",") { at += 1 }
      skipSpace(bytes, &at)
    }
    at += 1
  }

  private static func text(_ bytes: [UInt8], _ at: inout Int) -> String {
    at += 1
    var text: [UInt8] = []
    while bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 1
        switch bytes[at] {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
          let digits = String(decoding: bytes[at + 1...at + 4], as: UTF8.self)
          text += Array("\(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")".utf8)
          at += 4
        default: text.append(bytes[at])
        }
      } else {
        text.append(bytes[at])
      }
      at += 1
    }
    at += 1
    return String(decoding: text, as: UTF8.self)
  }

  private static func skipSpace(_ bytes: [UInt8], _ at: inout Int) {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }
}
