import ArchiveModel

/// An annotated set that the tagger learns from: its share, and what it leaves unsaid.
struct TrainingSet {
  /// The file's name without `.conll.gz`.
  var name: String
  /// How often each sentence is seen in an epoch, on average.
  var weight: Float
  /// It never annotates miscellany: a token outside any name may be one.
  var masksMiscellany = false
  /// What may be done with it.
  var licence: Licence

  enum Licence {
    case open
    /// Forbids commercial use: never in the model that is shipped.
    case noncommercial
    /// Not stated: never in the model that is shipped.
    case unstated

    /// What the folder of such sets has at its name's end.
    var folderSuffix: String { self == .unstated ? "-grey" : "" }
  }

  /// Made by `OwnSentences`, not read from a file.
  static let own = TrainingSet(name: "own", weight: 0.4, licence: .open)
  /// How many documents of ours there are.
  static let ownDocuments = 7000

  /// The sets and their shares.
  ///
  /// Weights: see the model card.
  static let all: [TrainingSet] = [
    TrainingSet(name: "gmb", weight: 0.08, licence: .open),
    TrainingSet(name: "gum-news", weight: 3, licence: .open),
    TrainingSet(name: "wikigold", weight: 3, licence: .open),
    TrainingSet(name: "crossner-politics", weight: 2, licence: .open),
    TrainingSet(name: "uner-ewt-devtest", weight: 1.5, masksMiscellany: true, licence: .open),
    TrainingSet(name: "wnut17", weight: 0.7, masksMiscellany: true, licence: .open),
    TrainingSet(name: "gum-other-open", weight: 0.5, licence: .open),
    TrainingSet(name: "crossner-other", weight: 0.4, licence: .open),
    TrainingSet(name: "btc", weight: 0.3, masksMiscellany: true, licence: .open),
    TrainingSet(name: "litbank", weight: 0.1, masksMiscellany: true, licence: .open),
    TrainingSet(name: "sec-filings", weight: 0.1, masksMiscellany: true, licence: .open),
    own,
    TrainingSet(name: "ener-nc", weight: 0.1, licence: .noncommercial),
    TrainingSet(name: "gum-other-nc", weight: 0.3, licence: .noncommercial),
    TrainingSet(name: "wikineural-silver-nc", weight: 0.2, licence: .noncommercial),
    TrainingSet(name: "worldwide", weight: 1, licence: .unstated),
    TrainingSet(name: "wikiann-silver", weight: 0.1, masksMiscellany: true, licence: .unstated),
  ]
}

extension SplitMix64 {
  /// One of the trainer's sequences.
  init(seed: UInt64) { self.init(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1) }

  /// From 0 to 1, without 1.
  mutating func unit() -> Float { Float(next() >> 40) / Float(1 << 24) }
}
