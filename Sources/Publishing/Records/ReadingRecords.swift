import ArchiveModel
import Loading
import Synchronization

/// Readings that were made elsewhere, for a build that reads no article again (`--records`).
///
/// A record counts if the article's file has the bytes that it was made of, and the archive has the
/// same for what it names; else the article is read.
public final class ReadingRecords: Sendable {
  private let files: [(file: RecordFile, entries: [String: Int])]
  private let taken = Atomic(0)

  /// How many articles were taken from here, counted anew from now on.
  func takeCount() -> Int { taken.exchange(0, ordering: .relaxed) }

  /// Opens files of records for an archive as it stands; O(bytes).
  public init(_ paths: [String], of archive: Archive) throws(RecordFailure) {
    let origin = try RecordHead(of: archive, in: try archive.themeLanguage()).origin
    var files: [(RecordFile, [String: Int])] = []
    for path in paths {
      let file = try RecordFile(opening: path)
      try file.head.expect(origin, ofFile: path)
      let entries = file.entries.enumerated().map { ($1.path, $0) }
      files.append((file, Dictionary(entries, uniquingKeysWith: { first, _ in first })))
    }
    self.files = files
  }

  /// The reading of an article with its texts in a store, and the fingerprint of its file; nil where
  /// it must be read.
  func reading(
    of path: String, in archive: Archive, _ media: MediaIndex, keepingIn store: ReadingStore,
    showsDrafts: Bool
  ) throws(EnvironmentFault) -> (reading: Reading, source: UInt64)? {
    var source: UInt64?
    for (file, entries) in files {
      guard let entry = entries[path].map({ file.entries[$0] }) else { continue }
      let record = try file.record(entry)
      source = source ?? archive.fingerprint(of: path)
      let reading = record.reading
      guard record.source == source,
        reading.article.status != .draft || reading.isSeen == showsDrafts
      else { continue }
      let found = FoundMedia(reading.lookups, from: path, in: media, by: .size)
      guard found.fingerprint == record.lookups else { continue }
      var taken = reading
      taken.media = found.files
      if !record.texts.isEmpty {
        taken.place = try store.append(record.texts, as: reading.place)
      }
      self.taken.add(1, ordering: .relaxed)
      return (taken, record.source)
    }
    return nil
  }

  /// Brings files of records together in one, and tells how many it has.
  ///
  /// The same bytes in whichever order they are named; needs no archive.
  public static func merge(_ paths: [String], into path: String) throws(RecordFailure) -> Int {
    var files: [RecordFile] = []
    for path in paths {
      let file = try RecordFile(opening: path)
      if let first = files.first { try file.head.expect(first.head.origin, ofFile: path) }
      files.append(file)
    }
    guard let origin = files.first?.head.origin else { return 0 }
    var all = files.indices.flatMap { number in
      files[number].entries.map { (file: number, entry: $0) }
    }
    all.sort { a, b in
      if a.entry.path.utf8.elementsEqual(b.entry.path.utf8) { return a.file < b.file }
      return a.entry.path.utf8.lexicographicallyPrecedes(b.entry.path.utf8)
    }
    var writer = try RecordFileWriter(to: path, origin)
    for (index, next) in all.enumerated() {
      if index > 0, all[index - 1].entry.path.utf8.elementsEqual(next.entry.path.utf8) {
        let other = all[index - 1]
        guard other.entry.fingerprint == next.entry.fingerprint else {
          throw .refused(
            RecordRefusal(
              "\(files[other.file].path) and \(files[next.file].path) differ in what they have of "
                + "\(next.entry.path)",
              help: "the article changed meanwhile: annotate it again, and leave the older out"))
        }
        continue
      }
      try writer.append(try files[next.file].wholeBytes(of: next.entry))
    }
    return try writer.finish()
  }
}

extension RecordFile {
  /// A record, read whole.
  fileprivate func record(_ entry: Entry) throws(EnvironmentFault) -> ArticleRecord {
    do throws(RecordFailure) {
      guard let record = ArticleRecord(try bytes(of: entry)) else { throw .damaged(path) }
      return record
    } catch {
      guard case .fault(let fault) = error else {
        throw EnvironmentFault("read \(path)", reason: "it changed meanwhile")
      }
      throw fault
    }
  }
}

extension Archive {
  /// The language of its pages.
  func themeLanguage() throws(RecordFailure) -> Language {
    let theme: Theme?
    let problems: [Diagnostic]
    do throws(EnvironmentFault) {
      (theme, problems) = try self.theme()
    } catch {
      throw .fault(error)
    }
    guard hasSoundSettings, let theme else { throw .unsound(diagnostics + problems) }
    return theme.language
  }
}
