import ArchiveModel
import Foundation
import Testing

@testable import Searching

/// An index written into memory, and read as the page's script reads it: only by its files.
struct WrittenIndex {
  let files: [String: [UInt8]]
  /// Which of them were made; all others were kept.
  let made: Set<String>
  let memory: SearchMemory
  /// The words that it leaves to the next one.
  let words: KeptInMemory
  /// How many articles were read, those of the first file of results again.
  let readCount: Int

  /// Writes the index of some articles, all of one year unless years are given; after an earlier one
  /// of which some files are lost, if one is given, and with the words that it or somebody else kept.
  static func of(
    _ documents: [SearchDocument], years: [(year: Int, count: Int)]? = nil,
    entities: [SearchDocument] = [], sizes: SearchSizes = SearchSizes(), jobs: Int = 2,
    after earlier: WrittenIndex? = nil, without lost: Set<String> = [],
    words: KeptInMemory? = nil
  ) async throws -> WrittenIndex {
    var plan = SearchIndex.Plan()
    plan.years = years ?? (documents.isEmpty ? [] : [(2017, documents.count)])
    plan.facets = documents.map { _ in (section: 0, kind: 0) }
    plan.entityCount = entities.count
    plan.prints = documents.map(print)
    plan.entityPrints = entities.map(print)
    let (made, kept) = (Files(), Files())
    let words = KeptInMemory(words ?? earlier?.words)
    let readCount = Locked(0)
    let (_, memory) = try await SearchIndex(plan, sizes: sizes, jobs: jobs).write(
      documents: { range in
        readCount.withLock { $0 += range.count }
        return Array(documents[range])
      }, entities: { Array(entities[$0]) },
      after: earlier?.memory ?? SearchMemory(), words: words,
      keep: { name in
        guard let bytes = earlier?.files[name], !lost.contains(name) else { return false }
        kept.add(name, bytes)
        return true
      },
      to: { made.add($0.name, $0.bytes) })
    return WrittenIndex(
      files: made.all.merging(kept.all) { made, _ in
        Issue.record("a file that is kept is not made")
        return made
      },
      made: Set(made.all.keys), memory: memory, words: words,
      readCount: readCount.withLock(\.self))
  }

  private static func print(_ document: SearchDocument) -> UInt64 {
    var print = Fingerprint()
    document.add(to: &print)
    return print.value
  }

  /// What the files are collected in, from all cores.
  private final class Files: Sendable {
    private let files = Locked<[String: [UInt8]]>([:])
    func add(_ name: String, _ bytes: [UInt8]) {
      let earlier = files.withLock { files in
        defer { files[name] = bytes }
        return files[name]
      }
      if earlier != nil { Issue.record("\(name) is handed over twice") }
    }
    var all: [String: [UInt8]] { files.withLock { $0 } }
  }

  private struct Segment: Decodable {
    var name: String
    var first: Int
    var count: Int
    var words: [String]
    var common: String
    var pairs: [Int]

    /// The ranks of the common words, from 1.
    var ranks: [String: Int] {
      let words = common.split(separator: " ").map {
        String(decoding: $0.unicodeScalars.map { UInt8($0.value) }, as: UTF8.self)
      }
      return Dictionary(uniqueKeysWithValues: zip(words, 1...))
    }
  }

  private struct Core: Decodable { var segments: [Segment] }

  private var segments: [Segment] {
    get throws {
      let call = try #require(files["index.js"])
      let json = Data(call.dropFirst("datelineSearch(\"index\",".utf8.count).dropLast(2))
      return try JSONDecoder().decode(Core.self, from: json).segments
    }
  }

  /// The numbers of the articles that have a word, or words that begin so.
  func articles(with word: String, isPrefix: Bool = false) throws -> [Int] {
    var found: Set<Int> = []
    for segment in try segments where segment.name != "e" {
      for (own, entry) in try entries(segment, word, isPrefix)
      where own == word || isPrefix && own.hasPrefix(word) {
        found.formUnion(entry.documents.map { $0 + segment.first })
      }
    }
    return found.sorted()
  }

