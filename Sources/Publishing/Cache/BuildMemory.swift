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
/// may be read and of all that were written, and the report. Files are known by their stamps, but by
/// their bytes rules, `ids.lock`, and whatever had changed just before.
struct BuildMemory: Sendable {
  private let path: String
  private let output: String
  private let asked: UInt64
  private let inputs: [Input]
  private let archive: Archive
  private let options: Build.Options

  /// A file that may be read.
  private struct Input {
    let path: String
    let stamp: FileStamp
    /// A fingerprint of the bytes, where the file had changed just before: its stamp vouches for
    /// nothing.
    var bytes: UInt64?

    /// A fingerprint of the path, since a file's name may hold one that is redacted.
    var key: UInt64 { Fingerprint.of(path) }

    /// That of the bytes which it has now; nil where they cannot be read.
    var bytesNow: UInt64? { CacheFiles.bytes(at: path).map(Fingerprint.of) }
  }

  /// How much is read to know files by their bytes: a moment's work, and more than one changes by
  /// hand.
  private static let mostUnsettledBytes = 64 << 20

  /// Looks at all files that may be read; nil where one is missing, or nothing can be remembered.
  init?(_ archive: Archive, _ options: Build.Options, output: String) async {
    guard let key = ReadingKey(of: archive), let inputs = await BuildMemory.inputs(archive, options)
    else { return nil }
    path = archive.root + "/.dateline/build"
    var print = Fingerprint()
    print.add(key.value)
    print.add(archive.settings.host.rawValue)
    print.add(output)
    print.add(options.showsDrafts)
    print.add(options.remembersAddresses)
    print.add(options.now)
    print.add(archive.settings.maximumFiles)
    asked = print.value
    self.output = output
    self.inputs = inputs
    self.archive = archive
    self.options = options
  }

  /// The report of the last build, if this one would do the same again.
  func report() async -> BuildReport? {
    // What a build that was killed left behind waits to be cleared away.
    guard access(output + "/" + Journal.name, F_OK) != 0 else { return nil }
    let found = CacheFiles.summed(at: path) { record -> (outputs: UInt64, report: BuildReport)? in
      let (print, knownByBytes) = (record.fixed(), record.read([UInt64].self))
      guard print == inputsPrint(knownByBytes: Set(knownByBytes)) else { return nil }
      return (record.fixed(), record.read(BuildReport.self))
    }
    guard let found, await found.outputs == outputs() else { return nil }
    return found.report
  }

  /// Remembers a build that has ended.
  ///
  /// Of what it was made of it changes `ids.lock` alone, and with the one that it leaves the site
  /// would be the same: what is public keeps its address.
  ///
  /// - Parameter files: those of the manifest, in its order, with the stamps of those at which the
  ///   build looked and that it kept.
  func remember(_ report: BuildReport, _ files: [(path: OutputPath, stamp: FileStamp?)]) async {
    let unsettled = inputs.filter { $0.bytes != nil }
    // What changed while it was read is not known by what it was before.
    guard unsettled.allSatisfy({ FileStamp(of: $0.path) == $0.stamp && $0.bytes == $0.bytesNow }),
      let outputs = await outputs(files)
    else {
      unlink(path)
      return
    }
    let knownByBytes = unsettled.map(\.key)
    var body = RecordWriter()
    body.write(fixed: inputsPrint(knownByBytes: Set(knownByBytes)))
    body.write(knownByBytes)
    body.write(fixed: outputs)
    body.write(report)
    CacheFiles.replace(path, withSummed: body)
  }

  // MARK: What there is

  /// Of what was asked, of all files that may be read, and of `ids.lock` as it is now.
  private func inputsPrint(knownByBytes: Set<UInt64>) -> UInt64 {
    var print = Fingerprint()
    print.add(asked)
    for input in inputs {
      print.add(input.path)
      if !knownByBytes.isEmpty, knownByBytes.contains(input.key) {
        print.add(input.bytes ?? input.bytesNow)
      } else {
        print.add(input.stamp)
      }
    }
    print.add(archive.lockFingerprint)
    return print.value
  }

  private static func inputs(_ archive: Archive, _ options: Build.Options) async -> [Input]? {
    let settled = FileStamp.now - options.settlingNanoseconds
    let paths = archive.inputFiles
    let stamps = await paths.concurrentChunks(jobs: options.jobs) { $0.map(FileStamp.init(of:)) }
    var inputs: [Input] = []
    inputs.reserveCapacity(paths.count)
    var unsettledBytes = 0
    for (path, stamp) in zip(paths, stamps) {
      guard let stamp else { return nil }
      var input = Input(path: path, stamp: stamp)
      if stamp.settled(since: settled) == .none {
        unsettledBytes += stamp.sizeBytes
        guard unsettledBytes <= mostUnsettledBytes, let bytes = input.bytesNow else { return nil }
        input.bytes = bytes
      }
      inputs.append(input)
    }
    return inputs
  }

  /// Of all files of the site, by its manifest, and of that; nil where one is missing.
  private func outputs(
    _ files: [(path: OutputPath, stamp: FileStamp?)]? = nil
  ) async -> UInt64? {
    guard let text = CacheFiles.bytes(at: output + "/" + Manifest.name) else { return nil }
    let files = files ?? Manifest.lines(text).map { ($0.path, nil) }
    let stamps = await files.concurrentChunks(jobs: options.jobs) { files in
      files.map { $0.stamp ?? FileStamp(of: "\(output)/\($0.path)") }
    }
    var print = Fingerprint()
    print.add(FileStamp(of: "\(output)/\(Manifest.name)"))
    for stamp in stamps {
      guard let stamp else { return nil }
      print.add(stamp)
    }
    print.add(Fingerprint.of(text))
    return print.value
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
