import ArchiveModel
import Cataloguing
import Foundation
import Loading
import Recognition
import Testing

@testable import Publishing

/// An archive with gold for some of its articles, all of which is read and catalogued as a build
/// does.
struct GoldArchive {
  /// Whose mentions are resolved.
  enum Mentions {
    /// Those of the gold, optional ones too, in the articles that have it; elsewhere the
    /// recogniser's.
    case given
    /// The recogniser's.
    case own
  }

  /// What the software makes of an article with gold.
  struct Answer {
    let article: GoldArticle
    let gold: [GoldMention]
    /// With `given` those of the gold, one by one.
    let system: [SystemMention]
  }

  /// What the software makes of all articles with gold.
  typealias Result = (answers: [Answer], catalog: Catalog)

  /// An article as it was read.
  private struct Read: Sendable {
    let reading: Reading
    /// Nil where readers may not see it.
    var text: [UInt8]?
    var names: ArticleNames?
  }

  let name: String
  let archive: Archive
  private let gazetteer: Gazetteer
  private let nameReader: NameReader
  private let gold: [String: GoldArticle]
  private let articles: [Read]

  /// Reads all articles of the archive at `root`; `gold` has what is known, by path below the
  /// content folder.
  init(_ name: String, at root: String, gold: [String: GoldArticle]) async throws {
    self.name = name
    self.gold = gold
    archive = try #require(try Archive.open(root))
    gazetteer = try .bundled()
    let texts = TextReader(archive, gazetteer)
    let nameReader = NameReader(of: archive, gazetteer, try .bundled(), texts.resolver)
    self.nameReader = nameReader
    articles = await archive.articleFiles.concurrentChunks(jobs: 2) { paths in
      var scratch = ReadingScratch()
      return paths.map { path in
        let source = texts.source(path)
        var reading = Reading(of: source)
        guard !reading.hasError, source.article.isSeen(withDrafts: false) else {
          return Read(reading: reading)
        }
        let body = texts.body(of: source)
        let text = body.document.readingText.bytes
        let names = nameReader.names(of: source.article, in: text, scratch: &scratch)
        reading.take(body)
        return Read(reading: reading, text: text, names: names)
      }
    }
  }

  /// Resolves, catalogues the whole archive, and says what became of the articles with gold.
  func answers(_ mentions: Mentions) throws -> Result {
    var entities: [String: [LocalEntity]] = [:]
    var drafts: [(article: GoldArticle, path: String, gold: [GoldMention], found: [Found])] = []
    for read in articles {
      guard let text = read.text, let names = read.names else { continue }
      let path = read.reading.article.path
      guard let article = gold[path] else {
        entities[path] = names.resolution.entities
        continue
      }
      let known = article.mentions(in: names, text)
      let resolved =
        switch mentions {
        case .given: resolve(known, read.reading.article, text, names)
        case .own: own(names, countsHeadline: article.hasHeadline)
        }
      entities[path] = resolved.entities
      drafts.append((article, path, known, resolved.found))
    }
    for path in gold.keys where entities[path] == nil {
      Issue.record("\(name): no reader can see the article \(path), for which there is gold")
    }

    let catalog = try catalog(entities)
    let numbers = Dictionary(
      uniqueKeysWithValues: catalog.articles.enumerated().map { ($1.path, $0) })
    let answers = try drafts.map { draft in
      let number = try #require(numbers[draft.path])
      return Answer(
        article: draft.article, gold: draft.gold,
        system: draft.found.map { found in
          SystemMention(
            range: found.range, isInHeadline: found.isInHeadline,
            entity: found.local < 0 ? nil : catalog.entity(local: Int(found.local), of: number))
        })
    }
    return (answers, catalog)
  }

  // MARK: What the article tells

  /// A mention with the article's own entity, −1 for none.
  private struct Found {
    let range: Range<Int>
    let isInHeadline: Bool
    let local: Int32
  }

