import ArchiveModel
import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the last build was made of and what it made: where nothing of either has changed, a build has
/// nothing to do, and takes as long as asking the file system.
///
/// A file `build` in `.dateline`: a fingerprint of the program, of what was asked, of all files that
/// may be read and of all that were written, and the report. Files are known by their stamps, rules
/// and `ids.lock` by their bytes.
struct BuildMemory: Sendable {
  private let path: String
  private let output: String
  private let inputs: UInt64
  private let archive: Archive
  private let options: Build.Options

  /// Looks at all files that may be read; nil where one may still be changing, or nothing can be
  /// remembered.
  init?(_ archive: Archive, _ options: Build.Options, output: String) async {
    guard let key = ReadingKey(of: archive),
      let inputs = await BuildMemory.inputs(archive, key, options, output: output)
    else { return nil }
    path = archive.root + "/.dateline/build"
    self.output = output
    self.inputs = inputs
    self.archive = archive
    self.options = options
  }

  /// The report of the last build, if this one would do the same again.
  func report() async -> BuildReport? {
    // What a build that was killed left behind waits to be cleared away.
    guard access(output + "/" + Journal.name, F_OK) != 0,
      let bytes = CacheFiles.bytes(at: path), bytes.count > 16
    else { return nil }
    let found: (outputs: UInt64, report: BuildReport)? = bytes.withUnsafeBytes { bytes in
      let sum = Fingerprint.of(UnsafeRawBufferPointer(rebasing: bytes[8...]))
      var record = RecordReader(bytes)
      guard record.fixed() == sum, record.fixed() == inputsWithLock else { return nil }
      let found = (record.fixed(), record.read(BuildReport.self))
      return record.isAtEnd ? found : nil
    }
    guard let found, await found.outputs == outputs() else { return nil }
    return found.report
  }

  /// Remembers a build that has ended.
  ///
  /// Of what it was made of it changes `ids.lock` alone, and with the one that it leaves the site
  /// would be the same: what is public keeps its address.
  func remember(_ report: BuildReport) async {
    guard let outputs = await outputs() else {
      unlink(path)
      return
    }
    var body = RecordWriter()
    body.write(fixed: inputsWithLock)
    body.write(fixed: outputs)
    body.write(report)
    var whole = RecordWriter()
    whole.write(fixed: Fingerprint.of(body.bytes))
    whole.write(raw: body.bytes)
    CacheFiles.replace(path, with: whole.bytes)
  }

  // MARK: What there is

  private var inputsWithLock: UInt64 {
    var print = Fingerprint()
    print.add(inputs)
    print.add(archive.lockFingerprint)
    return print.value
  }

  private static func inputs(
    _ archive: Archive, _ key: ReadingKey, _ options: Build.Options, output: String
  ) async -> UInt64? {
    let settled = FileStamp.now - options.settlingNanoseconds
    guard
      var print = await stamps(
        archive.inputFiles, jobs: options.jobs, { $0.settled(since: settled) })
    else { return nil }
    print.add(key.value)
    print.add(archive.settings.host.rawValue)
    print.add(output)
    print.add(options.showsDrafts)
    print.add(options.remembersAddresses)
    print.add(options.now)
    print.add(archive.settings.maximumFiles)
    return print.value
  }

  /// Of all files of the site, by its manifest, and of that; nil where one is missing.
  private func outputs() async -> UInt64? {
    guard let text = CacheFiles.bytes(at: output + "/" + Manifest.name) else { return nil }
    let paths =
      [output + "/" + Manifest.name]
      + Manifest.lines(text).map { output + "/" + $0.path.description }
    guard var print = await BuildMemory.stamps(paths, jobs: options.jobs, { $0 }) else {
      return nil
    }
    print.add(Fingerprint.of(text))
    return print.value
  }

  /// Of files and their stamps, in this order; nil where one is missing, or its stamp vouches for
  /// nothing.
  private static func stamps(
    _ paths: [String], jobs: Int, _ vouching: @escaping @Sendable (FileStamp) -> FileStamp
  ) async -> Fingerprint? {
    let stamps = await paths.concurrentChunks(jobs: jobs) { paths in
      paths.map { path -> UInt64? in
        guard let stamp = FileStamp(of: path).map(vouching), stamp != .none else { return nil }
        var print = Fingerprint()
        print.add(path)
        print.add(stamp)
        return print.value
      }
    }
    var print = Fingerprint()
    for stamp in stamps {
      guard let stamp else { return nil }
      print.add(stamp)
    }
    return print
  }
}

extension BuildReport: Recordable {
  package func write(to record: inout RecordWriter) {
    for number in [
      articles, leftOut, drafts, unseen, entities, entityPages, mentions, words, pages, files,
      bytes,
    ] { record.write(number) }
    record.write(spared)
    record.write(maximumFiles)
    record.write(diagnostics)
  }

  package init(from record: inout RecordReader) {
    self.init()
    articles = record.read()
    leftOut = record.read()
    drafts = record.read()
    unseen = record.read()
    entities = record.read()
    entityPages = record.read()
    mentions = record.read()
    words = record.read()
    pages = record.read()
    files = record.read()
    bytes = record.read()
    spared = record.read()
    maximumFiles = record.read()
    diagnostics = record.read()
    kept = articles
    pagesKept = files
  }
}
