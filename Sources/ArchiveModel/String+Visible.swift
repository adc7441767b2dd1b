extension String {
  /// Text of others without anything that could steer a terminal or turn a line about: such
  /// characters are shown by their numbers.
  public var visible: String {
    guard unicodeScalars.contains(where: \.isInvisible) else { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      if scalar.isInvisible {
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// Whether it is a control character, or a control of the text's direction.
  var isInvisible: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
