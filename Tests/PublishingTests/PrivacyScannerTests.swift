import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

@Suite struct `The scanner of verify` {
  private func scanner(_ names: String...) -> PrivacyScanner {
    var phrases = HiddenPhrases()
    for name in names { phrases.add(name) }
    return PrivacyScanner(phrases: phrases)
  }

  @Test func `A short name does not turn up by chance in the bytes of a picture`() {
    var generator = SplitMix64(state: 6)
    let noise = (0..<1 << 20).map { _ in UInt8.random(in: 0...255, using: &generator) }

    #expect(scanner("Jo Ek", "Li Wu", "Al Bo").findings(in: noise).isEmpty)
    let planted = noise + Array("\0Jo Ek\0".utf8)
    #expect(scanner("Jo Ek").findings(in: planted).count == 1)
  }

  @Test func `Each place in a text is told, and each other encoding once`() {
    let text = Array("Ann Lee met Ann Lee. QW5uIExlZSBtZXQgQW5uIExlZQ==".utf8)

    let found = scanner("Ann Lee").findings(in: text)
    #expect(found.map(\.offset) == [0, 12])
    let encoded = scanner("Ann Lee").findings(in: Array(text[21...]))
    #expect(encoded.map(\.encoding) == [.base64])
  }

  @Test func `What is compressed and damaged is read as far as it goes`() throws {
    let text = (0..<12).map { "Ann Lee spoke of \($0) things, and of \($0 * $0 % 97) more; " }
      .joined()
    let base64 =
      "ddE5DoAgEAXQq8wBLAQEIVb0XsLEcYkRjHj/WBibIb+dvMz2Y0o0MlO58sGUF2rp2fa0loamNH+FM988"
      + "UJRSSamQ1FJ2SBopA5JdNd0haiXVFlEnqYFd++oouKuX1MEHBEk9/KqqojKQVlnpf4MX"
    let deflated = [UInt8](try #require(Data(base64Encoded: base64)))

    #expect(Inflate.decompressed(deflated[...]) == Array(text.utf8))
    let half = try #require(Inflate.decompressed(deflated[..<(deflated.count - 20)]))
    #expect(text.utf8.starts(with: half) && half.count > 100)
    for seed in 0..<200 {
      var damaged = deflated
      damaged[seed % damaged.count] ^= UInt8(truncatingIfNeeded: seed &* 37 | 1)
      _ = Inflate.decompressed(damaged[...])
    }
  }
}
