import Crypto

/// The SHA-256 of a file's bytes.
package struct ContentHash: Sendable, Hashable {
  private let words: InlineArray<4, UInt64>

  /// Hashes bytes: O(bytes), with the processor's own instructions where it has them.
  package init(of bytes: Span<UInt8>) {
    var hashing = Hashing()
    bytes.withUnsafeBytes { hashing.update($0) }
    self = hashing.hash
  }

  /// A hash that is computed piece by piece.
  package struct Hashing {
    private var state = SHA256()

    package init() {}

    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
      state.update(bufferPointer: bytes)
    }

    /// That of all pieces so far.
    package var hash: ContentHash { ContentHash(state.finalize()) }
  }

  private init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { digest in
      InlineArray {
        UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
      }
    }
  }

  /// Reads 64 lower-case hexadecimal digits; nil for anything else.
  package init?(hexadecimal digits: some Collection<UInt8>) {
    guard digits.count == 64 else { return nil }
    var words = InlineArray<4, UInt64>(repeating: 0)
    for (i, digit) in digits.enumerated() {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      words[i / 16] = words[i / 16] << 4 | UInt64(value)
    }
    self.words = words
  }

  /// Appends 64 hexadecimal digits.
  func appendHexadecimal(to text: inout [UInt8]) {
    // At once: a digit alone would make sure each time that the text is unshared and has room.
    var digits = InlineArray<64, UInt8>(repeating: 0)
    for place in digits.indices {
      let value = UInt8(words[place / 16] >> UInt64(60 - place % 16 * 4) & 0xF)
      digits[place] = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
    digits.span.withUnsafeBufferPointer { text.append(contentsOf: $0) }
  }

  /// The same as text.
  package var hexadecimal: String {
    var text: [UInt8] = []
    appendHexadecimal(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  package static func == (a: ContentHash, b: ContentHash) -> Bool {
    a.words.indices.allSatisfy { a.words[$0] == b.words[$0] }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }
}
