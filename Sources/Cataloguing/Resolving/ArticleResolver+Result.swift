import ArchiveModel

extension ArticleResolver {
  func collect(
    _ work: [Candidate], _ acronyms: [Int: LocalIdentity], _ forms: NameForms, bodyCount: Int
  ) -> Resolution {
    var resolution = Resolution()
    resolution.bodyEntities = [Int32](repeating: -1, count: bodyCount)
    resolution.titleEntities = [Int32](repeating: -1, count: work.count - bodyCount)
    resolution.rules = work.map(\.rule)
    var indices = IdentityIndices(forms.keyCount)
    // For each entity the form that its name is taken from, if it is one of the text's.
    var nameForms: [NameForm?] = []
    for (i, candidate) in work.enumerated() {
      guard let identity = candidate.identity else { continue }
      let index: Int
      if let known = indices[identity] {
        index = known
      } else {
        index = resolution.entities.count
        indices[identity] = index
        resolution.entities.append(entity(identity, candidate, forms))
        nameForms.append(candidate.displayName == nil ? candidate.form : nil)
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
      if case .name = identity, candidate.displayName == nil, nameForms[index] !== candidate.form,
        candidate.isBetterName(than: resolution.entities[index].name, nameForms[index])
      {
        resolution.entities[index].name = candidate.surface
        nameForms[index] = candidate.form
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

/// The places of an article's entities by what they are.
private struct IdentityIndices {
  /// Of names, by number and kind, since a dictionary would hash them all; −1 where there is none.
  private var ofNames: [Int32]
  private var others: [LocalIdentity: Int] = [:]

  private static let kinds = EntityKind.allCases.count

  init(_ keyCount: Int) {
    ofNames = [Int32](repeating: -1, count: keyCount * IdentityIndices.kinds)
  }

  subscript(identity: LocalIdentity) -> Int? {
    get {
      guard case .name(let kind, let number) = identity else { return others[identity] }
      let index = ofNames[Int(number) * IdentityIndices.kinds + Int(kind.rawValue)]
      return index < 0 ? nil : Int(index)
    }
    set {
      guard case .name(let kind, let number) = identity else {
        others[identity] = newValue
        return
      }
      ofNames[Int(number) * IdentityIndices.kinds + Int(kind.rawValue)] = Int32(newValue ?? -1)
    }
  }
}
