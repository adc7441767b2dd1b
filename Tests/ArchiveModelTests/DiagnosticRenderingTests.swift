import Testing

@testable import ArchiveModel

@Suite struct `Diagnostics as printed` {
  private let path = "Content/articles/2017/talks.md"

  @Test func `A problem shows its line, a caret, a note and help`() {
    let text = Array("---\ntitle: Talks\ndate: 2017-02-30\n---\n".utf8)
    let diagnostic = Diagnostic(
      .dateImpossible, "February 2017 has 28 days",
      at: SourceRange(path: path, offsets: 23..<33),
      note: "the article is left out of this build",
      suggestion: "write 2017-02-28, or 2017-02 if the day is not known")

    #expect(
      diagnostic.rendered(in: text) == """
        Content/articles/2017/talks.md:3:7: error: February 2017 has 28 days [date-impossible]
          3 | date: 2017-02-30
            |       ^^^^^^^^^^
            = note: the article is left out of this build
            = help: write 2017-02-28, or 2017-02 if the day is not known

        """)
  }

  @Test func `Columns count letters, and a tab stays a tab above the caret`() {
    let text = Array("é\tü: x\n".utf8)
    let diagnostic = Diagnostic(
      .keyUnknown, "no key is called “ü”", at: SourceRange(path: "a.md", offsets: 3..<5))

    #expect(
      diagnostic.rendered(in: text) == """
        a.md:1:3: warning: no key is called “ü” [key-unknown]
          1 | é\tü: x
            |  \t^

        """)
  }

  @Test func `A collision shows both places`() {
    let text = Array("title: A\ndate: 2017\ntitle: B\n".utf8)
    let diagnostic = Diagnostic(
      .keyDuplicate, "the key “title” stands here twice",
      at: SourceRange(path: "a.md", offsets: 20..<25),
      other: SourceRange(path: "a.md", offsets: 0..<5))

    #expect(
      diagnostic.rendered(in: text) == """
        a.md:3:1: error: the key “title” stands here twice [key-duplicate]
          3 | title: B
            | ^^^^^
            = other: a.md:1:1
          1 | title: A
            | ^^^^^

        """)
  }

  @Test func `The other place may be in another file, of which the text may be gone`() {
    let diagnostic = Diagnostic(
      .identifierDuplicate, "two records have one id", at: SourceRange(path: "a.yml"),
      other: SourceRange(path: "b.yml", offsets: 2..<4))

    #expect(
      diagnostic.rendered(in: Array("ab\n".utf8), otherText: Array("\n\ncd\n".utf8)) == """
        a.yml:1:1: error: two records have one id [identifier-duplicate]
          1 | ab
            | ^
            = other: b.yml:3:1
          3 | cd
            | ^^

        """)
    #expect(
      diagnostic.rendered(in: nil, under: "paper/") == """
        paper/a.yml: error: two records have one id [identifier-duplicate]
            = other: paper/b.yml

        """)
  }

  @Test(arguments: [
    ("title: A\n", ":2:1", "  2 | \n    | ^\n"),
    ("title: A", ":1:9", "  1 | title: A\n    |         ^\n"),
    ("", ":1:1", "  1 | \n    | ^\n"),
  ])
  func `A place at the end of a file has a caret behind its last letter`(
    _ text: String, _ position: String, _ excerpt: String
  ) {
    let end = text.utf8.count
    let diagnostic = Diagnostic(
      .fileEmpty, "no body", at: SourceRange(path: "a.md", offsets: end..<end))

    #expect(
      diagnostic.rendered(in: Array(text.utf8))
        == "a.md\(position): warning: no body [file-empty]\n\(excerpt)")
  }

  @Test func `A place of several lines is marked to the end of its first`() {
    let text = Array("tags: [a,\n  b]\n".utf8)
    let diagnostic = Diagnostic(
      .valueType, "wrong", at: SourceRange(path: "a.md", offsets: 6..<14))

    #expect(diagnostic.rendered(in: text).hasSuffix("  1 | tags: [a,\n    |       ^^^\n"))
  }

  @Test func `A carriage return is shown, and moves no caret`() {
    let text = Array("title: A\r\ndate: x\r\n".utf8)
    let diagnostic = Diagnostic(
      .dateInvalid, "no date", at: SourceRange(path: "a.md", offsets: 16..<17))

    #expect(
      diagnostic.rendered(in: text) == """
        a.md:2:7: error: no date [date-invalid]
          2 | date: x\u{FFFD}
            |       ^

        """)
  }

  @Test func `The caret of every place in a text stands below its letter`() {
    let text = "title: Żółć\n\ttags: [b🙂, c]\n\n  x: é\u{301}y\n"
    for index in text.unicodeScalars.indices where text.unicodeScalars[index] != "\n" {
      let start = text.utf8.distance(from: text.startIndex, to: index)
      let length = String(text.unicodeScalars[index]).utf8.count
      let diagnostic = Diagnostic(
        .valueType, "wrong", at: SourceRange(path: "a.md", offsets: start..<start + length))
      let lines = diagnostic.rendered(in: Array(text.utf8)).split(separator: "\n")
        .map { Array($0.unicodeScalars) }

      let column = lines[2].firstIndex(of: "^")
      #expect(lines[2].filter { $0 == "^" }.count == 1)
      #expect(column.map { lines[1][$0] } == text.unicodeScalars[index])
    }
  }

  @Test func `A place in a very long line stays on the screen`() {
    let line = String(repeating: "word ", count: 20_000)
    let diagnostic = Diagnostic(
      .htmlDropped, "dropped", at: SourceRange(path: "a.md", offsets: 50_000..<50_004))
    let rendered = diagnostic.rendered(in: Array(line.utf8))

    let lines = rendered.split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count < 130 })
    #expect(lines[0].hasPrefix("a.md:1:50001:"))
    #expect(lines[2].hasSuffix("^^^^"))
    let above = lines[1].unicodeScalars.dropFirst(lines[2].unicodeScalars.count - 4).prefix(4)
    #expect(String(above) == "word")
  }

  @Test func `Names that could steer a terminal are escaped`() {
    let diagnostic = Diagnostic(
      .fileUnreadable, "cannot read \u{202E}txt", at: SourceRange(path: "a\u{1B}[31m\n.md"))

    #expect(
      diagnostic.rendered(in: nil)
        == "a\\u{1B}[31m\\u{A}.md: error: cannot read \\u{202E}txt [file-unreadable]\n")
  }

  @Test func `A place beyond the text does not crash`() {
    for offsets in [0..<0, 5..<9, 100..<200] {
      let diagnostic = Diagnostic(
        .fileEmpty, "empty", at: SourceRange(path: "a.md", offsets: offsets))
      #expect(diagnostic.rendered(in: Array("abc".utf8)).hasPrefix("a.md:1:"))
      #expect(diagnostic.rendered(in: []).hasPrefix("a.md:1:1:"))
    }
  }

  @Test func `On a terminal errors are red`() {
    let diagnostic = Diagnostic(.dateInvalid, "no date", at: SourceRange(path: "a.md"))

    #expect(diagnostic.rendered(in: nil, color: true).contains("\u{1B}[31merror\u{1B}[0m"))
  }
}

@Suite struct `What someone meant to write` {
  @Test(arguments: [
    ("titel", "title"), ("sumary", "summary"), ("authers", "authors"),
    ("coorections", "corrections"),
  ])
  func `A slip leads to the word`(_ slip: String, _ word: String) {
    #expect(
      Spelling.nearest(to: slip, in: ["authors", "corrections", "summary", "title"]) == word)
  }

  @Test(arguments: ["layout", "x", "tumblr_url", "titanic"])
  func `Another word leads nowhere`(_ other: String) {
    #expect(Spelling.nearest(to: other, in: ["authors", "corrections", "summary", "title"]) == nil)
  }
}
