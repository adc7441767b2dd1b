import ArchiveModel
import Cataloguing
import Loading

/// What the authors of articles state, as files for programs: `data/articles/2017.jsonl`.
///
/// A first line with the version of the schema, then a line an article, in chronological order, the
/// keys those of front matter by their canonical names. What no reader may see is in none of them:
/// no draft, no embargoed article, no internal note; of what was withdrawn only its address.
extension Site {
  /// The years that have a file; 0 for the undated articles.
  static func dataYears(_ catalog: Catalog) -> [Int] {
    let listed = catalog.chronology.years.compactMap(\.date.year)
    let withdrawn = catalog.withdrawn.map { $0.article.date.year ?? 0 }
    let undated = catalog.chronology.undated.isEmpty ? [] : [0]
    return Set(listed + withdrawn + undated).sorted()
  }

  /// The file of a year; O(its articles, and the withdrawn ones of all years).
  func articleData(_ year: Int) -> [UInt8] {
    var bytes = Array("{\"schema\":1,\"type\":\"articles\"}\n".utf8)
    func line(_ members: (inout JSONText) -> Void) {
      var json = JSONText(escapesTags: true)
      json.object(members)
      bytes += json.bytes
      bytes.append(UInt8(ascii: "\n"))
    }
    let period: CalendarPeriod = year == 0 ? .undated : .year(year)
    for number in catalog.chronology.articles(of: period)
    where catalog.articles[number].status != .draft {
      line { stated(of: number, into: &$0) }
    }
    for withdrawn in catalog.withdrawn where (withdrawn.article.date.year ?? 0) == year {
      line { json in
        json.member("address", "/" + withdrawn.path)
        json.member("status", Article.Status.withdrawn.rawValue)
      }
    }
    return bytes
  }

  private func stated(of number: Int, into json: inout JSONText) {
    let article = catalog.articles[number]
    json.member("address", "/" + catalog.paths[number])
    json.known("url", absolute(.article(number)))
    json.known("id", article.id)
    json.member("file", article.path)
    json.member("title", article.title)
    json.known("subtitle", article.subtitle)
    json.known("summary", article.summary)
    json.known("date", article.date)
    if article.date.day == nil || !article.date.isExact {
      // For whoever counts days: the first and the last that it may be.
      json.known("date_earliest", article.date.earliest?.description)
      json.known("date_latest", article.date.latest?.description)
    }
    json.known("updated", article.updated)
    json.known("inferred", article.inferred.names)
    json.known("authors", article.authors)
    json.list("author_details", article.authorDetails) { author, json in
      json.object { json in
        json.member("name", author.name)
        json.known("id", author.id)
        json.known("role", author.role)
      }
    }
    json.known("byline", article.byline)
    json.known("dateline", article.dateline)
    json.known("dateline_places", article.datelinePlaces)
    json.known("type", article.kind?.rawValue)
    json.known("section", article.section)
    json.known("categories", article.categories)
    json.known("tags", article.tags)
    if let series = article.series {
      json.key("series")
      json.object { json in
        json.member("name", series.name)
        if let part = series.part { json.member("part", part) }
      }
    }
    json.known("source", article.source)
    json.known("via", article.via)
    json.known("original_url", article.originalURL)
    json.known("canonical", article.canonical)
    json.known("archived", article.archived)
    json.known("retrieved", article.retrieved)
    json.known("version", article.version?.description)
    json.known("credits", article.credits)
    json.known("wire_notes", article.wireNotes)
    json.known("rights", article.rights)
    json.known("rights_holder", article.rightsHolder)
    json.known("license", article.license)
    if let image = article.image { json.image(image) }
    if let print = article.print { json.print(print) }
    json.member("lang", article.language ?? settings.language)
    json.member("status", article.status.rawValue)
    json.known("names_removed", article.redactions.map(\.description))
    json.known("expires", article.expires)
    if article.isUnlisted {
      json.key("noindex")
      json.value(true)
    }
    json.known("aliases", article.aliases)
    json.list("corrections", article.corrections) { correction, json in
      json.object { json in
        json.known("date", correction.date)
        json.member("kind", correction.kind)
        json.member("text", correction.text)
      }
    }
    json.known("sources", article.sources)
    json.known("about", article.about)
    json.known("related", article.related)
    json.known("follows", article.follows)
    json.known("translation_of", article.translationOf)
    json.overrides(article.entities)
    json.extra(article.extra)
  }
}

extension JSONText {
  /// Appends a key and a text, where there is one.
  mutating func known(_ name: String, _ text: String?) {
    if let text { member(name, text) }
  }

  /// Appends a key and a date as exactly as it is known, where it is.
  fileprivate mutating func known(_ name: String, _ date: ArchiveDate) {
    if date != .undated { member(name, date.description) }
  }

  /// Appends a key and texts, where there are any.
  mutating func known(_ name: String, _ texts: [String]) {
    list(name, texts) { text, json in json.value(text) }
  }

  /// Appends a key and a list, where it has anything.
  mutating func list<Element>(
    _ name: String, _ elements: [Element], _ element: (Element, inout JSONText) -> Void
  ) {
    guard !elements.isEmpty else { return }
    key(name)
    array { json in
      for each in elements { element(each, &json) }
    }
  }

  /// The editor's word on names, as front matter has it.
  fileprivate mutating func overrides(_ entities: Article.EntityOverrides) {
    guard entities != Article.EntityOverrides() else { return }
    key("entities")
    object { json in
      json.list("add", entities.add) { addition, json in
        json.object { json in
          json.member("name", addition.name)
          json.member("kind", addition.kind.name)
        }
      }
      json.known("ignore", entities.ignore)
      json.list("is", entities.identities) { identity, json in
        json.object { json in
          json.member("name", identity.name)
          json.member("id", identity.id)
        }
      }
    }
  }

  /// The picture that stands for an article, as its author describes it.
  fileprivate mutating func image(_ image: Article.Image) {
    key("image")
    object { json in
      json.member("src", image.source)
      json.known("alt", image.alt)
      json.known("caption", image.caption)
      json.known("credit", image.credit)
      json.known("license", image.license)
      if let width = image.width { json.member("width", width) }
      if let height = image.height { json.member("height", height) }
    }
  }

  fileprivate mutating func print(_ print: Article.PrintEdition) {
    key("print")
    object { json in
      json.known("date", print.date)
      json.known("edition", print.edition)
      json.known("section", print.section)
      json.known("page", print.page)
      json.known("column", print.column)
    }
  }

  /// What we do not know, as its author wrote it; of two with one name the first.
  fileprivate mutating func extra(_ fields: [Article.ExtraField]) {
    guard !fields.isEmpty else { return }
    key("extra")
    members(fields)
  }

  private mutating func members(_ fields: [Article.ExtraField]) {
    object { json in
      var names: Set<String> = []
      for field in fields where names.insert(field.key).inserted {
        json.key(field.key)
        json.value(field.value)
      }
    }
  }

  /// Appends a value of the type that it was written as.
  private mutating func value(_ value: Article.ExtraValue) {
    switch value {
    case .null: self.value(String?.none)
    case .bool(let flag): self.value(flag)
    case .number(let digits): self.value(number: digits)
    case .text(let text): self.value(text)
    case .list(let items): array { json in for item in items { json.value(item) } }
    case .map(let fields): members(fields)
    }
  }
}
