import ArchiveModel
import Testing

@Suite struct `The measure of entities` {
  @Test(arguments: [
    // The examples of the paper: of twelve mentions the last two entities are merged, or the
    // first and the last.
    (["a", "b", "b"], 16.0 / 21), (["a", "b", "a"], 7.0 / 12),
  ])
  func `It is that of Bagga and Baldwin`(_ systems: [String], _ precision: Double) {
    let sizes = [5, 2, 5]

    let score = BCubed(
      sizes.indices.flatMap { entity in
        [BCubed.Fate](
          repeating: .linked(gold: "\(entity)", system: systems[entity]), count: sizes[entity])
      })

    #expect(abs(score.precision - precision) < 1e-9)
    #expect(score.recall == 1)
    #expect(score.wrongMerges == 1 && score.systemEntities == 2)
  }

  @Test func `A name without a link is an entity of its own`() {
    let score = BCubed([
      .linked(gold: "grande", system: "g"), .linked(gold: "grande", system: "g"),
      .unlinked(gold: "grande"),
    ])

    #expect(score.precision == 1)
    #expect(abs(score.recall - (2.0 / 3 + 2.0 / 3 + 1.0 / 3) / 3) < 1e-9)
  }

  @Test func `A name that was not seen costs recall, a link on no name precision`() {
    let score = BCubed([
      .linked(gold: "grande", system: "g"), .missed(gold: "mosul"), .invented(system: "g"),
    ])

    #expect(score.precision == 0.25)
    #expect(score.recall == 0.5)
    #expect(score.wrongMerges == 0)
  }

  @Test func `An entity that is spread over two is a split`() {
    let score = BCubed([.linked(gold: "un", system: "u"), .linked(gold: "un", system: "n")])

    #expect(score.splits == 1 && score.goldEntities == 1)
    #expect(score.recall == 0.5)
  }

  @Test(arguments: [
    ("Paris", [8, 15]), ("Valeska Paris", [0]), ("US", []), ("USA", [24]), ("Zürich", [32]),
  ])
  func `Names are found as whole words, inside longer names too`(
    _ name: String, _ starts: [Int]
  ) {
    let text = GoldText(Array("Valeska Paris; Paris in USA and Zürich’s".utf8))

    #expect(text.occurrences(of: name).map(\.lowerBound) == starts)
  }

  @Test func `Each name of the gold has the one of ours that fits it best`() {
    let gold = [gold(0..<10), gold(20..<30), gold(40..<50, isOptional: true)]
    let system = [system(0..<5), system(5..<10), system(18..<30), system(45..<60), system(70..<80)]

    let alignment = GoldAlignment(gold, system)

    #expect(alignment.systemOfGold == [0, 2, 3])
    #expect(alignment.invented == [1, 4], "the second half of a name, and what is none")
  }

  @Test func `Half of at least forty articles is held out`() throws {
    let articles = try GoldArticle.all()

    #expect(articles.count >= 40)
    #expect(articles.count { $0.half == .heldOut } * 2 == articles.count)
    #expect(Set(articles.map(\.path)).count == articles.count)
  }

  private func gold(_ range: Range<Int>, isOptional: Bool = false) -> GoldMention {
    GoldMention(
      kind: .place, entity: "mosul", surface: "Mosul", isOptional: isOptional,
      isInHeadline: false, range: range)
  }

  private func system(_ range: Range<Int>) -> SystemMention {
    SystemMention(range: range, isInHeadline: false, entity: 1)
  }
}
