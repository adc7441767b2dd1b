import ArchiveModel
import Cataloguing
import Loading
import Recognition

/// The articles of an archive brought together into a site of which no page is rendered yet: what
/// a build publishes, and a check looks at.
struct SiteAssembly {
  let site: Site
  /// Which file each address becomes.
  let plan: PublishingPlan
  /// The articles that readers may see; its entries are with the catalogue.
  let selection: Selection
  /// What was public before, and what becomes public with this site.
  let lock: IdentityLock
  /// The constructs of other systems in each of the archive's own pages.
  let ownDialects: [[DialectUse]]
  /// What was found in articles and pages, and in how they meet.
  let diagnostics: [Diagnostic]

  /// Whether nothing is public that the archive's rules of privacy, as far as they were understood,
  /// may have meant to hide.
  var isPublishable: Bool { !diagnostics.contains { $0.code == .privacyInvalid } }

  /// What the articles meet in.
  struct Surroundings {
    var gazetteer: Gazetteer
    var theme: Theme
    /// What was public before.
    var lock: IdentityLock
  }

  /// Selects, catalogues and plans; O(n log n) in articles and mentions.
  ///
  /// - Parameter store: where the readings' texts stand; nil where they were read without looking
  ///   for names and are not kept, so that no page of the site can be rendered.
  init(
    _ readings: consuming [Reading], by texts: TextReader, in store: ReadingStore?,
    _ surroundings: Surroundings, showsDrafts: Bool, now: ArchiveDate?,
    profile: BuildProfile? = nil
  ) throws(EnvironmentFault) {
    let archive = texts.archive
    var lock = surroundings.lock
    let withdrawals = archive.unknownWithdrawals(among: readings)
    var selection = Selection(readings, now: now)
    let entries = selection.takeEntries()
    profile?.lap(.selection)
    let minimumArticles = archive.settings.minimumArticles ?? (entries.count < 1000 ? 2 : 3)
    let kept = Readings(
      store: store, places: selection.places, links: selection.links, leads: selection.leads,
      wordCounts: selection.wordCounts, prints: selection.prints)
    let privacy = EntityPrivacy(archive, lock)
    let catalog = try Catalog(
      entries, authorities: archive.authorities, gazetteer: surroundings.gazetteer,
      minimumArticles: minimumArticles, permalinks: archive.settings.permalinks, lock: &lock,
      isGone: archive.isGone, showing: privacy.showing,
      entitiesOf: kept.entities)
    profile?.lap(.catalogue)
    let own = OwnPages(texts, showsDrafts: showsDrafts, now: selection.now)
    let records = RecordNotes(texts)
    let language = surroundings.theme.language
    let ((redirects, disambiguations), often) = concurrently(
      {
        var redirects = Redirect.all(selection, catalog, lock, of: archive, privacy)
        let disambiguations = Disambiguation.all(
          catalog, of: archive, privacy, insteadOf: &redirects)
        return (redirects, disambiguations)
      }, { ShownOften(catalog, language, archive.settings.links) })
    let planned = Site(
      catalog, archive: archive, theme: surroundings.theme,
      parts: Site.Parts(
        readings: kept, pages: own.pages,
        about: own.about, notes: records.notes, privacy: privacy,
        minimumArticles: minimumArticles,
        redirects: redirects, disambiguations: disambiguations, often: often,
        urlPlaces: selection.urlPlaces,
        media: archive.published(
          selection.media.union(own.media).union(records.media), of: texts.media,
          withholding: selection.withheldMedia)))
    plan = PublishingPlan(planned)
    let site = planned.following(plan)
    var dialects = selection.dialects
    for uses in own.dialects { dialects.add(uses) }
    ownDialects = own.dialects
    diagnostics =
      withdrawals + selection.diagnostics + own.diagnostics + records.diagnostics + plan.diagnostics
      + site.brokenLinks + SiteAssembly.doubles(in: texts.media, of: site)
      + SiteAssembly.activeDrawings(of: site) + dialects.diagnostics
      + privacy.unknown(in: catalog, archive, lock)
      + archive.unusedRedactions(
        besides: selection.redactions.union(own.redactions).union(archive.redactions))
    self.site = site
    self.selection = selection
    self.lock = lock
    profile?.lap(.pages)
  }

  /// Files of `static/` and `assets/` that would stand where another file of the site does.
  private static func doubles(in media: MediaIndex, of site: Site) -> [Diagnostic] {
    guard !media.doubles.isEmpty else { return [] }
    let published = Set(site.media)
    return media.doubles.compactMap { file, other in
      guard published.contains(file) || published.contains(other) else { return nil }
      return Diagnostic(
        .addressCollision, "the address /\(file.path) is taken already",
        at: SourceRange(path: file.shownPath), other: SourceRange(path: other.shownPath),
        note: "this file is not on the site", suggestion: "rename one of the files")
    }
  }

  /// Drawings with scripts and the like, which no file of an archive may run; O(bytes of drawings).
  private static func activeDrawings(of site: Site) -> [Diagnostic] {
    site.media.compactMap { file in
      let parts = site.archive.activeParts(of: file)
      guard !parts.isEmpty else { return nil }
      return Diagnostic(
        .mediaActive,
        "this drawing holds what a browser would run: \(parts.joined(separator: ", "))",
        at: SourceRange(path: file.shownPath), note: "its copy on the site is without that",
        suggestion: "save it as plain SVG")
    }
  }
}
