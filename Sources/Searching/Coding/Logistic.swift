/// Chances of 4096 as logarithms of their odds, and back, from tables.
struct Logistic: ~Copyable {
  /// Of odds from -2048 to 2048, then of chances from 0 to 4095.
  private let table: UnsafeMutablePointer<Int16>
  private static let odds = 4097

  init() {
    table = .allocate(capacity: Logistic.odds + 4096)
    for odds in -2048...2048 { table[odds + 2048] = Int16(Logistic.squash(odds)) }
    var next = 0
    for odds in -2047...2047 {
      let chance = Int(table[odds + 2048])
      while next <= chance {
        table[Logistic.odds + next] = Int16(odds)
        next += 1
      }
    }
    while next < 4096 {
      table[Logistic.odds + next] = 2047
      next += 1
    }
  }

  deinit { table.deallocate() }

  /// The odds of a chance from 0 to 4095.
  @inline(__always)
  func stretched(_ chance: UInt32) -> Int {
    assert(chance < 4096)
    return Int(table[Logistic.odds &+ Int(chance)])
  }

  /// The chance of odds from -2048 to 2048.
  @inline(__always)
  func squashed(_ odds: Int) -> Int {
    assert(odds >= -2048 && odds <= 2048)
    return Int(table[odds &+ 2048])
  }

  private static func squash(_ odds: Int) -> Int {
    if odds > 2047 { return 4095 }
    if odds < -2047 { return 0 }
    let rest = odds & 127
    let i = (odds >> 7) + 16
    return (points[i] * (128 - rest) + points[i + 1] * rest + 64) >> 7
  }

  private static let points = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348,
    3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
  ]
}
