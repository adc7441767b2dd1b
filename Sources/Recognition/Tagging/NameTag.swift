import ArchiveModel

/// What the tagger says of a token: outside any name, or at the beginning or inside of one.
///
/// Raw values: 0 outside; then for person, organisation, place and miscellany the tag of a first
/// token (odd) and that of a further one (even).
package struct NameTag: Hashable, Sendable {
  /// From 0 to 8.
  package var rawValue: UInt8

  /// The tag with this raw value.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The tag of a name's token; kinds are 0 person, 1 organisation, 2 place, 3 miscellany.
  package init(kind: Int, isFirst: Bool) {
    rawValue = UInt8(truncatingIfNeeded: 1 + 2 * kind + (isFirst ? 0 : 1))
  }

  /// Outside any name.
  package static let outside = NameTag(rawValue: 0)
  /// How many there are.
  package static let count = 9
  /// How many are not `outside`.
  package static let nameCount = 8

  /// 0 person, 1 organisation, 2 place, 3 miscellany; nil outside.
  package var kind: Int? { rawValue == 0 ? nil : Int(rawValue - 1) / 2 }
  /// The first token of a name.
  package var isFirst: Bool { rawValue & 1 == 1 }

  /// Whether this tag may follow another: a name's further token follows one of its own kind.
  package func canFollow(_ other: NameTag) -> Bool {
    guard let kind, !isFirst else { return true }
    return other.kind == kind
  }
}

/// The scores of the eight tags of names, in units of the model; "outside" is always 0.
typealias TagScores = SIMD8<Int16>
