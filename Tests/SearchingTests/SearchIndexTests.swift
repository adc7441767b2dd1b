import ArchiveModel
import Testing

@testable import Searching

@Suite struct `The search index` {
  /// Small files, so that few texts make many of them.
  static let small = {
    var sizes = SearchSizes()
    (sizes.wordsBytes, sizes.positionsBytes) = (200, 300)
    (sizes.records, sizes.newest, sizes.closed, sizes.common) = (4, 8, 40, 6)
    sizes.slack = 20
    return sizes
  }()

  @Test(arguments: [UInt64(1), 2, 3])
  func `It finds what a look at every text finds`(_ seed: UInt64) async throws {
    let texts = RandomTexts(count: 150, seed: seed)
    let index = try await WrittenIndex.of(
      texts.documents, years: [(0, 3), (1998, 60), (1999, 50), (2000, 37)], sizes: Self.small)

    for word in texts.vocabulary {
      let expected = texts.indices { $0.contains { $0.contains(word) } }
      #expect(try index.articles(with: word) == expected, "\(word)")
    }
    for start in ["a", "ab", "ba", "c", "abc", "zz"] {
      let expected = texts.indices { $0.contains { $0.contains { $0.hasPrefix(start) } } }
      #expect(try index.articles(with: start, isPrefix: true) == expected, "\(start)…")
    }
    for phrase in texts.phrases(40) {
      let expected = texts.indices { $0.contains { $0.has(phrase) } }
      #expect(try index.articles(withPhrase: phrase) == expected, "\(phrase)")
    }
  }

  @Test func `Its bytes are the same whatever the number of cores`() async throws {
    let documents = RandomTexts(count: 120, seed: 4).documents
    let one = try await WrittenIndex.of(documents, sizes: Self.small, jobs: 1)

    for jobs in [2, 3, 8] {
      let other = try await WrittenIndex.of(documents, sizes: Self.small, jobs: jobs)
      #expect(other.files == one.files)
    }
  }

