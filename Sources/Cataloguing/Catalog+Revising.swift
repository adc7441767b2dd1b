import ArchiveModel

extension Catalog {
  /// The catalogue with one article as it was edited, for that article's own page alone.
  ///
  /// Its names go to those entities that the catalogue has; a name that it does not know yet stands
  /// for nobody. The article keeps its number, and no other article, list or count changes, so only
  /// a catalogue that is built anew is exact. O(entities + articles).
  ///
  /// - Parameters:
  ///   - entities: the article's own entities now, in the order of its `Resolution`.
  ///   - before: those that the catalogue was built with.
  ///   - handle: where its reading is now.
  public func revising(
    _ number: Int, as article: Article, entities: [LocalEntity], before: [LocalEntity], handle: Int
  ) -> Catalog {
    let old = Int(localStart[number])..<Int(localStart[number + 1])
    var known: [Identity: Int32] = [:]
    for (local, entity) in zip(before, entityOfLocal[old]) { known[local.identity] = entity }
    if entities.contains(where: { known[$0.identity] == nil }) {
      for (entity, held) in self.entities.enumerated() where known[held.identity] == nil {
        known[held.identity] = Int32(entity)
      }
    }
    var catalog = self
    catalog.articles[number] = article
    catalog.handles[number] = handle
    catalog.entityOfLocal.replaceSubrange(old, with: entities.map { known[$0.identity] ?? -1 })
    let shift = Int32(entities.count - old.count)
    if shift != 0 {
      for next in catalog.localStart.indices.dropFirst(number + 1) {
        catalog.localStart[next] += shift
      }
    }
    return catalog
  }
}
