import Testing

@testable import Recognition

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
    "He met J. R. R. Roe and W. A. Doe.| A. I. Smith and J.R.R. Jones came.",
    "In the U.S. IT firms and WHO staff grew.| In the U.S.| The rest fell.",
    "It opens at 5 p.m. Friday, 6 p.m. EST and 7 p.m. Eastern.| Good.",
    "It closed at 5 p.m.| Iraqi forces came.| They left at 6 a.m.| We saw it.",
    "See fig. 3a, pp. 4 and no. 5.| It is from c. 1900, vol. 2.",
    "The wall is 12 ft.| The house is on Main St.| The army is in St. Louis.",
    "He met Dr. Will Doe and Mr. May of Mt. Doe.| An Mr. Roe came.",
    "He holds a Ph.D. in law, e.g. in tax law, etc. and so on.| He left.",
    "He waited . . . and waited.| So did we....| Then we left.",
    "“Stop!” Jane Doe said.| “Why?” Abadi asked.| “Go!”| They left.",
    "«C’est fini.»| „Es ist aus.“| ‘It is over.’| \"It is.\"| So it is.",
    "He said: “It is over.| We won.”| (“So be it.”)| [They left.]",
    "\"We left,\" she said.| \"Now.\"| 'Then.'| We stayed.",
    "They left the city.|Iraqi forces followed.| In 2017.|The rest came!|Others left?|Nobody knows.",
    "See node.Js, System.Out.Print and a.B.Doe or https://example.com/The.The?The of it.| So.",
    "See example.com.| Write to jane@example.com.| Follow @jane.| #Mosul is the tag.",
    "He came.| al-Abadi left.| iPhone sales fell.| eBay did well.",
    "The sum is $5.5m.| £3 bn.| 50% of it.| 3,000 came.| Some left.| 5th of them left.",
    "It rained in Jan.| The rest of Feb. was dry; on Feb. 3 it rained.",
    "GEN. DOE MET DR. ROE.| THE U.S. ARMY LEFT.",
    "Doe Inc. and Roe Co. of Delaware sued Doe Jr. of Texas.| They won.",
    "The talks with Mr. Doe (see above.) went on.| So it is.",
    "govern-\nment forces took Bagh-\ndad. ,.| The, end .",
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

  /// Each of all capitals, a title, or neither, with the words that are shouted at its start.
  @Test(arguments: [
    ("IRAQI FORCES TOOK MOSUL", Casing.allCapitals, ""),
    ("THE U.N. AND THE U.S. SENT AID TO IRAQ'S ARMY IN 2017.", Casing.allCapitals, ""),
    ("SEN. McDOE MET DR. O'ROE.", Casing.allCapitals, ""),
    ("Coalition Strike Kills Hundreds in Mosul", Casing.title, ""),
    ("U.S. Envoy Jane Doe Meets Iraq's Abadi, UN Says", Casing.title, ""),
    ("What We Know About the Battle for Mosul", Casing.title, ""),
    ("BAGHDAD, Iraq (AP) - Iraqi forces took a town on Sunday.", Casing.prose, "BAGHDAD"),
    ("MOSUL (Reuters) - A strike killed hundreds.", Casing.prose, "MOSUL"),
    ("IRAQI FORCES took Mosul.", Casing.prose, "IRAQI FORCES"),
    ("THE UN said it would go.", Casing.prose, "THE UN"),
    ("AT LEAST 200 people died there.", Casing.prose, "AT LEAST"),
    ("\"WE LEFT MOSUL today,\" she said.", Casing.prose, "\"WE LEFT MOSUL"),
    ("UN and WHO staff left.", Casing.prose, ""),
    ("NATO said it had left.", Casing.prose, ""),
    ("UNICEF, the agency, left.", Casing.prose, ""),
    ("MOSUL, Iraq, March 26 — Troops left the town.", Casing.prose, "MOSUL"),
    ("WHO staff left the town.", Casing.prose, ""),
    ("Forces of NATO and THE ARMY left.", Casing.prose, ""),
    ("A U.S. envoy left the town.", Casing.prose, ""),
    ("Jane Doe met John Roe.", Casing.prose, ""),
    ("the town was lost", Casing.prose, ""),
    ("IT", Casing.prose, ""),
    ("5,000", Casing.prose, ""),
  ])
  func `A sentence knows how it uses capitals`(
    _ text: String, _ casing: Casing, _ shouted: String
  ) throws {
    let cut = Cut(text)
    var sentences = ContiguousArray<SentenceTokens>()
    SentenceSplitter.split(cut.tokens.span, into: &sentences)
    let sentence = try #require(sentences.first)

    #expect(sentences.count == 1)
    #expect(sentence.isAllCapitals == (casing == .allCapitals))
    #expect(sentence.isTitleCase == (casing == .title))
    let words = cut.tokens[Int(sentence.first)..<Int(sentence.shoutedEnd)]
    #expect(cut.surface(0..<Int(words.last?.end ?? 0)) == shouted)
  }

  enum Casing { case allCapitals, title, prose }

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
