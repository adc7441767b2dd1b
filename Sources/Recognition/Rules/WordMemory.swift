import ArchiveModel

/// What a text has said of a word so far, by the word's hash: one flat table that grows.
struct WordMemory: ~Copyable {
  private var keys = ContiguousArray<UInt64>(repeating: 0, count: 64)
  private var kinds = ContiguousArray<MentionKind>(repeating: .person, count: 64)
  private(set) var count = 0

  /// Forgets all; O(1) where nothing was remembered.
  mutating func reset() {
    guard count > 0 else { return }
    for slot in keys.indices { keys[slot] = 0 }
    count = 0
  }

  /// Remembers what a word stands for; what was remembered first stays.
  mutating func remember(_ hash: UInt64, _ kind: MentionKind) {
    if count * 2 >= keys.count { grow() }
    let slot = self.slot(hash)
    guard keys[slot] == 0 else { return }
    keys[slot] = hash
    kinds[slot] = kind
    count += 1
  }

  /// What a word stands for in this text.
  subscript(hash: UInt64) -> MentionKind? {
    guard count > 0 else { return nil }
    let slot = self.slot(hash)
    return keys[slot] == 0 ? nil : kinds[slot]
  }

  private func slot(_ hash: UInt64) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, kinds)
    keys = ContiguousArray(repeating: 0, count: old.0.count * 2)
    kinds = ContiguousArray(repeating: .person, count: old.0.count * 2)
    for (hash, kind) in zip(old.0, old.1) where hash != 0 {
      let slot = self.slot(hash)
      keys[slot] = hash
      kinds[slot] = kind
    }
  }
}
