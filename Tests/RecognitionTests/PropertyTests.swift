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
      #expect(annotation.isSound(for: bytes), "\(name)")
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
        let annotation = recognizer.annotate(part.span, scratch: &scratch)
        #expect(annotation.isSound(for: part))
      }
    }
  }

  @Test(arguments: ["wire", "hostile/articles"])
  func `Is read the same in any order of texts, with what the worker kept from others`(
    _ corpus: String
  ) throws {
    guard let folder = SharedData.folder("corpora/" + corpus) else { return }
    let recognizer = Recognizer(
      gazetteer: try .embedded, model: try .embedded, authorities: Self.records)
    let files = SharedData.files(folder, ".md", ".txt").filter { $0.bytes.count < 50_000 }
    var scratch = RecognizerScratch()
    var first: [Annotation] = []
    for (_, bytes) in files { first.append(recognizer.annotate(bytes.span, scratch: &scratch)) }
    var random = SplitMix64(state: 5)

    for place in files.indices.shuffled(using: &random) {
      let bytes = files[place].bytes
      let again = recognizer.annotate(bytes.span, scratch: &scratch)
      #expect(again == first[place], "\(files[place].name)")
    }
  }

  @Test func `Is read whatever its bytes are`() throws {
    let recognizer = Recognizer(
      gazetteer: try .embedded, model: try .embedded, authorities: Self.records)
    var scratch = RecognizerScratch()
    var random = SplitMix64(state: 11)
    // Any bytes; then pieces that a reader of text is apt to trip over.
    let pieces = [
      "A", "b", "É", "\u{301}", "\u{200B}", "\u{FEFF}", "\u{10FFFF}", " ", "\u{A0}", "\n", "\n\n",
      "\r",
      "\0", "-", "–", "—", "'", "’", "“", "\"", "(", ")", ".", "…", "U.S.", "Mr.", "al-", "IS",
      "US",
      "1", "Grande", "Mosul", "of", "the ", "@", "#", "&", "/", "http://", "中", "ا", "😀", "ß", "ı",
    ].map { Array($0.utf8) }

    for round in 0..<400 {
      let count = Int.random(in: 0...300, using: &random)
      let text: [UInt8] =
        round % 2 == 0
        ? (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        : (0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
      let annotation = recognizer.annotate(text.span, scratch: &scratch)
      #expect(annotation.isSound(for: text), "round \(round)")
      var fresh = RecognizerScratch()
      let cold = recognizer.annotate(text.span, scratch: &fresh)
      #expect(cold == annotation, "round \(round) with a warm cache")
    }
  }
}
