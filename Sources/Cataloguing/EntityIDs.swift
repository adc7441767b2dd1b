import ArchiveModel

/// Hands out entity ids, unique within a kind and as the lock remembers them.
struct EntityIDs {
  private let locked: [IdentityLock.EntityKey: Slug]
  private var taken: Set<String> = []

  init(_ lock: IdentityLock, _ authorities: [AuthorityRecord]) {
    locked = lock.entities
    for (key, id) in lock.entities { taken.insert("\(key.kind.folder)/\(id)") }
    for address in lock.formerAddresses.keys { taken.insert(String(address.dropLast())) }
    for record in authorities {
      taken.insert("\(record.kind.folder)/\(record.id)")
      for address in record.formerAddresses { taken.insert(String(address.dropLast())) }
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
    while !taken.insert("\(key.kind.folder)/\(id)").inserted {
      id = proposal.numbered(number)
      number += 1
    }
    return id
  }
}
