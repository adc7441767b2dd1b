/// Numbers features in the order in which they are first met.
struct FeatureIndex {
  private var slots: [UInt32]
  private(set) var hashes: [UInt64] = []
  private(set) var counts: [UInt32] = []

  init() { slots = [UInt32](repeating: 0, count: 1 << 20) }

  /// The number of a feature.
  mutating func number(_ hash: UInt64) -> UInt32 {
    if hashes.count * 2 > slots.count { grow() }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash {
        counts[Int(number)] += 1
        return number
      }
      slot = (slot + 1) & mask
    }
    hashes.append(hash)
    counts.append(1)
    slots[slot] = UInt32(hashes.count)
    return UInt32(hashes.count - 1)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }
}
