import ArchiveModel
import Loading

/// Finds articles with the same or nearly the same text.
struct AlikenessSearch: Sendable {
  /// The share of common runs of words from which texts are called nearly identical.
  static let nearlySame = 0.8
  /// The shares from which they are versions of one story, where an agency says that one of them
  /// is a version: it may be the shorter one with more below it.
  static let version = (resemblance: 0.4, containment: 0.8)

  /// Two articles, and how much of their texts is the same, in hundredths.
  private struct Likeness: Sendable {
    var pair: SketchIndex.Pair
    var hundredths: Int
  }

  private let texts: TextReader
  private let articles: [CheckedArticle]

  /// - Parameter articles: in the order in which groups tell them, by date and path.
  init(_ articles: [CheckedArticle], by texts: TextReader) {
    self.articles = articles
    self.texts = texts
  }

  /// The groups, each article in one at most, in the order of their first articles.
  ///
  /// Linear in the articles; what may be alike is read once more and compared word for word.
  func groups(jobs: Int) async -> [AlikeArticles] {
    let (identical, representatives) = identicalTexts()
    let index = SketchIndex(representatives.map { articles[Int($0)].sketch })
    let pairs = await index.pairs(jobs: jobs).map { pair in
      SketchIndex.Pair(
        first: representatives[Int(pair.first)], second: representatives[Int(pair.second)])
    }
    let runs = await runs(of: pairs, jobs: jobs)
    return grouped(identical + pairs.compactMap { likeness(of: $0, runs) })
  }

  // MARK: The same words

  /// Pairs of the same words, and the first article of each text.
  private func identicalTexts() -> (pairs: [Likeness], representatives: [Int32]) {
    var first: [UInt64: Int32] = [:]
    var pairs: [Likeness] = []
    var representatives: [Int32] = []
    for (number, article) in articles.enumerated() where !article.sketch.values.isEmpty {
      if let other = first[article.sketch.textHash] {
        pairs.append(
          Likeness(
            pair: SketchIndex.Pair(first: other, second: Int32(number)), hundredths: 100))
      } else {
        first[article.sketch.textHash] = Int32(number)
        representatives.append(Int32(number))
      }
    }
    return (pairs, representatives)
  }

  // MARK: Nearly the same words

  /// The runs of words of all texts that may be alike, each read once.
  private func runs(of pairs: [SketchIndex.Pair], jobs: Int) async -> [Int32: [UInt64]] {
    let numbers = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
    let runs = await numbers.concurrentChunks(jobs: jobs) { numbers in
      numbers.map { number in
        let body = texts.body(of: texts.source(articles[Int(number)].article.path))
        let text = body.document.readingText.bytes
        return TextResemblance.runs(of: text.span)
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(numbers, runs))
  }

  /// How alike two texts are; nil where they are not.
  private func likeness(of pair: SketchIndex.Pair, _ runs: [Int32: [UInt64]]) -> Likeness? {
    guard let first = runs[pair.first], let second = runs[pair.second] else { return nil }
    let common = TextResemblance(first, second)
    guard isAlike(common, pair) else { return nil }
    return Likeness(pair: pair, hundredths: min(99, Int(common.resemblance * 100)))
  }

  private func isAlike(_ common: TextResemblance, _ pair: SketchIndex.Pair) -> Bool {
    if common.resemblance >= AlikenessSearch.nearlySame { return true }
    guard isVersion(pair.first) || isVersion(pair.second) else { return false }
    return common.resemblance >= AlikenessSearch.version.resemblance
      || common.containment >= AlikenessSearch.version.containment
  }

  private func isVersion(_ number: Int32) -> Bool {
    articles[Int(number)].article.version != nil
  }

  // MARK: Groups

  private func grouped(_ likenesses: [Likeness]) -> [AlikeArticles] {
    var sets = DisjointSets(count: articles.count)
    for likeness in likenesses { sets.unite(likeness.pair.first, likeness.pair.second) }
    var best: [Int32: Int] = [:]
    for likeness in likenesses {
      best[likeness.pair.second] = max(best[likeness.pair.second] ?? 0, likeness.hundredths)
    }
    return sets.groups.map { numbers in
      AlikeArticles(
        kind: kind(of: numbers),
        members: numbers.map { number in
          AlikeArticles.Member(path: articles[Int(number)].article.path, likeness: best[number])
        })
    }
  }

  private func kind(of numbers: [Int32]) -> AlikeArticles.Kind {
    let hash = articles[Int(numbers[0])].sketch.textHash
    guard numbers.allSatisfy({ articles[Int($0)].sketch.textHash == hash }) else {
      return numbers.contains(where: isVersion) ? .versions : .nearlySameText
    }
    let bytes = numbers.lazy.map { texts.archive.bytes(ofText: articles[Int($0)].article.path) }
    guard let first = bytes.first.flatMap({ $0 }) else { return .sameText }
    return bytes.dropFirst().allSatisfy { $0 == first } ? .sameFile : .sameText
  }
}

/// Numbers that belong together, put together pair by pair (union-find with path halving).
private struct DisjointSets {
  private var parents: [Int32]

  init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

  mutating func unite(_ a: Int32, _ b: Int32) {
    let (first, second) = (root(of: a), root(of: b))
    // The lowest number stands for its set.
    parents[Int(max(first, second))] = min(first, second)
  }

  /// The sets of two and more, each sorted, in the order of their lowest numbers.
  var groups: [[Int32]] {
    mutating get {
      var members: [Int32: [Int32]] = [:]
      for number in parents.indices {
        members[root(of: Int32(number)), default: []].append(Int32(number))
      }
      return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
  }

  private mutating func root(of number: Int32) -> Int32 {
    var number = number
    while parents[Int(number)] != number {
      parents[Int(number)] = parents[Int(parents[Int(number)])]
      number = parents[Int(number)]
    }
    return number
  }
}
