import ArchiveModel
import Cataloguing
import Loading
import Recognition

/// The editor's desk for names: an archive read as a build reads it, so that whoever corrects it
/// sees what the site has.
///
/// Its commands make a `DeskChange`: files as they would be. Nothing is written before `Desk.apply`.
public struct Desk: Sendable {
  /// The archive as it stands.
  public private(set) var archive: Archive
  /// The numbers of its records by the addresses of their pages.
  private var recordIndices: [String: Int]
  let site: Site
  /// What was public before, and what would become public with the next build.
  let lock: IdentityLock
  /// What is public now, by the lock as it stands.
  let publicLock: IdentityLock
  let gazetteer: Gazetteer
  /// What was found on reading, sorted.
  public let diagnostics: [Diagnostic]
  private let options: Build.Options

  var catalog: Catalog { site.catalog }

  /// Reads all articles, and who is named in them; with the names that are redacted, since editors
  /// have them in their files.
  public static func read(
    _ archive: Archive, options: Build.Options, progress: Progress = Progress()
  ) async throws(EnvironmentFault) -> Desk {
    let hidesNames = !archive.privacy.redactions.isEmpty
    return try await read(
      asItIs: hidesNames ? try archive.showingHiddenNames(true) : archive, options: options,
      progress: progress)
  }

  /// Reads all articles of an archive as it was opened.
  ///
  /// The steps are those of `Build.run`, less the pages and the writing.
  private static func read(
    asItIs archive: Archive, options: Build.Options, progress: Progress
  ) async throws(EnvironmentFault) -> Desk {
    let gazetteer = try Gazetteer.bundled()
    let lockFile = IdentityLockFile.read(of: archive)
    let store = try ReadingStore(in: archive)
    let texts = TextReader(archive, gazetteer)
    let reader = ArticleReader(
      texts: texts, names: NameReader(of: archive, gazetteer, try .bundled(), texts.resolver),
      store: store, showsDrafts: options.showsDrafts)
    let readings = try await reader.readAll(jobs: options.jobs, progress)
    let assembly = try SiteAssembly(
      readings, by: texts, in: store,
      SiteAssembly.Surroundings(
        gazetteer: gazetteer, theme: try .bundled(), lock: lockFile.lock),
      showsDrafts: options.showsDrafts, now: options.now)
    let diagnostics = archive.diagnostics + lockFile.diagnostics + assembly.diagnostics
    return Desk(
      archive: archive, recordIndices: indices(of: archive), site: assembly.site,
      lock: assembly.lock, publicLock: lockFile.lock,
      gazetteer: gazetteer, diagnostics: diagnostics.sorted(), options: options)
  }

  /// What a change would make of the site, without the names that are redacted.
  public func effects(
    of change: DeskChange, progress: Progress = Progress()
  ) async throws(EnvironmentFault) -> DeskEffects {
    let hidesNames = !archive.privacy.redactions.isEmpty
    let shown = hidesNames ? try archive.showingHiddenNames(false) : archive
    let before =
      hidesNames
      ? try await Desk.read(asItIs: shown, options: options, progress: progress) : self
    let after = try await Desk.read(
      asItIs: try shown.previewing(change.files), options: options, progress: progress)
    return try DeskEffects(before: before, after: after)
  }

  // MARK: Entities

  /// The address of an entity's page, whether it has one or not: `people/lise-grande`.
  func address(of number: Int) -> String {
    let entity = catalog.entities[number]
    return "\(entity.kind.folder)/\(entity.id)"
  }

  /// The authority record of an entity.
  func record(of number: Int) -> AuthorityRecord? {
    recordIndices[address(of: number)].map { archive.authorities[$0] }
  }

  /// Opens the archive once more, for records that a command has changed: who is named where stays
  /// as it was read.
  public mutating func reopen() throws(EnvironmentFault) {
    archive = try archive.previewing([])
    recordIndices = Desk.indices(of: archive)
  }

  private static func indices(of archive: Archive) -> [String: Int] {
    var indices: [String: Int] = [:]
    for (index, record) in archive.authorities.enumerated() {
      indices["\(record.kind.folder)/\(record.id)"] = index
    }
    return indices
  }

  /// Whether an entity's address is one that readers may have.
  func isPublic(_ number: Int) -> Bool {
    let entity = catalog.entities[number]
    guard !entity.hasPage else { return true }
    let address = IdentityLock.address(of: entity.id, entity.kind)
    return publicLock.formerAddresses[address] != nil
      || publicLock.entities.contains { $0.key.kind == entity.kind && $0.value == entity.id }
  }

  /// The mentions of an entity, in the order of the articles: where each stands in its text.
  func mentions(of number: Int) throws(EnvironmentFault) -> [DeskMention] {
    var mentions: [DeskMention] = []
    for appearance in catalog.appearances[catalog.entities[number].appearances] {
      let article = Int(appearance.article)
      let prose = try site.readings.prose(catalog.handles[article])
      for (index, mark) in prose.marks.enumerated() {
        let entity: Int? = catalog.entity(local: Int(mark.entity), of: article)
        guard entity == number else { continue }
        mentions.append(DeskMention(article: article, mark: index, in: prose))
      }
    }
    return mentions
  }

  /// The forms of an entity's name in the texts, the most frequent first.
  func variants(of number: Int) throws(EnvironmentFault) -> [DeskVariant] {
    DeskVariant.counted(try mentions(of: number))
  }
}

extension Desk {
  /// The desk of a site that is shown while it is edited: nothing is read again.
  init(of live: LiveSite) {
    self.init(
      archive: live.archive, recordIndices: Desk.indices(of: live.archive), site: live.site,
      lock: live.lock, publicLock: live.publicLock, gazetteer: live.gazetteer,
      diagnostics: live.diagnostics, options: live.options)
  }
}

/// A form of a name, and how often it stands in the texts.
public struct DeskVariant: Sendable, Hashable {
  /// As it is written, with single blanks.
  public let name: String
  /// How often.
  public let count: Int
}

/// One mention of an entity in a text.
struct DeskMention {
  /// The number of the article.
  let article: Int
  /// Its number among the article's mentions.
  let mark: Int
  /// The words, with single blanks.
  let surface: String
  /// The sentence around it, and where it is in that.
  let sentence: String
  let range: Range<Int>

  init(article: Int, mark: Int, in prose: Prose) {
    self.article = article
    self.mark = mark
    let place = prose.marks[mark]
    let words = prose.text[Int(place.start)..<Int(place.end)]
    surface = String(decoding: words, as: UTF8.self).split { $0.isWhitespace }
      .joined(separator: " ")
    let around =
      prose.sentences.first { $0.lowerBound <= place.start && place.end <= $0.upperBound }
      ?? place.start..<place.end
    sentence = String(
      decoding: prose.text[Int(around.lowerBound)..<Int(around.upperBound)], as: UTF8.self)
    range = Int(place.start - around.lowerBound)..<Int(place.end - around.lowerBound)
  }
}
