import ArchiveModel

/// What the lock remembers under names that are redacted: kept in the file, and kept from all that
/// makes pages.
///
/// An article of such an address gets another one; the old one stays in the file as a former
/// address, and leads nowhere. Keys of articles are the paths that the archive gives.
struct HiddenIdentities: Sendable {
  /// What no page may come of.
  private var entities: [IdentityLock.EntityKey: Slug] = [:]
  private var articles: [String: String] = [:]
  private var terms: [IdentityLock.TermKey: String] = [:]
  private var formerAddresses: [String: String] = [:]
  /// For each key or address that is given in another form the one in the file.
  private var originals: [String: String] = [:]

  /// Takes out of a lock what must not be shown; O(lines).
  init(_ lock: inout IdentityLock, of archive: Archive) {
    let names = archive.hiddenNames
    guard !names.isEmpty else { return }
    var shown = Shown(permalinks: lock.permalinks)
    // First the files that are there, since an article that is gone may be given the same key.
    let isGone = { (key: String) in archive.isGone(archive.shownContentPath(ofFile: key)) }
    let keys = lock.articles.keys.sorted { a, b in
      (isGone(a) ? 1 : 0, a) < (isGone(b) ? 1 : 0, b)
    }
    for key in keys {
      guard let address = lock.articles[key] else { continue }
      let given = given(key, by: archive)
      if names.occur(in: address) || shown.articles[given] != nil {
        articles[key] = address
      } else {
        shown.articles[given] = address
      }
    }
    for (key, id) in lock.entities {
      if names.occur(in: key.name) || names.occur(in: id.description) {
        entities[key] = id
      } else {
        shown.entities[key] = id
      }
    }
    for (key, path) in lock.terms {
      if names.occur(in: key.name) || names.occur(in: path) {
        terms[key] = path
      } else {
        shown.terms[key] = path
      }
    }
    for (address, key) in lock.formerAddresses.sorted(by: { $0.key < $1.key }) {
      if names.occur(in: address) {
        formerAddresses[address] = key
      } else {
        shown.formerAddresses[address] = given(key, by: archive)
      }
    }
    lock = shown.lock
  }

  /// A lock with all that was taken out of it, as the file is to have it.
  func restored(_ lock: IdentityLock) -> IdentityLock {
    guard !(originals.isEmpty && isEmpty) else { return lock }
    var whole = Shown(permalinks: lock.permalinks)
    whole.entities = lock.entities.merging(entities) { shown, _ in shown }
    whole.terms = lock.terms.merging(terms) { shown, _ in shown }
    whole.formerAddresses = lock.formerAddresses.mapValues { originals[$0] ?? $0 }
    whole.formerAddresses.merge(formerAddresses) { shown, _ in shown }
    for (key, address) in lock.articles { whole.articles[originals[key] ?? key] = address }
    for (key, address) in articles {
      if whole.articles[key] == nil {
        whole.articles[key] = address
      } else {
        whole.formerAddresses[address] = key
      }
    }
    return whole.lock
  }

  private var isEmpty: Bool {
    entities.isEmpty && articles.isEmpty && terms.isEmpty && formerAddresses.isEmpty
  }

  /// The key of an article, or the address of an entity, as the archive gives it.
  private mutating func given(_ key: String, by archive: Archive) -> String {
    let names = archive.hiddenNames
    var given = archive.shownContentPath(ofFile: key)
    if given == key, names.occur(in: key) {
      given = key.hasPrefix("articles/") ? names.redacted(path: key) : names.redacted(key)
    }
    if given != key, originals[given] == nil { originals[given] = key }
    return given
  }

  /// The parts of a lock.
  private struct Shown {
    var entities: [IdentityLock.EntityKey: Slug] = [:]
    var articles: [String: String] = [:]
    var terms: [IdentityLock.TermKey: String] = [:]
    var formerAddresses: [String: String] = [:]
    var permalinks: Permalinks

    var lock: IdentityLock {
      IdentityLock(
        entities: entities, articles: articles, terms: terms, formerAddresses: formerAddresses,
        permalinks: permalinks)
    }
  }
}
