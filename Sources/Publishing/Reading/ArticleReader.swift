import ArchiveModel
import Cataloguing
import Loading
import Markup
import Recognition

/// Reads one article for its pages: text, names, and who is meant by them.
///
/// The whole left half of the run (DESIGN §1). No article looks at another, so any number of
/// tasks may read at once.
struct ArticleReader: Sendable {
  let texts: TextReader
  let names: NameReader
  let store: ReadingStore
  /// The readings of the last build; nil where there is no use for them.
  var cache: ReadingCache?
  /// The readings that were made elsewhere; nil where there are none.
  var records: ReadingRecords?
  let showsDrafts: Bool
  var profile: BuildProfile?

  /// Reads all articles of the archive, in chunks on so many tasks.
  func readAll(jobs: Int, _ progress: Progress) async throws(EnvironmentFault) -> [Reading] {
    let files = texts.archive.articleFiles
    progress.begin(.read, of: files.count)
    let results = await files.concurrentChunks(
      jobs: jobs, keeping: { ReadingScratch() }
    ) { files, scratch in
      let results = files.map { file in
        Result<Reading, EnvironmentFault> { () throws(EnvironmentFault) in
          try read(file, scratch: &scratch)
        }
      }
      progress.advance(by: files.count)
      return results
    }
    return try results.map { result throws(EnvironmentFault) in try result.get() }
  }

  /// Reads an article and keeps what its pages need in the store; one that is as it was at the last
  /// build is there already, and one that was read elsewhere is taken from its records.
  func read(
    _ path: String, scratch: inout ReadingScratch
  ) throws(EnvironmentFault) -> Reading {
    if let reading = profile.timed(.cache, { cache?.reading(of: path) }) { return reading }
    // Before its file is read.
    let stamp = cache?.stamp(of: path)
    let taken = try profile.timed(.cache) { () throws(EnvironmentFault) in
      try records?.reading(
        of: path, in: texts.archive, texts.media, keepingIn: store, showsDrafts: showsDrafts)
    }
    if case (var reading, let source)? = taken {
      cache?.keep(&reading, source, stamp)
      return reading
    }
    var (reading, source) = try readAnew(path, scratch: &scratch)
    profile.timed(.keeping) { cache?.keep(&reading, source, stamp) }
    return reading
  }

  /// Reads an article whatever is known of it; with the fingerprint of its file, nil where that
  /// cannot be read.
  func readAnew(
    _ path: String, scratch: inout ReadingScratch
  ) throws(EnvironmentFault) -> (reading: Reading, source: UInt64?) {
    let source = profile.timed(.frontMatter) { texts.source(path) }
    // What is parsed lives no longer than this.
    let reading = try CmarkArena.run { () throws(EnvironmentFault) in
      try read(source, scratch: &scratch)
    }
    return (reading, source.fingerprint)
  }

  private func read(
    _ source: Source, scratch: inout ReadingScratch
  ) throws(EnvironmentFault) -> Reading {
    var reading = Reading(of: source)
    guard !reading.hasError, source.article.isSeen(withDrafts: showsDrafts) else {
      if source.article.status == .withdrawn { reading.withhold(texts.body(of: source)) }
      return reading
    }

    var body = profile.timed(.markdown) { texts.body(of: source) }
    let text = body.document.readingText.bytes
    let (annotation, resolution) = {
      let names = names.names(of: source.article, in: text, scratch: &scratch, profile)
      return (names.body, names.resolution)
    }()

    // Only resolved mentions are kept: they get the anchors m1, m2, ….
    var marks: [Prose.Mark] = []
    var markOfMention = [Int32](repeating: -1, count: annotation.mentions.count)
    for (index, mention) in annotation.mentions.enumerated() {
      let entity = resolution.bodyEntities[index]
      guard entity >= 0 else { continue }
      markOfMention[index] = Int32(marks.count)
      marks.append(Prose.Mark(start: mention.start, end: mention.end, entity: entity))
    }
    var entities = resolution.entities.map { entity in
      var entity = entity
      if entity.firstMention >= 0 { entity.firstMention = markOfMention[Int(entity.firstMention)] }
      return entity
    }
    let prose = Prose(text: text, sentences: annotation.sentences, marks: marks)
    entities.countSensitive(in: prose, title: source.article.title)

    let html = profile.timed(.body) {
      body.document.insert(
        marks.enumerated().map { SlotSpan(range: Int($1.start)..<Int($1.end), slot: Int32($0)) })
      body.document.identifyBlocks()
      return body.render()
    }
    reading.take(body)
    reading.mentionCount = marks.count
    reading.wordCount = body.document.readingText.wordCount
    reading.place = try profile.timed(.keeping) { () throws(EnvironmentFault) in
      try store.append(EncodedReading(entities, prose, html))
    }
    return reading
  }
}
