import ArchiveModel
import Testing

@testable import Recognition

/// The fast tagger against the plain one, on every spot of the texts that lie beside the repository.
@Suite struct `The fast tagger` {
  @Test(arguments: ["wire", "18f", "seed", "hostile/articles"])
  func `Says what the plain one says of each token, in each pass, by margin too`(
    _ corpus: String
  ) throws {
    guard let folder = SharedData.folder("corpora/" + corpus) else { return }
    let fast = TaggerRun(gazetteer: try .embedded, model: try .embedded)
    var plain = try PlainTagger()
    let files = SharedData.files(folder, ".md", ".txt")
    #expect(!files.isEmpty)
    var spots = 0
    var changed = 0

    for (name, bytes) in files {
      let expected = plain.run(bytes)
      let found = fast.run(bytes)
      #expect(found.tags == expected.tags, "\(name)")
      #expect(found.names.map(line) == expected.names.map(line), "\(name)")
      spots += expected.tags.count
      changed += zip(expected.firstTags, expected.tags).count { $0 != $1 }
    }
    print("\(corpus): \(spots) spots, \(changed) changed by the second pass")
    // Else the second pass would not have been compared.
    #expect(corpus == "seed" || changed > 0)
  }

  @Test func `Says the same with a warm cache, whatever it read before`() throws {
    guard let folder = SharedData.folder("corpora/wire") else { return }
    let gazetteer = try Gazetteer.embedded
    let model = try TaggerModel.embedded
    let warm = TaggerRun(gazetteer: gazetteer, model: model)
    let files = SharedData.files(folder, ".txt")
    let cold = files.map { TaggerRun(gazetteer: gazetteer, model: model).run($0.bytes) }

    for order in [Array(files.indices), files.indices.reversed()] {
      for place in order {
        for _ in 0..<2 {
          let found = warm.run(files[place].bytes)
          #expect(found.tags == cold[place].tags, "\(files[place].name)")
          #expect(found.names.map(line) == cold[place].names.map(line), "\(files[place].name)")
        }
      }
    }
  }

  private func line(_ name: TaggerRun.Name) -> String {
    "\(name.range) \(name.kind) \(name.margin)"
  }
}