  private func own(
    _ names: ArticleNames, countsHeadline: Bool
  ) -> (found: [Found], entities: [LocalEntity]) {
    let body = zip(names.body.mentions, names.resolution.bodyEntities).map {
      Found(range: $0.range, isInHeadline: false, local: $1)
    }
    let head = zip(names.head.mentions, names.resolution.titleEntities).map {
      Found(range: $0.range, isInHeadline: true, local: $1)
    }
    return (countsHeadline ? head + body : body, names.resolution.entities)
  }

  /// Resolves the gold's mentions in place of the recogniser's; a headline that has no gold keeps
  /// the recogniser's.
  private func resolve(
    _ gold: [GoldMention], _ article: Article, _ text: [UInt8], _ names: ArticleNames
  ) -> (found: [Found], entities: [LocalEntity]) {
    let hasHeadline = gold.contains { $0.isInHeadline }
    // The resolver wants them in the order of the text.
    let order = gold.indices.sorted { gold[$0].range.lowerBound < gold[$1].range.lowerBound }
    let body = order.filter { !gold[$0].isInHeadline }
    let head = order.filter { gold[$0].isInHeadline }
    let resolution = nameReader.resolver.resolve(
      body: text, body.map { mention(gold[$0], in: text, names.body.mentions) },
      title: names.title,
      hasHeadline
        ? head.map { mention(gold[$0], in: names.title, names.head.mentions) }
        : names.head.mentions,
      overrides: article.entities)
    var locals = [Int32](repeating: -1, count: gold.count)
    for (index, local) in zip(body, resolution.bodyEntities) { locals[index] = local }
    for (index, local) in zip(head, resolution.titleEntities) { locals[index] = local }
    let found = gold.indices.map {
      Found(range: gold[$0].range, isInHeadline: gold[$0].isInHeadline, local: locals[$0])
    }
    return (found, resolution.entities)
  }

  /// A mention of the gold as the recogniser would hand it over, had it seen it.
  ///
  /// What lists say of the name is taken from the recogniser's mention with the same bounds, else
  /// from the name read alone; not where the gold has another kind than the list.
  private func mention(
    _ gold: GoldMention, in text: [UInt8], _ own: [Mention]
  ) -> Mention {
    var mention = Mention(
      start: Int32(gold.range.lowerBound), end: Int32(gold.range.upperBound), kind: gold.kind,
      score: 1, evidence: .text)
    mention.honorific = own.first { $0.start == mention.start }?.honorific
    var scratch = RecognizerScratch()
    let surface = Array(text[gold.range])
    let alone = nameReader.recognizer.annotate(surface.span, as: .foreign, scratch: &scratch)
    let listed =
      own.first { $0.range == gold.range }
      ?? alone.mentions.first { $0.range == surface.indices }
    if let listed, GoldArchive.isCompatible(listed.kind, gold.kind) {
      mention.evidence = listed.evidence
    }
    return mention
  }

  /// A university or a hospital may be either place or organisation.
  private static func isCompatible(_ a: MentionKind, _ b: MentionKind) -> Bool {
    let either: Set<EntityKind> = [.place, .organization]
    return a.entityKind == b.entityKind
      || either.isSuperset(of: [a.entityKind, b.entityKind]) && b != .demonym && a != .demonym
  }

  // MARK: Where articles meet

  private func catalog(_ entities: [String: [LocalEntity]]) throws -> Catalog {
    var lock = IdentityLockFile.read(of: archive).lock
    var selection = Selection(articles.map(\.reading), now: nil)
    let entries = selection.takeEntries()
    let paths = Dictionary(uniqueKeysWithValues: entries.map { ($0.handle, $0.article.path) })
    return Catalog(
      entries, authorities: archive.authorities, gazetteer: gazetteer,
      minimumArticles: archive.settings.minimumArticles ?? 2,
      permalinks: archive.settings.permalinks, lock: &lock, isGone: archive.isGone
    ) { handle in paths[handle].flatMap { entities[$0] } ?? [] }
  }
}
