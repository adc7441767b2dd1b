import ArchiveModel

/// Hands out entity ids, unique within a kind and as the lock remembers them.
struct EntityIDs {
  private let locked: [IdentityLock.EntityKey: Slug]
  /// By kind.
  private var taken = [Set<String>](repeating: [], count: EntityKind.allCases.count)

  /// Those that are taken already; `counts`: by kind, how many entities there are.
  init(_ lock: IdentityLock, _ authorities: [AuthorityRecord], counts: [Int]) {
    locked = lock.entities
    for (kind, count) in counts.enumerated() { taken[kind].reserveCapacity(count) }
    for (key, id) in lock.entities { take(id.description, key.kind) }
    for address in lock.formerAddresses.keys { take(address) }
    for record in authorities {
      take(record.id.description, record.kind)
      for address in record.formerAddresses { take(address) }
    }
  }

  mutating func id(
    for identity: Identity, _ key: IdentityLock.EntityKey, proposal: Slug
  ) -> Slug {
    // A record says its own id; that is the editor's word.
    if case .authority = identity { return proposal }
    if let id = locked[key] { return id }
    var id = proposal
    var number = 2
    while !take(id.description, key.kind) {
      id = proposal.numbered(number)
      number += 1
    }
    return id
  }

  /// Whether an id was free.
  @discardableResult
  private mutating func take(_ id: String, _ kind: EntityKind) -> Bool {
    taken[Int(kind.rawValue)].insert(id).inserted
  }

  /// Takes the id of an entity's address, `people/lise-grande/`.
  private mutating func take(_ address: String) {
    for kind in EntityKind.allCases where address.hasPrefix(kind.folder + "/") {
      take(String(address.dropFirst(kind.folder.count + 1).dropLast()), kind)
    }
  }
}
