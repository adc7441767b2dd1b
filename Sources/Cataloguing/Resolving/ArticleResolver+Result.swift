import ArchiveModel

extension ArticleResolver {
  func collect(
    _ work: [Candidate], _ acronyms: [Int: LocalIdentity], _ forms: NameForms, bodyCount: Int
  ) -> Resolution {
    var resolution = Resolution()
    resolution.bodyEntities = [Int32](repeating: -1, count: bodyCount)
    resolution.titleEntities = [Int32](repeating: -1, count: work.count - bodyCount)
    resolution.rules = work.map(\.rule)
    var indices: [LocalIdentity: Int] = [:]
    for (i, candidate) in work.enumerated() {
      guard let identity = candidate.identity else { continue }
      let index: Int
      if let known = indices[identity] {
        index = known
      } else {
        index = resolution.entities.count
        indices[identity] = index
        resolution.entities.append(entity(identity, candidate, forms))
        if !acronyms.isEmpty {
          resolution.entities[index].acronym =
            acronyms.filter { $1 == identity }.map { forms.names[$0.key].key }.min()
        }
      }
      if candidate.isTitle {
        resolution.titleEntities[i - bodyCount] = Int32(index)
        resolution.entities[index].isInTitle = true
      } else {
        resolution.bodyEntities[i] = Int32(index)
        resolution.entities[index].mentionCount += 1
        if resolution.entities[index].firstMention < 0 {
          resolution.entities[index].firstMention = Int32(i)
        }
      }
      if case .name = identity, candidate.displayName == nil,
        candidate.isBetterName(than: resolution.entities[index].name)
      {
        resolution.entities[index].name = candidate.surface
      }
    }
    return resolution
  }

  private func entity(
    _ identity: LocalIdentity, _ candidate: Candidate, _ forms: NameForms
  ) -> LocalEntity {
    let kind: EntityKind
    var name = candidate.displayName ?? candidate.surface
    switch identity {
    case .authority(let index):
      kind = records[Int(index)].kind
      name = records[Int(index)].name
    case .gazetteer:
      kind = candidate.mention.kind.entityKind
    case .name(let stated, _):
      kind = stated
    case .short:
      kind = candidate.kind
    }
    return LocalEntity(
      identity: Identity(identity, forms.names), kind: kind, name: name, mentionCount: 0,
      firstMention: -1, isInTitle: false)
  }
}
