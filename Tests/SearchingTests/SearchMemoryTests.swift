import ArchiveModel
import Testing

@testable import Searching

@Suite struct `An index after another one` {
  private static let sizes = `The search index`.small

  @Test(arguments: 1...12)
  func `Whatever has changed, it is as if it were made anew`(_ seed: Int) async throws {
    var random = SplitMix64(state: UInt64(seed))
    var documents = RandomTexts(count: 60, seed: UInt64(seed)).documents
    let others = RandomTexts(count: 60, seed: UInt64(seed) + 100).documents
    var last: WrittenIndex?

    for step in 0..<5 {
      let years = [(1998, 25), (1999, documents.count - 25)]
      let entities = Array(documents.suffix(20))
      let lost = step == 3 ? last?.files.keys.sorted().randomElement(using: &random) : nil
      let index = try await WrittenIndex.of(
        documents, years: years, entities: entities, sizes: Self.sizes, after: last,
        without: Set([lost].compactMap(\.self)))
      let anew = try await WrittenIndex.of(
        documents, years: years, entities: entities, sizes: Self.sizes)

      #expect(index.files == anew.files, "step \(step)")
      last = index
      let place = Int.random(in: 0..<documents.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: documents.append(others[step])
      case 1: documents.insert(others[step], at: place)
      case 2: documents[place].body += Array(" and more".utf8)
      case 3: documents[place].record.title += "!"
      case 4: documents[place].prominence = 1
      default: break
      }
    }
  }

  @Test func `Where nothing has changed no file of words or results is made`() async throws {
    let documents = RandomTexts(count: 120, seed: 21).documents
    let first = try await WrittenIndex.of(documents, entities: documents, sizes: Self.sizes)

    let second = try await WrittenIndex.of(
      documents, entities: documents, sizes: Self.sizes, after: first)

    #expect(second.made == ["0f.js", "nf.js", "index.js"])
    #expect(second.files == first.files)
  }

  @Test func `A file that is lost is made again, and no other`() async throws {
    let documents = RandomTexts(count: 120, seed: 22).documents
    let first = try await WrittenIndex.of(documents, sizes: Self.sizes)

    let second = try await WrittenIndex.of(
      documents, sizes: Self.sizes, after: first, without: ["0w1.js", "0r1.js"])

    #expect(second.made == ["0f.js", "nf.js", "index.js", "0w1.js", "0r1.js"])
    #expect(second.files == first.files)
  }

  @Test func `One more article leaves all files of long segments`() async throws {
    let documents = RandomTexts(count: 124, seed: 23).documents
    let first = try await WrittenIndex.of(Array(documents.dropLast()), sizes: Self.sizes)

    let second = try await WrittenIndex.of(documents, sizes: Self.sizes, after: first)

    #expect(second.made.filter { $0.hasPrefix("0") } == ["0f.js"])
  }

  @Test func `One changed article leaves the results of the others`() async throws {
    var documents = RandomTexts(count: 124, seed: 24).documents
    let first = try await WrittenIndex.of(documents, sizes: Self.sizes)
    documents[50].body += Array(" more of it".utf8)

    let second = try await WrittenIndex.of(documents, sizes: Self.sizes, after: first)

    // Four results stand in a file.
    #expect(second.made.filter { $0.hasPrefix("0r") } == ["0r12.js"])
  }

  @Test(arguments: [" more of it", " novelty", ". Zz"])
  func `One changed article changes the files that hold what changed, and no other is made`(
    _ addition: String
  ) async throws {
    var documents = RandomTexts(count: 400, seed: 26).documents
    let first = try await WrittenIndex.of(documents, sizes: Self.sizes)
    documents[50].body += Array(addition.utf8)

    let second = try await WrittenIndex.of(documents, sizes: Self.sizes, after: first)
    let anew = try await WrittenIndex.of(documents, sizes: Self.sizes)

    let made = second.made.filter { "wpb".contains($0.dropFirst().first ?? " ") }
    #expect(second.files == anew.files)
    #expect(!made.isEmpty)
    for name in made { #expect(first.files[name] != second.files[name], "\(name)") }
    // Four results stand in a file, and four of these are read at once.
    #expect(second.readCount == 4 + 16)
  }

  @Test func `Words that are kept are not read again, and those of removed articles are of no use`()
    async throws
  {
    let documents = RandomTexts(count: 124, seed: 27).documents
    let first = try await WrittenIndex.of(documents, sizes: Self.sizes)

    let second = try await WrittenIndex.of(
      documents, sizes: Self.sizes, after: first,
      without: Set(first.files.keys.filter { !$0.contains("r") }))
    let third = try await WrittenIndex.of(
      documents.dropLast(30), sizes: Self.sizes, after: second)

    #expect(second.readCount == 0)
    #expect(second.files == first.files)
    #expect(first.memory.keptWords == Set(first.words.all.keys))
    #expect(third.memory.keptWords.subtracting(first.memory.keptWords).count < 3)
    #expect(third.memory.keptWords.count < first.memory.keptWords.count)
  }

  @Test func `Words that are damaged, cut short or others' are read anew`() async throws {
    let documents = RandomTexts(count: 60, seed: 28).documents
    let first = try await WrittenIndex.of(documents, sizes: Self.sizes)
    let others = first.words.all.sorted { $0.key < $1.key }.map(\.value)
    let size = try #require(others.first?.count)
    var changes: [([UInt8]) -> [UInt8]] = stride(from: 0, to: size, by: size / 40).map { place in
      { bytes in
        var bytes = bytes
        bytes[min(place, bytes.count - 1)] ^= 0x10
        return bytes
      }
    }
    changes += [0, 1, 24, 40, size / 2].map { count in { Array($0.prefix(count)) } }
    changes += [{ $0 + [0] }, { [UInt8](repeating: 0, count: $0.count) }]
    changes.append { bytes in others[bytes == others[0] ? 1 : 0] }

    for (number, change) in changes.enumerated() {
      let again = try await WrittenIndex.of(
        documents, sizes: Self.sizes, words: KeptInMemory(first.words, change))
      #expect(again.files == first.files, "change \(number)")
      #expect(again.readCount == 60 + 2 * 4, "change \(number)")
    }
  }

  @Test func `What is known of it can be kept in a record`() async throws {
    let documents = RandomTexts(count: 50, seed: 25).documents
    let memory = try await WrittenIndex.of(documents, sizes: Self.sizes).memory

    var record = RecordWriter()
    record.write(memory)
    let read = record.bytes.withUnsafeBytes { bytes in
      var record = RecordReader(bytes)
      return record.read(SearchMemory.self)
    }

    #expect(read.segments.keys.sorted() == memory.segments.keys.sorted())
    for (name, segment) in memory.segments {
      #expect(read.segments[name]?.print == segment.print)
      #expect(read.segments[name]?.description == segment.description)
      #expect(read.segments[name]?.files == segment.files)
      #expect(read.segments[name]?.chunks == segment.chunks)
      #expect(read.segments[name]?.parts == segment.parts)
    }
  }
}
