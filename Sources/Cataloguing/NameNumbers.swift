import ArchiveModel

/// The numbers of entities by their names.
///
/// A flat table over hashes that are made once; a dictionary took a tenth of assembling. No defence
/// against malice: who makes names that have one hash makes a build of his own archive slow.
struct NameNumbers {
  private var entries: [(identity: Identity, hash: UInt64, number: Int32)] = []
  /// 1 + the place of an entry, or 0; a power of two, at most half full.
  private var slots = [Int32](repeating: 0, count: 1 << 12)

  /// The number of a name; nil for one that was not met before.
  ///
  /// - Parameter hash: `hash(of: identity)`, which whoever reads an article has made at leisure.
  subscript(identity: Identity, hash: UInt64) -> Int32? {
    let slot = slot(of: identity, hash)
    return slots[slot] == 0 ? nil : entries[Int(slots[slot]) - 1].number
  }

  /// Adds a name that has none.
  mutating func add(_ number: Int32, for identity: Identity, _ hash: UInt64) {
    let slot = slot(of: identity, hash)
    entries.append((identity, hash, number))
    slots[slot] = Int32(entries.count)
    if entries.count * 2 > slots.count { grow() }
  }

  /// That of a name, or the free one where it belongs.
  private func slot(of identity: Identity, _ hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].hash == hash, entries[place].identity == identity { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for place in entries.indices {
      var slot = Int(truncatingIfNeeded: entries[place].hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place + 1)
    }
  }

  /// A number that hardly another name has; O(bytes).
  static func hash(of identity: Identity) -> UInt64 {
    var print = Fingerprint()
    switch identity {
    case .authority(let index): print.add(Int(index))
    case .gazetteer(let index): print.add(Int(index))
    case .name(let kind, let key):
      print.add(Int(kind.rawValue))
      print.add(key.text)
    case .short(let key): print.add(key.text)
    }
    return print.value
  }
}
