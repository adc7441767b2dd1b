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

  /// What is said of the picture outside of `image`.
  var imageDetails: [(key: ArticleKey, entry: FrontMatterEntry)] = []

  /// Reads all entries, in order.
  mutating func read(_ entries: [FrontMatterEntry]) {
    let entries = lifted(entries)
    let known = entries.map { ArticleKey.named($0.key) }
    // Of several names of one key the canonical one wins, then the first of the table.
    // By the numbers of the keys: a dictionary would hash each key's name again.
    var winners = [(rank: Int, index: Int)](
      repeating: (.max, -1), count: ArticleKey.allCases.count)
    for (index, name) in known.enumerated() {
      guard let name, name.rank < winners[name.number].rank else { continue }
      winners[name.number] = (name.rank, index)
    }
    for (index, entry) in entries.enumerated() {
      guard let name = known[index] else {
        keepExtra(entry)
        continue
      }
      let winner = winners[name.number].index
      if winner == index {
        read(entry, as: name.key)
      } else {
        keepLoser(entry, key: name.key, winner: entries[winner])
      }
    }
    readImageDetails()
    if isDraft, article.status == .published { article.status = .draft }
    if article.authors.isEmpty, let byline = article.byline {
      article.authors = Byline.names(in: byline)
    }
    if article.updated.isSurelyBefore(article.date) {
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
      readTitle(value, of: name)
    case .subtitle:
      article.subtitle = values.text(value, of: name).map(CharacterReference.decoded)
    case .summary:
      article.summary = values.text(value, of: name).map(CharacterReference.decoded)
    case .date:
      readDate(entry)
    case .updated: article.updated = values.date(value, of: name)
    case .authors: readAuthors(value, of: name)
    case .byline: article.byline = values.text(value, of: name)
    case .dateline: article.dateline = values.text(value, of: name)
    case .section: readSection(value, of: name)
    case .tags: article.tags = tags(value, of: name)
    case .series: article.series = series(value, of: name)
    case .source: article.source = values.text(value, of: name)
    case .via: article.via = values.texts(value, of: name)
    case .originalURL: article.originalURL = values.webURL(value, of: name)
    case .canonical: article.canonical = values.webURL(value, of: name)
    case .archived: article.archived = value.items.compactMap { values.webURL($0, of: name) }
    case .retrieved: article.retrieved = values.date(value, of: name)
    case .rights: article.rights = values.text(value, of: name)
    case .rightsHolder: article.rightsHolder = values.text(value, of: name)
    case .license: article.license = values.text(value, of: name)
    case .image: readImage(value, of: name)
    case .imageAlt, .imageCaption, .imageCredit: imageDetails.append((key, entry))
    case .print: readPrint(value, of: name)
    case .edition, .page: readPrintDetail(value, of: name, as: key)
    case .type: readKind(value, of: name)
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
    case .robots: readRobots(value, of: name)
    case .sitemap, .isInSearchIndex: readListed(value, of: name)
    case .isPrivate: readPrivate(value, of: name)
    case .language: readLanguage(value, of: name)
    case .corrections: article.corrections = corrections(value, of: name)
    case .sources: article.sources = sources(value, of: name)
    case .entities: readEntities(value, of: name)
    case .people: add(value, of: name, kind: .person)
    case .organizations: add(value, of: name, kind: .organization)
    case .places: add(value, of: name, kind: .place)
    case .about: article.about = values.texts(value, of: name)
    case .related: article.related = values.texts(value, of: name)
    case .follows: article.follows = values.texts(value, of: name)
    case .translationOf: article.translationOf = values.text(value, of: name)
    case .notes: break  // Internal: never kept, so that it can never be published.
    }
  }

  private func place(of key: ArticleKey) -> Range<Int> {
    places.first { $0.key == key }?.range.offsets ?? 0..<0
  }
}
