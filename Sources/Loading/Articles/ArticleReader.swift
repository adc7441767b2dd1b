import ArchiveModel

/// Turns the keys and values of front matter into an `Article`.
struct ArticleReader {
  /// What was read so far; its title is empty where none is written.
  var article: Article
  /// Where the keys' values stand.
  private(set) var places: [(key: ArticleKey, range: SourceRange)] = []
  /// The types of values, and the diagnostics.
  var values: ValueReader
  /// Whether a date is written, be it wrong.
  var hasDate = false
  /// Whether `draft` or `published` says so.
  var isDraft = false

  /// Reads for the article at a path.
  init(path: String, shownPath: String) {
    article = Article(path: path, title: "")
    values = ValueReader(path: shownPath)
  }

  /// Reads all entries, in order.
  mutating func read(_ entries: [FrontMatterEntry]) {
    let known = entries.map { ArticleKey.named($0.key) }
    // Of several names of one key the canonical one wins, then the first of the table.
    var winners: [ArticleKey: (rank: Int, index: Int)] = [:]
    for (index, name) in known.enumerated() {
      guard let name, name.rank < winners[name.key]?.rank ?? .max else { continue }
      winners[name.key] = (name.rank, index)
    }
    for (index, entry) in entries.enumerated() {
      guard let key = known[index]?.key, let winner = winners[key] else {
        keepExtra(entry)
        continue
      }
      if winner.index == index {
        read(entry, as: key)
      } else {
        keepLoser(entry, key: key, winner: entries[winner.index])
      }
    }
    if isDraft, article.status == .published { article.status = .draft }
    if article.authors.isEmpty, let byline = article.byline {
      article.authors = Byline.names(in: byline)
    }
    if let updated = article.updated.day, let date = article.date.day, updated < date {
      values.warn(
        "this article was updated before its date, \(article.date)",
        at: place(of: .updated))
    }
  }

  private mutating func read(_ entry: FrontMatterEntry, as key: ArticleKey) {
    let value = entry.value
    let name = entry.key
    places.append((key, values.place(value.isNull ? entry.keyOffsets : value.offsets)))
    switch key {
    case .title:
      article.title = values.text(value, of: name).map(CharacterReference.decoded) ?? ""
    case .subtitle:
      article.subtitle = values.text(value, of: name).map(CharacterReference.decoded)
    case .summary:
      article.summary = values.text(value, of: name).map(CharacterReference.decoded)
    case .date:
      article.date = values.decisiveDate(value, of: name)
      hasDate = !value.isNull
    case .updated: article.updated = values.date(value, of: name)
    case .authors: article.authors = names(value, of: name)
    case .byline: article.byline = values.text(value, of: name)
    case .dateline: article.dateline = values.text(value, of: name)
    case .section: readSection(value, of: name)
    case .tags: article.tags = tags(value, of: name)
    case .series: article.series = series(value, of: name)
    case .source: article.source = values.text(value, of: name)
    case .via: article.via = values.texts(value, of: name)
    case .originalURL: article.originalURL = values.webURL(value, of: name)
    case .retrieved: article.retrieved = values.date(value, of: name)
    case .rights: article.rights = values.text(value, of: name)
    case .license: article.license = values.text(value, of: name)
    case .id: readIdentifier(value, of: name)
    case .slug: readSlug(value, of: name)
    case .url: readURL(value, of: name)
    case .aliases: readAliases(value, of: name)
    case .status: readStatus(value)
    case .draft: readDraft(value, of: name)
    case .published: readPublished(value, of: name)
    case .embargo: article.embargo = values.decisiveDate(value, of: name)
    case .expires: article.expires = values.date(value, of: name)
    case .noindex: readUnlisted(value, of: name)
    case .language: readLanguage(value, of: name)
    case .corrections: article.corrections = corrections(value, of: name)
    case .sources: article.sources = sources(value, of: name)
    case .entities: readEntities(value, of: name)
    case .people: add(value, of: name, kind: .person)
    case .organizations: add(value, of: name, kind: .organization)
    case .places: add(value, of: name, kind: .place)
    case .notes: break  // Internal: never kept, so that it can never be published.
    }
  }

  private func place(of key: ArticleKey) -> Range<Int> {
    places.first { $0.key == key }?.range.offsets ?? 0..<0
  }

  // MARK: Keys that we do not read

  private mutating func keepExtra(_ entry: FrontMatterEntry) {
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
    let value = values.clean(entry.value.asText, at: entry.value.offsets)
    article.extra.append(Article.ExtraField(key: entry.key, value: value))
  }

  /// A second name of a key that is read already.
  private mutating func keepLoser(
    _ entry: FrontMatterEntry, key: ArticleKey, winner: FrontMatterEntry
  ) {
    guard entry.key != winner.key else { return }  // Told as a duplicate.
    let text = entry.value.asText
    // Many archives have a description for machines and an excerpt for people.
    if key != .summary, key != .notes, !text.isEmpty, text != winner.value.asText {
      values.warn(
        "“\(entry.key)” says something else than “\(winner.key)”, which is the same key",
        at: entry.keyOffsets, note: "“\(winner.key)” is taken")
    }
    guard key != .notes, !text.isEmpty else { return }
    let value = values.clean(text, at: entry.value.offsets)
    article.extra.append(Article.ExtraField(key: entry.key, value: value))
  }

  private static let maximumSearches = 50

  /// Keys with a meaning elsewhere that are near one of ours.
  private static let otherKeys: Set<String> = [
    "name", "names", "image", "images", "type", "layout", "print", "page", "pages", "sitemap",
    "list",
    "author_id", "weight", "params", "extra", "canonical",
    "archived", "about", "related", "follows", "cover", "hero", "markup", "outputs",
    "role", "roles", "term", "place_id", "time", "data", "dates", "linktitle", "tag", "sort", "toc",
  ]
}
