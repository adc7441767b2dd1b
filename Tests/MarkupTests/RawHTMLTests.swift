import Testing

@testable import Markup

/// The HTML without the line ends that libcmark puts around blocks, and the box around tables.
private func joined(_ markdown: String) -> String {
  html(markdown).split(separator: "\n").joined()
    .split(separator: "<div class=\"table\" tabindex=\"0\">", omittingEmptySubsequences: false)
    .joined().split(separator: "</table></div>", omittingEmptySubsequences: false)
    .joined(separator: "</table>")
}

@Suite struct `Raw HTML` {
  @Test(arguments: [
    (
      "<figure><img src=\"a.png\" alt=\"A\"><figcaption>By *us*</figcaption></figure>",
      "<figure><img src=\"a.png\" alt=\"A\" /><figcaption>By *us*</figcaption></figure>"
    ),
    (
      "<table><tr><td colspan=2>a &eacute;<td>b</table>",
      "<table><tr><td colspan=\"2\">a \u{E9}</td><td>b</td></tr></table>"
    ),
    ("<div class=x>\n\n*word*\n\n</div>", "<p><em>word</em></p>"),
    (
      "<details open><summary>S</summary>\n\n*word*\n\n</details>",
      "<details open><summary>S</summary><p><em>word</em></p></details>"
    ),
    ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("<p>a<p>b</p>", "<p>a</p><p>b</p>"),
    (
      "<pre><code class=\"language-c\">a &lt; b</code></pre>",
      "<pre><code class=\"language-c\">a &lt; b</code></pre>"
    ),
    ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>"),
    ("<p lang=\"ar\" dir=rtl style=x>a</p>", "<p lang=\"ar\" dir=\"rtl\">a</p>"),
  ])
  func `What a newsroom writes stays`(_ markdown: String, _ expected: String) {
    #expect(joined(markdown) == expected)
  }

  @Test(arguments: [
    ("a <b>b <i>c</b> d</i>", "<p>a <b>b <i>c</i></b> d</p>"),
    ("a <b>b", "<p>a <b>b</b></p>"),
    ("<blockquote>a", "<blockquote><p>a</p></blockquote>"),
    ("<li>a</li>", "<p>a</p>"), ("<td>a</td>", "<p>a</p>"),
    ("<figcaption>a</figcaption>", "<p>a</p>"),
    ("</article></main></body></html>\n\na", "<p>a</p>"),
    ("<table>a<tr>b</table>", "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"),
    ("x <a href=\"/a\">b <a href=\"/c\">d</a></a>", "<p>x <a href=\"/a\">b d</a></p>"),
  ])
  func `What is not well nested becomes so`(_ markdown: String, _ expected: String) {
    #expect(joined(markdown) == expected)
  }