  @Test(arguments: [1, 3, 40])
  func `Its words are the same in whatever chunks the articles are read`(_ records: Int)
    async throws
  {
    let documents = RandomTexts(count: 120, seed: 10).documents
    let one = try await WrittenIndex.of(documents, sizes: Self.small)
    var sizes = Self.small
    sizes.records = records

    let other = try await WrittenIndex.of(documents, sizes: sizes)

    // How many results stand in a file is how many are read at once.
    let words = one.files.filter { !$0.key.dropFirst().hasPrefix("r") && $0.key != "index.js" }
    #expect(words.count > 15)
    for (name, bytes) in words { #expect(other.files[name] == bytes, "\(name)") }
  }

  @Test(arguments: [7, 8, 9, 16, 17, 70])
  func `Phrases are found through however many common words`(_ count: Int) async throws {
    let run = Array(repeating: ["of", "the"], count: 70).joined().prefix(count)
    let phrase = ["ferry"] + run + ["quay"]
    let filler = Array(repeating: "of the the of of", count: 30).joined(separator: " ")
    // The longest run stands at the end of a text, where the places of another begin.
    let texts = [phrase.joined(separator: " "), filler, "quay " + run.joined(separator: " ")]
    var sizes = Self.small
    sizes.newest = 1

    let index = try await WrittenIndex.of(
      (texts + texts).map { document("", [], $0) }, sizes: sizes)

    #expect(try index.articles(withPhrase: phrase) == [0, 3])
    #expect(try index.articles(withPhrase: ["quay"] + run) == [2, 5])
    #expect(try index.articles(withPhrase: ["ferry"] + run + ["of", "quay"]).isEmpty)
  }

  @Test func `One more article changes the files of the newest segment alone`() async throws {
    let documents = RandomTexts(count: 124, seed: 5).documents
    let before = try await WrittenIndex.of(Array(documents.dropLast()), sizes: Self.small)

    let after = try await WrittenIndex.of(documents, sizes: Self.small)

    let changed = after.files.keys.filter { before.files[$0] != after.files[$0] }
    #expect(changed.allSatisfy { $0.hasPrefix("n") || $0 == "index.js" }, "\(changed.sorted())")
    #expect(after.files.count > 5 * changed.count)
  }

  @Test func `One more article of a later year leaves the files of closed years as they are`()
    async throws
  {
    let documents = RandomTexts(count: 120, seed: 6).documents
    let years = [(year: 1998, count: 50), (year: 1999, count: 50), (year: 2000, count: 19)]
    let before = try await WrittenIndex.of(
      Array(documents.dropLast()), years: years, sizes: Self.small)

    let after = try await WrittenIndex.of(
      documents, years: [(1998, 50), (1999, 50), (2000, 20)], sizes: Self.small)

    for (name, bytes) in before.files where name.hasPrefix("0") || name.hasPrefix("1") {
      #expect(after.files[name] == bytes, "\(name)")
    }
    #expect(before.files.keys.contains { $0.hasPrefix("1w") })
  }

  @Test func `In a large archive what is new stands apart, and all is found`() async throws {
    let texts = RandomTexts(count: 150, seed: 8)
    var sizes = Self.small
    (sizes.dense, sizes.recent, sizes.closed) = (60, 32, 1000)

    let index = try await WrittenIndex.of(texts.documents, sizes: sizes)

    let segments = Set(index.files.keys.compactMap(\.first))
    #expect(segments == ["0", "1", "n", "i"])
    for word in texts.vocabulary {
      let expected = texts.indices { $0.contains { $0.contains(word) } }
      #expect(try index.articles(with: word) == expected, "\(word)")
    }
    for phrase in texts.phrases(40) {
      let expected = texts.indices { $0.contains { $0.has(phrase) } }
      #expect(try index.articles(withPhrase: phrase) == expected, "\(phrase)")
    }
  }

  @Test(arguments: [0, 1, 9, 60, 150])
  func `It has no more files than are foretold`(_ count: Int) async throws {
    let documents = RandomTexts(count: count, seed: 9).documents
    var sizes = Self.small
    // Files of a byte would be without number.
    (sizes.wordsBytes, sizes.positionsBytes, sizes.slack) = (16, 16, 1)
    for (dense, closed) in [(1000, 1000), (40, 1000), (40, 50)] {
      (sizes.dense, sizes.closed, sizes.recent) = (dense, closed, 16)
      let years = [(year: 1998, count: count / 2), (year: 1999, count: count - count / 2)]

      let index = try await WrittenIndex.of(
        documents, years: years.filter { $0.count > 0 }, entities: documents, sizes: sizes)

      let most = SearchIndex.mostFiles(articles: count, entities: count, sizes: sizes)
      #expect(index.files.count <= most)
    }
  }

  @Test func `A phrase does not run from one paragraph or field into another`() async throws {
    let index = try await WrittenIndex.of([
      document("Old quay", ["A new pier."], "The ferry\n\nsailed at noon.")
    ])

    #expect(try index.articles(withPhrase: ["old", "quay"]) == [0])
    #expect(try index.articles(withPhrase: ["quay", "a"]).isEmpty)
    #expect(try index.articles(withPhrase: ["pier", "the"]).isEmpty)
    #expect(try index.articles(withPhrase: ["ferry", "sailed"]).isEmpty)
    #expect(try index.articles(withPhrase: ["sailed", "at", "noon"]) == [0])
  }

  @Test(arguments: [
    ("Škvorecký’s café", ["skvorecky", "s", "cafe"]),
    ("Straße, Øre, Łódź", ["strasse", "ore", "lodz"]),
    ("Мосул Ελλάδα", ["mosul", "ellada"]), ("الموصل", ["الموصل"]), ("e\u{301}te\u{301}", ["ete"]),
    ("北京 2008", ["北", "京", "2008"]),
  ])
  func `Case and accents do not tell words apart`(_ text: String, _ words: [String]) async throws {
    let index = try await WrittenIndex.of([document("", [], text)])

    for word in words { #expect(try index.articles(with: word) == [0], "\(word)") }
  }

  @Test func `Results say where they lead, and leave out what can be told from their titles`()
    async throws
  {
    var first = document("Ferry’s last trip", [], "")
    first.record.path = "2017/03/26/ferrys-last-trip/"
    first.record.label = "26 March 2017"
    var second = document("A “quote” \u{1} \n and <b>", [], "")
    second.record.path = "2017/03/26/other/"
    second.record.label = "26 March 2017"

    let records = try await WrittenIndex.of([first, second]).records("n", file: 0)

    #expect(
      records == [
        ["Ferry’s last trip", "", "2017/03/26/", "26 March 2017", ""],
        ["A “quote”     and <b>", "other/", "", "", ""],
      ])
  }

  @Test func `Each file of results can be read with the first one`() async throws {
    let documents = RandomTexts(count: 30, seed: 7).documents.enumerated().map { number, document in
      var document = document
      document.record.title = "Title \(number)"
      document.record.path = "2017/\(number / 3)/\(number)/"
      return document
    }

    let index = try await WrittenIndex.of(documents, sizes: Self.small)

    let titles = try (0..<6).flatMap { try index.records("0", file: $0) }.map { $0[0] }
    #expect(titles == (0..<24).map { "Title \($0)" })
  }

  @Test func `An archive without an article has an index that finds nothing`() async throws {
    let index = try await WrittenIndex.of([])

    #expect(index.files.keys.sorted() == ["index.js"])
    #expect(try index.articles(with: "quay").isEmpty)
  }

  private func document(_ title: String, _ heads: [String], _ body: String) -> SearchDocument {
    SearchDocument(
      title: title, heads: heads, body: Array(body.utf8),
      record: SearchRecord(title: title, lead: "", label: "", path: "x/"))
  }
}

/// Texts of words that are drawn at random, frequent and rare ones.
struct RandomTexts {
  /// For each document its fields, of each the words.
  private(set) var fields: [[[String]]] = []
  let vocabulary: [String]

