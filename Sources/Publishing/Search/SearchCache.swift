import ArchiveModel
import Searching

/// What the next build may keep of the search index of this one.
///
/// A file `search` in `.dateline`, which may be deleted at any time: what the files were made of,
/// and their hashes. One of them is kept only if the output has it by its manifest with this very
/// hash, so that it does not matter which output was written last. Beside it a folder `search-words`
/// with the words of some hundred articles a file, named by what these are: so the texts of the others
/// need not be read again where one has changed.
final class SearchCache: Sendable {
  /// What is known of the last index.
  let memory: SearchMemory
  /// The hashes of the files of the last index.
  private let old: [String: File]
  private let new = Locked<[String: File]>([:])
  private let path: String
  private let key: UInt64
  private var wordsFolder: String { path + "-words" }

  /// What tells a file from others.
  private struct File {
    var hash: ContentHash
    var sizeBytes: Int
  }

  /// Reads what the last build left, if the key is the same.
  init(at path: String, key: UInt64) {
    self.path = path
    self.key = key
    (memory, old) =
      CacheFiles.summed(at: path) { SearchCache.read(&$0, key) } ?? (SearchMemory(), [:])
  }

  /// Keeps a file of the last index in a folder: whether it is in its place.
  func keep(_ name: String, in folder: OutputFolder) throws(EnvironmentFault) -> Bool {
    guard let file = old[name],
      try folder.keep(SearchCache.path(of: name), file.hash, sizeBytes: file.sizeBytes)
    else { return false }
    new.withLock { $0[name] = file }
    return true
  }

  /// Notes what a file of this index holds.
  func note(_ name: String, _ hash: ContentHash, sizeBytes: Int) {
    new.withLock { $0[name] = File(hash: hash, sizeBytes: sizeBytes) }
  }

  /// Leaves what is known of this index to the next build; that this cannot be harms nothing.
  func save(_ memory: SearchMemory) {
    var body = RecordWriter()
    body.write(fixed: key)
    body.write(memory)
    let files = new.withLock { $0 }
    body.write(UInt64(files.count))
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      body.write(name)
      body.write(file.hash.hexadecimal)
      body.write(file.sizeBytes)
    }
    CacheFiles.replace(path, withSummed: body)
    let names = Set(memory.keptWords.map { self.name(ofWords: $0) })
    CacheFiles.remove(in: wordsFolder) { !names.contains($0) }
  }

  /// Where a file of the index is in the output.
  static func path(of name: String) -> String { "search/\(name)" }

  private static func read(
    _ record: inout RecordReader, _ key: UInt64
  ) -> (SearchMemory, [String: File])? {
    guard record.fixed() == key else { return nil }
    let memory = record.read(SearchMemory.self)
    var files: [String: File] = [:]
    for _ in 0..<record.count() {
      let name: String = record.read()
      let digits: String = record.read()
      guard let hash = ContentHash(hexadecimal: digits.utf8) else { return nil }
      files[name] = File(hash: hash, sizeBytes: record.read())
    }
    return (memory, files)
  }
}

extension SearchCache: KeptWords {
  func bytes(of print: UInt64) -> [UInt8]? {
    CacheFiles.bytes(at: "\(wordsFolder)/\(name(ofWords: print))")
  }

  func keep(_ bytes: [UInt8], of print: UInt64) {
    CacheFiles.make(wordsFolder)
    CacheFiles.replace("\(wordsFolder)/\(name(ofWords: print))", with: bytes)
  }

  /// With the key, since a program of another version may read words otherwise.
  private func name(ofWords print: UInt64) -> String {
    var name = Fingerprint()
    name.add(key)
    name.add(print)
    return String(name.value, radix: 16)
  }
}
