import Publishing
import Testing

@Suite struct `JSON texts` {
  @Test(arguments: [true, false])
  func `Text of any length is escaped byte for byte`(_ escapesTags: Bool) {
    var escapes = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\u{1}": "\\u0001"]
    if escapesTags {
      for (sign, escape) in [
        ("<", "\\u003c"), ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029"),
      ] {
        escapes[sign] = escape
      }
    }
    for length in 0..<40 {
      for at in 0..<length {
        for (special, escape) in escapes {
          // Signs of one to four bytes, U+2019 with the same first byte as U+2028.
          let plain = (0..<length).map { ["a", "’", " ", "ä", "z", "\u{1F5DE}", "0"][$0 % 7] }
          let before = plain[..<at].joined()
          let after = plain[at...].joined()

          var json = JSONText(escapesTags: escapesTags)
          json.value(before + special + after)
          #expect(String(decoding: json.bytes, as: UTF8.self) == "\"\(before)\(escape)\(after)\"")
        }
      }
    }
  }
}
