import ArchiveModel
import Recognition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Trains a linear-chain conditional random field (Lafferty et al., ICML 2001) by AdaGrad (Duchi et
/// al., JMLR 2011) with dropout of features.
///
/// The tag "outside" has no weights of its own: its score is 0. Where a set leaves open what a
/// token is, the gradient is the difference of two expectations, as for partly observed chains.
/// One thread, a fixed order, a fixed seed: the same to the bit on one machine.
struct ChainTrainer: ~Copyable {
  struct Settings: Sendable {
    var rate: Float = 0.03
    var epochs = 3
    var dropout: Float = 0.25
    /// In how much of the documents the features of the document are seen.
    var evidenceShare: Float = 0.8
  }

  typealias Row = SIMD8<Float>
  /// A value a tag; lanes from the ninth on are 0.
  typealias Tags = SIMD16<Float>

  private let featureCount: Int
  private let weights: UnsafeMutablePointer<Row>
  private let squares: UnsafeMutablePointer<Row>
  private var transitions = [Float](repeating: 0, count: 81)
  private var transitionSquares = [Float](repeating: 0, count: 81)
  private var random: SplitMix64
  private let settings: Settings

  init(features: Int, seed: UInt64, _ settings: Settings) {
    featureCount = features
    weights = .allocate(capacity: features)
    weights.initialize(repeating: .zero, count: features)
    squares = .allocate(capacity: features)
    squares.initialize(repeating: .zero, count: features)
    random = SplitMix64(seed: seed)
    self.settings = settings
  }

  deinit {
    weights.deallocate()
    squares.deallocate()
  }

  /// What was learned.
  func result() -> ChainWeights {
    ChainWeights(
      features: Array(UnsafeBufferPointer(start: weights, count: featureCount)),
      transitions: transitions)
  }

  /// Trains on the stretches of the documents that are wanted.
  mutating func train(
    _ corpus: TrainingCorpus, usesEvidence: Bool, _ wanted: (_ document: Int) -> Bool
  ) {
    let ends = corpus.stretchesByDocument
    var work = Work()
    for _ in 0..<settings.epochs {
      var order: [(stretch: Int32, sees: Bool)] = []
      for document in corpus.weights.indices where wanted(document) {
        let sees = usesEvidence && random.unit() < settings.evidenceShare
        for stretch in ends[document] {
          // A share of 2.3 is seen twice, and a third time in three cases of ten.
          var share = corpus.weights[document]
          while share > 0 {
            if share >= 1 || random.unit() < share { order.append((Int32(stretch), sees)) }
            share -= 1
          }
        }
      }
      order.shuffle(using: &random)
      for (stretch, sees) in order {
        update(corpus, corpus.stretches[Int(stretch)], sees, &work)
      }
    }
  }

  /// What is kept from stretch to stretch.
  private struct Work {
    var kept: [UInt32] = []
    var keptStarts: [Int] = []
    var emissions: [Tags] = []
    var free: [Tags] = []
    var bound: [Tags] = []
    var forward: [Tags] = []
    var factors = [Tags](repeating: .zero, count: 9)
    var freePairs = [Tags](repeating: .zero, count: 9)
    var boundPairs = [Tags](repeating: .zero, count: 9)
  }

  private mutating func update(
    _ corpus: TrainingCorpus, _ stretch: TrainingCorpus.Stretch, _ seesEvidence: Bool,
    _ work: inout Work
  ) {
    work.kept.removeAll(keepingCapacity: true)
    work.keptStarts.removeAll(keepingCapacity: true)
    work.emissions.removeAll(keepingCapacity: true)
    let scale = 1 / (1 - settings.dropout)
    for s in stretch.spots {
      work.keptStarts.append(work.kept.count)
      let s = Int(s)
      var sum = take(
        corpus.features, Int(corpus.starts[s])..<Int(corpus.starts[s + 1]), &work.kept)
      if seesEvidence {
        sum += take(
          corpus.evidence, Int(corpus.evidenceStarts[s])..<Int(corpus.evidenceStarts[s + 1]),
          &work.kept)
      }
      work.emissions.append(ChainTrainer.exponentials(sum * scale))
    }
    work.keptStarts.append(work.kept.count)
    for from in 0..<9 {
      for to in 0..<9 {
        let isPossible = NameTag(rawValue: UInt8(to)).canFollow(NameTag(rawValue: UInt8(from)))
        work.factors[from][to] = isPossible ? expf(transitions[from * 9 + to]) : 0
      }
      work.freePairs[from] = .zero
      work.boundPairs[from] = .zero
    }
    ChainTrainer.expect(
      work.emissions, work.factors, nil, 0, &work.forward, &work.free, &work.freePairs)
    ChainTrainer.expect(
      work.emissions, work.factors, corpus.allowed, Int(stretch.spots.lowerBound), &work.forward,
      &work.bound, &work.boundPairs)

    for k in work.emissions.indices {
      let difference = work.bound[k] - work.free[k]
      var gradient = Row.zero
      for tag in 0..<8 { gradient[tag] = difference[tag + 1] * scale }
      let square = gradient * gradient
      let step = settings.rate * gradient
      for place in work.keptStarts[k]..<work.keptStarts[k + 1] {
        let feature = Int(work.kept[place])
        let sum = squares[feature] + square
        squares[feature] = sum
        weights[feature] += step / (sum.squareRoot() + 1e-6)
      }
    }
    for from in 0..<9 {
      for to in 0..<9 {
        let gradient = work.boundPairs[from][to] - work.freePairs[from][to]
        guard gradient != 0 else { continue }
        transitionSquares[from * 9 + to] += gradient * gradient
        transitions[from * 9 + to] +=
          settings.rate * gradient / (transitionSquares[from * 9 + to].squareRoot() + 1e-6)
      }
    }
  }

  /// Sums the weights of features, less those that are dropped.
  private mutating func take(
    _ list: [UInt32], _ range: Range<Int>, _ kept: inout [UInt32]
  ) -> Row {
    var sum = Row.zero
    let limit = UInt64(settings.dropout * Float(1 << 16))
    var bits: UInt64 = 0
    var left = 0
    for k in range {
      if left == 0 {
        bits = random.next()
        left = 4
      }
      left -= 1
      let draw = bits & 0xFFFF
      bits >>= 16
      if draw < limit { continue }
      kept.append(list[k])
      sum += weights[Int(list[k])]
    }
    return sum
  }

  /// e to the scores, the largest as 1; the first lane is "outside".
  private static func exponentials(_ row: Row) -> Tags {
    let largest = max(row.max(), 0)
    var result = Tags.zero
    result[0] = expf(-largest)
    for tag in 0..<8 { result[tag + 1] = expf(row[tag] - largest) }
    return result
  }

  /// The probabilities of the tags at each spot, and the expected transitions, among the sequences
  /// that are allowed: forward and backward.
  private static func expect(
    _ emissions: [Tags], _ factors: [Tags], _ allowed: [UInt16]?, _ first: Int,
    _ forward: inout [Tags], _ result: inout [Tags], _ pairs: inout [Tags]
  ) {
    func emission(_ k: Int) -> Tags {
      guard let allowed else { return emissions[k] }
      var row = emissions[k]
      let mask = allowed[first + k]
      for tag in 0..<9 where mask >> UInt16(tag) & 1 == 0 { row[tag] = 0 }
      return row
    }
    let count = emissions.count
    forward.removeAll(keepingCapacity: true)
    var row = factors[0] * emission(0)
    row /= row.sum()
    forward.append(row)
    for k in 1..<max(count, 1) {
      var next = Tags.zero
      for from in 0..<9 { next += factors[from] * row[from] }
      row = next * emission(k)
      row /= row.sum()
      forward.append(row)
    }
    result.removeAll(keepingCapacity: true)
    result.append(contentsOf: repeatElement(.zero, count: count))
    var backward = Tags.zero
    for from in 0..<9 { backward[from] = factors[from][0] }
    var k = count - 1
    while true {
      var marginal = forward[k] * backward
      marginal /= marginal.sum()
      result[k] = marginal
      if k == count - 1 {
        for from in 0..<9 { pairs[from][0] += marginal[from] }
      }
      guard k > 0 else { break }
      let ahead = emission(k) * backward
      var before = Tags.zero
      for from in 0..<9 { before[from] = (factors[from] * ahead).sum() }
      let total = (forward[k - 1] * before).sum()
      for from in 0..<9 {
        pairs[from] += factors[from] * ahead * (forward[k - 1][from] / total)
      }
      backward = before / before.sum()
      k -= 1
    }
    pairs[0] += result[0]
  }
}

/// What a chain has learned.
struct ChainWeights: Sendable {
  var features: [ChainTrainer.Row]
  var transitions: [Float]

  /// The mean of several.
  static func mean(_ all: [ChainWeights]) -> ChainWeights {
    var mean = all[0]
    for other in all.dropFirst() {
      for k in mean.features.indices { mean.features[k] += other.features[k] }
      for k in mean.transitions.indices { mean.transitions[k] += other.transitions[k] }
    }
    let count = Float(all.count)
    for k in mean.features.indices { mean.features[k] /= count }
    for k in mean.transitions.indices { mean.transitions[k] /= count }
    return mean
  }
}
