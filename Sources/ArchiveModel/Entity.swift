/// The editor's word on an entity, which always wins: `Content/authorities/*.yml` (FIELD §4.1).
public struct AuthorityRecord: Sendable, Hashable {
  /// Whether an entity has a page of its own.
  public enum PagePolicy: String, Sendable, Hashable { case always, auto, never }

  /// An editor's look at a record.
  public struct Review: Sendable, Hashable {
    /// As exactly as it is stated, never undated.
    public var date: ArchiveDate
    /// The editor: for the desk, on no page.
    public var editor: String?

    /// A review by someone, if it is stated who.
    public init(date: ArchiveDate, editor: String? = nil) {
      self.date = date
      self.editor = editor
    }
  }

  /// The permanent id, which is also the last part of its address.
  public var id: Slug
  /// Person, organisation, place, event or work.
  public var kind: EntityKind
  /// The name as displayed.
  public var name: String
  /// Strong variants, which match by themselves; `previous` names are among them.
  public var names: [String] = []
  /// Variants that match only where a strong name is in the same article.
  public var weak: [String] = []
  /// Strings that must not map here.
  public var never: [String] = []
  /// Places only: "Iraqi", "Iraqis".
  public var demonyms: [String] = []
  /// Whether names match only in the casing given ("IS", not "is").
  public var isCaseSensitive = false
  /// Absolute URLs of the same thing elsewhere (Wikidata, VIAF).
  public var sameAs: [String] = []
  /// Ids of records that are not to be confused with this one.
  public var notSameAs: [String] = []
  /// One plain sentence by the editor.
  public var summary: String?
  /// Markdown, shown on its page.
  public var note: String?
  /// Places only.
  public var coordinates: Coordinates?
  /// Places only: the ISO 3166 code of its country.
  public var country: String?
  /// The ids of what it belongs to.
  public var partOf: [String] = []
  /// Whether it has a page.
  public var page: PagePolicy = .auto
  /// False: search engines are asked not to list its page.
  public var isIndexed = true
  /// Ids under which it was known before, as a thing of the same kind.
  public var formerIDs: [Slug] = []
  /// Pages under which it was known as a thing of another kind.
  public var formerPages: [EntityPage] = []
  /// When an editor last looked it over, and who did; nil where nobody says so.
  public var reviewed: Review?
  /// Where the record stands.
  public var place: SourceRange

  /// A record with an id, a kind and a name.
  public init(id: Slug, kind: EntityKind, name: String, place: SourceRange) {
    self.id = id
    self.kind = kind
    self.name = name
    self.place = place
  }
}

extension AuthorityRecord {
  /// The addresses of all pages under which it was known before: `people/isis/`.
  public var formerAddresses: [String] {
    formerIDs.map { IdentityLock.address(of: $0, kind) }
      + formerPages.map { IdentityLock.address(of: $0.id, $0.kind) }
  }
}

/// The page of an entity, as a person names it: `people/lise-grande`.
public struct EntityPage: Sendable, Hashable {
  /// Ids are unique within a kind.
  public var kind: EntityKind
  /// The last part of its address.
  public var id: Slug

  /// The page of an id of a kind.
  public init(kind: EntityKind, id: Slug) {
    self.kind = kind
    self.id = id
  }

  /// Reads a kind or its folder, a slash and an id; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let id = Slug(exactly: parts[1]),
      let kind = EntityKind(name: parts[0])
        ?? EntityKind.allCases.first(where: { $0.folder == parts[0] })
    else { return nil }
    self.init(kind: kind, id: id)
  }
}

/// A point on the earth, WGS 84, in degrees.
public struct Coordinates: Sendable, Hashable {
  /// North is positive.
  public var latitude: Double
  /// East is positive.
  public var longitude: Double

  /// A point, if both are in range (±90, ±180).
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}
