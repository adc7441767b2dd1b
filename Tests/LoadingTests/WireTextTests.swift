import ArchiveModel
import Testing

@testable import Loading

@Suite struct `A raw wire text` {
  private func wire(_ text: String) -> Source { source(text, path: "articles/wire.txt") }

  @Test func `A leading date is the article's, and its first sentence the headline`() {
    let source = wire(
      " date 2017-03-26 Iraqi officials opened an inquiry. More followed.\n\nText.\n")

    #expect(source.isPlainText)
    #expect(source.article.date.description == "2017-03-26")
    #expect(source.article.inferred.contains(.date))
    #expect(source.article.title == "Iraqi officials opened an inquiry")
    #expect(source.article.inferred.contains(.title))
    #expect(String(decoding: source.body, as: UTF8.self).hasPrefix("Iraqi officials"))
  }

  @Test func `A first line of its own is the headline`() {
    let source = wire("COALITION LOOKS INTO STRIKES\n\nBAGHDAD - Officials said.\n")

    #expect(source.article.title == "COALITION LOOKS INTO STRIKES")
    #expect(String(decoding: source.body, as: UTF8.self) == "BAGHDAD - Officials said.\n")
  }

  @Test func `A long first sentence is cut at a word`() {
    let source = wire(String(repeating: "many words ", count: 40) + "end.\n")

    #expect(source.article.title.hasSuffix("words…"))
    #expect(source.article.title.unicodeScalars.count <= 100)
  }

  @Test func `An address in the first line is the original's`() {
    let source = wire("https://example.org/a\r\n\r\nHeadline here\r\n\r\nText.\r\n")

    #expect(source.article.originalURL == "https://example.org/a")
    #expect(source.article.title == "Headline here")
    #expect(String(decoding: source.body, as: UTF8.self) == "Text.\n")
  }

  @Test func `Front matter counts more than what is inferred`() {
    let source = wire("---\ntitle: Stated\ndate: 2016\n---\n date 2017-03-26 Text.\n")

    #expect(source.article.title == "Stated")
    #expect(source.article.date.description == "2016")
    #expect(String(decoding: source.body, as: UTF8.self) == "Text.\n")
  }

  @Test func `A text that only speaks of a date has none`() {
    for text in ["Date palms died.\n", "date 2017-02-30 Text.\n", "--- \nNo front matter.\n"] {
      let source = wire(text)
      #expect(source.article.date == .undated)
      #expect(source.isSound)
    }
  }

  @Test(arguments: ["corpora/wire", "corpora/wire-grey", "corpora/seed"])
  func `Every text of the corpora is read, with a headline`(_ name: String) throws {
    guard let folder = SharedData.folder(name) else { return }
    let names = SharedData.names(in: folder, ending: ".txt")
    for name in names {
      let source = Source.read(file: folder + "/" + name, path: "articles/" + name, shownAs: name)
      #expect(source.isSound, "\(name) \(source.diagnostics)")
      #expect(!source.article.title.isEmpty && source.article.title.utf8.count <= 400, "\(name)")
      #expect(String(validating: source.body, as: UTF8.self) != nil, "\(name)")
    }
    #expect(!names.isEmpty)
  }
}