  @Test(arguments: [
    ("<svg><script>x</script><text>y</text></svg>\n\na", "<p>y</p><p>a</p>"),
    ("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">a</p></noscript>", "<p>a</p>"),
    ("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></math>", ""),
    ("<form><input name=q><button>go</button></form>", "<p>go</p>"),
    ("<a href=\"&#106;avascript:x\">a</a> b", "<p>a b</p>"),
    ("<a href=\"jav&#x09;ascript:x\">a</a> b", "<p>a b</p>"),
    ("<a href=\"java&NewLine;script:x\">a</a> b", "<p>a b</p>"),
    ("<a href=\" &#1;javascript:x\">a</a> b", "<p><a href=\"%EF%BF%BDjavascript:x\">a</a> b</p>"),
    ("<img src=\"http://a.org/p.gif\" width=1 height=1>", ""),
    ("<div>a<!--><script>x</script>--> b", "<p>a--&gt; b</p>"),
    (
      "<abbr title='\"><script>'>a</abbr> b",
      "<p><abbr title=\"&quot;&gt;&lt;script&gt;\">a</abbr> b</p>"
    ),
  ])
  func `What is dangerous goes`(_ markdown: String, _ expected: String) {
    #expect(joined(markdown) == expected)
  }

  @Test(arguments: [
    (
      "<iframe src=\"https://www.youtube.com/embed/aB-1?x=y\"></iframe>",
      "<p><a href=\"https://www.youtube.com/watch?v=aB-1\">Video on YouTube</a></p>"
    ),
    (
      "<iframe src=\"https://a.org/\" title=\"A map\"></iframe>",
      "<p><a href=\"https://a.org/\">A map</a></p>"
    ),
    (
      "<video><source src=\"/a.mp4\">Sorry</video>\n\na",
      "<p><a href=\"/a.mp4\">Video</a></p><p>a</p>"
    ),
  ])
  func `What another site would show becomes a link`(_ markdown: String, _ expected: String) {
    #expect(joined(markdown) == expected)
  }

  @Test func `Text in it is read`() {
    let document = MarkdownDocument(
      markdown: Array("<div>Lise <b>Grande</b></div>\n\n<ul><li>Mosul</ul>".utf8).span)

    #expect(String(decoding: document.readingText.bytes, as: UTF8.self) == "Lise Grande\n\nMosul")
    #expect(document.omittedHTML.count == 0)
  }

  @Test(arguments: [
    ("<div><a href=\"x some words", "<p>&lt;a href=&quot;x some words</p>"),
    ("<div title=\"x>some</div> <b>words</b>", "<p>some</p><p><b>words</b></p>"),
    ("<div>a <b title='x>y</b> c", "<p>a <b>y</b> c</p>"),
    ("<div>a <!doctype html", "<p>a &lt;!doctype html</p>"),
    ("<svg><title>Floods</title><g><text>Mosul</text></g></svg>", "<p>Floods Mosul</p>"),
    ("<svg>\n<title>Floods</title><text>Mosul</text>\n</svg>", "<p>Floods</p><p>Mosul</p>"),
    ("<iframe src=\"/map/\" /> A map", "<p><a href=\"/map/\">/map/</a></p><p> A map</p>"),
    ("<div><script src=\"x.js\" /> word", "<p> word</p>"),
    ("<video>Ask us for it</video>", "<p>Ask us for it</p>"),
    ("x <div>a</div><div>b</div>", "<p>x a b</p>"),
    ("<div><![CDATA[a < b]]></div>", "<p>a &lt; b</p>"),
  ])
  func `Text stays, whatever is open around it`(_ markdown: String, _ expected: String) {
    #expect(joined(markdown) == expected)
  }

  @Test(arguments: [
    ("<div>a</div>\n<!-- b", ["a comment that never ends"]),
    ("<div>a</div>\n<script>b", ["script", "a script that never ends"]),
    ("<div>a</div>\n<?php b", ["an instruction that never ends"]),
  ])
  func `What nobody should see and never ends takes the rest with it, and says so`(
    _ markdown: String, _ names: [String]
  ) {
    let document = MarkdownDocument(markdown: Array(markdown.utf8).span)

    #expect(document.renderHTML().plain == "<p>a</p>\n")
    #expect(document.omittedHTMLNames == names)
  }

  @Test(arguments: [
    ("<a name=\"x\"></a>A [b](#x)", "<p><span id=\"x\"></span>A <a href=\"#x\">b</a></p>", 0),
    ("<a id=x href=/y>A</a>", "<p><span id=\"x\"></span><a href=\"/y\">A</a></p>", 0),
    ("<a name=x></a>\n\nA", "<div id=\"x\"></div><p>A</p>", 0),
    ("<div id=x>\n\nA\n\n</div>", "<div id=\"x\"></div><p>A</p>", 0),
    ("<h2 id=x>A</h2>", "<h2 id=\"a\"><span id=\"x\"></span>A</h2>", 0),
    (
      "<ul id=x><li id=y>A</ul>", "<ul><li><span id=\"x\"></span><span id=\"y\"></span>A</li></ul>",
      0
    ),
    (
      "<b id=main>A</b> <i id=m1>b</i> <b id=x>c</b> <b id=x>d</b>",
      "<p><b>A</b> <i>b</i> <span id=\"x\"></span><b>c</b> <b>d</b></p>", 0
    ),
    (
      "<b id='a b'>A</b> <b id='a\"b'>b</b> [c](#x)",
      "<p><b>A</b> <b>b</b> <a href=\"#x\">c</a></p>", 1
    ),
  ])
  func `Places that authors named are led to, but for what is the page's own`(
    _ markdown: String, _ expected: String, _ dead: Int
  ) {
    var document = MarkdownDocument(
      markdown: Array(markdown.utf8).span, reservedIDs: [Array("main".utf8)])
    document.identifyHeadings()

    #expect(document.unresolvedFragments().count == dead)
    #expect(document.renderHTML().plain.split(separator: "\n").joined() == expected)
  }

  @Test func `Links and images in it are found where they stand`() {
    let source = """
      > <div>
      >   <p>Mosul</p> <a href="/x">a</a>
      >   <img src="y.png" width=40 height="30px" alt="">
      > </div>

      A <img src=z.png> <iframe src="https://a.org/"></iframe>
      """
    var document = MarkdownDocument(markdown: Array(source.utf8).span)
    var places: [LinkPlace] = []
    document.rewriteLinks { _, place in
      places.append(place)
      return .keep
    }

    #expect(
      places.map(\.position) == [
        MarkdownPosition(line: 2, column: 18), MarkdownPosition(line: 3, column: 5),
        MarkdownPosition(line: 6, column: 3), MarkdownPosition(line: 6, column: 19),
      ])
    #expect(places.map(\.isSilent) == [false, false, true, false])
    #expect(places[1].statedSize?.width == 40)
    #expect(places[1].statedSize?.height == 30)
    #expect(document.embeds.count == 1)
    #expect(document.embeds.first == MarkdownPosition(line: 6, column: 19))
  }

  @Test func `Where it is switched off, its text alone stays`() {
    var extensions = MarkdownExtensions()
    extensions.html = false
    let source = "A <b>b</b><br>c <script>d</script>\n\n<table><tr><td>e<td>f</table>\n<img src=g>"
    let document = MarkdownDocument(markdown: Array(source.utf8).span, extensions: extensions)

    #expect(document.renderHTML().plain == "<p>A b c </p>\n<p>e</p>\n<p>f</p>\n")
    #expect(document.omittedHTMLNames == ["b", "script", "table", "tr", "td", "img"])
  }

  @Test func `Comments that never end take no more time for being many`() {
    let open = String(repeating: "a <!-- ", count: 50_000)

    #expect(html(open).hasPrefix("<p>a &lt;!-- a &lt;!-- "))
    #expect(html("> \(open)\n\n<!-- b -->\n\nc").hasSuffix("</blockquote>\n<p>c</p>\n"))
  }
}
