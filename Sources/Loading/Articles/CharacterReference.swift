#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// HTML's character references, which exports of other systems leave in headlines.
enum CharacterReference {
  /// Decodes each reference once, so that `&amp;lt;` becomes `&lt;`.
  ///
  /// Unknown ones stay as they are.
  static func decoded(_ text: String) -> String {
    let holdsReference = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, Int32(UInt8(ascii: "&")), bytes.count) != nil } ?? false
    }
    guard holdsReference ?? true else { return text }
    // Scalars: a semicolon before a combining mark is a semicolon.
    var decoded = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let ampersand = rest.firstIndex(of: "&") {
      decoded += rest[..<ampersand]
      rest = rest[ampersand...]
      if let semicolon = rest.prefix(12).firstIndex(of: ";"),
        let character = scalar(Substring(rest[rest.index(after: ampersand)..<semicolon]))
      {
        decoded.append(character)
        rest = rest[rest.index(after: semicolon)...]
      } else {
        decoded.append("&")
        rest = rest.dropFirst()
      }
    }
    decoded += rest
    return String(decoded)
  }

  /// The code point of a name such as `eacute`.
  static func value(named name: String) -> UInt32? { named[name]?.value }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    guard name.first == "#" else { return named[String(name)] }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, number >= 0x20, !(0x7F...0x9F).contains(number) else { return nil }
    return Unicode.Scalar(number)
  }

  /// Those of HTML 4 for Latin-1, in order from U+00A0, and for typography.
  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—",
      "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
      "hellip": "…", "bull": "•", "trade": "™", "euro": "€", "lsaquo": "‹", "rsaquo": "›",
      "dagger": "†", "Dagger": "‡", "permil": "‰", "prime": "′", "Prime": "″", "OElig": "Œ",
      "oelig": "œ", "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "minus": "−",
    ]
    let latin1 = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute \
      icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
      yacute thorn yuml
      """
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    return named
  }()
}
