import ArchiveModel
import Cataloguing
import Loading
import Templates

/// What pages say of themselves to programs: JSON-LD in the words of schema.org (FIELD §3.1).
///
/// Only with a base URL, since an `@id` is absolute, and only on pages that search engines may list.
/// An entity has the same `@id` on its own page and in articles, so that the graphs join. Of names
/// in articles there is what is sure: no short name that the archive alone explains.
extension Site {
  /// How many entities an article mentions there, and how many articles an entity.
  private static let mentionLimit = 50
  private static let articleLimit = 20

  /// What an article is, says and names; `image` is an absolute address or empty.
  func linkedData(ofArticle number: Int, image: String, wordCount: Int) -> HTML {
    let article = catalog.articles[number]
    guard !article.isHidden, let url = absolute(.article(number)) else { return HTML() }
    let (subjects, others) = entitiesInData(of: number)
    return Site.script { json in
      json.member("@type", article.kind.schemaType)
      json.member("@id", Site.id(ofArticle: url))
      json.key("mainEntityOfPage")
      json.object { json in
        json.member("@type", "WebPage")
        json.member("@id", url)
        breadcrumb(sectionPath(of: article), to: article.title, &json)
      }
      json.member("url", url)
      json.member("headline", article.title)
      json.known("alternativeHeadline", article.subtitle)
      json.known("description", article.summary)
      json.known("articleSection", article.section.map(Site.sectionName))
      json.member("wordCount", wordCount)
      json.member("inLanguage", article.language ?? settings.language)
      json.known("dateline", article.inferred.contains(.dateline) ? nil : article.dateline)
      if !article.inferred.contains(.dateline), let place = article.datelinePlaces.first {
        json.key("locationCreated")
        json.object { json in
          json.member("@type", "Place")
          json.member("name", place)
        }
      }
      json.exact("datePublished", often.items[number].isoDate)
      json.exact("dateModified", Language.machineDate(article.updated))
      json.known("image", image.isEmpty ? nil : image)
      json.list("author", article.authors) { author, json in
        json.object { json in
          json.member("@type", "Person")
          json.member("name", author)
          let term = catalog.taxonomies.index(of: author, in: .authors)
          json.known("url", term.flatMap { absolute(.term(.authors, $0, page: 1)) })
        }
      }
      publisher(&json)
      json.organization("sourceOrganization", article.source)
      json.organization("copyrightHolder", article.rightsHolder)
      json.known("license", article.license ?? settings.license)
      json.key("isAccessibleForFree")
      json.value(true)
      json.known("isBasedOn", article.originalURL)
      json.known("archivedAt", article.archived)
      json.known("keywords", article.tags)
      json.known("citation", article.sources)
      json.list("correction", article.corrections) { correction, json in
        json.object { json in
          json.member("@type", "CorrectionComment")
          json.exact("datePublished", Language.machineDate(correction.date))
          json.member("text", correction.text)
        }
      }
      if let print = article.print {
        json.known("printEdition", print.edition)
        json.known("printSection", print.section)
        json.known("printPage", print.page)
        json.known("printColumn", print.column)
      }
      site(as: "isPartOf", &json)
      json.list("about", subjects) { entity, json in reference(to: entity, &json) }
      json.list("mentions", others) { entity, json in reference(to: entity, &json) }
      // Software found the names: whoever keeps the archive answers for that.
      json.organization("sdPublisher", settings.publisher ?? settings.title)
    }
  }

  /// What the page of an entity is about.
  func linkedData(ofEntity number: Int) -> HTML {
    guard isInData(number), let url = absolute(.entity(number, page: 1)) else { return HTML() }
    let entity = catalog.entities[number]
    let record = record(of: number)
    return Site.script { json in
      json.member("@type", "CollectionPage")
      json.member("@id", url)
      json.member("url", url)
      json.member("name", entity.name)
      json.member("inLanguage", settings.language)
      breadcrumb(
        [(language.plural(entity.kind), .kind(entity.kind))], to: entity.name, &json)
      site(as: "isPartOf", &json)
      json.key("mainEntity")
      json.object { json in
        name(number, &json)
        json.member("url", url)
        json.known("alternateName", record?.names ?? [])
        json.known("disambiguatingDescription", record?.summary)
        if entity.kind == .place, let point = coordinates(of: entity, record) {
          json.key("geo")
          json.object { json in
            json.member("@type", "GeoCoordinates")
            json.key("latitude")
            json.value(number: point.latitude.description)
            json.key("longitude")
            json.value(number: point.longitude.description)
          }
        }
        json.list("subjectOf", articlesInData(of: number)) { article, json in
          guard let url = absolute(.article(article)) else { return }
          json.object { json in
            json.member("@type", "NewsArticle")
            json.member("@id", Site.id(ofArticle: url))
            json.member("headline", catalog.articles[article].title)
            json.exact("datePublished", often.items[article].isoDate)
          }
        }
      }
    }
  }

  // MARK: Parts

