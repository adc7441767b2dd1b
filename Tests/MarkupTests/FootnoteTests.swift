import Testing

@testable import Markup

private func reference(_ number: Int, _ suffix: String = "") -> String {
  "<sup><a href=\"#note-\(number)\" id=\"noteref-\(number)\(suffix)\" "
    + "aria-label=\"Note \(number)\">\(number)</a></sup>"
}

private func back(_ number: Int, _ times: Int = 1) -> String {
  let suffix = times == 1 ? "" : "-\(times)"
  return " <a href=\"#noteref-\(number)\(suffix)\" "
    + "aria-label=\"Back to reference \(times) of note \(number)\">\u{21A9}\u{FE0E}</a>"
}

private func notes(_ items: String...) -> String {
  "<div class=\"notes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<hr>\n<ol>\n"
    + items.enumerated().map { "<li id=\"note-\($0 + 1)\">\n\($1)\n</li>\n" }.joined()
    + "</ol>\n</div>\n"
}

@Suite struct `Footnotes` {
  @Test func `A note stands at the end, numbered by its first reference`() {
    #expect(
      html("One[^b] two[^a].\n\n[^a]: word\n[^b]: *Two* words.\n\nMore.")
        == "<p>One\(reference(1)) two\(reference(2)).</p>\n<p>More.</p>\n"
        + notes("<p><em>Two</em> words.\(back(1))</p>", "<p>word\(back(2))</p>"))
  }

  @Test func `A note has as many ways back as references, and letters in either case`() {
    #expect(
      html("One[^A] two[^a].\n\n[^a]: x")
        == "<p>One\(reference(1)) two\(reference(1, "-2")).</p>\n"
        + notes("<p>x\(back(1))\(back(1, 2))</p>"))
  }

  @Test func `A note goes on in the next line, and in indented blocks`() {
    #expect(
      html("a[^1]\n\n[^1]: one\ntwo\n\n    three\n\n    - four\n\nfive")
        == "<p>a\(reference(1))</p>\n<p>five</p>\n"
        + notes("<p>one\ntwo</p>\n<p>three</p>\n<ul>\n<li>four</li>\n</ul>\n<p>\(back(1))</p>"))
  }

  @Test func `A note that nobody refers to is not lost`() {
    #expect(html("a\n\n[^1]: one") == "<p>a</p>\n" + notes("<p>one</p>"))
    #expect(
      html("a[^1]\n\n[^1]: one\n\n[^1]: two")
        == "<p>a\(reference(1))</p>\n" + notes("<p>one\(back(1))</p>", "<p>two</p>"))
  }

  @Test func `A note may refer to another, and to itself`() {
    #expect(
      html("a[^1]\n\n[^1]: b[^2][^1]\n[^2]: c")
        == "<p>a\(reference(1))</p>\n"
        + notes(
          "<p>b\(reference(2))\(reference(1, "-2"))\(back(1))\(back(1, 2))</p>",
          "<p>c\(back(2))</p>"))
  }

  @Test(arguments: [
    "a[^1]", "a\\[^1]\n\n[^1]: x", "`[^1]`\n\n[^1]: x", "[a [^1]](/b)\n\n[^1]: x",
    "<a href=\"/b\">a [^1]</a>\n\n[^1]: x",
    "```\n[^1]: x\n```\n\na[^1]", "    [^1]: x\n\na[^1]", "a[^ 1]\n\n[^ 1]: x", "a[^]\n\n[^]: x",
  ])
  func `What is no reference stays text`(_ markdown: String) {
    #expect(!html(markdown).contains("<sup>"))
  }

  @Test func `Notes are found in quotes and after bullets`() {
    #expect(
      html("> a[^1]\n>\n> [^1]: x")
        == "<blockquote>\n<p>a\(reference(1))</p>\n</blockquote>\n" + notes("<p>x\(back(1))</p>"))
    #expect(html("- a[^1]\n- [^1]: x").contains(notes("<p>x\(back(1))</p>")))
  }

  @Test func `The author's own lists stay`() {
    #expect(
      html("1) a[^1]\n2) b\n\n[^1]: x").contains(
        "<ol>\n<li>\n<p>a\(reference(1))</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>"))
  }

  @Test func `Code in a note and escapes beside one keep their text`() {
    #expect(html("a[^1] \\[^1] `\\[^1]`\n\n[^1]: x").contains("</sup> [^1] <code>\\[^1]</code>"))
  }

  @Test func `The recogniser reads notes, and no mark of theirs`() {
    let document = MarkdownDocument(markdown: Array("Lise[^1] Grande.\n\n[^1]: Iraq".utf8).span)

    #expect(String(decoding: document.readingText.bytes, as: UTF8.self) == "Lise Grande.\n\nIraq")
  }

  @Test func `They can be switched off`() {
    let document = MarkdownDocument(markdown: Array("a[^1]".utf8).span, extensions: .none)

    #expect(document.renderHTML().plain == "<p>a[^1]</p>\n")
  }
}
