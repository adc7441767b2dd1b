import ArchiveModel
import Cataloguing
import Loading
import Recognition

/// Reads articles for a build that is done elsewhere: `dateline annotate --records`.
///
/// The left half of the run (DESIGN §1) for some of an archive's articles. Their records are the same
/// bytes on any machine, whichever other articles are read with them.
public struct ArticleRecorder: Sendable {
  private let reader: ArticleReader
  private let store: ReadingStore
  private let leaks: LeakGuard
  private let head: RecordHead
  private let jobs: Int

  /// So many records are in memory at a time.
  private static let windowCount = 1024

  /// A recorder with the records, rules and pictures of an archive.
  public init(_ archive: Archive, jobs: Int) throws(RecordFailure) {
    let language = try archive.themeLanguage()
    head = try RecordHead(of: archive, in: language)
    do throws(EnvironmentFault) {
      let gazetteer = try Gazetteer.bundled()
      let texts = TextReader(
        archive, gazetteer, media: try RedactedMedia(of: archive).index, in: language)
      store = try ReadingStore(in: archive)
      reader = ArticleReader(
        texts: texts, names: NameReader(of: archive, gazetteer, try .bundled(), texts.resolver),
        store: store, showsDrafts: false)
    } catch {
      throw .fault(error)
    }
    leaks = LeakGuard(of: archive)
    self.jobs = jobs
  }

  /// Writes the records of articles into a file, and tells how many it has.
  ///
  /// Those are all whose files could be read; what is wrong with them the build says.
  public func record(
    _ list: ArticleList, into path: String, _ progress: Progress = Progress()
  ) async throws(RecordFailure) -> Int {
    var writer = try RecordFileWriter(to: path, head.origin)
    progress.begin(.read, of: list.paths.count)
    for window in list.paths.indices.pieces(of: ArticleRecorder.windowCount) {
      let results = await Array(list.paths[window]).concurrentChunks(
        jobs: jobs, keeping: { ReadingScratch() }
      ) { paths, scratch in
        let results = paths.map { path in
          Result<[UInt8]?, EnvironmentFault> { () throws(EnvironmentFault) in
            try record(of: path, scratch: &scratch)
          }
        }
        progress.advance(by: paths.count)
        return results
      }
      for result in results {
        switch result {
        case .success(let record?): try writer.append(record)
        case .success(nil): break
        case .failure(let fault): throw .fault(fault)
        }
      }
    }
    return try writer.finish()
  }

  /// The record of an article; nil where its file cannot be read, or a name that is redacted stands
  /// in it: as that of a file on disk does, say.
  private func record(
    of path: String, scratch: inout ReadingScratch
  ) throws(EnvironmentFault) -> [UInt8]? {
    let (reading, source) = try reader.readAnew(path, scratch: &scratch)
    guard let source else { return nil }
    let found = FoundMedia(reading.lookups, from: path, in: reader.texts.media, by: .size)
    let record = ArticleRecord(
      source: source, lookups: found.fingerprint, reading: reading,
      texts: try store.bytes(at: reading.place)
    ).encoded
    return leaks.leak(in: record, at: "") == nil ? record : nil
  }
}
