import ArchiveModel
import Loading
import Markup

/// A text of the archive that is no article, rendered: a page of its own, or the note of a record.
struct OwnText: Sendable {
  let body: SlottedHTML
  /// Its file, below the content folder.
  let path: String
  /// Its links to other pages, by the number of their slot.
  let links: [LocalLink]
  /// The files of the archive that it names.
  let media: [MediaIndex.File]
  let diagnostics: [Diagnostic]

  /// Renders a body; it has no mentions.
  init(_ body: consuming Body, at path: String) {
    self.body = body.render()
    self.path = path
    links = body.references.links
    media = body.media
    diagnostics = body.diagnostics
  }
}
