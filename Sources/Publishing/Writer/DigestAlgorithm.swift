import ArchiveModel
import Crypto

/// The hashes that manifests of bags are made with (RFC 8493, 2.4), the older ones too.
package enum DigestAlgorithm: String, Sendable, CaseIterable {
  case md5, sha1, sha224, sha256, sha384, sha512

  /// How many hexadecimal digits it has.
  package var digits: Int {
    switch self {
    case .md5: 32
    case .sha1: 40
    case .sha224: 56
    case .sha256: 64
    case .sha384: 96
    case .sha512: 128
    }
  }

  /// The digests of a file by several algorithms, in their order, read once; and its size.
  package static func digests(
    ofFile path: String, by algorithms: [DigestAlgorithm]
  ) throws(EnvironmentFault) -> (digests: [String], sizeBytes: Int) {
    var digests = algorithms.map(\.beginning)
    var sizeBytes = 0
    try FilePieces(at: path).forEach { piece in
      for index in digests.indices { digests[index].add(piece) }
      sizeBytes += piece.count
      return true
    }
    return (digests.map(\.hexadecimal), sizeBytes)
  }

  private var beginning: any Digesting {
    switch self {
    case .md5: CryptoDigest(Insecure.MD5())
    case .sha1: CryptoDigest(Insecure.SHA1())
    case .sha224: SHA224()
    case .sha256: CryptoDigest(SHA256())
    case .sha384: CryptoDigest(SHA384())
    case .sha512: CryptoDigest(SHA512())
    }
  }
}

private protocol Digesting {
  mutating func add(_ bytes: UnsafeRawBufferPointer)
  var hexadecimal: String { get }
}

private struct CryptoDigest<Function: HashFunction>: Digesting {
  private var function: Function

  init(_ function: Function) { self.function = function }

  mutating func add(_ bytes: UnsafeRawBufferPointer) { function.update(bufferPointer: bytes) }

  var hexadecimal: String { Hexadecimal.text(function.finalize()) }
}

private enum Hexadecimal {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

/// SHA-224 (FIPS 180-4, 5.3.2 and 6.3), which the library lacks.
///
/// It is SHA-256 from another beginning, cut short. Bags of others may have it; none of ours does.
private struct SHA224: Digesting {
  private var state: InlineArray<8, UInt32> = [
    0xC105_9ED8, 0x367C_D507, 0x3070_DD17, 0xF70E_5939, 0xFFC0_0B31, 0x6858_1511, 0x64F9_8FA7,
    0xBEFA_4FA4,
  ]
  private var rest: [UInt8] = []
  private var sizeBytes: UInt64 = 0

  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    sizeBytes += UInt64(bytes.count)
    rest += bytes
    var start = 0
    while rest.count - start >= 64 {
      digest(rest[start..<start + 64])
      start += 64
    }
    rest.removeFirst(start)
  }

  var hexadecimal: String {
    var end = self
    let sizeBits = sizeBytes * 8
    end.rest.append(0x80)
    while end.rest.count % 64 != 56 { end.rest.append(0) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      end.rest.append(UInt8(truncatingIfNeeded: sizeBits >> shift))
    }
    for start in stride(from: 0, to: end.rest.count, by: 64) {
      end.digest(end.rest[start..<start + 64])
    }
    return Hexadecimal.text(
      (0..<28).map { UInt8(truncatingIfNeeded: end.state[$0 / 4] >> UInt32(24 - $0 % 4 * 8)) })
  }

  private mutating func digest(_ block: ArraySlice<UInt8>) {
    var words = InlineArray<64, UInt32>(repeating: 0)
    for (offset, byte) in block.enumerated() {
      words[offset / 4] = words[offset / 4] << 8 | UInt32(byte)
    }
    func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
    for i in 16..<64 {
      let (a, b) = (words[i - 15], words[i - 2])
      words[i] =
        words[i - 16] &+ (turned(a, 7) ^ turned(a, 18) ^ a >> 3) &+ words[i - 7]
        &+ (turned(b, 17) ^ turned(b, 19) ^ b >> 10)
    }
    var s = state
    for i in 0..<64 {
      let (a, e) = (s[0], s[4])
      let choice = e & s[5] ^ ~e & s[6]
      let first =
        s[7] &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ choice &+ SHA224.constants[i]
        &+ words[i]
      let majority = a & s[1] ^ a & s[2] ^ s[1] & s[2]
      let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
      s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
    }
    for i in state.indices { state[i] = state[i] &+ s[i] }
  }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
  private static let constants: [UInt32] = {
    var constants: [UInt32] = []
    var number: UInt64 = 2
    while constants.count < 64 {
      if !(2..<number).contains(where: { number % $0 == 0 }) { constants.append(fraction(number)) }
      number += 1
    }
    return constants
  }()

  /// The root of `number · 2^96` in whole numbers, found bit by bit: its low half.
  private static func fraction(_ number: UInt64) -> UInt32 {
    var root: UInt128 = 0
    for bit in (0..<36).reversed() {
      let next = root | 1 << bit
      if next * next * next <= UInt128(number) << 96 { root = next }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}
