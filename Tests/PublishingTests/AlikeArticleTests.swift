import Publishing
import Testing

@Suite struct `Articles that are alike` {
  /// A text of words that stand in no other.
  private static func story(_ name: String, words: Range<Int> = 0..<200) -> String {
    words.map { "\(name)\($0)" }.joined(separator: " ")
  }

  private static func article(
    _ file: String, _ text: String, title: String? = nil, date: String = "2017-03-26"
  ) -> String {
    "-- articles/\(file) --\n---\ntitle: \(title ?? file)\ndate: \(date)\n---\n\(text)\n"
  }

  @Test func `The same text is told, whatever its case, marks and lines`() async throws {
    let words = Self.story("word").split(separator: " ")

    let report = try await checked(
      Self.article("a.md", words.joined(separator: " "))
        + Self.article("b.md", "“" + words.joined(separator: ",\n").uppercased() + "…”"))

    #expect(report.likenesses == ["same-text: a.md, b.md 100"])
  }

  @Test func `The same file is told as that`() async throws {
    let text = Self.article("a.md", Self.story("word"), title: "One")

    let report = try await checked(
      text + text.replacing("articles/a.md", with: "articles/copy/b.md")
        + Self.article("c.md", Self.story("other")))

    #expect(report.likenesses == ["same-file: a.md, b.md 100"])
  }

  @Test func `A text with one other word in 200 is nearly the same`() async throws {
    let text = Self.story("word")

    let report = try await checked(
      Self.article("a.md", text)
        + Self.article("b.md", text.replacing("word100 ", with: "another "))
        + Self.article("c.md", Self.story("other")))

    // 5 of 196 runs of words are others: 191 of 201 are common.
    #expect(report.likenesses == ["near-identical: a.md, b.md 95"])
  }

  @Test func `No text is missed of which every hundredth word was changed`() async throws {
    let articles = (0..<20).map { number in
      let words = (0..<1_000).map { "word\(number)x\($0)" }
      let others = words.enumerated().map { $0 % 100 == 50 ? "other\($0)" : $1 }
      return Self.article("\(number)a.md", words.joined(separator: " "))
        + Self.article("\(number)b.md", others.joined(separator: " "))
    }

    let report = try await checked(articles.joined())

    // 50 of 996 runs are others: 946 of 1,046 are common.
    #expect(report.alike.count == 20)
    #expect(report.alike.allSatisfy { $0.members.count == 2 && $0.members[1].likeness == 90 })
  }

  @Test func `A text that another one begins with is not nearly the same`()
    async throws
  {
    let (first, rest) = (Self.story("word"), Self.story("more", words: 0..<160))

    let report = try await checked(
      Self.article("a.md", first) + Self.article("b.md", first + " " + rest))

    #expect(report.likenesses.isEmpty)
  }

  @Test func `An agency's versions of a story are told as that, though much is new in the last`()
    async throws
  {
    let (first, more) = (Self.story("word"), Self.story("more", words: 0..<120))

    let report = try await checked(
      "-- articles/a.txt --\nUPDATE 1-Talks resume\n\n\(first)\n"
        + "-- articles/b.txt --\nUPDATE 2-Talks resume in Mosul\n\n\(first) \(more)\n")

    #expect(report.likenesses == ["versions: a.txt, b.txt 62"])
  }

  @Test func `Common boilerplate makes no articles alike`() async throws {
    let boilerplate = Self.story("boilerplate", words: 0..<260)
    let articles = (0..<100).map {
      Self.article("\($0).md", Self.story("own\($0)x", words: 0..<30) + " " + boilerplate)
    }

    let report = try await checked(articles.joined())

    #expect(report.likenesses.isEmpty)
  }

  @Test func `One headline on one date is told, and an address with a number`() async throws {
    let report = try await checked(
      Self.article("a.md", "One.", title: "Talks resume")
        + Self.article("b.md", "Two.", title: "Talks resume")
        + Self.article("c.md", "Three.", title: "Aid, again")
        + Self.article("d.md", "Four.", title: "Aid again!")
        + Self.article("e.md", "Five.", title: "Aid again 2", date: "2017-03-27"))

    #expect(report.likenesses == ["same-headline: a.md, b.md", "same-address: c.md, d.md"])
  }

  @Test func `Many articles from one template are one group, not every pair of them`()
    async throws
  {
    let text = Self.story("word")
    let articles = (0..<40).map { Self.article("\($0).md", text + " \($0)") }

    let report = try await checked(articles.joined())

    #expect(report.alike.count == 1)
    #expect(report.alike.first?.members.count == 40)
  }
}
