import Testing

@testable import Markup

/// The HTML without line ends and without what every table has around it.
private func compact(_ markdown: String) -> String {
  var text = ""
  for character in html(markdown) where character != "\n" { text.append(character) }
  for (long, short) in [
    ("<div class=\"table\" tabindex=\"0\"><table>", "<table>"), ("</table></div>", "</table>"),
  ] {
    text = text.split(separator: long, omittingEmptySubsequences: false).joined(separator: short)
  }
  return text
}

@Suite struct `Tables` {
  @Test func `A header, a delimiter row and rows are a table`() {
    #expect(
      compact("| a | b |\n| --- | --- |\n| 1 | *2* |\n\nText")
        == "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        + "<tbody><tr><td>1</td><td><em>2</em></td></tr></tbody></table><p>Text</p>")
  }

  @Test func `The pipes at both ends may be missing, and colons align`() {
    #expect(
      compact("a | b | c | d\n:-- | :-: | --: | -\n1 | 2 | 3 | 4")
        == "<table><thead><tr><th class=\"left\">a</th><th class=\"center\">b</th>"
        + "<th class=\"right\">c</th><th>d</th></tr></thead><tbody><tr><td class=\"left\">1</td>"
        + "<td class=\"center\">2</td><td class=\"right\">3</td><td>4</td></tr></tbody></table>")
  }

  @Test func `A table need not have rows, nor more than a column`() {
    #expect(compact("| a |\n|---|") == "<table><thead><tr><th>a</th></tr></thead></table>")
  }

  @Test func `An escaped pipe is text, in code too, and a pipe in code parts cells`() {
    #expect(
      compact("| a |\n|---|\n| b `\\|` c \\| d |")
        .contains("<td>b <code>|</code> c | d</td>"))
    #expect(compact("| a | b |\n|---|---|\n| `x | y` |").contains("<td>`x</td><td>y`</td>"))
  }

  @Test func `Rows are as long as the header`() {
    #expect(
      compact("|a|b|\n|-|-|\n|1|\n|1|2|3|").contains(
        "<tr><td>1</td><td></td></tr><tr><td>1</td><td>2</td></tr>"))
  }

  @Test(arguments: [
    "|a|b|\n|-|", "|a|\n|-|-|", "a\n\n|-|", "|a|\n|x|", "|a|\n|:|", "|a|\n|- -|", "\\|a|b\nc",
  ])
  func `What has not the shape stays text`(_ markdown: String) {
    #expect(!html(markdown).contains("<table>"))
  }

  @Test(arguments: [
    ("> | a |\n> |---|\n> | b |\n\nc", "<blockquote>", "</blockquote><p>c</p>"),
    ("- | a |\n  |---|\n  | b |", "<ul><li>", "</li></ul>"),
    ("1. > | a |\n   > |---|\n   > | b |", "<ol><li><blockquote>", "</blockquote></li></ol>"),
    ("   | a |\n |---|\n  | b |", "", ""),
    ("| a |\n|---|\n| b |\n> c", "", "<blockquote><p>c</p></blockquote>"),
    ("| a |\n|---|\n| b |\n---", "", "<hr />"),
  ])
  func `It stands in quotes and lists, and ends where another block begins`(
    _ markdown: String, _ before: String, _ after: String
  ) {
    #expect(
      compact(markdown)
        == before + "<table><thead><tr><th>a</th></tr></thead>"
        + "<tbody><tr><td>b</td></tr></tbody></table>" + after)
  }

  @Test func `Lines before the header stay a paragraph`() {
    #expect(
      compact("One *two*\n    # three\n| a |\n|---|")
        == "<p>One <em>two</em># three</p><table><thead><tr><th>a</th></tr></thead></table>")
    #expect(compact("[x]: /y\n| [x] |\n|---|").hasPrefix("<table><thead><tr><th><a href=\"/y\">"))
  }

  @Test func `A cell refers to the definitions of the document, and begins no block`() {
    #expect(
      compact("| [a] | # b # | - c |\n|-|-|-|\n| 1. d | [a]: e | ``` |\n\n[a]: http://a.org")
        == "<table><thead><tr><th><a href=\"http://a.org\">a</a></th><th># b #</th>"
        + "<th>- c</th></tr></thead><tbody><tr><td>1. d</td>"
        + "<td><a href=\"http://a.org\">a</a>: e</td><td>```</td></tr></tbody></table>")
  }

  @Test func `Code is no table`() {
    #expect(!html("```\n| a |\n|---|\n```\n\n    | a |\n    |---|").contains("<table>"))
  }

  @Test func `Names are read cell by cell, and places are those of the source`() {
    let source = "Text\n\n> | Lise | Grande |\n> |---|---|\n> | x | [y](z) <blink>a</blink> |\n"
    var document = MarkdownDocument(markdown: Array(source.utf8).span)
    var places: [MarkdownPosition] = []
    document.rewriteLinks { _, place in
      places.append(place.position)
      return .keep
    }

    #expect(
      String(decoding: document.readingText.bytes, as: UTF8.self)
        == "Text\n\nLise\n\nGrande\n\nx\n\ny a")
    #expect(places == [MarkdownPosition(line: 5, column: 9)])
    #expect(document.omittedHTML.first == MarkdownPosition(line: 5, column: 16))
  }

  @Test func `They can be switched off`() {
    var extensions = MarkdownExtensions()
    extensions.tables = false
    let document = MarkdownDocument(markdown: Array("|a|\n|-|".utf8).span, extensions: extensions)

    #expect(document.renderHTML().plain == "<p>|a|\n|-|</p>\n")
  }
}
