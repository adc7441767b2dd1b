import Publishing
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct `Digests of files` {
  /// The digests of "abc" as FIPS 180-4 and RFC 1321 have them.
  private static let known: [DigestAlgorithm: String] = [
    .md5: "900150983cd24fb0d6963f7d28e17f72",
    .sha1: "a9993e364706816aba3e25717850c26c9cd0d89d",
    .sha224: "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
    .sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  ]

  @Test func `are those of the standards`() throws {
    let path = "/tmp/dateline-digest-\(getpid())"
    let file = try #require(fopen(path, "wb"))
    fputs("abc", file)
    fclose(file)
    defer { unlink(path) }

    let (digests, sizeBytes) = try DigestAlgorithm.digests(
      ofFile: path, by: DigestAlgorithm.allCases)

    #expect(sizeBytes == 3)
    for (algorithm, digest) in zip(DigestAlgorithm.allCases, digests) {
      #expect(digest.utf8.count == algorithm.digits)
      if let known = Self.known[algorithm] { #expect(digest == known) }
    }
  }
}
