import Recognition

/// A document of a training set.
struct TrainingDocument {
  var set: Int
  var conll: ConllDocument
}

/// What the tagger is trained on: spots with numbered features and the tags they may have.
struct TrainingCorpus: Sendable {
  /// A stretch of spots, of a document.
  struct Stretch: Sendable {
    var spots: Range<Int32>
    var document: Int32
  }

  /// Of all spots, one after the other; those of spot s are at `starts[s]..<starts[s + 1]`.
  var features: [UInt32] = []
  var starts: [UInt32] = [0]
  /// The features of the document, likewise.
  var evidence: [UInt32] = []
  var evidenceStarts: [UInt32] = [0]
  /// By spot: a bit for each tag that it may have.
  var allowed: [UInt16] = []
  var stretches: [Stretch] = []
  /// By document: its share, and its first spot.
  var weights: [Float] = []
  var firstSpots: [Int32] = []
  var index = FeatureIndex()
  /// Tokens of names that no spot has.
  private(set) var lost = 0
  private(set) var kept = 0

  var spotCount: Int { allowed.count }

  /// By document: its stretches.
  var stretchesByDocument: [Range<Int>] {
    var ranges = [Range<Int>](repeating: 0..<0, count: weights.count)
    for (place, stretch) in stretches.enumerated() {
      let document = Int(stretch.document)
      ranges[document] =
        ranges[document].isEmpty
        ? place..<place + 1 : ranges[document].lowerBound..<place + 1
    }
    return ranges
  }

  /// Adds a document.
  mutating func add(
    _ document: TrainingDocument, weight: Float, masksMiscellany: Bool,
    _ reading: inout TaggerReading, _ families: TemplateChoice
  ) {
    reading.read(document.conll.text)
    firstSpots.append(Int32(spotCount))
    weights.append(weight)
    let tags = document.conll.spotTags(reading)
    lost += tags.lost
    kept += tags.spots.count { $0.kind != nil }
    var first = spotCount
    for s in 0..<reading.count {
      if s > 0, reading.isFirst(s) {
        stretches.append(
          Stretch(spots: Int32(first)..<Int32(spotCount), document: Int32(weights.count - 1)))
        first = spotCount
      }
      let tag = tags.spots[s]
      let isOpen = masksMiscellany && tag == .outside
      allowed.append(isOpen ? 1 | 1 << 7 | 1 << 8 : 1 << UInt16(tag.rawValue))
      reading.features(of: s) { template, feature in
        if families.has(template) { features.append(index.number(feature)) }
      }
      starts.append(UInt32(features.count))
    }
    if spotCount > first {
      stretches.append(
        Stretch(spots: Int32(first)..<Int32(spotCount), document: Int32(weights.count - 1)))
    }
  }

  /// Drops the features that occur less often.
  mutating func drop(below minimum: UInt32) {
    var kept: [UInt32] = []
    kept.reserveCapacity(features.count)
    var newStarts: [UInt32] = [0]
    newStarts.reserveCapacity(starts.count)
    for s in 0..<spotCount {
      for k in starts[s]..<starts[s + 1] where index.counts[Int(features[Int(k)])] >= minimum {
        kept.append(features[Int(k)])
      }
      newStarts.append(UInt32(kept.count))
    }
    features = kept
    starts = newStarts
  }
}

/// Which families of features are used: for ablations.
struct TemplateChoice: Sendable {
  private let isUsed: [Bool]

  init(without families: [String]) {
    isUsed = FeatureTemplate.allCases.map {
      !families.contains($0.family) && !families.contains("\($0)")
    }
  }

  func has(_ template: FeatureTemplate) -> Bool { isUsed[Int(template.rawValue)] }
}

extension ConllDocument {
  /// The tags of the spots of a text, and how many tokens of names have none.
  ///
  /// A name of which only a part is seen begins with its first spot.
  func spotTags(_ reading: borrowing TaggerReading) -> (spots: [NameTag], lost: Int) {
    var result: [NameTag] = []
    result.reserveCapacity(reading.count)
    let names = names
    var name = 0
    var isOpen = false
    var covered = 0
    for s in 0..<reading.count {
      let range = reading.range(s)
      while name < names.count, names[name].range.upperBound <= range.lowerBound {
        name += 1
        isOpen = false
      }
      guard name < names.count, names[name].range.lowerBound < range.upperBound else {
        result.append(.outside)
        continue
      }
      if reading.isFirst(s) { isOpen = false }
      result.append(NameTag(kind: names[name].kind.rawValue, isFirst: !isOpen))
      if !isOpen { covered += 1 }
      isOpen = true
    }
    return (result, names.count - covered)
  }
}
