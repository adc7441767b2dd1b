import ArchiveModel
import Cataloguing
import Loading

/// The articles that readers may see, of all that were read.
struct Selection {
  /// What the catalogue takes; the handle is the index into `places`.
  private(set) var entries: [Catalog.Entry] = []
  /// Where the readings stand.
  private(set) var places: [ReadingStore.Place] = []
  /// Their links to other pages, likewise; and the files that they name.
  private(set) var links: [[LocalLink]] = []
  private(set) var media: Set<MediaIndex.File> = []
  /// The redactions that their files had need of, by their numbers.
  private(set) var redactions: Set<Int> = []
  /// The files that withdrawn articles name.
  private(set) var withheldMedia: Set<MediaIndex.File> = []
  /// The pictures at their heads, likewise.
  private(set) var leads: [LeadImage?] = []
  /// What each was made of, likewise.
  private(set) var prints: [UInt64] = []
  /// How many words each has, likewise.
  private(set) var wordCounts: [Int] = []
  /// For each article's path, where it states its aliases.
  private(set) var aliasPlaces: [String: SourceRange] = [:]
  /// For each article's path, where it states its whole address, if it does.
  private(set) var urlPlaces: [String: SourceRange] = [:]
  /// How many articles errors left out.
  private(set) var leftOut = 0
  /// How many drafts and embargoed articles are not shown.
  private(set) var unseen = 0
  /// How many mentions were resolved, in all articles that were read.
  private(set) var mentionCount = 0
  /// The constructs of other systems in all articles that were read.
  private(set) var dialects = DialectInventory()
  /// How many words they have.
  private(set) var wordCount = 0
  /// "Now": as stated, else the date of the newest article that is neither draft nor embargoed.
  let now: ArchiveDate
  /// What was found in all articles.
  private(set) var diagnostics: [Diagnostic] = []

  /// Selects; O(articles).
  init(_ readings: [Reading], now stated: ArchiveDate?) {
    let inferred = InferredNow(readings)
    now = stated ?? inferred.date
    if stated == nil { diagnostics += inferred.diagnostics }
    let doubles = Selection.doubleIdentifiers(readings)
    for reading in readings {
      diagnostics += reading.diagnostics
      redactions.formUnion(reading.redactions)
      mentionCount += reading.mentionCount
      wordCount += reading.wordCount
      dialects.add(reading.dialects)
      if let problem = doubles[reading.article.path] ?? Selection.reservedAddress(reading) {
        diagnostics.append(problem)
        leftOut += 1
      } else if reading.hasError {
        leftOut += 1
      } else if reading.article.status == .withdrawn, !reading.article.isEmbargoed(at: now) {
        entries.append(
          Catalog.Entry(
            article: reading.article, fileSlug: reading.fileSlug, handle: -1))
        withheldMedia.formUnion(reading.media)
      } else if reading.isSeen, !reading.article.isEmbargoed(at: now) {
        entries.append(
          Catalog.Entry(
            article: reading.article, fileSlug: reading.fileSlug, handle: places.count))
        places.append(reading.place)
        if stated == nil, let embargo = reading.embargoPlace {
          diagnostics.append(Selection.endedEmbargo(reading.article, at: now, embargo))
        }
        links.append(reading.links)
        leads.append(reading.lead)
        wordCounts.append(reading.wordCount)
        prints.append(reading.print)
        media.formUnion(reading.media)
      } else {
        unseen += 1
        continue
      }
      if let aliases = reading.aliasPlace { aliasPlaces[reading.article.path] = aliases }
      if let url = reading.urlPlace { urlPlaces[reading.article.path] = url }
    }
  }

  /// Hands the entries over to the catalogue, so that they are in memory once.
  mutating func takeEntries() -> [Catalog.Entry] {
    defer { entries = [] }
    return entries
  }

  /// An article cannot stand where Dateline's own pages do, or may come to do.
  private static func reservedAddress(_ reading: Reading) -> Diagnostic? {
    guard !reading.hasError, let url = reading.article.url, ReservedAddress.contains(url) else {
      return nil
    }
    return Diagnostic(
      .addressCollision, "the address \(url) is one of Dateline’s own",
      at: reading.urlPlace ?? SourceRange(path: reading.article.path),
      note: "the article is left out of this build",
      suggestion: "choose another address, or delete this line")
  }

  /// An embargo that nobody said is over: other articles are dated after it.
  private static func endedEmbargo(
    _ article: Article, at now: ArchiveDate, _ place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .embargoInferred,
      "this embargo is over if today is \(Language.english.date(now.withoutTime)), the date of the newest "
        + "article",
      at: place, note: "the article is shown",
      suggestion: "say which day it is with --now, or delete the embargo")
  }

  /// Two articles with one stated id: each is an error that names the other.
  private static func doubleIdentifiers(_ readings: [Reading]) -> [String: Diagnostic] {
    var bearers: [String: [Reading]] = [:]
    for reading in readings where !reading.hasError {
      if let id = reading.article.id { bearers[id, default: []].append(reading) }
    }
    var diagnostics: [String: Diagnostic] = [:]
    for (id, readings) in bearers where readings.count > 1 {
      let places = readings.map { reading in
        reading.idPlace ?? SourceRange(path: reading.article.path)
      }
      for (index, reading) in readings.enumerated() {
        diagnostics[reading.article.path] = Diagnostic(
          .identifierDuplicate, "the id “\(id)” is that of another article too",
          at: places[index], other: places[index == 0 ? 1 : 0],
          note: "both articles are left out of this build",
          suggestion: "give one of them another id")
      }
    }
    return diagnostics
  }
}

extension Article {
  /// Whether it must not appear yet.
  ///
  /// An embargo is over when "now" has reached it; without one stated, what is embargoed waits.
  func isEmbargoed(at now: ArchiveDate) -> Bool {
    self.embargo == .undated ? self.status == .embargoed : !self.embargo.isReached(at: now)
  }
}
