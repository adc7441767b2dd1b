import ArchiveModel
import Cataloguing
import Loading

/// What is left of an article once it is read: what the catalogue takes, and where the rest is.
struct Reading: Sendable {
  var article: Article
  /// Nil where the article is left out of the build, or cannot be seen.
  var place: ReadingStore.Place?
  var diagnostics: [Diagnostic]
  /// How many mentions the recogniser found, resolved or not.
  var mentionCount: Int
  /// White-space words of the body.
  var wordCount: Int
  /// What the file’s name gives for the address.
  var fileSlug: Slug?
  /// Where the values stand that decide the article's address.
  var aliasPlace: SourceRange?
  var urlPlace: SourceRange?
  var idPlace: SourceRange?
  var datePlace: SourceRange
  var embargoPlace: SourceRange?
  /// Links to other pages of the archive, by the number of their slot.
  var links: [LocalLink] = []
  /// The files of the archive that it shows or links to.
  var media: [MediaIndex.File] = []
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
