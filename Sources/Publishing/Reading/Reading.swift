import ArchiveModel
import Cataloguing
import Loading

/// What is left of an article once it is read: what the catalogue takes, and where the rest is.
struct Reading: Sendable {
  var article: Article
  var diagnostics: [Diagnostic]
  /// What the file’s name gives for the address.
  var fileSlug: Slug?
  /// Where the values stand that decide the article's address.
  var aliasPlace: SourceRange?
  var urlPlace: SourceRange?
  var idPlace: SourceRange?
  var datePlace: SourceRange
  var embargoPlace: SourceRange?
  /// Whether readers may see its text, once an embargo is over.
  var isSeen = false
  /// Where its text stands; nowhere where it is not seen, or not kept.
  var place = ReadingStore.Place.nowhere
  /// How many mentions the recogniser found and resolved.
  var mentionCount = 0
  /// White-space words of the body.
  var wordCount = 0
  /// Links to other pages of the archive, those of the body by the number of their slot, then those
  /// of the front matter.
  var links: [LocalLink] = []
  /// The files of the archive that it shows or links to.
  var media: [MediaIndex.File] = []
  /// The picture at its head.
  var lead: LeadImage?
  /// The redactions that its file had need of, by their numbers.
  var redactions: Set<Int> = []
  /// The constructs of other systems in its body, by kind.
  var dialects: [DialectUse] = []
  /// Of its file and what that names, for `PagePrints`; 0 where there is no cache.
  var print: UInt64 = 0
  /// The addresses that were looked for among the archive's files: what else it depends on.
  var lookups: [String] = []

  /// What a file's front matter gives; of its text nothing yet.
  init(of source: Source) {
    article = source.withdrawal.map(source.article.withdrawn) ?? source.article
    diagnostics = source.diagnostics
    redactions = source.redactions
    fileSlug = source.withdrawal?.keepsHeadline ?? true ? source.fileSlug : nil
    aliasPlace = article.aliases.isEmpty ? nil : source.place(of: .aliases)
    urlPlace = article.url == nil ? nil : source.place(of: .url)
    idPlace = article.id == nil ? nil : source.place(of: .id)
    datePlace = source.place(of: .date)
    links = source.relations
    embargoPlace = article.embargo == .undated ? nil : source.place(of: .embargo)
  }

  /// Takes over what a withdrawn article shows, which nobody is to see: nothing else of its body.
  mutating func withhold(_ body: borrowing Body) {
    media = body.media
    lookups = body.lookups
  }

  /// Takes over what the catalogue and the reader of diagnostics need of a body.
  mutating func take(_ body: borrowing Body) {
    isSeen = true
    links = body.references.links + links
    media = body.media
    lookups = body.lookups
    lead = body.lead
    dialects = body.dialects
    diagnostics += body.diagnostics
  }

  /// Whether the article is left out of the build.
  var hasError: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Article {
  /// Whether readers may see its text: what none may see is not read for them.
  func isSeen(withDrafts showsDrafts: Bool) -> Bool {
    switch self.status {
    case .published, .redacted, .embargoed: true
    case .draft: showsDrafts
    case .withdrawn: false
    }
  }
}

/// The sentences of an article with its resolved mentions.
struct Prose: Sendable {
  /// A resolved mention.
  struct Mark: Sendable, Equatable {
    /// UTF-8 offsets into the text.
    var start: Int32
    var end: Int32
    /// The index of the article's own entity.
    var entity: Int32
  }

  /// The reading text in UTF-8.
  var text: [UInt8]
  var sentences: [Range<Int32>]
  var marks: [Mark]
}
