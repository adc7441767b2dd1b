import ArchiveModel

/// The folder that a site is written into (DESIGN §8).
///
/// Equal files are left untouched, changed ones replaced in one step, and a file that Dateline did
/// not write is never touched. Killed at any moment, a build leaves every file whole, and the next
/// build completes it (see `Journal`). One build at a time holds the folder.
///
///     let output = try OutputFolder("Public")
///     try output.write("index.html", html.bytes)    // from any number of tasks
///     let report = try output.finish()
public final class OutputFolder: Sendable {
  private let folder: DiskFolder
  private let journal: Journal
  /// What the last build that ended wrote.
  private let old: LastManifest
  /// When it ended, in nanoseconds since 1970: a file of its own that is not older may have been
  /// altered since.
  private let oldTime: Int?
  /// What this build has done.
  private let progress: WriteProgress

  /// Opens the folder, which is made if need be, and holds it until this object ends.
  ///
  /// - Throws: also when another build holds it.
  public init(_ path: String) throws(EnvironmentFault) {
    folder = try DiskFolder(path)
    try folder.lock()
    old = LastManifest(try folder.read(Manifest.name) ?? [])
    progress = WriteProgress(oldCount: old.lines.count)
    if case .file(let stamp) = try folder.kind(of: Manifest.name) {
      oldTime = stamp.modified
    } else {
      oldTime = nil
    }
    journal = try Journal(in: folder)

    try folder.remove(OutputFolder.temporaryManifest)
    for path in journal.earlier.keys where try isPlain(path.folder) {
      try folder.remove(path.temporaryPath)
    }
  }

  private static let temporaryManifest = OutputPath.reservedPrefix + "manifest.tmp"

