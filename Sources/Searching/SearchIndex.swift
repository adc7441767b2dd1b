import ArchiveModel

/// The index of a site for full-text search without a server.
///
/// Read this file first. Documents are numbered in the order in which they are given, which is
/// that of their dates, and stand in *segments*: long ones that end with a year and change no more,
/// and a short one with the newest, so that one more article changes a handful of files. Of each
/// segment there are files of words with the documents that have them (`w`), of what results show
/// (`r`), and one of sections and kinds (`f`). Phrases are found by files of the positions of words
/// between common ones (`p`) and of the pairs that common words make (`b`): see `CommonWords`.
/// Entities are a segment of their own. `index.js` tells which words are in which file.
public struct SearchIndex: Sendable {
  /// What the documents are, before any of them is read.
  public struct Plan: Sendable {
    /// How many there are of each year, in order; 0 for those without one.
    public var years: [(year: Int, count: Int)] = []
    /// The names of the sections, and the number of each document's; 0 is none.
    public var sections: [String] = []
    /// Likewise of the kinds of article.
    public var kinds: [String] = []
    /// The section and the kind of each document, 0 for none.
    public var facets: [(section: UInt8, kind: UInt8)] = []
    /// How many entities there are.
    public var entityCount = 0

    /// A plan without a document.
    public init() {}
  }

  /// One of the parts of the index.
  struct Segment: Sendable {
    var name: String
    var documents: Range<Int>
    /// Those of a segment of so many documents.
    let sizes: SearchSizes
    /// Whether phrases are found in it.
    let hasPositions: Bool

    init(
      name: String, documents: Range<Int>, sizes: SearchSizes, hasPositions: Bool = true
    ) {
      self.name = name
      self.documents = documents
      self.sizes = sizes.forSegment(of: documents.count)
      self.hasPositions = hasPositions
    }
  }

  /// Gives the documents with these numbers.
  public typealias Documents =
    @Sendable (Range<Int>) throws(EnvironmentFault) -> [SearchDocument]
  /// Takes a file, on any core.
  public typealias Output = @Sendable (SearchFile) throws(EnvironmentFault) -> Void

  let plan: Plan
  let sizes: SearchSizes
  private let jobs: Int

  /// An index to be written.
  public init(_ plan: Plan, sizes: SearchSizes = SearchSizes(), jobs: Int) {
    self.plan = plan
    self.sizes = sizes
    self.jobs = jobs
  }

  /// Reads the documents, in chunks on all cores, and hands over each file as it is done; how many
  /// there were.
  ///
  /// In memory are the words of one segment at a time.
  @discardableResult
  public func write(
    documents: @escaping Documents, entities: @escaping Documents, to output: @escaping Output
  ) async throws(EnvironmentFault) -> Int {
    var descriptions: [SegmentDescription] = []
    for segment in segments {
      try output(
        SearchFile(
          segment.name + "f", symbols: [SegmentEncoding.facets(plan, segment.documents)]))
      descriptions.append(
        try await write(segment, reading: documents, to: output))
    }
    if plan.entityCount > 0 {
      let segment = Segment(
        name: "e", documents: 0..<plan.entityCount,
        sizes: sizes.ofEntities, hasPositions: false)
      descriptions.append(try await write(segment, reading: entities, to: output))
    }
    try output(SearchFile("index", json: description(descriptions)))
    return descriptions.reduce(1 + segments.count) { $0 + $1.fileCount }
  }

  /// How many files the index of so many articles and entities has at most, of whatever years.
  public static func mostFiles(
    articles: Int, entities: Int, sizes: SearchSizes = SearchSizes()
  ) -> Int {
    // All segments have at least `closed` articles but for the last large one, and the short ones.
    let closed = articles / sizes.closed
    return 1 + closed * sizes.mostFiles(of: articles / max(1, closed))
      + sizes.mostFiles(of: min(articles, sizes.closed))
      + (articles > sizes.dense ? sizes.mostFiles(of: sizes.recent) : 0)
      + sizes.mostFiles(of: sizes.newest)
      + (entities > 0 ? sizes.ofEntities.mostFiles(of: entities) : 0)
  }

  /// The segments of the articles: whole years until there are very many, then what is left but for
  /// the newest, then these; in a large archive some more stand between.
  var segments: [Segment] {
    var segments: [Segment] = []
    var start = 0
    var end = 0
    for year in plan.years {
      end += year.count
      guard end - start >= sizes.closed, year.year != plan.years.last?.year else { continue }
      segments.append(
        Segment(name: String(segments.count), documents: start..<end, sizes: sizes))
      start = end
    }
    func add(all step: Int, _ part: Int) {
      let kept = start + max(0, end - start - 1) / step * step
      guard kept > start else { return }
      let own = part == 1 ? sizes : sizes.smaller(part)
      segments.append(
        Segment(name: String(segments.count), documents: start..<kept, sizes: own))
      start = kept
    }
    if end > sizes.dense {
      add(all: sizes.recent, 1)
      add(all: sizes.newest, 2)
    } else {
      add(all: sizes.newest, 1)
    }
    if end > start {
      segments.append(Segment(name: "n", documents: start..<end, sizes: sizes.smaller(8)))
    }
    return segments
  }

  private func write(
    _ segment: Segment, reading documents: @escaping Documents, to output: @escaping Output
  ) async throws(EnvironmentFault) -> SegmentDescription {
    let read = try await read(segment, documents, to: output)
    let encoding = await SegmentEncoding(SegmentWords(read), of: segment, jobs: jobs)
    let written = await encoding.files.concurrentChunks(jobs: jobs, chunk: 1) { files in
      files.map { name, file in
        Result<Void, EnvironmentFault> { () throws(EnvironmentFault) in
          try output(SearchFile(segment.name + name, symbols: [encoding.symbols(of: file)]))
        }
      }
    }
    for result in written { try result.get() }
    return SegmentDescription(segment, encoding)
  }

  /// Reads the words of a segment's documents, and writes the files of what results show.
  private func read(
    _ segment: Segment, _ documents: @escaping Documents, to output: @escaping Output
  ) async throws(EnvironmentFault) -> [Occurrences] {
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
        Result<Occurrences, EnvironmentFault> { () throws(EnvironmentFault) in
          let first = all.lowerBound + start
          let chunk = try documents(first..<min(first + step, all.upperBound))
          let shown = chunk.map(\.record)
          var text = model.writer()
          for part in stride(from: 0, to: chunk.count, by: records) {
            let number = (start + part) / records
            let own = shown[part..<min(part + records, shown.count)]
            let symbols = model.symbols(of: own, file: number, by: &text)
            try output(SearchFile("\(segment.name)r\(number)", symbols: symbols))
          }
          return DocumentReader.occurrences(in: chunk)
        }
      }
    }
    var chunks: [Occurrences] = []
    for result in read { chunks.append(try result.get()) }
    return chunks
  }
}
