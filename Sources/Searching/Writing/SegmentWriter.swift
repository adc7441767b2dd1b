import ArchiveModel

/// Writes the files of a segment, but for those of the last index that would be the same.
struct SegmentWriter: Sendable {
  let segment: SearchIndex.Segment
  /// The fingerprints of its documents; empty where they are not known.
  let prints: [UInt64]
  /// What is known of the segment of this name in the last index.
  let old: SearchMemory.Segment?
  let documents: SearchIndex.Documents
  let keep: SearchIndex.Keep
  let output: SearchIndex.Output
  let jobs: Int

  /// Writes the files; what the next index may know of them.
  func write() async throws(EnvironmentFault) -> SearchMemory.Segment {
    let print = self.print()
    let missing = old?.print == print && !prints.isEmpty ? try old.map(filesNotKept) : nil
    if let old, missing?.isEmpty == true { return old }
    let (chunks, records) = try await read(missing)
    let encoding = await SegmentEncoding(SegmentWords(chunks), of: segment, jobs: jobs)
    let written = await encoding.files.concurrentChunks(jobs: jobs, chunk: 1) { files in
      files.map { name, file in
        Result<String, EnvironmentFault> { () throws(EnvironmentFault) in
          let name = segment.name + name
          let path = SearchFile.path(of: name)
          guard missing?.contains(path) != false else { return path }
          try output(SearchFile(name, symbols: [encoding.symbols(of: file)]))
          return path
        }
      }
    }
    var files = records
    for result in written { files[try result.get()] = 0 }
    return SearchMemory.Segment(
      print: print, description: SearchIndex.description(of: segment, encoding), files: files)
  }

  /// Which files somebody removed or altered; all others have their place.
  private func filesNotKept(_ old: SearchMemory.Segment) throws(EnvironmentFault) -> Set<String> {
    var names: Set<String> = []
    for name in old.files.keys where try !keep(name) { names.insert(name) }
    return names
  }

  /// What the words of a chunk of documents are, and the files of results with their fingerprints.
  private typealias Chunk = (words: Occurrences, records: [String: UInt64])

  /// Reads the words of the documents, and writes the files of what results show.
  private func read(
    _ missing: Set<String>?
  ) async throws(EnvironmentFault) -> (chunks: [Occurrences], records: [String: UInt64]) {
    let all = segment.documents
    let records = segment.sizes.records
    // What the first file has teaches the model of all others.
    let first = all.lowerBound..<min(all.lowerBound + records, all.upperBound)
    let model = RecordModel(first: try documents(first).map(\.record))
    // A multiple of the results in a file, so that these can be written at once.
    let step = records * 4
    let starts = Array(stride(from: 0, to: all.count, by: step))
    let read = await starts.concurrentChunks(jobs: jobs, chunk: 1) { starts in
      starts.map { start in
        Result<Chunk, EnvironmentFault> { () throws(EnvironmentFault) in
          let first = all.lowerBound + start
          let chunk = try documents(first..<min(first + step, all.upperBound))
          let shown = chunk.map(\.record)
          var text = model.writer()
          var files: [String: UInt64] = [:]
          for part in stride(from: 0, to: chunk.count, by: records) {
            let number = (start + part) / records
            let own = part..<min(part + records, shown.count)
            let name = "\(segment.name)r\(number)"
            let path = SearchFile.path(of: name)
            let print = self.print(ofResults: own.lowerBound + start..<own.upperBound + start)
            files[path] = print
            if let missing {
              guard missing.contains(path) else { continue }
            } else if !prints.isEmpty, old?.files[path] == print, try keep(path) {
              continue
            }
            let symbols = model.symbols(of: shown[own], file: number, by: &text)
            try output(SearchFile(name, symbols: symbols))
          }
          return (DocumentReader.occurrences(in: chunk), files)
        }
      }
    }
    var chunks: [Occurrences] = []
    var files: [String: UInt64] = [:]
    for result in read {
      let chunk = try result.get()
      chunks.append(chunk.words)
      files.merge(chunk.records) { $1 }
    }
    return (chunks, files)
  }

  // MARK: Fingerprints

  /// Of all that the segment's words are made of.
  private func print() -> UInt64 {
    var print = formPrint
    print.add(segment.documents.lowerBound)
    for own in prints { print.add(own) }
    return print.value
  }

  /// Of all that a file of results is made of.
  private func print(ofResults range: Range<Int>) -> UInt64 {
    var print = formPrint
    guard !prints.isEmpty else { return 0 }
    for own in prints.prefix(segment.sizes.records) { print.add(own) }
    print.add(range.lowerBound)
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
