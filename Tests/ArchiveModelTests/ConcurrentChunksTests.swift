import Testing

@testable import ArchiveModel

@Suite struct `Work in chunks` {
  @Test(arguments: [1, 2, 7], [1, 3, 16, 5_000])
  func `Results stand in the order of the elements, whoever finishes first`(
    _ jobs: Int, _ chunk: Int
  ) async {
    let numbers = Array(0..<1_000)

    let results = await numbers.concurrentChunks(jobs: jobs, chunk: chunk) { slice in
      // Early chunks have more to do than late ones.
      slice.map { number in
        number + (0..<(1_000 - number)).reduce(0) { $0 &+ $1 } * 0
      }
    }

    #expect(results == numbers)
  }

  @Test func `A chunk may give any number of results`() async {
    let results = await Array(1...100).concurrentChunks(jobs: 4, chunk: 10) { slice in
      slice.filter { $0 % 7 == 0 }
    }

    #expect(results == Array(stride(from: 7, through: 98, by: 7)))
  }

  @Test(arguments: [1, 3])
  func `A worker keeps what it has from chunk to chunk`(_ jobs: Int) async {
    let results = await Array(0..<500).concurrentChunks(jobs: jobs, keeping: { 0 }) { slice, seen in
      slice.map { number in
        seen += 1
        return (number: number, seen: seen)
      }
    }

    #expect(results.map(\.number) == Array(0..<500))
    // Each worker counts its own from one on.
    #expect(results.count { $0.seen == 1 } <= jobs)
    #expect(results.map(\.seen).max() ?? 0 >= 500 / jobs)
  }

  @Test func `Nothing makes nothing`() async {
    let results = await [Int]().concurrentChunks(jobs: 4) { Array($0) }

    #expect(results.isEmpty)
  }
}
