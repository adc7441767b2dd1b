import ArchiveModel
import Loading

/// The notes of authority records, in Markdown: links and images in them are found as in articles.
struct RecordNotes {
  /// By the ids of the records.
  private(set) var notes: [Slug: OwnText] = [:]
  /// The files of the archive that they name.
  private(set) var media: Set<MediaIndex.File> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the notes of all records.
  init(_ texts: TextReader) {
    let shownPrefix = texts.archive.shownPath(of: "")
    for record in texts.archive.authorities {
      let path = String(record.place.path.dropFirst(shownPrefix.count))
      guard let note = texts.note(of: record, in: path) else { continue }
      let text = OwnText(note, at: path)
      media.formUnion(text.media)
      diagnostics += text.diagnostics
      notes[record.id] = text
    }
  }
}
