/// A file of the index: a classic script that hands its content to the page's script by a call.
public struct SearchFile: Sendable {
  /// Its name below the folder of the index: `0w12.js`.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// The name of a file that calls itself so: `0w12`.
  static func path(of name: String) -> String { name + ".js" }

  /// A file of symbols of seven bits, as strings.
  ///
  /// What a string of a script may not hold, and NUL, stands as the character 128 beyond it.
  init(_ name: String, symbols parts: [[UInt8]]) {
    self.name = SearchFile.path(of: name)
    let start = Array("datelineSearch(\"\(name)\"".utf8)
    let most = parts.reduce(start.count + 2) { $0 + $1.count * 2 + 3 }
    bytes = [UInt8](unsafeUninitializedCapacity: most) { bytes, count in
      func append(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
      }
      for byte in start { append(byte) }
      for symbols in parts {
        append(UInt8(ascii: ","))
        append(UInt8(ascii: "\""))
        for symbol in symbols {
          switch symbol {
          case 0, 0x0A, 0x0D, 0x22, 0x5C:
            append(0xC0 | (symbol | 0x80) >> 6)
            append(symbol & 0x3F | 0x80)
          default: append(symbol)
          }
        }
        append(UInt8(ascii: "\""))
      }
      append(UInt8(ascii: ")"))
      append(UInt8(ascii: "\n"))
    }
  }

  /// A file with a value as JSON has it.
  init(_ name: String, json: [UInt8]) {
    self.name = SearchFile.path(of: name)
    bytes = Array("datelineSearch(\"\(name)\",".utf8) + json + Array(")\n".utf8)
  }
}