  /// The public entities that an article surely names: those that its headline or its author says it
  /// is about, and the others, the most frequent first.
  private func entitiesInData(of number: Int) -> (subjects: [Int], others: [Int]) {
    let stated = Set(catalog.articles[number].about)
    var subjects: [Int] = []
    var others: [(entity: Int, count: Int32)] = []
    var last = -1
    for entity in catalog.entities(of: number).sorted()
    where entity != last && !entityData[entity].isEmpty {
      last = entity
      guard let appearance = catalog.appearance(of: entity, in: number), !appearance.isInferred
      else { continue }
      if appearance.isInTitle || !stated.isEmpty && isStated(entity, in: stated) {
        subjects.append(entity)
      } else {
        others.append((entity, appearance.mentionCount))
      }
    }
    others.sort { ($1.count, $0.entity) < ($0.count, $1.entity) }
    return (subjects, others.prefix(Site.mentionLimit).map(\.entity))
  }

  /// Whether an entity is one of those that an author named by id, or by kind and id.
  private func isStated(_ entity: Int, in stated: Set<String>) -> Bool {
    let (id, folder) = (catalog.entities[entity].id, catalog.entities[entity].kind.folder)
    return stated.contains(id.description) || stated.contains("\(folder)/\(id)")
  }

  /// The newest articles that surely name an entity and may be listed.
  private func articlesInData(of number: Int) -> [Int] {
    let sure = catalog.appearances[catalog.entities[number].appearances].lazy.reversed().filter {
      !$0.isInferred && !self.catalog.articles[Int($0.article)].isHidden
    }
    return sure.prefix(Site.articleLimit).map { Int($0.article) }
  }

  /// Whether an entity has a page that search engines may list.
  func isInData(_ number: Int) -> Bool {
    let entity = catalog.entities[number]
    return entity.hasPage && entity.isListed && !entity.isPrivate && !isHidden(number)
  }

  private func reference(to number: Int, _ json: inout JSONText) {
    json.value(trusted: entityData[number])
  }

  /// Which entity each is that has a page for search engines to list, as articles refer to it.
  ///
  /// Empty where it has none; O(entities).
  var dataOfEntities: [[UInt8]] {
    catalog.entities.indices.map { number in
      guard isInData(number) else { return [] }
      var json = JSONText(escapesTags: true)
      json.object { json in name(number, &json) }
      return json.bytes
    }
  }

  /// Which entity it is: the same wherever it is named.
  private func name(_ number: Int, _ json: inout JSONText) {
    let entity = catalog.entities[number]
    json.member("@type", entity.kind.schemaType)
    json.known("@id", absolute(.entity(number, page: 1)).map { $0 + "#it" })
    json.member("name", entity.name)
    json.known("sameAs", record(of: number)?.sameAs ?? [])
  }

  func site(as key: String, _ json: inout JSONText) {
    guard let home = absolute(.front) else { return }
    json.key(key)
    json.object { json in
      json.member("@type", "WebSite")
      json.member("@id", home + "#site")
      json.member("url", home)
      json.member("name", settings.title)
    }
  }

  private static func id(ofArticle url: String) -> String { url + "#article" }

  /// An object of schema.org, as it stands in a `<script>`, where `<` alone is dangerous.
  static func script(_ members: (inout JSONText) -> Void) -> HTML {
    var json = JSONText(escapesTags: true)
    json.object { json in
      json.member("@context", "https://schema.org")
      members(&json)
    }
    return HTML(trusted: json.bytes)
  }
}

extension Article {
  /// Whether search engines are asked not to list its page.
  var isHidden: Bool { self.status == .draft || self.isUnlisted }
}

extension Article.Kind? {
  /// The type of schema.org for it.
  fileprivate var schemaType: String {
    switch self {
    case .analysis: "AnalysisNewsArticle"
    case .opinion: "OpinionNewsArticle"
    case .review: "ReviewNewsArticle"
    case .news, .obituary, .correction, .pressRelease, .wire, nil: "NewsArticle"
    }
  }
}

extension Catalog {
  /// How an entity stands in an article; O(log of its articles).
  func appearance(of entity: Int, in article: Int) -> Appearance? {
    var rest = entities[entity].appearances
    while rest.count > 1 {
      let middle = rest.lowerBound + rest.count / 2
      rest =
        appearances[middle].article <= Int32(article)
        ? middle..<rest.upperBound : rest.lowerBound..<middle
    }
    guard let found = rest.first, appearances[found].article == Int32(article) else { return nil }
    return appearances[found]
  }
}

extension EntityKind {
  /// The type that schema.org has for it.
  fileprivate var schemaType: String {
    switch self {
    case .person: "Person"
    case .organization: "Organization"
    case .place: "Place"
    case .event: "Event"
    case .work: "CreativeWork"
    }
  }
}

extension JSONText {
  /// Appends a key and a date, if there is a machine's form for what is known of it.
  fileprivate mutating func exact(_ name: String, _ machineDate: String) {
    known(name, machineDate.isEmpty ? nil : machineDate)
  }

  /// Appends a key and an organisation, if it is known.
  mutating func organization(_ key: String, _ name: String?) {
    guard let name else { return }
    self.key(key)
    object { json in
      json.member("@type", "Organization")
      json.member("name", name)
    }
  }
}
