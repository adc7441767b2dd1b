import CResources
import Testing

@testable import Recognition

@Suite struct `Kinds of miscellany` {
  /// Each text has the span that the tagger found in brackets; expected is kind and surface, or
  /// `-` for what is dropped.
  @Test(arguments: [
    ("Then [Iraqi] forces came.", "demonym Iraqi"),
    ("The [Iraqi-born] poet spoke.", "demonym Iraqi"),
    ("The [Iraqi]-born poet spoke.", "demonym Iraqi"),
    ("The [US-led] coalition flew.", "demonym US"),
    ("A [Franco-German] plan failed.", "demonym Franco"),
    ("The [pro-Russian] party won.", "demonym Russian"),
    ("Then [South Koreans] voted.", "demonym South Koreans"),
    ("Then South [Korean] voters came.", "demonym South Korean"),
    ("Both [Sunnis] and Shiites came.", "demonym Sunnis"),
    ("Many [Kurds] fled.", "demonym Kurds"),
    ("Some [New Yorkers] and others left.", "demonym New Yorkers"),
    ("An [African-American] voter spoke.", "demonym African-American"),
    ("The [Native American] tribes met.", "demonym Native American"),
    ("Three [Sri Lankans] sang.", "demonym Sri Lankans"),
    ("The [Bosnian Serb] leader left.", "demonym Bosnian Serb"),
    ("A [Sudanese] trader came.", "demonym Sudanese"),
  ])
  func `Peoples and the faithful are demonyms`(_ text: String, _ expected: String) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(arguments: [
    "She wrote it in [English].", "They speak [French] at home.", "The [French]-speaking half won.",
    "The [English] language spread.", "He said it in [German] and Dutch.",
    "A [Republican] spoke.", "Some [Democrats] left.", "A Renaissance [Librarian] spoke.",
  ])
  func `Languages and parties' members are dropped`(_ text: String) throws {
    #expect(try Self.read(text) == "-")
  }

  @Test(arguments: [
    ("It was after [World War II] in May.", "event World War II"),
    ("The [Second Battle of Bull Run] began.", "event Second Battle of Bull Run"),
    ("The [Battle] of Mosul began.", "event Battle of Mosul"),
    ("The [War] in Afghanistan went on.", "event War in Afghanistan"),
    ("At the 2016 [Summer Olympics] they ran.", "event 2016 Summer Olympics"),
    ("The [World Cup] begins.", "event World Cup"),
    ("They remember the [Holocaust] here.", "event Holocaust"),
    ("When [Hurricane Qwerty] came, they left.", "event Hurricane Qwerty"),
    ("It was [Operation Qwerty Uiop] again.", "event Operation Qwerty Uiop"),
    ("He came to the [Qwerty Film Festival] late.", "event Qwerty Film Festival"),
    (
      "The 2014 [Scottish] independence referendum failed.",
      "event 2014 Scottish independence referendum"
    ),
    ("The [2006 Canadian] federal election was close.", "event 2006 Canadian federal election"),
    ("In 2006 [Canadian] voters left.", "demonym Canadian"),
    ("He sang at the [Qwerty Music Awards] again.", "event Qwerty Music Awards"),
    ("The [Super Bowl XLIX] was long.", "event Super Bowl XLIX"),
    ("On [Memorial Day] it rained.", "event Memorial Day"),
    ("The [French Open] began.", "event French Open"),
  ])
  func `Wars, games and votes are events`(_ text: String, _ expected: String) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(arguments: [
    ("The film “[The Qwerty]” won.", "work The Qwerty"),
    ("She read \"[Qwerty] of the Uiop,\" a novel by Jane Doe.", "work Qwerty of the Uiop"),
    ("He sang the songs “Qwerty” and “[Uiop Asdf]” again.", "work Uiop Asdf"),
    ("He sang “[Qwerty Uiop]” by Jane Doe.", "work Qwerty Uiop"),
    ("They saw the film [Gloomy Qwerty] there.", "work Gloomy Qwerty"),
    ("They saw all [Star Wars] films.", "work Star Wars"),
    ("He swore on the [Quran] first.", "work Quran"),
    ("The documentary “The [American]” was good.", "work The American"),
  ])
  func `Books, films and songs are works`(_ text: String, _ expected: String) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test(arguments: [
    "The [Clean Qwerty Act] passed.", "She won the [Nobel Prize] again.",
    "The [Western Conference] team won.", "He paid in [Euro] notes.", "A new [iPhone] came.",
    "The [Geneva Convention] forbids it.", "He won the [Qwerty Music Awards] twice.",
    "[Covid] spread.", "Their album [Qwerty] Uiop sold.", "The [Czech] Republic won.",
    "“[Islam] is good,” he said in the film.", "The [Cup] was theirs.",
    "He had the [Qwerty Dollar] in mind.",
  ])
  func `Laws, prizes, products and the unsure are dropped`(_ text: String) throws {
    #expect(try Self.read(text) == "-")
  }

  @Test func `A reading is inside its sentence, whatever the span`() throws {
    let text = "“The Battle of X” by Y, a 2014 Qwerty-led song! In English “ of “ 1st War of Day."
    let bytes = Array(text.utf8)
    let parts = try Self.parts(bytes)
    for sentence in parts.sentences {
      for first in sentence.range {
        for end in first + 1...sentence.range.upperBound {
          let reading = Miscellany.read(
            bytes.span, parts.tokens.span, first..<end, sentence, parts.candidates)
          guard let reading else { continue }
          #expect(!reading.tokens.isEmpty)
          #expect(reading.tokens.clamped(to: sentence.range) == reading.tokens)
        }
      }
    }
  }

  /// A text's tokens and sentences, and the gazetteer's candidates.
  private struct Parts: ~Copyable {
    var tokens = ContiguousArray<Token>()
    var sentences = ContiguousArray<SentenceTokens>()
    var candidates = Candidates()
  }

  private static func parts(_ bytes: [UInt8]) throws -> Parts {
    let lexicon = WordLexicon()
    var parts = Parts()
    Tokenizer(lexicon: lexicon).tokenize(bytes.span, into: &parts.tokens)
    let tokens = parts.tokens
    SentenceSplitter.split(tokens.span, into: &parts.sentences)
    let sentences = parts.sentences
    parts.candidates.reset(tokens: tokens.count)
    let matcher = Matcher(
      authorities: AuthorityNames([], lexicon: lexicon), gazetteer: try .embedded)
    var matching = Matcher.Scratch()
    matcher.match(bytes.span, tokens.span, sentences.span, &parts.candidates, &matching)
    return parts
  }

  private static func read(_ marked: String) throws -> String {
    var bytes = Array(marked.utf8)
    let open = try #require(bytes.firstIndex(of: UInt8(ascii: "[")))
    bytes.remove(at: open)
    let close = try #require(bytes.firstIndex(of: UInt8(ascii: "]")))
    bytes.remove(at: close)
    let parts = try parts(bytes)
    let tokens = parts.tokens
    let first = try #require(tokens.firstIndex { Int($0.start) >= open })
    let end = try #require(tokens.firstIndex { Int($0.start) >= close })
    let sentence = try #require(parts.sentences.first { $0.range.contains(first) })
    guard
      let reading = Miscellany.read(
        bytes.span, tokens.span, first..<end, sentence, parts.candidates)
    else { return "-" }
    let range =
      Int(tokens[reading.tokens.lowerBound].start)..<Int(tokens[reading.tokens.upperBound - 1].end)
    return "\(reading.kind.name) \(String(decoding: bytes[range], as: UTF8.self))"
  }
}
