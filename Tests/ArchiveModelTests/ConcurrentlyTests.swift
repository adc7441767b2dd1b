import Testing

@testable import ArchiveModel

@Suite struct `Two parts at once` {
  @Test func `Both results come back, whichever part takes longer`() {
    for (ours, theirs) in [(1, 100_000), (100_000, 1)] {
      let (sum, count) = concurrently(
        { (1...ours).reduce(0, +) }, { (1...theirs).map { $0 }.count })

      #expect(sum == ours * (ours + 1) / 2)
      #expect(count == theirs)
    }
  }

  @Test func `What the first part throws is thrown after the second has ended`() {
    struct Refusal: Error {}

    #expect(throws: Refusal.self) {
      try concurrently({ () throws(Refusal) -> Int in throw Refusal() }, { 1 })
    }
  }
}
