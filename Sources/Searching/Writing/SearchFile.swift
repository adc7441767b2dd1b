/// A file of the index: a classic script that hands its content to the page's script by a call.
public struct SearchFile: Sendable {
  /// Its name below the folder of the index: `0w12.js`.
  public var name: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// A file of symbols of seven bits, as strings.
  ///
  /// What a string of a script may not hold, and NUL, stands as the character 128 beyond it.
  init(_ name: String, symbols parts: [[UInt8]]) {
    self.name = name + ".js"
    bytes = Array("datelineSearch(\"\(name)\"".utf8)
    for symbols in parts {
      bytes.append(contentsOf: ",\"".utf8)
      bytes.reserveCapacity(bytes.count + symbols.count + symbols.count / 20 + 8)
      for symbol in symbols {
        switch symbol {
        case 0, 0x0A, 0x0D, 0x22, 0x5C:
          bytes.append(0xC0 | (symbol | 0x80) >> 6)
          bytes.append(symbol & 0x3F | 0x80)
        default: bytes.append(symbol)
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(contentsOf: ")\n".utf8)
  }

  /// A file with a value as JSON has it.
  init(_ name: String, json: [UInt8]) {
    self.name = name + ".js"
    bytes = Array("datelineSearch(\"\(name)\",".utf8) + json + Array(")\n".utf8)
  }
}
