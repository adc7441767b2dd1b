import ArchiveModel
import ArgumentParser
import Recognition

/// Shows what the recogniser sees in a text.
struct Tag: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the names in running text or in sentences that come as tokens.",
    discussion: """
      Running text: for each name its offset, kind, evidence and surface. Tokens: one a line, a \
      blank line between sentences, -DOCSTART- between documents; each line is written again with \
      a tag after a tab: O, or B- or I- with PER, ORG, LOC or MISC. A hyphenated word of which a \
      name is a part ("US-led") is MISC.
      """)

  @Option(help: "A file of plain text, blocks apart by a blank line.")
  var text: String?

  @Option(
    defaultAsFlag: "-",
    help: "A file of tokens, also .gz; \"-\" or nothing is the standard input.")
  var conll: String?

  @Flag(help: "Print the sentences of running text too.")
  var sentences = false

  func validate() throws {
    if (text == nil) == (conll == nil) {
      throw ValidationError("say what to tag: --text or --conll")
    }
  }

  func run() throws {
    let gazetteer = try Gazetteer.embedded()
    let recognizer = try Recognizer.embedded()
    if let text {
      list(try Files.read(text), recognizer, gazetteer)
    }
    if let conll {
      let tokens = try conll == "-" ? Files.readStandardInput() : Files.read(conll)
      try Files.writeStandardOutput(PretokenizedText(tokens).tagged(by: recognizer))
    }
  }

  private func list(_ bytes: [UInt8], _ recognizer: Recognizer, _ gazetteer: Gazetteer) {
    var scratch = RecognizerScratch()
    let annotation = recognizer.annotate(bytes.span, scratch: &scratch)
    var next = 0
    for sentence in annotation.sentences {
      if sentences { print("| " + bytes.line(Int(sentence.lowerBound)..<Int(sentence.upperBound))) }
      while next < annotation.mentions.count, annotation.mentions[next].end <= sentence.upperBound {
        let mention = annotation.mentions[next]
        let columns = [
          "\(mention.start)-\(mention.end)", mention.kind.name, evidence(mention, gazetteer),
          bytes.line(mention.range),
        ]
        print(columns.joined(separator: "\t"))
        next += 1
      }
    }
  }

  private func evidence(_ mention: Mention, _ gazetteer: Gazetteer) -> String {
    switch mention.evidence {
    case .gazetteer(let index): gazetteer[Int(index)].id.description
    case .text, .authority, .weakAuthority: "-"
    }
  }
}

extension [UInt8] {
  /// The text of a range on one line.
  func line(_ range: Range<Int>) -> String {
    String(
      decoding: self[range].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }
}