  /// The numbers of the articles that have words one after the other.
  func articles(withPhrase words: [String]) throws -> [Int] {
    try segments.filter { $0.name != "e" }.flatMap { segment in
      let ranks = words.map { segment.ranks[$0] ?? 0 }
      let others = ranks.indices.filter { ranks[$0] == 0 }
      let found =
        others.isEmpty
        ? try documents(segment, ofCommon: ranks)
        : try documents(segment, of: words, ranks, others)
      return found.map { $0 + segment.first }
    }
  }

  /// The documents that have a phrase of common words alone: of each two the pair.
  private func documents(_ segment: Segment, ofCommon ranks: [Int]) throws -> [Int] {
    let pairs = try (1..<ranks.count).map { try pair(segment, ranks[$0 - 1] * 128 + ranks[$0]) }
    return (pairs.first ?? [:]).filter { document, starts in
      starts.contains { start in
        pairs.indices.allSatisfy { pairs[$0][document]?.contains(start + $0) == true }
      }
    }.keys.sorted()
  }

  /// The documents that have a phrase of which some words are not common.
  private func documents(
    _ segment: Segment, of words: [String], _ ranks: [Int], _ others: [Int]
  ) throws -> [Int] {
    var places: [[Int: [Place]]] = []
    for other in others {
      guard let entry = try entries(segment, words[other], false)[words[other]] else { return [] }
      let own = try positions(segment, entry, hasCommon: !segment.common.isEmpty)
      places.append(Dictionary(uniqueKeysWithValues: zip(entry.documents, own)))
    }
    let before = Array(ranks[..<others[0]].reversed())
    let after = others.indices.map { i in
      Array(ranks[(others[i] + 1)..<(i + 1 < others.count ? others[i + 1] : ranks.count)])
    }
    return places[0].filter { document, firsts in
      firsts.contains { first in
        first.before.starts(with: before)
          && others.indices.allSatisfy { i in
            places[i][document]?.contains { place in
              place.position == first.position + i
                && (i + 1 < others.count
                  ? place.after == after[i] : place.after.starts(with: after[i]))
            } == true
          }
      }
    }.keys.sorted()
  }

