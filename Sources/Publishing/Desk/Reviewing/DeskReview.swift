import ArchiveModel
import Cataloguing

/// What an editor of names has to decide: nothing of it is done by itself.
public struct DeskReview: Sendable {
  /// An entity that is to be decided on.
  public struct Subject: Sendable {
    let number: Int
    /// `people/lise-grande`.
    public let address: String
    /// The name as displayed.
    public let name: String
    /// What it is.
    public let kind: EntityKind
    /// How many articles name it.
    public let articles: Int
    /// What decides that its mentions are of one entity.
    public let evidence: EntityRows.Evidence
    /// Sentences with it.
    let sentences: [Sentence]
  }

  /// A sentence that names a subject.
  struct Sentence: Sendable {
    /// The article's file, as it is shown.
    let path: String
    let date: ArchiveDate
    let text: String
    /// Where the name stands in it, in UTF-8.
    let range: Range<Int>
  }

  /// What is to be decided.
  public enum Item: Sendable {
    /// Two that may be one: the first would stay.
    case suggestion(Subject, Subject, MergeSuggestion)
    /// One name of several kinds.
    case conflict([Subject])
    /// A frequent name without a record.
    case newName(Subject)
    /// A person without a record, in sentences that may do harm.
    case sensitive(Subject, [(topic: SensitiveTopic, word: String)])
  }

  /// The title of the archive.
  let title: String
  /// Pairs, then conflicts, then frequent names, then persons; of each the most urgent first.
  public let items: [Item]
  /// How many there are of each, should not all be among the items.
  let totals: (suggestions: Int, conflicts: Int, newNames: Int, sensitive: Int)

  /// How many sentences are shown of each subject.
  private static let maximumSentences = 3

  /// Looks through an archive; O(mentions + names).
  ///
  /// - Parameter limit: how many of each sort at most.
  public init(_ desk: Desk, limit: Int) throws(EnvironmentFault) {
    title = desk.archive.settings.title
    let suggestions = SuggestionSearch.suggestions(of: desk)
    let conflicts = DeskReview.conflicts(of: desk)
    let newNames = DeskReview.newNames(of: desk)
    let sentences = try SensitiveSentences(of: desk)
    let persons = sentences.persons
    totals = (suggestions.count, conflicts.count, newNames.count, persons.count)

    var wanted: Set<Int> = []
    for suggestion in suggestions.prefix(limit) {
      wanted.formUnion([suggestion.kept, suggestion.other])
    }
    for group in conflicts.prefix(limit) { wanted.formUnion(group) }
    wanted.formUnion(newNames.prefix(limit))
    var samples: [Int: [Sentence]] = [:]
    for number in wanted.sorted() {
      samples[number] = try desk.sentences(of: number, limit: DeskReview.maximumSentences)
    }
    func subject(_ number: Int, _ sentences: [Sentence]? = nil) -> Subject {
      let entity = desk.catalog.entities[number]
      return Subject(
        number: number, address: desk.address(of: number), name: entity.name, kind: entity.kind,
        articles: entity.articleCount, evidence: desk.evidence(of: number),
        sentences: sentences ?? samples[number] ?? [])
    }
    items =
      suggestions.prefix(limit).map { .suggestion(subject($0.kept), subject($0.other), $0) }
      + conflicts.prefix(limit).map { .conflict($0.map { subject($0) }) }
      + newNames.prefix(limit).map { .newName(subject($0)) }
      + persons.prefix(limit).map {
        .sensitive(subject($0, sentences.sentences[$0]), sentences.topics[$0] ?? [])
      }
  }

  /// Groups of one name, the most frequent first.
  private static func conflicts(of desk: Desk) -> [[Int]] {
    let entities = desk.catalog.entities
    var groups: Set<[Int]> = []
    for (number, others) in desk.nameConflicts() {
      groups.insert(
        ([number] + others).sorted {
          (-entities[$0].articleCount, $0) < (-entities[$1].articleCount, $1)
        })
    }
    return groups.sorted { a, b in
      let count = { (group: [Int]) in -group.reduce(0) { $0 + entities[$1].articleCount } }
      return (count(a), a[0]) < (count(b), b[0])
    }
  }

  /// Those that have a page by their name alone, the most frequent first.
  private static func newNames(of desk: Desk) -> [Int] {
    let entities = desk.catalog.entities
    return entities.indices.filter { number in
      entities[number].hasPage && desk.evidence(of: number) == .name
    }.sorted { (-entities[$0].articleCount, $0) < (-entities[$1].articleCount, $1) }
  }
}

/// The sentences that may do harm to people without a record.
private struct SensitiveSentences {
  /// The people, those in most such sentences first.
  private(set) var persons: [Int] = []
  private(set) var topics: [Int: [(topic: SensitiveTopic, word: String)]] = [:]
  private(set) var sentences: [Int: [DeskReview.Sentence]] = [:]

  /// Reads each article once: O(mentions and their sentences).
  init(of desk: Desk) throws(EnvironmentFault) {
    let catalog = desk.catalog
    var isPrivate = [Bool](repeating: false, count: catalog.entities.count)
    for (number, entity) in catalog.entities.enumerated() {
      isPrivate[number] =
        entity.kind == .person && entity.isListed && desk.record(of: number) == nil
    }
    var counts: [Int: Int] = [:]
    for article in catalog.articles.indices
    where catalog.entities(of: article).contains(where: { isPrivate[$0] }) {
      let prose = try desk.site.readings.prose(catalog.handles[article])
      var seen: Set<[Int]> = []
      for (index, mark) in prose.marks.enumerated() {
        let found: Int? = catalog.entity(local: Int(mark.entity), of: article)
        guard let person = found, isPrivate[person] else { continue }
        let mention = DeskMention(article: article, mark: index, in: prose)
        // Two mentions in one sentence count once.
        guard seen.insert([person, Int(mark.start) - mention.range.lowerBound]).inserted else {
          continue
        }
        let told = SensitiveTopic.topics(in: mention.sentence)
        guard !told.isEmpty else { continue }
        counts[person, default: 0] += 1
        for topic in told where topics[person]?.contains(where: { $0.topic == topic.topic }) != true
        {
          topics[person, default: []].append(topic)
        }
        if sentences[person, default: []].count < 3 {
          sentences[person, default: []].append(desk.sentence(mention))
        }
      }
    }
    persons = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
  }
}

extension Desk {
  func sentence(_ mention: DeskMention) -> DeskReview.Sentence {
    let article = catalog.articles[mention.article]
    return DeskReview.Sentence(
      path: archive.shownPath(of: article.path), date: article.date, text: mention.sentence,
      range: mention.range)
  }

  /// Sentences of an entity, an article each, the oldest first.
  func sentences(
    of number: Int, limit: Int
  ) throws(EnvironmentFault) -> [DeskReview.Sentence] {
    var sentences: [DeskReview.Sentence] = []
    for appearance in catalog.appearances[catalog.entities[number].appearances]
    where appearance.firstMention >= 0 && sentences.count < limit {
      let article = Int(appearance.article)
      let prose = try site.readings.prose(catalog.handles[article])
      let mention = DeskMention(
        article: article, mark: Int(appearance.firstMention), in: prose)
      sentences.append(sentence(mention))
    }
    return sentences
  }
}
