/// Why a mention went where it went, for `dateline explain`: one of these decided.
public enum ResolutionRule: UInt8, Sendable, Hashable, CaseIterable {
  // In the article, to somebody.

  /// The article's `entities: is` says so.
  case stated
  /// The article's `entities: add` says that it is a name.
  case added
  /// A strong name of an authority record.
  case record
  /// A weak name of a record that the article names by a strong one too.
  case weakRecord
  /// A name of the gazetteer.
  case gazetteer
  /// The gazetteer's bearer that fits the countries which the article names.
  case placeByCountry
  /// A place that the text itself places: "Paris, Texas".
  case placeInRegion
  /// A name in full: the same one elsewhere in the archive is the same entity.
  case fullName
  /// The end of the one full name in the article that it can be short for.
  case shortForm
  /// The first words of the one organisation in the article that it can be short for.
  case shortOrganization
  /// The initials of the one organisation in the article that it can stand for.
  case initials
  /// In brackets after the full name.
  case inBrackets
  /// One person with and without middle names or initials.
  case middleName
  /// An acronym that the article does not explain; others give it in brackets after one full name.
  case archiveAcronym
  /// A short name that the article does not explain; the archive has one bearer who fits.
  case soleBearer

  // To nobody.

  /// The article's `entities: ignore`, or the archive's list of ignored names.
  case ignored
  /// Nothing that can name anybody: no letters, one letter, a numeral, a common word, a title alone.
  case junk
  /// A demonym, which the archive does not link.
  case demonym
  /// A weak name of a record that the article names nowhere else.
  case weakAlone
  /// The article names two whom it can be short for.
  case ambiguous
  /// Short for a name that the article does not have, and no bearer in the archive is sure.
  case unexplained
  /// A city's name for its government: "Washington said".
  case metonym
  /// A place of whose bearers none fits better than the others.
  case ambiguousPlace
  /// Only the headline has it, where any word may have a capital.
  case headlineOnly

  /// Whether the mention stands for an entity.
  public var isResolved: Bool { self.rawValue <= ResolutionRule.soleBearer.rawValue }
}
