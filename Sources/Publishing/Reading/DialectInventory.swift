import ArchiveModel
import Markup

/// A kind of construct in one article.
public struct DialectUse: Sendable, Hashable {
  /// The kind.
  public var construct: DialectConstruct
  /// How often it occurs in the article.
  public var count: Int
  /// Where it first does.
  public var first: SourceRange
}

/// The constructs of dialects in all articles, counted by kind.
public struct DialectInventory: Sendable {
  /// A kind and its places.
  public struct Entry: Sendable, Hashable {
    /// The kind.
    public var construct: DialectConstruct
    /// In how many articles it occurs.
    public var articles: Int
    /// How often it occurs in all of them.
    public var count: Int
    /// The first place of the first article that was added.
    public var first: SourceRange
  }

  private var indices: [DialectConstruct: Int] = [:]
  private var kinds: [Entry] = []

  /// Nothing counted.
  public init() {}

  /// By dialect and name.
  public var entries: [Entry] { kinds.sorted { $0.construct < $1.construct } }

  /// Most frequent first, then by dialect and name.
  public var ranked: [Entry] {
    kinds.sorted { ($1.count, $0.construct) < ($0.count, $1.construct) }
  }

  /// Adds the constructs of an article, O(uses).
  ///
  /// Articles are added in the order of their paths.
  public mutating func add(_ uses: [DialectUse]) {
    for use in uses {
      if let index = indices[use.construct] {
        kinds[index].articles += 1
        kinds[index].count += use.count
      } else {
        indices[use.construct] = kinds.count
        kinds.append(
          Entry(construct: use.construct, articles: 1, count: use.count, first: use.first))
      }
    }
  }

  /// One warning on each kind that is not translated, at its first place.
  public var diagnostics: [Diagnostic] {
    entries.filter { !$0.construct.isKnown }.map { entry in
      let (dialect, name) = (entry.construct.dialect.name, entry.construct.name)
      let places =
        entry.count == 1
        ? ""
        : ", \(Labels.count(entry.count, "time", "times")) in "
          + Labels.count(entry.articles, "article", "articles")
      return switch entry.construct.fate {
      case .unwrapped:
        Diagnostic(
          .dialectUnknown, "\(name) (\(dialect)) is not followed\(places)", at: entry.first,
          note: "the text inside is kept once; of several branches the first",
          suggestion: "write out the text that it stood for, and delete the tags")
      case .dropped, .translated:
        Diagnostic(
          .dialectUnknown, "\(name) (\(dialect)) means nothing here, and is left out\(places)",
          at: entry.first, note: "the text around it is kept",
          suggestion: "write what stood in its place as Markdown, or delete it")
      }
    }
  }
}