  /// The lines of a file of results, each with its parts.
  func records(_ segment: String, file: Int) throws -> [[String]] {
    var first = TextReader(try #require(try parts("\(segment)r0").first), TextModel())
    var text = first.text()
    if file > 0 {
      text = ""
      for part in try parts("\(segment)r\(file)") {
        var reader = TextReader(part, first.model)
        text += reader.text()
      }
    }
    return text.split(separator: "\n").map {
      $0.split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
    }
  }

  // MARK: Files

  private struct Entry {
    var file: Int
    var order: Int
    var documents: [Int] = []
  }

  /// Where a word stands, counted in words that are not common, and the common ones beside it.
  private struct Place {
    var position: Int
    var after: [Int]
    var before: [Int]
  }

  /// The words of the file that may have a word, or of all that may have words that begin so.
  private func entries(
    _ segment: Segment, _ word: String, _ isPrefix: Bool
  ) throws -> [String: Entry] {
    // A byte of UTF-8 is a character there.
    let firsts = segment.words.map {
      String(decoding: $0.unicodeScalars.map { UInt8($0.value) }, as: UTF8.self)
    }
    let own = Array(word.utf8)
    func isAfter(_ first: String) -> Bool { own.lexicographicallyPrecedes(Array(first.utf8)) }
    let start = firsts.lastIndex { !isAfter($0) } ?? 0
    var end = start + 1
    while isPrefix, end < firsts.count, firsts[end].hasPrefix(word) { end += 1 }
    return try (start..<end).reduce(into: [:]) { all, number in
      try all.merge(shard(segment, number)) { a, _ in a }
    }
  }

  private func shard(_ segment: Segment, _ number: Int) throws -> [String: Entry] {
    var bits = BitReader(try symbols("\(segment.name)w\(number)"))
    var letters = Chances(256 * 256)
    var numbers = Chances(NumberChances.size * 3)
    var gaps = Chances(NumberChances.size * 18)
    var strengths = Chances(8 * 18)
    var paragraphs = Chances(NumberChances.size * 3)
    var flags = Chances(1)
    var file = bits.number(&numbers, 0)
    var order = bits.number(&numbers, 0)
    var found: [String: Entry] = [:]
    var word: [UInt8] = []
    for _ in 0..<bits.number(&numbers, 0) {
      word.removeLast(word.count - bits.number(&numbers, NumberChances.size))
      while true {
        let byte = bits.fixed(8, &letters, Int(word.last ?? 0) * 256)
        guard byte != 0 else { break }
        word.append(UInt8(byte))
      }
      let isCommon = segment.ranks[String(decoding: word, as: UTF8.self)] != nil
      if !isCommon, bits.bit(&flags, 0) { (file, order) = (file + 1, 0) }
      var entry = Entry(file: file, order: order)
      if !isCommon { order += 1 }
      let count = bits.number(&numbers, NumberChances.size * 2) + 1
      let rarity = SegmentEncoding.rarity(of: count, among: segment.count)
      var document = -1
      for _ in 0..<count {
        document += bits.number(&gaps, NumberChances.size * rarity) + 1
        entry.documents.append(document)
        let strength = bits.fixed(3, &strengths, 8 * rarity)
        if strength < 3, SegmentEncoding.hasParagraphs(count, rarity) {
          _ = bits.number(&paragraphs, NumberChances.size * strength)
        }
      }
      found[String(decoding: word, as: UTF8.self)] = entry
    }
    return found
  }

  private func positions(
    _ segment: Segment, _ entry: Entry, hasCommon: Bool
  ) throws -> [[Place]] {
    var bits = BitReader(try symbols("\(segment.name)p\(entry.file)"))
    var numbers = Chances(NumberChances.size)
    var counts = Chances(NumberChances.size * 18)
    var gaps = Chances(NumberChances.size * 18 * 8)
    var after = Runs()
    var before = Runs()
    var all: [[Place]] = []
    for _ in 0...entry.order {
      all = []
      let count = bits.number(&numbers, 0) + 1
      let rarity = SegmentEncoding.rarity(of: count, among: segment.count)
      for _ in 0..<count {
        let times = bits.number(&counts, NumberChances.size * rarity) + 1
        let density = SegmentEncoding.density(of: times)
        var position = 0
        all.append(
          (0..<times).map { _ in
            position += bits.number(&gaps, NumberChances.size * (rarity * 8 + density))
            guard hasCommon else { return Place(position: position, after: [], before: []) }
            let following = after.next(&bits)
            return Place(position: position, after: following, before: before.next(&bits))
          })
      }
    }
    return all
  }

  private struct Runs: ~Copyable {
    private var more = Chances(128)
    private var ranks = Chances(128 << 7)

    mutating func next(_ bits: inout BitReader) -> [Int] {
      var run: [Int] = []
      while bits.bit(&more, run.last ?? 0) {
        run.append(bits.fixed(7, &ranks, (run.last ?? 0) << 7))
      }
      return run
    }
  }

  /// Where a pair of common words stands in each document.
  private func pair(_ segment: Segment, _ sought: Int) throws -> [Int: [Int]] {
    guard let file = segment.pairs.lastIndex(where: { $0 <= sought }) else { return [:] }
    var bits = BitReader(try symbols("\(segment.name)b\(file)"))
    var numbers = Chances(NumberChances.size * 2)
    var gone = Chances(NumberChances.size * 18)
    var counts = Chances(NumberChances.size * 18)
    var gaps = Chances(NumberChances.size * 18 * 8)
    var number = segment.pairs[file]
    for _ in 0..<bits.number(&numbers, 0) {
      number += bits.number(&numbers, 0)
      var found: [Int: [Int]] = [:]
      let count = bits.number(&numbers, NumberChances.size) + 1
      let rarity = SegmentEncoding.rarity(of: count, among: segment.count)
      var document = -1
      for _ in 0..<count {
        document += bits.number(&gone, NumberChances.size * rarity) + 1
        let times = bits.number(&counts, NumberChances.size * rarity) + 1
        let density = SegmentEncoding.density(of: times)
        var place = 0
        found[document] = (0..<times).map { _ in
          place += bits.number(&gaps, NumberChances.size * (rarity * 8 + density))
          return place
        }
      }
      if number == sought { return found }
    }
    return [:]
  }

  private func symbols(_ name: String) throws -> [UInt8] {
    try #require(try parts(name).first)
  }

  /// The strings of a file as symbols; none of them has a quotation mark or a comma of a list.
  private func parts(_ name: String) throws -> [[UInt8]] {
    let call = try #require(files[name + ".js"], "there is no file \(name)")
    let text = String(decoding: call, as: UTF8.self)
    let strings = text.dropFirst("datelineSearch(\"\(name)\",\"".count).dropLast("\")\n".count)
    return strings.unicodeScalars.split(separator: "\"").enumerated()
      .filter { $0.offset % 2 == 0 }
      .map { $0.element.map { UInt8($0.value & 127) } }
  }
}

/// The reverse of `BitWriter`.
struct BitReader {
  private let symbols: [UInt8]
  private var next = 0
  private var low: UInt32 = 0
  private var high: UInt32 = 0xFFF_FFFF
  private var value: UInt32 = 0

