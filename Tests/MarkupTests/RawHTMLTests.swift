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
    ("<svg><script>x</script><text>y</text></svg>\n\na", "<p>a</p>"),
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

  @Test func `No mixture of tags breaks the nesting, or brings in one that is not allowed`() {
    let tokens = [
      "<b>", "</b>", "<i onclick=x>", "</i>", "<a href=/x>", "</a>", "<p>", "</p>", "<div>",
      "</div>", "<table>", "</table>", "<tr>", "<td>", "</td>", "<ul>", "<li>", "</ul>", "<dl>",
      "<dd>", "<svg>", "</svg>", "<math>", "<style>", "</style>", "<script>", "</script>", "<h2>",
      "</h2>", "<pre>", "</pre>", "<details>", "<summary>", "</details>", "<figure>",
      "<figcaption>", "<img src=x onerror=y>", "\n\n", "\n", "word", "*", "> ", "- ", "\"", "'",
      "<", "<!--", "-->", "<a <b>", "&#0;", "&lt;script&gt;", "<iframe src=//a.org>", "<br>", "`",
      "<blockquote>", "</blockquote>", "<form>", "<noscript>", "<video src=x>", "</video>", "<hr>",
    ]
    let allowed: Set = [
      "b", "i", "a", "p", "table", "tr", "td", "ul", "li", "dl", "dd", "h2", "pre", "code",
      "details", "summary", "figure", "figcaption", "img", "br", "blockquote", "hr", "em", "strong",
      "h1", "ol",
    ]
    var random = SplitMix64(state: 7)
    for _ in 0..<3_000 {
      let source = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        tokens[Int.random(in: 0..<tokens.count, using: &random)]
      }.joined()
      let document = MarkdownDocument(markdown: Array(source.utf8).span)
      let output = document.renderHTML()
      if let fault = nestingFault(output) { Issue.record("\(fault): \(source)") }
      for part in output.plain.split(separator: "<").dropFirst() {
        let tag = part.prefix { $0 != ">" }
        // The box around a table is ours.
        if tag == "div class=\"table\" tabindex=\"0\"" || tag == "/div" { continue }
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
        if !allowed.contains(String(name)) || tag.contains(" on") || tag.contains("style=") {
          Issue.record("<\(tag)>: \(source)")
        }
      }
    }
  }
}
