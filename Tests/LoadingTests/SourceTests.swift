import ArchiveModel
import Testing

@testable import Loading

/// An article of the given text.
func source(_ text: String, path: String = "articles/talks.md") -> Source {
  Source(Array(text.utf8), path: path, shownAs: "Content/" + path)
}

@Suite struct `An article file` {
  @Test func `The keys of front matter become the article's`() {
    let source = source(
      """
      ---
      title: "Talks: a beginning"
      date: 2017-03-26
      authors: [Jane Doe, John Smith]
      tags:
        - Iraq
        - Mosul
      section: World/Iraq
      ---
      The talks began.

      """)

    #expect(source.diagnostics.isEmpty)
    #expect(source.article.title == "Talks: a beginning")
    #expect(source.article.date.description == "2017-03-26")
    #expect(source.article.authors == ["Jane Doe", "John Smith"])
    #expect(source.article.tags == ["Iraq", "Mosul"])
    #expect(source.article.section == "World/Iraq")
    #expect(String(decoding: source.body, as: UTF8.self) == "The talks began.\n")
  }
}