  init(_ symbols: [UInt8]) {
    self.symbols = symbols
    for _ in 0..<4 { shift() }
  }

  mutating func bit(chance: UInt32) -> Bool {
    let range = high - low
    let middle = low + (range >> 12) * chance + ((range & 4095) * chance) >> 12
    let bit = value <= middle
    if bit { high = middle } else { low = middle + 1 }
    while (low ^ high) >> 21 == 0 {
      low = (low << 7) & 0xFFF_FFFF
      high = (high << 7) & 0xFFF_FFFF | 0x7F
      shift()
    }
    return bit
  }

  mutating func bit(_ chances: inout Chances, _ i: Int) -> Bool {
    let bit = bit(chance: chances[i])
    _ = chances.learn(i, Bit(bit))
    return bit
  }

  mutating func fixed(_ bits: Int, _ chances: inout Chances, _ base: Int) -> Int {
    var node = 1
    for _ in 0..<bits { node = node << 1 | (bit(&chances, base + node) ? 1 : 0) }
    return node - (1 << bits)
  }

  mutating func number(_ chances: inout Chances, _ base: Int) -> Int {
    var length = 0
    while length < NumberChances.lengths, bit(&chances, base + length) { length += 1 }
    let nodes = base + NumberChances.lengths + length * 8
    var (value, node) = (1, 1)
    for _ in 0..<length {
      let bit: Bool
      if node < 8 {
        bit = self.bit(&chances, nodes + node)
        node = node << 1 | (bit ? 1 : 0)
      } else {
        bit = self.bit(chance: 2048)
      }
      value = value << 1 | (bit ? 1 : 0)
    }
    return value - 1
  }

  private mutating func shift() {
    value = (value << 7) & 0xFFF_FFFF | UInt32(next < symbols.count ? symbols[next] : 0)
    next += 1
  }
}

/// The reverse of `TextWriter`.
struct TextReader: ~Copyable {
  private var bits: BitReader
  private(set) var model: TextModel

  init(_ symbols: [UInt8], _ model: borrowing TextModel) {
    bits = BitReader(symbols)
    self.model = TextModel(model)
  }

  /// All bytes up to a zero.
  mutating func text() -> String {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      for _ in 0..<8 {
        let bit = bits.bit(chance: model.chance())
        model.learn(bit)
        byte = byte << 1 | (bit ? 1 : 0)
      }
      guard byte != 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }
}

/// Words that are kept from one index to the next.
final class KeptInMemory: KeptWords {
  private let kept: Locked<[UInt64: [UInt8]]>

  /// Those of another one, or none.
  init(_ other: KeptInMemory? = nil) { kept = Locked(other?.all ?? [:]) }

  /// Those under the fingerprints of others, and changed.
  init(_ other: KeptInMemory, _ change: ([UInt8]) -> [UInt8]) {
    kept = Locked(other.all.mapValues(change))
  }

  var all: [UInt64: [UInt8]] { kept.withLock(\.self) }

  func bytes(of print: UInt64) -> [UInt8]? { kept.withLock { $0[print] } }

  func keep(_ bytes: [UInt8], of print: UInt64) { kept.withLock { $0[print] = bytes } }
}
