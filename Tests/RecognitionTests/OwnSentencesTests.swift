import ArchiveModel
import Recognition
import Testing

/// Sentences of our own with their names marked: `Tests/Fixtures/Names`.
@Suite struct `Sentences of our own` {
  /// The one name of them that only an editor can know.
  private static let records = [
    AuthorityRecord(
      "islamic-state", .organization, "Islamic State", names: ["IS", "ISIS", "Daesh"])
  ]

  @Test func `The names and words that look alike never break`() throws {
    let wrong = try wrongTexts(countsAll: true) { $0 == "never-breaks.txt" }

    for text in wrong.texts { print(text) }
    #expect(wrong.texts.isEmpty)
  }

  @Test func `Of the others at most three in a hundred have a person, organization or place wrong`()
    throws
  {
    let wrong = try wrongTexts { $0 != "never-breaks.txt" }

    for text in wrong.texts { print(text) }
    print("\(wrong.texts.count) of \(wrong.count) texts of our own are wrong")
    #expect(wrong.count >= 250)
    #expect(wrong.texts.count * 100 <= wrong.count * 3)
  }

  /// How many texts the files have, and those with a fault, each with what is wrong.
  private func wrongTexts(
    countsAll: Bool = false, in isIncluded: (String) -> Bool
  ) throws -> (count: Int, texts: [String]) {
    let recognizer = Recognizer(
      gazetteer: try .embedded, model: try .embedded, authorities: Self.records)
    var scratch = RecognizerScratch()
    var result: (count: Int, texts: [String]) = (0, [])
    for (file, texts) in try GoldText.files() where isIncluded(file) {
      for gold in texts {
        let annotation = recognizer.annotate(
          Array(gold.text.utf8).span, as: file == "headlines.txt" ? .headline : .prose,
          scratch: &scratch)
        let faults = gold.faults(annotation.mentions, countsAll: countsAll)
        result.count += 1
        if !faults.isEmpty {
          result.texts.append("\(file): \(gold)\n    \(faults.joined(separator: "; "))")
        }
      }
    }
    return result
  }
}
