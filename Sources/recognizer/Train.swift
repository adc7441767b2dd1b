import ArchiveModel
import ArgumentParser
import Recognition

/// Trains the tagger.
struct Train: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train the tagger's model from annotated sets.",
    discussion: """
      Reads ner/train/*.conll.gz and lexicons/*.tsv of a folder. The same data gives the same \
      bytes on one machine: fixed order and seeds.
      """)

  @Option(help: "The folder of the data.")
  var data: String

  @Option(help: "The file to write: Sources/CResources/model.bin.")
  var out: String

  @Flag(help: "Also train on sets that state no licence: for measuring, not for shipping.")
  var grey = false

  @Flag(help: "Also train on sets that forbid commercial use: for measuring, not for shipping.")
  var noncommercial = false

  @Option(help: "Only these sets, by name.")
  var only: [String] = []

  @Option(help: "Without this set or family of features.")
  var without: [String] = []

  @Option(help: "SET=SHARE: how often a sentence of a set is seen in an epoch.")
  var share: [String] = []

  @Option(help: "How many models the result is the mean of.")
  var models = 16

  @Option(help: "How many features are kept.")
  var features = 98_000

  @Option(help: "Features that occur less often in the training sets are dropped.")
  var minimumCount: UInt32 = 2

  @Option(help: "Passes over the data.")
  var epochs = 3

  @Option(help: "AdaGrad's rate.")
  var rate: Float = 0.03

  @Option(help: "The part of the features that is dropped at each sight.")
  var dropout: Float = 0.25

  @Option(help: "The part of the documents that is read once more in other casing.")
  var recased: Float = 0.1

  func run() async throws {
    var options = ModelTrainer.Options()
    options.sets = TrainingSet.all.filter { set in
      let isWanted =
        switch set.licence {
        case .open: true
        case .noncommercial: noncommercial
        case .unstated: grey
        }
      return (only.isEmpty ? isWanted : only.contains(set.name)) && !without.contains(set.name)
    }
    for change in share {
      let parts = change.split(separator: "=")
      guard parts.count == 2, let value = Float(parts[1]),
        let place = options.sets.firstIndex(where: { $0.name == parts[0] })
      else { throw ValidationError("\(change): expected SET=SHARE, such as gmb=0.25") }
      options.sets[place].weight = value
    }
    options.without = without
    options.models = models
    options.features = features
    options.minimumCount = minimumCount
    options.chain.epochs = epochs
    options.chain.rate = rate
    options.chain.dropout = dropout
    options.recased = recased
    let clock = ContinuousClock()
    let start = clock.now
    let trainer = ModelTrainer(
      gazetteer: try .embedded(), lexicons: data + "/lexicons", options: options
    ) { print("\(start.duration(to: clock.now)): \($0)") }
    let bytes = try await trainer.train(data + "/ner/train")
    try Files.write(bytes, to: out)
    print("\(out): \(bytes.count) bytes, after \(start.duration(to: clock.now))")
  }
}
