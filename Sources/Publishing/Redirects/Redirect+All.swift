import ArchiveModel
import Cataloguing
import Loading

extension Redirect {
  /// The old addresses that articles and records state, and those that the lock remembers.
  static func all(
    _ selection: Selection, _ catalog: Catalog, _ lock: IdentityLock, of archive: Archive,
    _ privacy: EntityPrivacy
  ) -> [Redirect] {
    var former: [String: [String]] = [:]
    for (address, key) in lock.formerAddresses { former[key, default: []].append(address) }
    var redirects: [Redirect] = []
    func add(_ article: Article, at current: String, _ target: Address) {
      let remembered = former[article.id ?? article.path, default: []].sorted()
        .filter { $0 != current }.map { "/" + $0 }
      for alias in article.aliases + remembered.filter({ !article.aliases.contains($0) }) {
        redirects.append(
          Redirect(
            alias: alias, to: target,
            place: selection.aliasPlaces[article.path]
              ?? SourceRange(path: archive.shownPath(of: article.path))))
      }
    }
    for (number, article) in catalog.articles.enumerated() {
      add(article, at: catalog.paths[number], .article(number))
    }
    for (number, withdrawn) in catalog.withdrawn.enumerated()
    where archive.withdrawal(of: withdrawn.article)?.keepsHeadline ?? true {
      add(withdrawn.article, at: withdrawn.path, .withdrawn(number))
    }
    for (number, entity) in catalog.entities.enumerated() {
      let record: AuthorityRecord? =
        if case .authority(let index) = entity.identity { archive.authorities[Int(index)] } else {
          nil
        }
      guard record != nil || !former.isEmpty else { continue }
      let remembered = former[IdentityLock.address(of: entity.id, entity.kind), default: []]
        .sorted()
      let place = record?.place ?? SourceRange(path: archive.shownPath(of: IdentityLockFile.path))
      if entity.hasPage {
        let stated = record?.formerAddresses ?? []
        for path in stated + remembered.filter({ !stated.contains($0) }) {
          redirects.append(Redirect(path: path, target: .entity(number, page: 1), place: place))
        }
      } else if entity.isListed, !entity.isPrivate {
        // It is in the A to Z still, and an address that was public stays.
        for path in remembered where !privacy.silences(path) {
          redirects.append(Redirect(path: path, target: .names, place: place))
        }
      }
    }
    return redirects
      + forgotten(catalog, lock, of: archive, privacy, but: redirects.lazy.map(\.path))
  }

  /// The pages of entities that no article names any more: each leads to the A to Z, since an
  /// address that was public stays; but what a rule of privacy took away says nothing.
  private static func forgotten(
    _ catalog: Catalog, _ lock: IdentityLock, of archive: Archive, _ privacy: EntityPrivacy,
    but led: some Sequence<String>
  ) -> [Redirect] {
    let present = Set(
      catalog.entities.lazy.filter(\.hasPage).map { IdentityLock.address(of: $0.id, $0.kind) })
    var never = Set(
      archive.authorities.lazy.filter { $0.page == .never }
        .map { IdentityLock.address(of: $0.id, $0.kind) })
    never.formUnion(
      catalog.entities.lazy.filter(\.isPrivate).map { IdentityLock.address(of: $0.id, $0.kind) })
    // What a record states leads to its page.
    never.formUnion(led)
    return lock.entities.map { IdentityLock.address(of: $1, $0.kind) }
      .filter { !present.contains($0) && !never.contains($0) && !privacy.silences($0) }.sorted()
      .map {
        Redirect(
          path: $0, target: .names,
          place: SourceRange(path: archive.shownPath(of: IdentityLockFile.path)))
      }
  }
}
