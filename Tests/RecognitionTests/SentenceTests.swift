import Testing

@Suite struct `Sentences` {
  /// `|` stands where a sentence ends.
  @Test(arguments: [
    "The strike came at night.| Officials said so.",
    "Gen. Stephen Townsend spoke.| He was brief.",
    "Mr. Abadi met Dr. Doe and Lt. Col. Roe in St. Louis.| They left.",
    "George W. Bush and J. Doe met J.K. Rowling.| She left.",
    "Forces of the U.S. Senate and the U.S. Army came.| It rained.",
    "Troops came from the U.S.| The army stayed.",
    "It struck at 5 p.m. on Friday.| At 6 a.m. it rained.",
    "Apple Inc. said no.| It was Apple Inc.| The shares fell.",
    "The rate was 3.5 per cent, or 200,000 people.| More came.",
    "See No. 3 of the list.| He said no.| They left.",
    "He paused... and went on.| She did not…| They did.",
    "“Stop!” he said.| “Why?”| She left.",
    "He said “it is clear”.| “Most are civilians.”| She agreed.",
    "“International humanitarian law is clear”.| “Most of (those) killed are civilians”, he said.",
    "It ended (so they said).| (They were wrong.)| It went on.",
    "A list:| 1. Mosul is large.",
    "Write to desk@example.com or see example.com for more.| Thanks.",
    "They reached the city.| The army followed.",
    "He left the city.|The army followed.",
    "In Jan. 2017 it began.| It ended on Feb. 3 of that year.",
    "Was it so?| It was!| Yes.",
    "Die Straße ist lang.| Österreich auch.",
    "他来了。|我走了。",
    "A. B. Smith met C. Jones.| Both left.",
    "The plan B.| The other plan failed.",
    "Doe et al. wrote it.| It was read.",
  ])
  func `A sentence ends where a reader would end it`(_ marked: String) throws {
    let parts = marked.split(separator: "|").map(String.init)
    // A part of a list is a block of its own in a reading text.
    let text = parts.joined().replacingBlocks()

    let reading = try Reading(text)

    #expect(reading.sentences == parts.map { $0.trimmed })
  }

  @Test func `A blank line ends a sentence, a line break does not`() throws {
    let reading = try Reading("The town of\nMosul\n\nwas taken \n \n by night")

    #expect(reading.sentences == ["The town of\nMosul", "was taken", "by night"])
  }

  @Test func `A sentence without end is cut at white space`() throws {
    let reading = try Reading(String(repeating: "word ", count: 2_000))

    #expect(reading.sentences.count == 5)
    #expect(reading.sentences.allSatisfy { $0.utf8.count <= 2_000 && $0.hasSuffix("word") })
  }

  @Test func `A text without a word has no sentence`() throws {
    #expect(try Reading(" \n\n\u{200B}\u{A0}").sentences.isEmpty)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == " " || text.first == "\n" { text.removeFirst() }
    while text.last == " " || text.last == "\n" { text.removeLast() }
    return String(text)
  }

  fileprivate func replacingBlocks() -> String {
    hasPrefix("A list:") ? "A list:\n\n1. Mosul is large." : self
  }
}
