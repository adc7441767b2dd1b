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
    /// Fingerprints of all that the index takes of each document; empty where none are known, and
    /// nothing of an index is kept for the next.
    public var prints: [UInt64] = []
    /// Likewise of each entity.
    public var entityPrints: [UInt64] = []

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
  /// Keeps a file of the last index by its name, on any core: whether it is in its place.
  public typealias Keep = @Sendable (String) throws(EnvironmentFault) -> Bool

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
  /// there are, and what the next index may know of this one.
  ///
  /// In memory are the words of one segment at a time. A file that would be the same as by the last
  /// `memory` is not made if `keep` finds it in its place; documents whose `words` are kept are not
  /// read.
  @discardableResult
  public func write(
    documents: @escaping Documents, entities: @escaping Documents,
    after memory: SearchMemory = SearchMemory(), words: (any KeptWords)? = nil,
    keep: @escaping Keep = { _ in false }, to output: @escaping Output
  ) async throws(EnvironmentFault) -> (fileCount: Int, memory: SearchMemory) {
    var written = SearchMemory()
    var parts = segments.map { (segment: $0, prints: plan.prints, documents: documents) }
    for part in parts {
      let facets = SegmentEncoding.facets(plan, part.segment.documents)
      try output(SearchFile(part.segment.name + "f", symbols: [facets]))
    }
    if plan.entityCount > 0 {
      let segment = Segment(
        name: "e", documents: 0..<plan.entityCount, sizes: sizes.ofEntities, hasPositions: false)
      parts.append((segment, plan.entityPrints, entities))
    }
    for (segment, prints, documents) in parts {
      let writer = SegmentWriter(
        segment: segment, prints: prints.isEmpty ? [] : Array(prints[segment.documents]),
        old: memory.segments[segment.name], documents: documents,
        kept: prints.isEmpty ? nil : words, keep: keep, output: output, jobs: jobs)
      written.segments[segment.name] = try await writer.write()
    }
    let descriptions = parts.compactMap { written.segments[$0.segment.name]?.description }
    try output(SearchFile("index", json: description(descriptions)))
    let fileCount = written.segments.values.reduce(1 + segments.count) { $0 + $1.files.count }
    return (fileCount, written)
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
}
