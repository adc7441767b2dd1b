/// Writes texts by what came before: three orders of context and the word so far, mixed.
///
/// After lpaq1 (M. Mahoney, 2007), in integers alone, so that every machine has the same bytes.
struct TextWriter: ~Copyable {
  private var bits = BitWriter()
  private(set) var model: TextModel

  /// A text after what a model has learnt.
  init(_ model: TextModel = TextModel()) { self.model = model }

  /// Writes bytes.
  mutating func write(_ text: some Sequence<UInt8>) {
    for byte in text { write(byte) }
  }

  /// Writes a byte.
  mutating func write(_ byte: UInt8) {
    for shift in 0..<8 {
      let bit = byte << UInt8(shift) & 0x80 != 0
      bits.write(bit, chance: model.chance())
      model.learn(bit)
    }
  }

  /// The symbols of all that was written.
  consuming func finished() -> [UInt8] {
    bits.finish()
    return bits.symbols
  }
}

/// Foretells the bits of texts.
struct TextModel: Sendable {
  static let orders = 4
  /// The logarithm of how many situations an order has.
  private static let slotBits = 15

  private var chances = Chances(orders << slotBits)
  /// Of its own, so that it is not made sure each time that the table is there.
  private let stretch = Logistic.stretch
  private let squash = Logistic.squash
  /// Where each order's situation is now.
  private var places: InlineArray<4, Int> = [0, 0, 0, 0]
  private var contexts: InlineArray<4, UInt32> = [0, 0, 0, 0]
  private var inputs: InlineArray<4, Int32> = [0, 0, 0, 0]
  private var weights: InlineArray<4, Int32> = [22000, 22000, 22000, 22000]
  private var mixed: Int32 = 2048
  /// The bits of the byte so far, after a 1.
  private var node: UInt32 = 1
  private var last: UInt32 = 0
  private var word: UInt32 = 0

  init() { enterByte() }

  /// The chance of a 1, of 4096.
  mutating func chance() -> UInt32 {
    var sum: Int32 = 0
    for order in 0..<TextModel.orders {
      let context = contexts[order] ^ (node &* 0x9E37_79B1)
      let hash = (context ^ context >> 15) &* 0x2C1B_3C6D
      let place = order << TextModel.slotBits | Int(hash >> UInt32(32 - TextModel.slotBits))
      places[order] = place
      let input = stretch[Int(chances[place])]
      inputs[order] = input
      sum += (weights[order] &* input) >> 8
    }
    mixed = squash[Int(min(max(sum >> 8, -2048), 2048)) + 2048]
    return UInt32(min(max(mixed, 1), 4095))
  }

  /// Learns what bit came.
  mutating func learn(_ bit: Bool) {
    let error = ((bit ? 4096 : 0) - mixed) * 6
    for order in 0..<TextModel.orders {
      let weight = weights[order] + (inputs[order] &* error + 0x2000) >> 14
      weights[order] = min(max(weight, -0x3FFFF), 0x3FFFF)
      chances.learn(places[order], bit)
    }
    node = node << 1 | (bit ? 1 : 0)
    guard node > 255 else { return }
    let byte = node & 255
    last = last << 8 | byte
    let isLetter = byte > 127 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    word = isLetter ? (word &+ (byte | 0x20)) &* 0x2F0B_4C47 : 0
    node = 1
    enterByte()
  }

  private mutating func enterByte() {
    contexts[0] = (last & 0xFF) &* 0x3D4D_51CB &+ 1
    contexts[1] = (last & 0xFFFF) &* 0x1B87_3593 &+ 2
    contexts[2] = (last & 0xFF_FFFF) &* 0x85EB_CA6B &+ 3
    contexts[3] = word &* 0xC2B2_AE35 &+ 4
  }
}

/// Chances of 4096 as logarithms of their odds, and back.
enum Logistic {
  /// From odds of -2048 to 2048.
  static let squash: [Int32] = (-2048...2048).map { (odds: Int32) in
    if odds > 2047 { return 4095 }
    if odds < -2047 { return 0 }
    let rest = odds & 127
    let i = Int(odds >> 7) + 16
    return (points[i] * (128 - rest) + points[i + 1] * rest + 64) >> 7
  }

  /// Of chances from 0 to 4095.
  static let stretch: [Int32] = {
    var table = [Int32](repeating: 2047, count: 4096)
    var next = 0
    for odds in Int32(-2047)...2047 {
      let chance = Int(squash[Int(odds) + 2048])
      while next <= chance {
        table[next] = odds
        next += 1
      }
    }
    return table
  }()

  private static let points: [Int32] = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348,
    3607, 3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
  ]
}
