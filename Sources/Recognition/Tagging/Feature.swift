/// A feature of a token: what a template saw, mixed into 64 bits.
///
/// The lower bits choose a slot of the model's table, the upper ones are its fingerprint.
enum Feature {
  /// Mixes one more value into a feature.
  @inline(__always)
  static func mix(_ feature: UInt64, _ value: UInt64) -> UInt64 {
    // The multiplication of a hash may overflow.
    let product = (feature ^ value) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 29
  }

  /// The feature of a template that saw a value.
  @inline(__always)
  static func of(_ template: FeatureTemplate, _ value: UInt64) -> UInt64 {
    mix((template.rawValue &+ 1) &* 0xD6E8_FEB8_6659_FD93, value)
  }

  @inline(__always)
  static func of(_ template: FeatureTemplate, _ a: UInt64, _ b: UInt64) -> UInt64 {
    mix(of(template, a), b)
  }

  @inline(__always)
  static func of(_ template: FeatureTemplate, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    mix(of(template, a, b), c)
  }
}

/// What features look at.
///
/// Those of one word carry its place in the window, 0 to 4, in the value.
package enum FeatureTemplate: UInt64, CaseIterable, Sendable {
  // Of one word alone.
  case lower, form, shape, prefix, suffix, prefixCasing, suffixCasing, length, flag, flagSet
  case frequency, list, casing
  // Of neighbours.
  case wordPair, shapeTriple, wordShape, wordsAround, casingPattern, flagSetPair
  // Of the sentence.
  case start, sentenceCasing
  // Of names that a list has.
  case match, candidate
  // Of the document.
  case document, acronym

  /// For the ablations of `recognizer train --without`.
  package var family: String {
    switch self {
    case .lower, .form, .length, .casing: "word"
    case .shape: "shape"
    case .prefix, .suffix, .prefixCasing, .suffixCasing: "affixes"
    case .flag, .flagSet, .flagSetPair: "lexicon"
    case .frequency: "frequency"
    case .list: "word-lists"
    case .wordPair, .wordShape, .wordsAround: "neighbours"
    case .shapeTriple, .casingPattern: "casing-patterns"
    case .start, .sentenceCasing: "sentence"
    case .match: "match"
    case .candidate: "candidate"
    case .document, .acronym: "document"
    }
  }
}

/// Takes the features of a token: the model's sum, or what training collects.
protocol FeatureSink {
  mutating func add(_ template: FeatureTemplate, _ feature: UInt64)
}