  init(count: Int, seed: UInt64) {
    var random = SplitMix64(state: seed)
    let letters = Array("abcé")
    vocabulary = Array(
      Set(
        (0..<80).map { _ in
          String(
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
              letters[Int.random(in: 0..<4, using: &random)]
            }
          )
          .replacing("é", with: "e")
        })
    ).sorted()
    for _ in 0..<count {
      let paragraphs = Int.random(in: 1...4, using: &random)
      fields.append(
        (0..<paragraphs).map { _ in
          (0..<Int.random(in: 1...30, using: &random)).map { _ in
            // Low numbers are frequent.
            let limit = Int.random(in: 1...vocabulary.count, using: &random)
            return vocabulary[Int.random(in: 0..<limit, using: &random)]
          }
        })
    }
  }

  var documents: [SearchDocument] {
    fields.map { fields in
      let body = fields.dropFirst().map { $0.joined(separator: " ") }.joined(separator: ".\n\n")
      return SearchDocument(
        title: fields[0].joined(separator: ", "), body: Array(body.utf8),
        record: SearchRecord(title: "T", lead: "", label: "", path: "t/"))
    }
  }

  func indices(_ isMatch: ([[String]]) -> Bool) -> [Int] {
    fields.indices.filter { isMatch(fields[$0]) }
  }

  /// Runs of words, most of which occur.
  func phrases(_ count: Int) -> [[String]] {
    (0..<count).compactMap { number in
      let field = fields[number * 7 % fields.count][0]
      let length = 2 + number % 3
      guard field.count >= length else { return [vocabulary[number % 9], vocabulary[number % 7]] }
      return Array(field.prefix(length))
    }
  }
}

extension [String] {
  fileprivate func has(_ phrase: [String]) -> Bool {
    count >= phrase.count
      && (0...count - phrase.count).contains { Array(self[$0..<$0 + phrase.count]) == phrase }
  }
}
