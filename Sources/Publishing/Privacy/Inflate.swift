/// Decompresses DEFLATE (RFC 1951): what gzip, zip, PNG and PDF files have in them.
///
/// Plain and safe rather than fast: an archive's own site has nothing compressed in it, and what
/// lies in its media is small.
struct Inflate {
  /// More than this is not decompressed: a few bytes can stand for gigabytes of nothing.
  static let maximumBytes = 64 << 20

  private let input: ArraySlice<UInt8>
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  private struct Damage: Error {}

  /// The bytes that compressed ones stand for, as far as they are sound; nil where none is.
  static func decompressed(_ input: ArraySlice<UInt8>) -> [UInt8]? {
    var inflate = Inflate(input)
    do throws(Damage) {
      try inflate.run()
    } catch {
      // What came before the damage may hold a name too.
    }
    return inflate.output.isEmpty ? nil : inflate.output
  }

  private init(_ input: ArraySlice<UInt8>) {
    self.input = input
    position = input.startIndex
  }

  private mutating func run() throws(Damage) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try block(Inflate.fixedLiterals, Inflate.fixedDistances)
      case 2:
        let (literals, distances) = try tables()
        try block(literals, distances)
      default: throw Damage()
      }
    }
  }

  /// So many bits, the lowest first.
  private mutating func take(_ count: Int) throws(Damage) -> Int {
    while bitCount < count {
      guard position < input.endIndex else { throw Damage() }
      bits |= UInt32(input[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    defer {
      bits >>= UInt32(count)
      bitCount -= count
    }
    return Int(bits & (1 << UInt32(count) - 1))
  }

  private mutating func append(_ byte: UInt8) throws(Damage) {
    guard output.count < Inflate.maximumBytes else { throw Damage() }
    output.append(byte)
  }

  private mutating func stored() throws(Damage) {
    bits = 0
    bitCount = 0
    let count = try take(16)
    _ = try take(16)
    for _ in 0..<count { try append(UInt8(try take(8))) }
  }

  private mutating func block(_ literals: Huffman, _ distances: Huffman) throws(Damage) {
    while true {
      let symbol = try decode(literals)
      if symbol < 256 {
        try append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol - 257 < Inflate.lengthBases.count else { throw Damage() }
      let length =
        Inflate.lengthBases[symbol - 257] + (try take(Inflate.lengthBits[symbol - 257]))
      let code = try decode(distances)
      guard code < Inflate.distanceBases.count else { throw Damage() }
      let distance = Inflate.distanceBases[code] + (try take(Inflate.distanceBits[code]))
      guard distance <= output.count else { throw Damage() }
      for _ in 0..<length { try append(output[output.count - distance]) }
    }
  }

  // MARK: Codes

  /// A canonical Huffman code: how many codes each length has, and their symbols in order.
  private struct Huffman {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      for length in 1...15 {
        for (symbol, own) in lengths.enumerated() where own == length { symbols.append(symbol) }
      }
    }
  }

  private mutating func decode(_ huffman: Huffman) throws(Damage) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      code |= try take(1)
      let count = huffman.counts[length]
      if code - count < first { return huffman.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw Damage()
  }

  private mutating func tables() throws(Damage) -> (literals: Huffman, distances: Huffman) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    var lengths = [Int](repeating: 0, count: 19)
    for place in 0..<(try take(4) + 4) { lengths[Inflate.order[place]] = try take(3) }
    let code = Huffman(lengths)
    lengths = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try decode(code)
      let (value, times): (Int, Int)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw Damage() }
        (value, times) = (last, 3 + (try take(2)))
      case 17: (value, times) = (0, 3 + (try take(3)))
      case 18: (value, times) = (0, 11 + (try take(7)))
      default: (value, times) = (symbol, 1)
      }
      lengths += repeatElement(value, count: times)
    }
    guard lengths.count == literalCount + distanceCount else { throw Damage() }
    return (Huffman(Array(lengths[..<literalCount])), Huffman(Array(lengths[literalCount...])))
  }

  private static let order = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let fixedLiterals = Huffman(
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))
  private static let fixedDistances = Huffman([Int](repeating: 5, count: 30))
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
