import ArchiveModel

/// What decides that two mentions of an article are of one entity: `Identity` with the number that a
/// key has in the article in its place.
///
/// Numbers alone, since it is copied, compared and hashed for each mention many times.
enum LocalIdentity: Hashable {
  case authority(Int32)
  case gazetteer(Int32)
  case name(EntityKind, Int32)
  case short(Int32)

  static func name(_ kind: EntityKind, _ name: FoldedName) -> LocalIdentity {
    .name(kind, name.number)
  }

  static func short(_ name: FoldedName) -> LocalIdentity { .short(name.number) }
}

extension Identity {
  /// The same for all articles.
  init(_ local: LocalIdentity, _ names: [FoldedName]) {
    switch local {
    case .authority(let index): self = .authority(index)
    case .gazetteer(let index): self = .gazetteer(index)
    case .name(let kind, let number): self = .name(kind, names[Int(number)].key)
    case .short(let number): self = .short(names[Int(number)].key)
    }
  }
}
