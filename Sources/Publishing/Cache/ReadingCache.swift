import ArchiveModel
import Loading
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The readings of the last build, so that an article which is as it was is not read again.
///
/// Two files in `.dateline`, which may be deleted at any time. `readings` holds texts and bodies, and
/// is only appended to; `readings.index` holds a record an article, and is replaced when all are
/// read. Killed at any moment, a build leaves the old index, and a file whose beginning that index
/// knows. One build at a time has them: another goes without.
///
/// A record counts as long as the file's stamp, or else its bytes, and what its author names of the
/// archive's other files are as they were; all of them as long as `ReadingKey` is. Damage is found
/// by fingerprints: then the article is read again, or the build begins anew without the cache.
final class ReadingCache: Sendable {
  /// What the readings of this build are kept in, with those of the last.
  let store: ReadingStore
  /// The store of the last build; another one where too much of it is of no use any more.
  private let oldStore: ReadingStore
  /// What is known of the last build; nil where that is nothing.
  private let old: ReadingIndex?
  private let writer: ReadingIndex.Writer
  private let files: CacheFiles
  private let key: ReadingKey
  /// The number of the file that `store` writes.
  private let number: UInt64
  /// Why nothing of the last build is of use; nil where something is, or there was none.
  let refusal: CacheRefusal?
  private let archive: Archive
  private let media: MediaIndex
  private let leaks: LeakGuard
  private let showsDrafts: Bool
  /// A file that changed since is not known by its stamp.
  private let settled: Int
  private let kept = Atomic(0)

  /// How many articles were not read, since they are as they were.
  var keptCount: Int { kept.load(ordering: .relaxed) }

  /// Opens the cache of an archive; nil where it cannot be had, which harms nothing: changes are
  /// being tried, nothing can be written there, or another build has it.
  ///
  /// - Parameter isFresh: whether what is there is of no use, since it is damaged.
  init?(
    of archive: Archive, media: MediaIndex, in language: Language, _ options: Build.Options,
    isFresh: Bool = false
  ) {
    guard let key = ReadingKey(of: archive)?.adding(language.markdownWords),
      let files = CacheFiles(in: archive.root + "/.dateline"),
      let writer = ReadingIndex.Writer(at: files.newIndex)
    else { return nil }
    var refusal: CacheRefusal? = isFresh ? .damaged : nil
    let index = isFresh ? nil : ReadingIndex(at: files.index, key: key.value, &refusal)
    let data = index.flatMap { files.openData($0.head) }
    if index != nil, data == nil { refusal = .damaged }
    self.refusal = refusal
    if let index, let data, index.head.wasteBytes <= options.leastWasteBytes {
      store = ReadingStore(taking: data, length: index.head.dataBytes, of: archive)
      oldStore = store
      number = index.head.number
    } else {
      number = .random(in: .min ... .max)
      guard let new = files.makeData(number) else {
        if let data { close(data) }
        return nil
      }
      store = ReadingStore(taking: new, length: CacheFiles.headBytes, of: archive)
      oldStore =
        data.map { ReadingStore(taking: $0, length: index?.head.dataBytes ?? 0, of: archive) }
        ?? store
    }
    old = data == nil ? nil : index
    self.writer = writer
    self.files = files
    self.key = key
    self.archive = archive
    self.media = media
    leaks = LeakGuard(of: archive)
    showsDrafts = options.showsDrafts
    settled = FileStamp.now - options.settlingNanoseconds
  }

  /// The reading of an article that is as it was; nil where it must be read.
  func reading(of path: String) -> Reading? {
    guard let old, var record = old.record(of: path), let stamp = stamp(of: path),
      record.stamp.vouches(for: stamp) || archive.fingerprint(of: path) == record.source,
      record.reading.article.status != .draft || record.reading.isSeen == showsDrafts
    else { return nil }
    let found = FoundMedia(record.reading.lookups, from: path, in: media, by: .stamp)
    guard record.lookups == found.fingerprint else { return nil }
    record.reading.media = found.files
    record.reading.print = record.print
    let known = stamp.settled(since: settled)
    let isAsItWas = record.stamp == known && oldStore === store
    record.stamp = known
    if oldStore !== store {
      guard let place = try? store.append(record.reading.place, of: oldStore) else { return nil }
      record.reading.place = place
    }
    if isAsItWas {
      writer.append(record, asIn: old, leaks)
    } else {
      writer.append(record, leaks)
    }
    kept.add(1, ordering: .relaxed)
    return record.reading
  }

  /// The stamp of an article's file, to be taken before the file is read.
  func stamp(of path: String) -> FileStamp? { FileStamp(of: archive.systemPath(of: path)) }

  /// Keeps the reading of an article, and tells it what it was made of; `fingerprint` is that of its
  /// file.
  func keep(_ reading: inout Reading, _ fingerprint: UInt64?, _ stamp: FileStamp?) {
    guard let fingerprint, let stamp else { return }
    let found = FoundMedia(reading.lookups, from: reading.article.path, in: media, by: .stamp)
    let record = ReadingIndex.Record(
      stamp: stamp.settled(since: settled), source: fingerprint, lookups: found.fingerprint,
      reading: reading)
    reading.print = record.print
    writer.append(record, leaks)
  }

  /// Which pages the last build left in an output folder with this manifest.
  func keptPages(manifest: UInt64) -> KeptPages {
    KeptPages(at: files.pages, key: key.value, manifest: manifest)
  }

  /// What the last build left of its search index.
  func searchCache() -> SearchCache { SearchCache(at: files.search, key: key.value) }

  /// The numbers by which the pages of a site are known.
  func prints(of site: Site) -> PagePrints {
    PagePrints(site, key: key.value, settled: settled)
  }

  /// Remembers the pages of this build.
  func remember(_ pages: [KeptPages.Page], manifest: UInt64) {
    KeptPages.remember(pages, at: files.pages, key: key.value, manifest: manifest)
  }

  /// Puts the readings of this build in the place of those of the last, once all are read; from then
  /// on only `store` is of use.
  func save() {
    defer { store.leaveFile() }
    if number != old?.head.number { guard files.replaceData() else { return } }
    _ = writer.finish(
      key: key.value, number: number, dataBytes: store.length, at: files.index)
  }
}

extension ReadingIndex.Head {
  /// How much more of the file of texts is of no use than is of use.
  fileprivate var wasteBytes: Int { dataBytes - 2 * liveBytes - CacheFiles.headBytes }
}
