import Templates
import Testing

@Suite struct `Safe HTML` {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("&", "&amp;"), ("a<b>c", "a&lt;b&gt;c"),
    ("\"'", "&quot;&#39;"), ("Ḥashd & <é>", "Ḥashd &amp; &lt;é&gt;"),
    (
      "a text that is longer than sixteen bytes & more",
      "a text that is longer than sixteen bytes &amp; more"
    ),
  ])
  func `Text of others is escaped`(_ text: String, _ escaped: String) {
    var html = HTML()
    html.markup("<p>")
    html.text(text)

    #expect(String(decoding: html.bytes, as: UTF8.self) == "<p>" + escaped)
  }

  @Test func `Text of any length is escaped byte for byte`() {
    let specials: [UInt8: String] = [
      0x26: "&amp;", 0x3C: "&lt;", 0x3E: "&gt;", 0x22: "&quot;", 0x27: "&#39;",
    ]
    for length in 0..<70 {
      for at in 0..<length {
        for special in specials.keys.sorted() {
          var text = (0..<length).map { UInt8(ascii: "?") &+ UInt8($0 * 3) }
          text[at] = special
          let expected = text.flatMap { specials[$0].map { Array($0.utf8) } ?? [$0] }

          var html = HTML()
          html.text(text.span)
          #expect(html.bytes == expected)
        }
      }
    }
  }

  @Test(arguments: [0, 7, 10, 1234, -5, Int.max, Int.min])
  func `A number is shown in decimal digits`(_ number: Int) {
    var html = HTML()
    html.number(number)

    #expect(String(decoding: html.bytes, as: UTF8.self) == "\(number)")
  }
}
