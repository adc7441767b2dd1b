import ArchiveModel
import Recognition
import Testing

@Suite struct `Any text` {
  private static let records = [
    AuthorityRecord("islamic-state", .organization, "Islamic State", names: ["IS", "ISIS"]),
    AuthorityRecord("us", .place, "United States", names: ["US"], never: ["US Weekly"]),
    AuthorityRecord("grande", .person, "Lise Grande", weak: ["Grande"]),
  ]

  @Test(arguments: ["18f", "wire", "hostile/articles", "seed"])
  func `Has mentions in order, apart, whole, inside a sentence, and the same each time`(
    _ corpus: String
  ) throws {
    guard let folder = SharedData.folder("corpora/" + corpus) else { return }
    let recognizer = Recognizer(
      gazetteer: try .embedded, model: try .embedded, authorities: Self.records)
    var scratch = RecognizerScratch()
    let files = SharedData.files(folder, ".md", ".txt")
    #expect(!files.isEmpty)

    for (name, bytes) in files {
      let annotation = recognizer.annotate(bytes.span, scratch: &scratch)
      #expect(isSound(annotation, bytes), "\(name)")
      var fresh = RecognizerScratch()
      #expect(recognizer.annotate(bytes.span, scratch: &fresh) == annotation, "\(name)")
    }
  }

  @Test func `May be cut anywhere and still be read`() throws {
    let recognizer = Recognizer(
      gazetteer: try .embedded, model: try .embedded, authorities: Self.records)
    var scratch = RecognizerScratch()
    let text = Array(
      "“Mr. O’Brien’s U.S.-led e.g. “É\u{301}cole” (ABC) al-Sha’abi… 3.5 St. Ünïv of X—Y.\n\n\u{200B}IS"
        .utf8)

    for start in 0..<text.count {
      for end in [text.count, (start + text.count) / 2] {
        let part = Array(text[start..<end])
        #expect(isSound(recognizer.annotate(part.span, scratch: &scratch), part))
      }
    }
  }

  /// In order, apart, at scalar boundaries, inside one sentence, not too long.
  private func isSound(_ annotation: Annotation, _ bytes: [UInt8]) -> Bool {
    func isBoundary(_ offset: Int32) -> Bool {
      offset >= 0 && offset <= bytes.count
        && (offset == bytes.count || offset == 0 || bytes[Int(offset)] & 0xC0 != 0x80
          || String(validating: bytes, as: UTF8.self) == nil)
    }
    var last: Int32 = 0
    for sentence in annotation.sentences {
      guard sentence.lowerBound >= last, !sentence.isEmpty, isBoundary(sentence.lowerBound),
        isBoundary(sentence.upperBound)
      else { return false }
      last = sentence.upperBound
    }
    last = 0
    var sentences = annotation.sentences[...]
    for mention in annotation.mentions {
      while let first = sentences.first, first.upperBound <= mention.start {
        sentences.removeFirst()
      }
      guard let sentence = sentences.first, mention.start >= last, mention.start < mention.end,
        sentence.lowerBound <= mention.start, mention.end <= sentence.upperBound,
        isBoundary(mention.start), isBoundary(mention.end), mention.end - mention.start <= 400,
        (0...1).contains(mention.score)
      else { return false }
      if let title = mention.honorific {
        guard mention.kind == .person, title.lowerBound >= last, !title.isEmpty,
          title.upperBound <= mention.start
        else { return false }
      }
      last = mention.end
    }
    return true
  }
}
