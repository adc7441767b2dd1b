/// An article as its author described it: front matter, read and checked.
///
/// The keys are those of FIELD.md §4. The body stays in its file. What is known of it is in
/// `Fields`, and read as if it stood here: `article.title`.
@dynamicMemberLookup
public struct Article: Sendable, Hashable {
  /// What a reader may see of it.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case published, draft, embargoed, withdrawn, redacted
  }

  /// One correction, clarification, editor's note or retraction.
  public struct Correction: Sendable, Hashable {
    /// When it was made.
    public var date: ArchiveDate
    /// `correction`, `clarification`, `editors-note`, `retraction`, or why it was withdrawn.
    public var kind: String
    /// What it says, plain text.
    public var text: String

    /// The kinds that say why an article was withdrawn (FIELD §5.5).
    public static let withdrawals = ["legal", "error", "privacy", "rights", "duplicate"]

    /// A correction made on a date.
    public init(date: ArchiveDate, kind: String, text: String) {
      self.date = date
      self.kind = kind
      self.text = text
    }
  }

  /// The series it belongs to.
  public struct Series: Sendable, Hashable {
    /// The name of the series.
    public var name: String
    /// Its number in the series, from 1.
    public var part: Int?

    /// A part of a series.
    public init(name: String, part: Int? = nil) {
      self.name = name
      self.part = part
    }
  }

  /// What the editor says of names in this article: `entities: {add, ignore, is}`.
  public struct EntityOverrides: Sendable, Hashable {
    /// A name that is one here, with its kind.
    public struct Addition: Sendable, Hashable {
      /// The words in the text.
      public var name: String
      /// What they name.
      public var kind: EntityKind

      /// A name of a kind.
      public init(name: String, kind: EntityKind) {
        self.name = name
        self.kind = kind
      }
    }

    /// A string that stands for a known entity here.
    public struct Identity: Sendable, Hashable {
      /// The words in the text.
      public var name: String
      /// The id of the entity.
      public var id: String

      /// A name and its entity's id.
      public init(name: String, id: String) {
        self.name = name
        self.id = id
      }
    }

    /// Names that are names here.
    public var add: [Addition] = []
    /// Strings that are no names here.
    public var ignore: [String] = []
    /// Strings that stand for a known entity here.
    public var identities: [Identity] = []

    /// No overrides.
    public init() {}
  }

  /// What is known of an article.
  public struct Fields: Sendable, Hashable {
    /// The file, relative to the archive's content folder: `articles/2017/talks.md`.
    public var path: String
    /// The author's own permanent identifier.
    public var id: String?
    /// The headline, plain text, never empty.
    public var title: String
    /// The second line of the headline.
    public var subtitle: String?
    /// The dek: one to three plain sentences.
    public var summary: String?
    /// When it was first published.
    public var date: ArchiveDate = .undated
    /// When it was last changed.
    public var updated: ArchiveDate = .undated
    /// The authors' names.
    public var authors: [String] = []
    /// What is said of some of them beyond their names; never an e-mail address.
    public var authorDetails: [AuthorDetail] = []
    /// The byline exactly as printed.
    public var byline: String?
    /// The dateline exactly as printed: "BAGHDAD, March 26".
    public var dateline: String?
    /// The places of the dateline: "Paris" and "Berlin" of "PARIS/BERLIN, Jan 3".
    public var datelinePlaces: [String] = []
    /// What kind of text it is, where its author says so.
    public var kind: Kind?
    /// The section, parts apart by `/`: "World/Iraq".
    public var section: String?
    /// All categories, where it has several: what other generators make addresses of.
    public var categories: [String] = []
    /// The topics.
    public var tags: [String] = []
    /// The series, if it is part of one.
    public var series: Series?
    /// The outlet that first published it.
    public var source: String?
    /// The chain below the source.
    public var via: [String] = []
    /// The absolute URL of the original.
    public var originalURL: String?
    /// The absolute URL that search engines are to take for this article's own.
    public var canonical: String?
    /// Absolute URLs of copies in web archives.
    public var archived: [String] = []
    /// When the original was captured.
    public var retrieved: ArchiveDate = .undated
    /// Which of the texts an agency sent of the story.
    public var version: Version?
    /// Who reported and edited it, as printed below the text: "Reporting by …".
    public var credits: String?
    /// Lines of a wire text that are none of its text, as printed: slugs, notes of the editors.
    public var wireNotes: [String] = []
    /// Free text on rights.
    public var rights: String?
    /// Who holds the rights.
    public var rightsHolder: String?
    /// SPDX identifier or URL.
    public var license: String?
    /// The picture that stands for it.
    public var image: Image?
    /// Where it stood on paper.
    public var print: PrintEdition?
    /// The last part of its address, where the author fixed it.
    public var slug: Slug?
    /// The whole address, where the author fixed it: site-relative, normalised as `aliases`.
    public var url: String?
    /// Site-relative old addresses that lead here, normalised: `/old/path/`.
    public var aliases: [String] = []
    /// What a reader may see of it.
    public var status: Status = .published
    /// The date before which it must not appear.
    public var embargo: ArchiveDate = .undated
    /// When its publisher meant it to end: an archive keeps it, and says so.
    public var expires: ArchiveDate = .undated
    /// Whether search engines are asked to pass it over.
    public var isUnlisted = false
    /// BCP 47; nil where it is the archive's.
    public var language: String?
    /// When names were taken out of it by the archive's rules, the earliest first.
    public var redactions: [ArchiveDate] = []
    /// Corrections, oldest first.
    public var corrections: [Correction] = []
    /// The public sources that the article names, plain text, in order.
    public var sources: [String] = []
    /// The ids of the entities that it is about.
    public var about: [String] = []
    /// Articles that belong to it, by id, file or address, as written.
    public var related: [String] = []
    /// Articles that it follows, likewise.
    public var follows: [String] = []
    /// The article that it translates, likewise; or a key that its translations share.
    public var translationOf: String?
    /// The editor's word on names in this article.
    public var entities = EntityOverrides()
    /// Keys that we do not know, with their values: kept, never dropped.
    public var extra: [ExtraField] = []
    /// What of all this nobody stated.
    public var inferred: Inferences = []

    fileprivate init(path: String, title: String) {
      self.path = path
      self.title = title
    }
  }

  /// The fields in one place on the heap, shared by copies until one of them is changed.
  ///
  /// An article goes from stage to stage and from view to view: to copy its fifty fields, with a
  /// retain for most of them, was a twentieth of assembling and of rendering.
  @usableFromInline
  final class Storage: @unchecked Sendable {
    // Unchecked, because fields are written only while one article alone has them.

    /// No access overlaps another, since all go through an article, which is a value.
    @exclusivity(unchecked)
    @usableFromInline
    var fields: Fields

    fileprivate init(_ fields: Fields) { self.fields = fields }
  }

  @usableFromInline
  private(set) var storage: Storage

  /// An article with a headline and nothing else.
  public init(path: String, title: String) {
    storage = Storage(Fields(path: path, title: title))
  }

  /// A field; the compiler makes of it a load.
  @inlinable
  public subscript<Value>(dynamicMember field: WritableKeyPath<Fields, Value>) -> Value {
    @inline(__always) get { storage.fields[keyPath: field] }
    @inline(__always) _modify {
      if !isKnownUniquelyReferenced(&storage) { copyFields() }
      yield &storage.fields[keyPath: field]
    }
  }

  @usableFromInline
  @inline(never)
  mutating func copyFields() { storage = Storage(storage.fields) }

  /// Whether all fields are equal.
  public static func == (a: Article, b: Article) -> Bool {
    a.storage === b.storage || a.storage.fields == b.storage.fields
  }

  /// Hashes all fields.
  public func hash(into hasher: inout Hasher) { hasher.combine(storage.fields) }
}

extension Article: CustomReflectable {
  /// The fields, not where they are kept.
  public var customMirror: Mirror { Mirror(reflecting: storage.fields) }
}
