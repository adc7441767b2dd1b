import ArchiveModel
import Recognition

/// The one place where articles meet: entities, who stands with whom, chronology, taxonomies.
///
/// Compact (numbers and ids, no text of any body) and immutable once built. Articles are numbered
/// in chronological order, undated ones first; within a date by path. Entities are numbered in
/// the order of the A to Z.
public struct Catalog: Sendable {
  /// An entity as the archive has it.
  public struct Entity: Sendable {
    /// The permanent id, the last part of its address.
    public var id: Slug
    /// Its kind.
    public var kind: EntityKind
    /// The name as displayed.
    public var name: String
    /// What decided that its mentions are of one entity.
    public var identity: Identity
    /// Whether it has a page of its own.
    public var hasPage: Bool
    /// Whether it stands in lists and indexes; false where its record says `page: never`, or a
    /// rule of privacy.
    public var isListed: Bool
    /// Whether a rule of privacy keeps it from having a page: an address that it had says nothing.
    public var isPrivate = false
    /// How many articles name it.
    public var articleCount: Int { appearances.count }
    /// Where its appearances stand in `Catalog.appearances`.
    public var appearances: Range<Int>
    /// How often the archive names it, headlines included.
    public var mentionCount: Int
    /// How many of these stand in sensitive sentences: of crime, accidents, victims or minors.
    public var sensitiveCount = 0
  }

  /// One entity in one article.
  public struct Appearance: Sendable {
    /// The number of the entity.
    public var entity: Int32
    /// The number of the article.
    public var article: Int32
    /// How often the body names it.
    public var mentionCount: Int32
    /// The index of its first mention in the body, −1 where only the headline names it.
    public var firstMention: Int32
    /// Whether the headline names it.
    public var isInTitle: Bool
    /// Whether the article has a short name alone, which the archive's one bearer explains.
    public var isInferred: Bool
    /// How many of its mentions there stand in sensitive sentences.
    public var sensitiveCount: Int32 = 0
  }

  /// The listed articles, in chronological order.
  public internal(set) var articles: [Article]
  /// Where each article's reading is, by the number of the article: the caller's own handles.
  public internal(set) var handles: [Int]
  /// The address of each article, as `2017/03/26/slug/`.
  public let paths: [String]
  /// Withdrawn articles: a tombstone each, in no list.
  public let withdrawn: [Withdrawn]
  /// The entities, in the order of the A to Z.
  public let entities: [Entity]
  /// Sorted by entity, then chronologically.
  public let appearances: [Appearance]
  /// Sections, tags, authors, series and sources.
  public let taxonomies: Taxonomies
  /// The years, months and days that have articles.
  public let chronology: Chronology

  let gazetteer: Gazetteer
  /// For each article the entity of each of its local entities, one after the other; −1 for a short
  /// name that stands for nobody.
  var entityOfLocal: [Int32]
  /// Where each article's stretch of `entityOfLocal` begins, and the end of the last.
  var localStart: [Int32]

  /// An article that stands no more: what is left is its address and the reason.
  public struct Withdrawn: Sendable {
    /// The article's front matter.
    public var article: Article
    /// Its address.
    public var path: String
  }

  /// The number of the entity that is the `local`-th of an article's own, in the order of its
  /// `Resolution`; nil for a short name that nothing explains.
  public func entity(local: Int, of article: Int) -> Int? {
    let entity = entityOfLocal[Int(localStart[article]) + local]
    return entity < 0 ? nil : Int(entity)
  }

  /// The entity that each of an article's own is; −1 for a short name that nothing explains.
  package func locals(of article: Int) -> ArraySlice<Int32> {
    let range = Int(localStart[article])..<Int(localStart[article + 1])
    return entityOfLocal[range]
  }

  /// The entities of an article in the order of their first mention; one may occur twice, since two
  /// of the article's own may have turned out to be one.
  public func entities(of article: Int) -> [Int] {
    entityOfLocal[Int(localStart[article])..<Int(localStart[article + 1])].filter { $0 >= 0 }
      .map { Int($0) }
  }

  /// Where a place is, as the gazetteer knows it.
  public func coordinates(of entity: Entity) -> Coordinates? {
    guard case .gazetteer(let index) = entity.identity else { return nil }
    return gazetteer[Int(index)].coordinates
  }

  /// The two letters of each country in the gazetteer, by its id there; O(gazetteer).
  public var countryCodes: [Slug: String] {
    var codes: [Slug: String] = [:]
    for index in 0..<gazetteer.count where gazetteer.class(of: index) == .country {
      codes[gazetteer[index].id] = gazetteer.country(of: index)
    }
    return codes
  }

  /// The entities that stand in articles with this one, most frequent first; at most `limit`.
  ///
  /// O(the entities of its articles): over all entities that is linear in the archive.
  public func companions(of entity: Int, limit: Int) -> [(entity: Int, articleCount: Int)] {
    struct Companion: BitwiseCopyable {
      var articles: Int32 = 0
      /// The last article that was counted: one may have an entity twice.
      var last: Int32 = -1
    }
    let (own, number) = (appearances[entities[entity].appearances], Int32(entity))
    let most = own.reduce(0) { $0 + locals(of: Int($1.article)).count }
    var table = NumberTable(holding: Swift.min(most, entities.count), empty: Companion())
    for appearance in own {
      for other in locals(of: Int(appearance.article)) where other >= 0 && other != number {
        table.update(other) { companion in
          guard companion.last != appearance.article else { return }
          companion.last = appearance.article
          companion.articles += 1
        }
      }
    }
    var ranked: [(entity: Int, articleCount: Int)] = []
    for entry in table.filled
    where entry.value.articles > 1 && entities[Int(entry.number)].isListed {
      ranked.append((Int(entry.number), Int(entry.value.articles)))
    }
    ranked.sort { ($1.articleCount, $0.entity) < ($0.articleCount, $1.entity) }
    return Array(ranked.prefix(limit))
  }
}

extension Catalog.Appearance {
  init(_ local: LocalEntity, entity: Int32, article: Int32, isInferred: Bool) {
    self.init(
      entity: entity, article: article, mentionCount: local.mentionCount,
      firstMention: local.firstMention, isInTitle: local.isInTitle, isInferred: isInferred,
      sensitiveCount: local.sensitiveCount)
  }
}
