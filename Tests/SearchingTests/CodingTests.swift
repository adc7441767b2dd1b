import ArchiveModel
import Testing

@testable import Searching

@Suite struct `The coding of bits` {
  @Test(arguments: [UInt64(1), 2, 3])
  func `Whatever bits are written, the same are read`(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    // Of likely and of unlikely bits, the most likely too, so that a range becomes as small as it
    // can.
    let written = (0..<40_000).map { number in
      let chance = UInt32.random(in: 1...4095, using: &random)
      let extreme: UInt32 = number % 3 == 0 ? 1 : 4095
      let isLikely = Int.random(in: 0..<50, using: &random) > 0
      return number % 2 == 0
        ? (bit: Bool.random(using: &random), chance: chance)
        : (bit: isLikely == (extreme == 4095), chance: extreme)
    }

    var bits = BitWriter()
    for (bit, chance) in written { bits.write(Bit(bit), chance: chance) }
    let symbols = bits.finished()

    #expect(symbols.allSatisfy { $0 < 128 })
    var reader = BitReader(symbols)
    #expect(written.allSatisfy { reader.bit(chance: $0.chance) == $0.bit })
  }

  @Test func `Whatever numbers are written, the same are read`() {
    var random = SplitMix64(state: 4)
    let numbers = (0..<20_000).map { _ in
      Int.random(in: 0..<1 << Int.random(in: 0...22, using: &random), using: &random)
    }

    var bits = BitWriter()
    var chances = Chances(NumberChances.size + 1 << 7)
    for number in numbers {
      bits.write(number: number, &chances, 0)
      bits.write(number & 127, bits: 7, &chances, NumberChances.size)
    }

    var reader = BitReader(bits.finished())
    var learnt = Chances(NumberChances.size + 1 << 7)
    for number in numbers {
      #expect(reader.number(&learnt, 0) == number)
      #expect(reader.fixed(7, &learnt, NumberChances.size) == number & 127)
    }
  }

  @Test(arguments: [0, 1, 50, 99, 100])
  func `A chance moves towards what comes, and never to certainty`(_ percent: Int) {
    var random = SplitMix64(state: UInt64(percent))
    var chances = Chances(1)
    var (chance, count) = (32768, 0)
    var isAsDefined = true
    for number in 0..<30_000 {
      // First the one, then the other: so it comes from each end.
      let isUsual = Int.random(in: 0..<100, using: &random) < percent
      let bit = isUsual == (number < 20_000)
      let before = chances.learn(0, Bit(bit))

      isAsDefined = isAsDefined && before == UInt32(chance >> 4) && before > 0 && before < 4096
      let step = (((bit ? 65535 : 0) - chance) * (32768 / (2 * count + 3))) >> 14
      chance = min(max(chance + step, 32), 65503)
      count = min(count + 1, 127)
    }
    #expect(isAsDefined)
    #expect(chances[0] == UInt32(chance >> 4))
  }

  @Test func `A text goes on from what another has taught, as often as it is asked`() {
    let (first, second) = (Array("The ferry left at noon.\0".utf8), Array("The ferry sank.\0".utf8))
    var writer = TextWriter()
    _ = writer.symbols(of: first)
    var after = TextWriter(after: writer.model)

    let once = after.symbols(of: second, after: writer.model)
    let again = after.symbols(of: second, after: writer.model)

    #expect(once == again)
    var reader = TextReader(once, writer.model)
    #expect(reader.text() == "The ferry sank.")
  }
}
