import ArchiveModel

/// Writes the files of a segment, but for those of the last index that would be the same.
struct SegmentWriter: Sendable {
  let segment: SearchIndex.Segment
  /// The fingerprints of its documents; empty where they are not known.
  let prints: [UInt64]
  /// What is known of the segment of this name in the last index.
  let old: SearchMemory.Segment?
  let documents: SearchIndex.Documents
  /// Where the words of documents are kept; nil where they are not known.
  let kept: (any KeptWords)?
  let keep: SearchIndex.Keep
  let output: SearchIndex.Output
  let jobs: Int

  /// Writes the files; what the next index may know of them.
  func write() async throws(EnvironmentFault) -> SearchMemory.Segment {
    let whole = self.print()
    // Where nothing has changed, each file has its place, or somebody removed or altered it.
    var inPlace: Set<String> = []
    if let old, old.print == whole, !prints.isEmpty {
      for name in old.files.keys where try keep(name) { inPlace.insert(name) }
      if inPlace.count == old.files.count { return old }
    }
    var files: [String: UInt64] = [:]
    var missing: Set<String> = []
    for range in results(in: 0..<segment.documents.count) {
      let (name, print) = (name(ofResults: range), self.print(ofResults: range))
      files[SearchFile.path(of: name)] = print
      if try !isInPlace(name, print, inPlace) { missing.insert(name) }
    }
    let words = SegmentWords(try await read(writing: missing))
    let encoding = await SegmentEncoding(words, of: segment, jobs: jobs)
    let chunkPrints = chunks.map(self.print(ofWords:))
    let prints = SegmentPrints(
      encoding: encoding, form: formPrint, chunks: chunkPrints, known: old?.parts ?? [:])
    let written = await encoding.files.concurrentChunks(jobs: jobs, chunk: 1) { [inPlace] files in
      files.map { name, file in
        Result<Written, EnvironmentFault> { () throws(EnvironmentFault) in
          let name = segment.name + name
          let print: SegmentPrints.Print =
            self.prints.isEmpty ? (whole: 0, parts: []) : prints.print(of: file)
          if try !isInPlace(name, print.whole, inPlace) {
            try output(SearchFile(name, symbols: [encoding.symbols(of: file)]))
          }
          return (SearchFile.path(of: name), print)
        }
      }
    }
    var parts: [UInt64: UInt64] = [:]
    for result in written {
      let (path, print) = try result.get()
      files[path] = print.whole
      for part in print.parts { parts[part.key] = part.value }
    }
    return SearchMemory.Segment(
      print: whole, description: SearchIndex.description(of: segment, encoding), files: files,
      chunks: kept == nil ? [] : chunkPrints, parts: parts)
  }

  private typealias Written = (path: String, print: SegmentPrints.Print)

  /// Whether a file of the last index is what it would be now, and where it should be.
  private func isInPlace(
    _ name: String, _ print: UInt64, _ inPlace: Set<String>
  ) throws(EnvironmentFault) -> Bool {
    let path = SearchFile.path(of: name)
    if inPlace.contains(path) { return true }
    guard !prints.isEmpty, old?.files[path] == print else { return false }
    return try keep(path)
  }

  // MARK: Reading

  /// The numbers of the documents whose words are read together: those of a few files of results,
  /// so that these can be written at once.
  private var chunks: [Range<Int>] {
    (0..<segment.documents.count).pieces(of: segment.sizes.records * 4)
  }

  /// Those of the documents of each file of results in some of them.
  private func results(in documents: Range<Int>) -> [Range<Int>] {
    documents.pieces(of: segment.sizes.records)
  }

  /// The name of the file of the results from a document on.
  private func name(ofResults range: Range<Int>) -> String {
    "\(segment.name)r\(range.lowerBound / segment.sizes.records)"
  }

  /// Reads the words of the documents, and writes some files of what results show.
  ///
  /// What is kept is not read.
  private func read(
    writing missing: Set<String>
  ) async throws(EnvironmentFault) -> [Occurrences] {
    // What the first file has teaches the model of all others.
    let first = 0..<min(segment.sizes.records, segment.documents.count)
    let model = missing.isEmpty ? nil : RecordModel(first: try texts(first).map(\.record))
    let read = await chunks.concurrentChunks(jobs: jobs, chunk: 1) { chunks in
      chunks.map { chunk in
        Result<Occurrences, EnvironmentFault> { () throws(EnvironmentFault) in
          let print = self.print(ofWords: chunk)
          let known = kept?.bytes(of: print).flatMap { Occurrences.read($0, keptAs: print) }
          let results = self.results(in: chunk).filter { missing.contains(name(ofResults: $0)) }
          if let known, results.isEmpty { return known }
          let texts = try self.texts(chunk)
          if let model {
            var text = model.writer()
            for range in results {
              let records = range.map { texts[$0 - chunk.lowerBound].record }
              let symbols = model.symbols(of: records, isFirst: range.lowerBound == 0, by: &text)
              try output(SearchFile(name(ofResults: range), symbols: symbols))
            }
          }
          if let known { return known }
          let words = DocumentReader.occurrences(in: texts)
          kept?.keep(words.kept(as: print), of: print)
          return words
        }
      }
    }
    var words: [Occurrences] = []
    for result in read { words.append(try result.get()) }
    return words
  }

  /// The documents of the segment with these numbers in it.
  private func texts(_ range: Range<Int>) throws(EnvironmentFault) -> [SearchDocument] {
    let first = segment.documents.lowerBound
    return try documents(first + range.lowerBound..<first + range.upperBound)
  }

  // MARK: Fingerprints

  /// Of all that the segment is made of.
  private func print() -> UInt64 {
    var print = formPrint
    print.add(segment.documents.lowerBound)
    for own in prints { print.add(own) }
    return print.value
  }

  /// Of all that a file of results is made of; 0 where it is not known.
  private func print(ofResults range: Range<Int>) -> UInt64 {
    guard !prints.isEmpty else { return 0 }
    var print = formPrint
    for own in prints.prefix(segment.sizes.records) { print.add(own) }
    print.add(range.lowerBound)
    for own in prints[range] { print.add(own) }
    return print.value
  }

  /// Of all that the words of some documents are made of; 0 where it is not known.
  private func print(ofWords range: Range<Int>) -> UInt64 {
    guard !prints.isEmpty else { return 0 }
    var print = Fingerprint()
    print.add(SearchIndex.version)
    for own in prints[range] { print.add(own) }
    return print.value
  }

  /// Of how the files are made.
  private var formPrint: Fingerprint {
    var print = Fingerprint()
    print.add(SearchIndex.version)
    print.add(segment.name)
    print.add(segment.hasPositions ? 1 : 0)
    let sizes = segment.sizes
    for size in [sizes.wordsBytes, sizes.positionsBytes, sizes.records, sizes.common, sizes.slack] {
      print.add(size)
    }
    return print
  }
}
