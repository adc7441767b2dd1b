/// Foretells the bits of texts: three orders of context and the word so far, mixed.
///
/// After lpaq1 (M. Mahoney, 2007), in integers alone, so that every machine has the same bytes. The
/// four orders are four lanes; half a megabyte of what was learnt stands behind a pointer, as in
/// `Chances`, and is copied where a text goes on from what another has taught.
struct TextModel: ~Copyable {
  static let orders = 4
  /// The logarithm of how many situations an order has.
  private static let slotBits = 15
  private static let slots = orders << slotBits

  private var chances = Chances(slots)
  private let logistic = Logistic()
  private var state = State()

  init() {}

  /// A model that has learnt what another has.
  init(_ other: borrowing TextModel) { become(other) }

  /// Forgets all, and knows what another has learnt.
  mutating func become(_ other: borrowing TextModel) {
    chances.become(other.chances)
    state = other.state
  }

  /// The chance of a 1, of 4096.
  mutating func chance() -> UInt32 { state.chance(chances, logistic) }

  /// Learns what bit came.
  mutating func learn(_ bit: Bool) { state.learn(Bit(bit), &chances) }

  /// Writes a text, and learns it.
  mutating func write(_ text: [UInt8], to bits: inout BitWriter) {
    // In registers.
    var state = state
    for byte in text {
      for shift in 0..<8 {
        let bit = Bit(Int(byte), at: 7 - shift)
        bits.write(bit, chance: state.chance(chances, logistic))
        state.learn(bit, &chances)
      }
    }
    self.state = state
  }

  /// What changes with each bit besides the chances.
  ///
  /// Weights and odds are of 64 bits, lest the compiler put four into a vector: without SSE 4 that
  /// has no product of 32 bits, and a bit waits for the weights of the last.
  private struct State {
    /// Where each order's situation is now.
    private var places: InlineArray<4, Int> = [0, 0, 0, 0]
    private var contexts: InlineArray<4, UInt32> = [1, 2, 3, 4]
    private var inputs: InlineArray<4, Int> = [0, 0, 0, 0]
    private var weights: InlineArray<4, Int> = [22000, 22000, 22000, 22000]
    private var mixed = 2048
    /// The bits of the byte so far, after a 1.
    private var node: UInt32 = 1
    private var last: UInt32 = 0
    private var word: UInt32 = 0

    init() {}

    @inline(always)
    mutating func chance(_ chances: borrowing Chances, _ logistic: borrowing Logistic) -> UInt32 {
      var sum = 0
      for order in 0..<TextModel.orders {
        let context = contexts[order] ^ (node &* 0x9E37_79B1)
        let hash = (context ^ context >> 15) &* 0x2C1B_3C6D
        let place = order << TextModel.slotBits | Int(hash >> UInt32(32 - TextModel.slotBits))
        places[order] = place
        let input = logistic.stretched(chances[place])
        inputs[order] = input
        sum &+= (weights[order] &* input) >> 8
      }
      mixed = logistic.squashed(min(max(sum >> 8, -2048), 2048))
      return UInt32(truncatingIfNeeded: min(max(mixed, 1), 4095))
    }

    @inline(always)
    mutating func learn(_ bit: Bit, _ chances: inout Chances) {
      let error = (Int(bit.of(4096)) &- mixed) &* 6
      for order in 0..<TextModel.orders {
        let weight = weights[order] &+ (inputs[order] &* error &+ 0x2000) >> 14
        weights[order] = min(max(weight, -0x3FFFF), 0x3FFFF)
        _ = chances.learn(places[order], bit)
      }
      node = node << 1 | bit.of(1)
      if node > 255 { enterByte(node & 255) }
    }

    @inline(always)
    private mutating func enterByte(_ byte: UInt32) {
      node = 1
      last = last << 8 | byte
      let isLetter = byte > 127 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      word = isLetter ? (word &+ (byte | 0x20)) &* 0x2F0B_4C47 : 0
      contexts[0] = (last & 0xFF) &* 0x3D4D_51CB &+ 1
      contexts[1] = (last & 0xFFFF) &* 0x1B87_3593 &+ 2
      contexts[2] = (last & 0xFF_FFFF) &* 0x85EB_CA6B &+ 3
      contexts[3] = word &* 0xC2B2_AE35 &+ 4
    }
  }
}
