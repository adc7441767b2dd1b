import ArchiveModel
import Cataloguing
import Loading

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
    /// Whether readers see it in no list.
    public let isHidden: Bool
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
    /// A person without a record, in sentences that may do harm, with the words that tell.
    case sensitive(Subject, words: [String])
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
    let persons = DeskReview.sensitivePersons(of: desk)
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
    var items: [Item] = []
    func subject(_ number: Int, _ sentences: [Sentence]? = nil) -> Subject {
      let entity = desk.catalog.entities[number]
      return Subject(
        number: number, address: desk.address(of: number), name: entity.name, kind: entity.kind,
        articles: entity.articleCount, isHidden: !entity.isListed,
        evidence: desk.evidence(of: number),
        sentences: sentences ?? samples[number] ?? [])
    }
    items += suggestions.prefix(limit).map { .suggestion(subject($0.kept), subject($0.other), $0) }
    items += conflicts.prefix(limit).map { .conflict($0.map { subject($0) }) }
    items += newNames.prefix(limit).map { .newName(subject($0)) }
    for person in persons.prefix(limit) {
      let (sentences, words) = try desk.sensitiveSentences(
        of: person, limit: DeskReview.maximumSentences)
      items.append(.sensitive(subject(person, sentences), words: words))
    }
    self.items = items
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

  /// People without a record who are named in sensitive sentences, the most often first.
  private static func sensitivePersons(of desk: Desk) -> [Int] {
    let entities = desk.catalog.entities
    let redacted = HiddenNames(desk.archive.privacy)
    return entities.indices.filter { number in
      entities[number].kind == .person && entities[number].sensitiveCount > 0
        && desk.record(of: number) == nil && !redacted.occur(in: entities[number].name)
    }.sorted { (-entities[$0].sensitiveCount, $0) < (-entities[$1].sensitiveCount, $1) }
  }

  /// Those that have a page by their name alone, the most frequent first.
  private static func newNames(of desk: Desk) -> [Int] {
    let entities = desk.catalog.entities
    return entities.indices.filter { number in
      entities[number].hasPage && desk.evidence(of: number) == .name
    }.sorted { (-entities[$0].articleCount, $0) < (-entities[$1].articleCount, $1) }
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

  /// Sentences of a person that may do harm, and the words that tell.
  func sensitiveSentences(
    of number: Int, limit: Int
  ) throws(EnvironmentFault) -> (sentences: [DeskReview.Sentence], words: [String]) {
    var sentences: [DeskReview.Sentence] = []
    var words: [String] = []
    var seen: Set<String> = []
    for mention in try mentions(of: number) where sentences.count < limit {
      let found = SensitiveWords.shared.words(in: mention.sentence)
      guard !found.isEmpty, seen.insert(mention.sentence).inserted else { continue }
      sentences.append(sentence(mention))
      for word in found where !words.contains(word) { words.append(word) }
    }
    return (sentences, words)
  }
}
