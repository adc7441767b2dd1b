import ArchiveModel
import ArgumentParser
import Recognition

/// Shows what the recogniser sees in a text.
struct Tag: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the names in a text: offset, kind, evidence, surface.")

  @Option(help: "A file of plain text, blocks apart by a blank line.")
  var text: String

  @Flag(help: "Print the sentences too.")
  var sentences = false

  func run() throws {
    let bytes = try Files.read(text)
    let gazetteer = try Gazetteer.embedded()
    let recognizer = Recognizer(gazetteer: gazetteer, authorities: [])
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
