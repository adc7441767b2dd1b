import ArchiveModel
import Recognition

/// Trains the model that is shipped: read `train` first; each of its lines is a stage.
struct ModelTrainer {
  struct Options: Sendable {
    var sets = TrainingSet.all.filter { $0.licence == .open }
    var without: [String] = []
    var chain = ChainTrainer.Settings()
    /// How many models the result is the mean of.
    var models = 16
    var features = 98_000
    var minimumCount: UInt32 = 2
    /// The part of the sentences that is read once more in other casing.
    var recased: Float = 0.1
    /// Weights are counted in units of 1 / this.
    var unit: Float = 32
  }

  let gazetteer: Gazetteer
  let lexicons: String
  let options: Options
  /// Says what is done, for a person.
  let log: (String) -> Void

  /// Reads the sets of a folder and returns the model's bytes.
  func train(_ folder: String) async throws -> [UInt8] {
    let documents = try read(folder)
    let lexiconBytes = try compileLexicon(documents)
    let lexicon = TaggerLexicon.kept(lexiconBytes)
    var corpus = number(documents, lexicon)
    log(
      "\(corpus.spotCount) spots, \(corpus.index.hashes.count) features, "
        + "\(corpus.lost) names of \(corpus.kept + corpus.lost) without a spot")

    // What a first pass says of texts that it has not been trained on.
    let folds = await chains(corpus, 2, usesEvidence: false) { model, document in
      document % 2 != model
    }
    let firstPasses = folds.map { build($0, corpus, lexiconBytes, []) }
    let calibration = try addEvidence(&corpus, documents, lexicon, firstPasses)
    log("\(corpus.index.hashes.count) features with those of the document")

    let final = await chains(corpus, options.models, usesEvidence: true) { _, _ in true }
    return build(ChainWeights.mean(final), corpus, lexiconBytes, calibration)
  }

  /// The documents of the sets, some again in other casing.
  private func read(_ folder: String) throws(EnvironmentFault) -> [TrainingDocument] {
    var documents: [TrainingDocument] = []
    var random = SplitMix64(seed: 7)
    for (set, training) in options.sets.enumerated() {
      if training.name == TrainingSet.own.name {
        let own = try OwnSentences(lexicons: lexicons)
        documents += own.documents(count: TrainingSet.ownDocuments, seed: 1).map {
          TrainingDocument(set: set, conll: $0)
        }
        continue
      }
      let path = folder + training.licence.folderSuffix + "/" + training.name + ".conll.gz"
      let conll = Conll(String(decoding: try Files.read(path), as: UTF8.self))
      for document in conll.documents {
        documents.append(TrainingDocument(set: set, conll: document))
        let draw = random.unit()
        if draw < options.recased {
          let casing: Recasing =
            switch draw / options.recased {
            case ..<0.5: .title
            case ..<0.8: .capitals
            default: .lead
            }
          documents.append(TrainingDocument(set: set, conll: document.recased(casing)))
        }
      }
    }
    return documents
  }

  private func compileLexicon(_ documents: [TrainingDocument]) throws(EnvironmentFault) -> [UInt8] {
    var compiler = LexiconCompiler()
    try compiler.read(lexicons)
    var small: [UInt64: Int] = [:]
    var capital: [UInt64: Int] = [:]
    var reading = TaggerReading(
      gazetteer: gazetteer, lexicon: TaggerLexicon.kept(TaggerLexiconBuilder().build()))
    for document in documents {
      reading.read(document.conll.text)
      reading.words { hash, isSmall, isAtStart in
        if isSmall {
          small[hash, default: 0] += 1
        } else if !isAtStart {
          capital[hash, default: 0] += 1
        }
      }
    }
    compiler.learn(small: small, capital: capital)
    return compiler.build()
  }

  private func number(_ documents: [TrainingDocument], _ lexicon: TaggerLexicon) -> TrainingCorpus {
    var corpus = TrainingCorpus()
    var reading = TaggerReading(gazetteer: gazetteer, lexicon: lexicon)
    let families = TemplateChoice(without: options.without)
    for document in documents {
      let set = options.sets[document.set]
      corpus.add(
        document, weight: set.weight, masksMiscellany: set.masksMiscellany, &reading, families)
    }
    corpus.drop(below: options.minimumCount)
    return corpus
  }

  /// So many chains, each with its own seed, two at a time.
  private func chains(
    _ corpus: TrainingCorpus, _ count: Int, usesEvidence: Bool,
    _ wanted: @escaping @Sendable (_ model: Int, _ document: Int) -> Bool
  ) async -> [ChainWeights] {
    let settings = options.chain
    return await Array(0..<count).concurrentChunks(jobs: 2, chunk: 1) { models in
      models.map { model in
        var trainer = ChainTrainer(
          features: corpus.index.hashes.count, seed: UInt64(model + 1), settings)
        trainer.train(corpus, usesEvidence: usesEvidence) { wanted(model, $0) }
        return trainer.result()
      }
    }
  }

