import ArchiveModel

/// The trained tagger: lexicon, weights of features, transitions between tags, what margins mean.
///
/// A binary that `recognizer train` writes, used where it stands. Tagging is by integers alone, so
/// it is the same to the bit on every machine.
///
/// Layout, little-endian: `DLMODEL\0`; version, checksum of all that follows (32 bits each); bytes
/// of the lexicon, slots of the features (a power of two); 81 transitions (16 bits each, from row
/// to column); 64 scores by margin (8 bits each, in 255ths); the lexicon (`TaggerLexicon`); the
/// fingerprints (16 bits each, 0 for a free slot); the rows (eight weights of 8 bits each).
///
/// A class, so that handing it over is one retain at most: a copy of its arrays for every spot took
/// 5 % of recognition.
public final class TaggerModel: @unchecked Sendable {
  // Unchecked, because of the pointers: the bytes are never written to.

  /// Of the layout, the features and the tokens: to be raised with any of them.
  package static let version: UInt32 = 1
  static let magic: [UInt8] = Array("DLMODEL\0".utf8)
  static let transitionsOffset = 24
  static let calibrationOffset = transitionsOffset + NameTag.count * NameTag.count * 2
  /// Margins are counted in steps of so many units, up to the last of 64.
  package static let marginStep = 8
  package static let marginSteps = 64
  static let lexiconOffset = (calibrationOffset + marginSteps + 7) / 8 * 8
  /// For a transition that cannot be; no sum of scores outweighs it.
  package static let forbidden: Int32 = -1 << 20

  package let lexicon: TaggerLexicon
  let transitions: TransitionTable
  let features: FeatureTable
  private let calibration: ContiguousArray<Float>

  /// The version of a model's format, and the checksum of all that it has learnt: O(1).
  public static func identity(
    of bytes: UnsafeRawBufferPointer
  ) throws(CompiledDataError) -> String {
    let span = RawSpan(_unsafeBytes: bytes)
    guard span.byteCount >= TaggerModel.lexiconOffset else {
      throw CompiledDataError(.model, .truncated)
    }
    let digits = String(span.word(12), radix: 16)
    let zeros = String(repeating: "0", count: 8 - digits.utf8.count)
    return "\(span.word(8))-\(zeros)\(digits)"
  }

  /// A model in bytes that stay where they are as long as the program runs.
  ///
  /// Checks magic, version, sizes and checksum: O(bytes), about a millisecond.
  public init(bytes: UnsafeRawBufferPointer) throws(CompiledDataError) {
    let span = RawSpan(_unsafeBytes: bytes)
    guard let base = bytes.baseAddress, span.byteCount >= TaggerModel.lexiconOffset else {
      throw CompiledDataError(.model, span.byteCount == 0 ? .other : .truncated)
    }
    for (place, byte) in TaggerModel.magic.enumerated() where span.byte(place) != byte {
      throw CompiledDataError(.model, .other)
    }
    guard span.word(8) == TaggerModel.version else {
      throw CompiledDataError(.model, .version(found: span.word(8), expected: TaggerModel.version))
    }
    guard span.word(12) == Gazetteer.checksum(span, from: 16) else {
      throw CompiledDataError(.model, .checksum)
    }
    let lexiconBytes = Int(span.word(16))
    let slots = Int(span.word(20))
    let fingerprintsOffset = TaggerModel.lexiconOffset + lexiconBytes
    guard slots > 0, slots & (slots - 1) == 0,
      fingerprintsOffset + slots * (2 + NameTag.nameCount) == span.byteCount,
      let lexicon = TaggerLexicon(
        UnsafeRawBufferPointer(rebasing: bytes[TaggerModel.lexiconOffset..<fingerprintsOffset]))
    else { throw CompiledDataError(.model, .truncated) }
    self.lexicon = lexicon
    var transitions = ContiguousArray<Int32>()
    for from in 0..<NameTag.count {
      for to in 0..<NameTag.count {
        let offset = TaggerModel.transitionsOffset + (from * NameTag.count + to) * 2
        let value = Int16(
          littleEndian: span.unsafeLoadUnaligned(fromByteOffset: offset, as: Int16.self))
        let isPossible = NameTag(rawValue: UInt8(to)).canFollow(NameTag(rawValue: UInt8(from)))
        transitions.append(isPossible ? Int32(value) : TaggerModel.forbidden)
      }
    }
    self.transitions = TransitionTable(transitions)
    calibration = ContiguousArray(
      (0..<TaggerModel.marginSteps).map {
        Float(span.byte(TaggerModel.calibrationOffset + $0)) / 255
      })
    features = FeatureTable(
      fingerprints: base + fingerprintsOffset, rows: base + fingerprintsOffset + slots * 2,
      mask: UInt64(slots - 1))
  }

