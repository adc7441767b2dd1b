import ArchiveModel
import Cataloguing
import Loading

/// What the archive's rules leave of the pages of entities: suppressed ones, those that search
/// engines are asked to pass over, and private persons by the level of privacy (FIELD §7.10).
struct EntityPrivacy: Sendable {
  /// The addresses of suppressed entities, older ones too: `people/lise-grande/`.
  let suppressed: Set<String>
  /// The addresses of those that search engines are asked not to list.
  let unindexed: Set<String>
  let level: Settings.Privacy
  /// In how many articles a person without a record must stand for a page under `standard`.
  private let minimumArticles: Int
  private let rules: PrivacyRules
  private let names: HiddenNames

  /// Takes the rules with what the archive knows of renamed entities; O(rules × former addresses).
  init(_ archive: Archive, _ lock: IdentityLock) {
    rules = archive.privacy
    level = archive.settings.privacy
    // Whoever sets the number of articles has decided.
    minimumArticles = archive.settings.minimumArticles ?? 3
    let names = archive.hiddenNames
    self.names = names
    var owners = lock.formerAddresses
    for record in archive.authorities {
      for former in record.formerAddresses {
        owners[former] = IdentityLock.address(of: record.id, record.kind)
      }
    }
    func addresses(_ references: [PrivacyRules.EntityReference]) -> Set<String> {
      guard !references.isEmpty else { return [] }
      // Where the id holds a name that is redacted, its record has another one.
      var addresses = Set(references.flatMap { [$0.address, names.redacted(path: $0.address)] })
      for address in addresses { if let owner = owners[address] { addresses.insert(owner) } }
      for (former, owner) in owners where addresses.contains(owner) { addresses.insert(former) }
      return addresses
    }
    suppressed = addresses(rules.suppressed)
    unindexed = addresses(rules.unindexed)
  }

  /// What is shown of an entity.
  func showing(_ entity: Catalog.Standing) -> Showing {
    if !suppressed.isEmpty, suppressed.contains(entity.address) { return .unlisted }
    // A person without a record is a private one as far as anybody knows.
    guard entity.kind == .person, !entity.isRecorded else { return .usual }
    switch level {
    case .open: return .usual
    case .standard:
      if entity.isSensitive { return .unlisted }
      return entity.articleCount < minimumArticles ? .unpaged : .usual
    case .strict: return .unlisted
    }
  }

  /// Whether search engines are asked not to list the page of an entity, besides the word of a
  /// record.
  func isUnindexed(_ entity: Catalog.Entity) -> Bool {
    if unindexed.contains(IdentityLock.address(of: entity.id, entity.kind)) { return true }
    if case .authority = entity.identity { return false }
    return entity.kind == .person && level != .open
  }

  /// What readers are told of it; empty where nothing is kept from them.
  func method(in language: Language) -> String {
    switch level {
    case .open: ""
    case .standard: language.say(.methodPeople, ["count": language.count(minimumArticles)])
    case .strict: language[.methodNoPeople]
    }
  }

  /// Whether an address that was an entity's leads nowhere any more.
  func silences(_ address: String) -> Bool {
    suppressed.contains(address) || level == .strict && address.hasPrefix("people/")
  }

  /// Rules on entities that nobody knows: most likely a slip.
  func unknown(in catalog: Catalog, _ archive: Archive, _ lock: IdentityLock) -> [Diagnostic] {
    let references = rules.suppressed + rules.unindexed
    guard !references.isEmpty else { return [] }
    var known = Set(catalog.entities.lazy.map { IdentityLock.address(of: $0.id, $0.kind) })
    known.formUnion(lock.entities.lazy.map { IdentityLock.address(of: $1, $0.kind) })
    known.formUnion(lock.formerAddresses.keys)
    for record in archive.authorities {
      known.formUnion(record.formerAddresses)
    }
    let missing = references.filter { reference in
      !known.contains(reference.address) && !names.occur(in: reference.address)
    }
    guard !missing.isEmpty else { return [] }
    let spellings = SpellingIndex(Set(known.lazy.map { String($0.dropLast()) }))
    return missing.map { reference in
      Diagnostic(
        .privacyUnknown, "the archive knows no \(reference.address.dropLast())",
        at: reference.place, note: "the rule does nothing",
        suggestion: spellings.nearest(to: String(reference.address.dropLast()))
          .map { "did you mean \($0)?" } ?? "look the id up in the address of its page")
    }
  }
}