  /// Brings one file of the site up to date; several tasks may do so at once.
  ///
  /// A file that cannot be written without harm is left out and told in the report.
  /// - Parameter path: relative, such as `2017/03/26/talks/index.html`.
  public func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentFault) {
    try write(path, bytes, ContentHash(of: bytes.span))
  }

  /// The same with bytes whose hash is known.
  func write(_ path: String, _ bytes: [UInt8], _ hash: ContentHash) throws(EnvironmentFault) {
    try write(path, Content(hash: hash, sizeBytes: bytes.count, source: .bytes(bytes)))
  }

  /// Brings a copy of a file up to date, likewise; it is read in pieces, however large it is.
  ///
  /// - Returns: its size in bytes.
  @discardableResult
  public func copy(_ path: String, from file: String) throws(EnvironmentFault) -> Int {
    let (hash, sizeBytes) = try FilePieces(at: file).hash()
    try write(path, Content(hash: hash, sizeBytes: sizeBytes, source: .file(file)))
    return sizeBytes
  }

  /// Brings a copy of a file up to date whose hash is known; it is read only if it is to be copied.
  ///
  /// - Throws: also where the file turns out to be another.
  package func copy(
    _ path: OutputPath, from file: String, _ hash: ContentHash, sizeBytes: Int
  ) throws(EnvironmentFault) {
    try write(
      path.description, Content(hash: hash, sizeBytes: sizeBytes, source: .file(file)))
  }

  /// Leaves a file as the last build did, if it is still there as that left it: whether it is.
  ///
  /// - Parameters:
  ///   - expected: its hash, where another output may have been written last.
  ///   - sizeBytes: how large it was left.
  func keep(
    _ path: String, _ expected: ContentHash? = nil, sizeBytes: Int
  ) throws(EnvironmentFault) -> Bool {
    guard let place = OutputPath(path), let number = old.number(of: place) else { return false }
    let hash = old.lines[number].hash
    guard expected == nil || expected == hash, try isPlain(place.folder),
      case .file(let stamp) = try folder.kind(of: path), stamp.sizeBytes == sizeBytes,
      isAsWeLeftIt(place, stamp) ? true : try contentHash(place) == hash,
      progress.claim(place, number: number, WriteProgress.Claim(hash: hash, stamp: stamp))
    else { return false }
    progress.report(path) {
      $0.bytes += sizeBytes
      $0.unchanged += 1
    }
    return true
  }

  private struct File {
    let path: OutputPath
    let claim: WriteProgress.Claim
    /// That of the last build's manifest which says the same.
    let line: Range<Int>?
  }

  /// The files so far, by path; a refused path is no part of the site.
  private var files: [File] {
    let refused = Set(refusals.map(\.path))
    func counts(_ path: OutputPath) -> Bool {
      refused.isEmpty || !refused.contains(path.description)
    }
    let new = progress.new.filter { counts($0.path) }
    var order = OutputPath.order(of: new.map(\.path))[...]
    var files: [File] = []
    files.reserveCapacity(new.count + old.lines.count)
    func takeNew(before path: OutputPath?) {
      while let next = order.first, path.map({ new[next].path < $0 }) ?? true {
        files.append(file(new[next].path, new[next].claim, number: nil))
        order.removeFirst()
      }
    }
    for (number, line) in old.lines.enumerated() {
      guard let claim = progress.claim(ofNumber: number), counts(line.path) else { continue }
      takeNew(before: line.path)
      files.append(file(line.path, claim, number: number))
    }
    takeNew(before: nil)
    return files
  }

  private func file(_ path: OutputPath, _ claim: WriteProgress.Claim, number: Int?) -> File {
    let line = number.map { old.lines[$0] }
    return File(path: path, claim: claim, line: line?.hash == claim.hash ? line?.bytes : nil)
  }

  /// One of them; nil where its path is not taken, or was refused.
  private func file(at path: String) -> File? {
    guard let place = OutputPath(path), !refusals.contains(where: { $0.path == path }) else {
      return nil
    }
    let number = old.number(of: place)
    return progress.claim(of: place, number: number).map { file(place, $0, number: number) }
  }

  /// The manifest of files in the order of their paths.
  private func text(_ files: [File]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(files.count * 128)
    for file in files {
      if let line = file.line {
        text += old.text[line]
      } else {
        Manifest.appendLine(file.path, file.claim.hash, to: &text)
      }
    }
    return text
  }

  private var refusals: [WriteReport.Refusal] {
    progress.report.refusals.filter { $0.reason != .writtenTwice }
  }

  /// What a file of the site holds.
  private struct Content {
    enum Source {
      case bytes([UInt8])
      case file(String)
    }

    var hash: ContentHash
    var sizeBytes: Int
    var source: Source
  }

  private func write(_ path: String, _ content: Content) throws(EnvironmentFault) {
    guard let place = OutputPath(path) else { return refuse(path, .invalidPath) }
    let number = old.number(of: place)
    guard
      progress.claim(
        place, number: number, WriteProgress.Claim(hash: content.hash, stamp: nil))
    else { return refuse(path, .writtenTwice) }
    switch try bringUpToDate(place, content, after: number.map { old.lines[$0].hash }) {
    case .refused(let reason): refuse(path, reason)
    case .unchanged:
      progress.report(path) {
        $0.bytes += content.sizeBytes
        $0.unchanged += 1
      }
    case .written:
      progress.report(path) {
        $0.bytes += content.sizeBytes
        $0.bytesWritten += content.sizeBytes
        $0.written += 1
      }
    }
  }

  /// Removes what is no longer part of the site, then replaces the manifest: the site is complete.
  ///
  /// To be called once, after all files; without it the next build goes on from here.
  public func finish() throws(EnvironmentFault) -> WriteReport { try finish(recording: nil).report }

  /// A file that tells of all others.
  struct Record {
    let path: String
    /// Its bytes, by the hash of what the manifest would say of the others.
    let bytes: (ContentHash) -> [UInt8]
  }

  /// The same, after a last file; besides the report all files, with the stamps of those that were
  /// kept: nobody need look at them once more.
  func finish(
    recording record: Record?
  ) throws(EnvironmentFault) -> (
    report: WriteReport, stamps: [(path: OutputPath, stamp: FileStamp?)]
  ) {
    var files = files
    if let record {
      try write(record.path, record.bytes(ContentHash(of: text(files).span)))
      if let own = file(at: record.path) {
        let place = files.firstIndex { $0.path >= own.path } ?? files.count
        // One that was taken before is among them.
        if place == files.count || files[place].path != own.path { files.insert(own, at: place) }
      }
    }
    // What stands at a refused path is not ours to remove.
    let refused = Set(refusals.map(\.path))
    for path in gone.sorted() where !refused.contains(path.description) { _ = try removeOurs(path) }

    // Even an equal one, since its time vouches for the files until now.
    try folder.replace(
      Manifest.name, with: text(files).span, by: OutputFolder.temporaryManifest)
    try folder.remove(Journal.name)
    return (progress.report, files.map { ($0.path, $0.claim.stamp) })
  }

  /// What the last build left, or one that was killed, and this one has not.
  private var gone: Set<OutputPath> {
    var gone = Set(journal.earlier.keys.filter { !isClaimed($0) })
    for (number, line) in old.lines.enumerated() where progress.claim(ofNumber: number) == nil {
      gone.insert(line.path)
    }
    return gone
  }

  private func refuse(_ path: String, _ reason: WriteReport.Reason) {
    progress.report(path) {
      $0.refusals.append(WriteReport.Refusal(path: path, reason: reason))
    }
  }

  // MARK: One file

  private enum Outcome {
    case written
    case unchanged
    case refused(WriteReport.Reason)
  }

  private func bringUpToDate(
    _ path: OutputPath, _ content: Content, after oldHash: ContentHash?
  ) throws(EnvironmentFault) -> Outcome {
    let hash = content.hash
    let found: DiskFolder.Kind
    switch try makeFolders(path.folder) {
    case .refused(let obstacle): return .refused(obstacle)
    case .made: found = .nothing
    case .there: found = try folder.kind(of: path.description)
    }
    switch found {
    case .nothing: break
    case .file(let stamp):
      if let oldHash {
        // Hash, size and time all vouch for it, or else its bytes must.
        if stamp.sizeBytes == content.sizeBytes,
          isAsWeLeftIt(path, stamp) ? oldHash == hash : try contentHash(path) == hash
        {
          return .unchanged
        }
      } else {
        // Even an equal file is not ours, lest a later build remove what its owner put there.
        guard let intended = journal.earlier[path], let found = try contentHash(path),
          intended.contains(found)
        else { return .refused(.foreignFile) }
        if found == hash { return .unchanged }
      }
    case .folder:
      guard try removeOurs(below: path) else { return .refused(.foreignFolder) }
    case .symbolicLink, .other: return .refused(.foreignFile)
    }
    try journal.note(path, hash)
    switch content.source {
    case .bytes(let bytes):
      try folder.replace(path.description, with: bytes.span, by: path.temporaryPath)
    case .file(let file):
      try folder.replace(
        path.description, withCopyOf: file, hash, by: path.temporaryPath)
    }
    return .written
  }

  /// Whether the time of a file of ours vouches for it, as one before that of the manifest does.
  ///
  /// The manifest came last; a file of the very tick of its clock may have been altered right after.
  /// A copy from a backup may be of an older time, and still its entry tells when it was put there.
  private func isAsWeLeftIt(_ path: OutputPath, _ stamp: FileStamp) -> Bool {
    journal.earlier[path] == nil && oldTime.map { stamp.lastChanged < $0 } == true
  }

  private func isClaimed(_ path: OutputPath) -> Bool {
    progress.claim(of: path, number: old.number(of: path)) != nil
  }

  private func contentHash(_ path: OutputPath) throws(EnvironmentFault) -> ContentHash? {
    try folder.hash(of: path.description)
  }

  // MARK: Folders

  /// What became of a folder that is needed.
  private enum Folder {
    case there
    /// This very moment, so that nothing stands in it.
    case made
    case refused(WriteReport.Reason)
  }

  /// Sees to it that a folder is there, and those around it, each once.
  private func makeFolders(_ path: Substring) throws(EnvironmentFault) -> Folder {
    guard !path.isEmpty, !progress.knows(folder: path) else { return .there }
    if case .refused(let obstacle) = try makeFolders(OutputPath.folder(of: path)) {
      return .refused(obstacle)
    }
    if try folder.makeFolder(String(path)) {
      progress.remember(folder: path)
      return .made
    }
    switch try folder.kind(of: String(path)) {
    case .folder: break
    case .nothing: try folder.makeFolder(String(path))
    case .symbolicLink: return .refused(.symbolicLink(String(path)))
    case .file, .other:
      // A page of an earlier build may have become a folder of this one.
      guard let file = OutputPath(String(path)), old.hash(of: file) != nil, !isClaimed(file),
        try removeOurs(file)
      else { return .refused(.fileInTheWay(String(path))) }
      try folder.makeFolder(String(path))
    }
    progress.remember(folder: path)
    return .there
  }

  /// Whether a folder is there, and neither it nor one around it is a link.
  private func isPlain(_ path: Substring) throws(EnvironmentFault) -> Bool {
    guard !path.isEmpty, !progress.knows(folder: path) else { return true }
    guard try isPlain(OutputPath.folder(of: path)), case .folder = try folder.kind(of: String(path))
    else { return false }
    progress.remember(folder: path)
    return true
  }

  // MARK: Removing

  /// Removes a file that is ours, and the folders that this leaves empty: whether it did.
  private func removeOurs(
    _ path: OutputPath, upTo top: Substring = ""
  ) throws(EnvironmentFault) -> Bool {
    guard try isPlain(path.folder), case .file = try folder.kind(of: path.description) else {
      return false
    }
    if old.hash(of: path) == nil {
      guard let found = try contentHash(path), journal.earlier[path]?.contains(found) == true
      else { return false }
    }
    try folder.remove(path.description)
    progress.report(path.description) { $0.removed += 1 }
    var around = path.folder
    while around.utf8.count > top.utf8.count, folder.removeIfEmpty(String(around)) {
      progress.forget(folder: around)
      around = OutputPath.folder(of: around)
    }
    return true
  }

  /// Removes a folder of an earlier build, where this one has a file: whether nothing is left.
  ///
  /// O(files of the earlier build), since it is rare.
  private func removeOurs(below path: OutputPath) throws(EnvironmentFault) -> Bool {
    let start = path.description + "/"
    for (number, line) in old.lines.enumerated()
    where line.path.description.hasPrefix(start) && progress.claim(ofNumber: number) == nil {
      _ = try removeOurs(line.path, upTo: path.folder)
    }
    return folder.removeIfEmpty(path.description)
  }
}
