import ArchiveModel

/// Keys that we do not read: kept, so that they come out again in the article's data.
extension ArticleReader {
  // MARK: Keys of other generators that hold keys

  /// Hugo keeps what it does not know under `params`, Zola under `extra` and `taxonomies`: what is
  /// known of that is read as if it stood at the top, unless it stands there too.
  func lifted(_ entries: [FrontMatterEntry]) -> [FrontMatterEntry] {
    guard entries.contains(where: ArticleReader.isContainer) else { return entries }
    var taken = Set(entries.compactMap { ArticleKey.named($0.key)?.key })
    var top: [FrontMatterEntry] = []
    var lifted: [FrontMatterEntry] = []
    for entry in entries {
      guard ArticleReader.isContainer(entry), case .map(let inner) = entry.value.content else {
        top.append(entry)
        continue
      }
      var rest: [FrontMatterEntry] = []
      for innerEntry in inner {
        let key = ArticleKey.named(innerEntry.key)?.key
        if let key, key == .notes || taken.insert(key).inserted {
          lifted.append(innerEntry)
        } else {
          rest.append(innerEntry)
        }
      }
      guard !rest.isEmpty || inner.isEmpty else { continue }
      var container = entry
      container.value.content = .map(rest)
      top.append(container)
    }
    return top + lifted
  }

  private static func isContainer(_ entry: FrontMatterEntry) -> Bool {
    guard case .map = entry.value.content else { return false }
    return containers.contains(ArticleKey.foldedName(entry.key))
  }

  private static let containers: Set<String> = ["params", "extra", "taxonomies"]

  // MARK: Unknown keys

  /// Keeps an unknown key, and asks whether a known one was meant.
  mutating func keepExtra(_ entry: FrontMatterEntry) {
    let folded = ArticleKey.foldedName(entry.key)
    // A file with hundreds of keys is no slip of the pen, and each search costs microseconds.
    if article.extra.count < ArticleReader.maximumSearches,
      !ArticleReader.otherKeys.contains(folded),
      let meant = Spelling.nearest(to: folded, in: ArticleKey.suggestions)
    {
      values.diagnostics.append(
        Diagnostic(
          .keyUnknown, "no key is called “\(entry.key)”", at: values.place(entry.keyOffsets),
          note: "it is kept, but shown nowhere", suggestion: "did you mean \(meant)?"))
    }
    keep(entry.value, of: entry.key)
  }

  /// A second name of a key that is read already.
  mutating func keepLoser(
    _ entry: FrontMatterEntry, key: ArticleKey, winner: FrontMatterEntry
  ) {
    // Notes are internal; a name that stands twice is told as a duplicate.
    guard key != .notes, entry.key != winner.key, !entry.value.isNull else { return }
    let text = entry.value.asText
    guard !text.isEmpty else { return }
    if !ArticleReader.mayDiffer.contains(key), text != winner.value.asText {
      values.warn(
        "“\(entry.key)” says something else than “\(winner.key)”, which is the same key",
        at: entry.keyOffsets, note: "“\(winner.key)” is taken")
    }
    keep(entry.value, of: entry.key)
  }

  /// Keeps a value for the article's data.
  mutating func keep(_ value: FrontMatterValue, of key: String) {
    article.extra.append(Article.ExtraField(key: key, value: extraValue(value)))
  }

  /// A value with the type that it is written as, without control characters.
  private mutating func extraValue(_ value: FrontMatterValue) -> Article.ExtraValue {
    switch value.content {
    case .null: .null
    case .text(let text, isQuoted: true): .text(values.clean(text, at: value.offsets))
    case .text(let text, isQuoted: false): typed(text, at: value.offsets)
    case .list(let items): .list(items.map { extraValue($0) })
    case .map(let entries): .map(extraFields(entries))
    }
  }

  /// Of a person all but the address for letters, which is nobody's data.
  private mutating func extraFields(_ entries: [FrontMatterEntry]) -> [Article.ExtraField] {
    let isPerson = entries.contains { $0.key == "name" }
    var fields: [Article.ExtraField] = []
    for entry in entries {
      if isPerson, ArticleReader.isEmail(entry) {
        warnOfEmail(entry, in: "this")
      } else {
        let key = values.clean(entry.key, at: entry.keyOffsets)
        fields.append(Article.ExtraField(key: key, value: extraValue(entry.value)))
      }
    }
    return fields
  }

  /// A plain scalar as YAML 1.2's core schema has it, but numbers in JSON's form alone.
  private mutating func typed(_ text: String, at offsets: Range<Int>) -> Article.ExtraValue {
    switch text {
    case "null", "Null", "NULL", "~", "": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: JSONNumber.isOne(text) ? .number(text) : .text(values.clean(text, at: offsets))
    }
  }

  private static let maximumSearches = 50

  /// Keys of which many archives have two that differ: a description for machines and an excerpt
  /// for people, a thumbnail and a cover.
  private static let mayDiffer: Set<ArticleKey> = [.summary, .image, .imageAlt, .imageCaption]

  /// Keys with a meaning elsewhere that are near one of ours.
  private static let otherKeys: Set<String> = [
    "name", "names", "layout", "pages", "list", "author_id", "weight", "params", "extra",
    "markup", "outputs", "role", "roles", "term", "place_id", "time", "data", "dates", "linktitle",
    "tag", "sort", "toc", "resources", "order", "cascade", "version", "versions",
  ]
}