  /// How likely a mention is right whose margin over the next best reading is this.
  func score(margin: Int32) -> Float {
    calibration[min(max(Int(margin), 0) / TaggerModel.marginStep, TaggerModel.marginSteps - 1)]
  }

  @inline(__always)
  static func fingerprint(_ feature: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: feature >> 48) | 1
  }
}

/// The weights of the features where they stand in a model.
///
/// Pointers alone, so that it costs nothing to hand over.
struct FeatureTable {
  fileprivate let fingerprints: UnsafeRawPointer
  fileprivate let rows: UnsafeRawPointer
  fileprivate let mask: UInt64

  /// The weights of a feature; zeros where the model has none for it.
  ///
  /// One probe of the fingerprints on average; the table is never full.
  @inline(__always)
  func weights(_ feature: UInt64) -> TagScores {
    let fingerprint = TaggerModel.fingerprint(feature)
    var slot = feature & mask
    while true {
      let found = fingerprints.loadUnaligned(fromByteOffset: Int(slot) * 2, as: UInt16.self)
      if found == fingerprint {
        let row = rows.loadUnaligned(fromByteOffset: Int(slot) * 8, as: SIMD8<Int8>.self)
        return TagScores(truncatingIfNeeded: row)
      }
      if found == 0 { return .zero }
      slot = (slot + 1) & mask
    }
  }
}

/// Sums the weights of the features it is given.
struct ScoreSink: FeatureSink {
  let features: FeatureTable
  var scores = TagScores.zero

  @inline(__always)
  mutating func add(_ template: FeatureTemplate, _ feature: UInt64) {
    // At most 100 features of at most 127: no overflow.
    scores &+= features.weights(feature)
  }
}

/// Writes a model; equal input gives equal bytes.
package struct TaggerModelBuilder {
  /// In units of the model; forbidden transitions count for nothing.
  package var transitions = [Int16](repeating: 0, count: NameTag.count * NameTag.count)
  /// In 255ths, by step of the margin.
  package var calibration = [UInt8](repeating: 0, count: TaggerModel.marginSteps)
  package var lexicon: [UInt8]

  /// A model without features.
  package init(lexicon: [UInt8]) { self.lexicon = lexicon }

  /// The file, with these features, the most important first: one whose fingerprint another has
  /// taken on its way is left out.
  package func build(_ features: [(hash: UInt64, weights: SIMD8<Int8>)]) -> [UInt8] {
    var slots = 16
    while slots * 3 < features.count * 4 { slots *= 2 }
    var fingerprints = [UInt16](repeating: 0, count: slots)
    var rows = [SIMD8<Int8>](repeating: .zero, count: slots)
    next: for (hash, weights) in features {
      let fingerprint = TaggerModel.fingerprint(hash)
      var slot = Int(hash & UInt64(slots - 1))
      while fingerprints[slot] != 0 {
        if fingerprints[slot] == fingerprint { continue next }
        slot = (slot + 1) & (slots - 1)
      }
      fingerprints[slot] = fingerprint
      rows[slot] = weights
    }
    var body: [UInt8] = []
    body.append(word: UInt32(lexicon.count))
    body.append(word: UInt32(slots))
    for transition in transitions { body.append(half: UInt16(bitPattern: transition)) }
    body += calibration
    while body.count < TaggerModel.lexiconOffset - 16 { body.append(0) }
    body += lexicon
    for fingerprint in fingerprints { body.append(half: fingerprint) }
    for row in rows {
      for k in 0..<NameTag.nameCount { body.append(UInt8(bitPattern: row[k])) }
    }
    var file = TaggerModel.magic
    file.append(word: TaggerModel.version)
    file.append(
      word: body.withUnsafeBytes { Gazetteer.checksum(RawSpan(_unsafeBytes: $0), from: 0) })
    return file + body
  }
}

extension [UInt8] {
  /// Appends a number of 16 bits, little-endian.
  fileprivate mutating func append(half: UInt16) {
    append(UInt8(truncatingIfNeeded: half))
    append(UInt8(truncatingIfNeeded: half >> 8))
  }
}
