import ArchiveModel
import Testing

@testable import Markup

/// What is wrong with HTML that a page gets, by rules of its own: elements, attributes, schemes.
private func fault(of html: String) -> String? {
  let allowed: [String: Set<String>] = [
    "a": ["href", "title"], "img": ["src", "alt", "title"], "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"], "span": ["id"], "div": ["id", "class", "tabindex"],
    "ol": ["start", "type", "reversed"], "li": ["value"], "code": ["class"], "details": ["open"],
    "time": ["datetime"], "abbr": ["title"], "dfn": ["title"], "blockquote": ["cite"],
    "q": ["cite"], "del": ["cite"], "ins": ["cite"],
  ]
  let plain: Set<String> = [
    "b", "i", "em", "strong", "u", "s", "mark", "small", "sub", "sup", "cite", "kbd", "samp", "var",
    "bdi", "bdo", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "dl", "dt", "dd", "table", "thead",
    "tbody", "tfoot", "tr", "caption", "figure", "figcaption", "summary", "pre", "br", "hr",
  ]
  for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
    guard let end = part.firstIndex(of: ">") else { return "no tag: <\(part)" }
    var rest = part[..<end].drop { $0 == "/" }
    let name = String(rest.prefix { $0.isLetter || $0.isNumber })
    guard plain.contains(name) || allowed[name] != nil else { return "element <\(part)" }
    rest = rest.dropFirst(name.count)
    while true {
      rest = rest.drop { $0 == " " || $0 == "/" }
      guard !rest.isEmpty else { break }
      let attribute = String(rest.prefix { $0 != "=" && $0 != " " })
      rest = rest.dropFirst(attribute.count)
      let isGlobal = attribute == "lang" || attribute == "dir"
      guard isGlobal || allowed[name]?.contains(attribute) == true else {
        return "attribute \(attribute) of <\(part)"
      }
      guard rest.hasPrefix("=\"") else { continue }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 3)
      guard attribute == "href" || attribute == "src" else { continue }
      let head = value.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if let colon = head.firstIndex(of: ":"), colon > head.startIndex,
        head[..<colon].allSatisfy({
          $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0))
        }),
        !["http", "https", "mailto", "tel"].contains(head[..<colon].lowercased())
      {
        return "address \(value)"
      }
    }
  }
  return nil
}

/// The words `w1`, `w2`, … of a page, in order.
private func words(of html: String) -> [Int] {
  var words: [Int] = []
  let texts = html.split(separator: "<", omittingEmptySubsequences: false).map { part in
    String(part.firstIndex(of: ">").map { part[part.index(after: $0)...] } ?? part)
  }
  let text = texts.joined(separator: " ")
  for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.first == "w" {
    if let number = Int(word.dropFirst()) { words.append(number) }
  }
  return words
}

@Suite struct `Raw HTML of any shape` {
  static let elements = [
    "a", "a href=/x", "a href='javascript:w0'", "a name=n", "abbr title='w0 <b>'", "article", "b",
    "blockquote", "body", "button", "caption", "center", "kbd", "dd", "details", "div", "div id=d",
    "dl", "dt", "em", "figcaption", "figure", "font color=red", "form", "h1", "h2 onclick=w0()",
    "html", "i", "li", "math", "mi", "noscript", "object", "ol start=3", "option", "p",
    "p lang=ar dir=rtl style='w0'", "q", "section", "select", "span", "summary", "sup", "svg",
    "table", "tbody", "td", "td colspan=2", "text", "textarea", "th scope=col", "thead",
    "title", "tr", "tt", "ul", "video", "x-y", "blink", "marquee", "base href=//w0",
  ]
  static let voids = [
    "<br>", "<hr>", "<img src=/x.png alt='v0'>", "<img src=data:text/html,w0>", "<input value=w0>",
    "<meta http-equiv=refresh content=w0>", "<link rel=stylesheet href=w0>", "<wbr>",
    "<!-- w0 -->", "<script>w0 < \"</b>\"</script>", "<style>w0 {}</style>", "</p>", "</>",
    "<?w0?>",
    "<template><b>w0</b></template>", "<embed src=javascript:w0>", "<iframe src=/x>w0</iframe>",
    "&lt;script&gt;", "&#60;b>",
  ]

  static let openTags = ["<a href=\"", "<p title='x>", "<b ", "<", "<td x=\"y\" z"]

  /// A raw text of random tags around numbered words, and how many words there are.
  static func text(_ random: inout SplitMix64) -> (source: String, count: Int) {
    var source = Bool.random(using: &random) ? "<div>" : "x "
    var open: [Substring] = []
    var count = 0
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...2:
        count += 1
        source += "w\(count) "
      case 3...5:
        let element = elements[Int.random(in: 0..<elements.count, using: &random)]
        source += "<\(element)>"
        open.append(element.prefix { $0 != " " })
      case 6, 7:
        guard !open.isEmpty else { continue }
        source += "</\(open.remove(at: Int.random(in: 0..<open.count, using: &random)))>"
      case 8: source += voids[Int.random(in: 0..<voids.count, using: &random)]
      default: source += "\n"
      }
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      source += openTags[Int.random(in: 0..<openTags.count, using: &random)]
      count += 1
      source += " w\(count)"
    }
    return (source, count)
  }

  @Test func `All words outside of scripts and styles stay, in order`() {
    var random = SplitMix64(state: 20_261_125)
    for _ in 0..<4_000 {
      let (source, count) = Self.text(&random)
      let html = html(source)
      if words(of: html) != Array(0...count).dropFirst().map(\.self) {
        Issue.record("\(words(of: html)) of \(count): \(source)\n\n\(html)")
        return
      }
    }
  }

  @Test func `Nothing but what is allowed reaches the page, well nested, whatever is mixed or cut`()
  {
    var random = SplitMix64(state: 7)
    let signs = Array("<>\"'/=&;!-#: \n*_`[]()\0aω".utf8)
    for _ in 0..<1_500 {
      var bytes = Array(
        (0..<3).map { _ in Self.text(&random).source }.joined(separator: "\n\n").utf8)
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(signs[Int.random(in: 0..<signs.count, using: &random)], at: at)
        default:
          let end = Int.random(in: at..<min(at + 20, bytes.count), using: &random)
          bytes.insert(
            contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &random))
        }
        if bytes.isEmpty { break }
      }
      let document = MarkdownDocument(markdown: bytes.span)
      let output = document.renderHTML()
      if let fault = nestingFault(output) ?? fault(of: output.plain) {
        Issue.record("\(fault): \(String(decoding: bytes, as: UTF8.self))\n\n\(output.plain)")
        return
      }
    }
  }
}