  /// Adds the features of the document, as the other half's model sees it, and returns what that
  /// model's margins are worth.
  private func addEvidence(
    _ corpus: inout TrainingCorpus, _ documents: [TrainingDocument], _ lexicon: TaggerLexicon,
    _ firstPasses: [[UInt8]]
  ) throws -> [UInt8] {
    var runs: [TaggerRun] = []
    for bytes in firstPasses {
      runs.append(TaggerRun(gazetteer: gazetteer, model: try TaggerModel(bytes: bytes.kept())))
    }
    var reading = TaggerReading(gazetteer: gazetteer, lexicon: lexicon)
    let families = TemplateChoice(without: options.without)
    var calibration = Calibration()
    for (place, document) in documents.enumerated() {
      reading.read(document.conll.text)
      let run = runs[place % 2].run(document.conll.text)
      reading.gather(run.tags)
      for s in 0..<reading.count {
        reading.documentFeatures(of: s, run.tags[s]) { template, feature in
          if families.has(template) { corpus.evidence.append(corpus.index.number(feature)) }
        }
        corpus.evidenceStarts.append(UInt32(corpus.evidence.count))
      }
      let set = options.sets[document.set]
      if set.weight >= 1, !set.masksMiscellany, set.name != TrainingSet.own.name {
        calibration.add(run.names, document.conll)
      }
    }
    return calibration.table
  }

  /// The model's bytes: the features of the greatest weight, in eight bits.
  private func build(
    _ weights: ChainWeights, _ corpus: TrainingCorpus, _ lexicon: [UInt8], _ calibration: [UInt8]
  ) -> [UInt8] {
    var builder = TaggerModelBuilder(lexicon: lexicon)
    for k in 0..<81 {
      builder.transitions[k] = Int16((weights.transitions[k] * options.unit).rounded())
    }
    if !calibration.isEmpty { builder.calibration = calibration }
    var ranked: [(norm: Float, number: Int)] = []
    for (number, row) in weights.features.enumerated() {
      let norm = (row * row).sum()
      if norm > 0 { ranked.append((norm, number)) }
    }
    ranked.sort { ($0.norm, $1.number) > ($1.norm, $0.number) }
    let chosen = ranked.prefix(options.features).map { entry in
      var row = SIMD8<Int8>.zero
      for tag in 0..<8 {
        let value = (weights.features[entry.number][tag] * options.unit).rounded()
        row[tag] = Int8(max(-127, min(127, value)))
      }
      return (hash: corpus.index.hashes[entry.number], weights: row)
    }
    return builder.build(chosen)
  }
}

/// What margins are worth: the part of the names of a margin that was right, made to rise
/// (pool-adjacent-violators: Ayer et al., 1955).
private struct Calibration {
  private var right = [Double](repeating: 0, count: TaggerModel.marginSteps)
  private var all = [Double](repeating: 0, count: TaggerModel.marginSteps)

  mutating func add(_ names: [TaggerRun.Name], _ document: ConllDocument) {
    let gold = Set(
      document.names.map { [$0.range.lowerBound, $0.range.upperBound, $0.kind.rawValue] })
    for name in names where name.kind < 3 {
      let step = min(Int(name.margin) / TaggerModel.marginStep, TaggerModel.marginSteps - 1)
      all[max(step, 0)] += 1
      if gold.contains([name.range.lowerBound, name.range.upperBound, Int(name.kind)]) {
        right[max(step, 0)] += 1
      }
    }
  }

  var table: [UInt8] {
    var blocks: [(right: Double, all: Double, steps: Int)] = []
    for step in all.indices {
      // One right and one wrong of each, so that no few decide.
      blocks.append((right[step] + 1, all[step] + 2, 1))
      while blocks.count > 1 {
        let last = blocks[blocks.count - 1]
        let before = blocks[blocks.count - 2]
        guard before.right / before.all > last.right / last.all else { break }
        blocks.removeLast()
        blocks[blocks.count - 1] = (
          before.right + last.right, before.all + last.all, before.steps + last.steps
        )
      }
    }
    return blocks.flatMap { block in
      [UInt8](repeating: UInt8((block.right / block.all * 255).rounded()), count: block.steps)
    }
  }
}

extension [UInt8] {
  /// The same bytes in a place that stays as long as the program runs.
  func kept() -> UnsafeRawBufferPointer {
    let place = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    place.copyBytes(from: self)
    return UnsafeRawBufferPointer(place)
  }
}

extension TaggerLexicon {
  /// A lexicon that was just built.
  fileprivate static func kept(_ bytes: [UInt8]) -> TaggerLexicon {
    guard let lexicon = TaggerLexicon(bytes.kept()) else {
      preconditionFailure("a lexicon that was just built is whole")
    }
    return lexicon
  }
}
