import ArchiveModel
import Cataloguing
import Loading
import Templates

/// JSON-LD of the pages that are neither of an article nor of an entity, and what all have.
extension Site {
  /// What the site is.
  var linkedDataOfSite: HTML {
    guard let home = absolute(.front) else { return HTML() }
    return Site.script { json in
      json.member("@type", "WebSite")
      json.member("@id", home + "#site")
      json.member("url", home)
      json.member("name", settings.title)
      json.known("description", settings.subtitle)
      json.member("inLanguage", settings.language)
      json.known("license", settings.license)
      publisher(&json)
    }
  }

  /// What a section, tag, author, series or source has.
  func linkedData(ofTerm taxonomy: Taxonomy, _ number: Int) -> HTML {
    guard let url = absolute(.term(taxonomy, number, page: 1)) else { return HTML() }
    let term = catalog.taxonomies[taxonomy][number]
    let name = taxonomy == .sections ? Site.sectionName(term.name) : term.name
    var above: [(name: String, address: Address)] = [
      (language.plural(taxonomy), .terms(taxonomy))
    ]
    if taxonomy == .sections { above += sections(Taxonomy.withParents(term.name).dropLast()) }
    return Site.script { json in
      json.member("@type", "CollectionPage")
      json.member("@id", url)
      json.member("url", url)
      json.member("name", name)
      json.member("inLanguage", settings.language)
      breadcrumb(above, to: name, &json)
      site(as: "isPartOf", &json)
    }
  }

  /// The data of the archive that the about page lists.
  var linkedDataOfDataset: HTML {
    let list = Site.dataYears(catalog)
    guard let url = absolute(.about), !list.isEmpty
    else { return HTML() }
    return Site.script { json in
      json.member("@type", "Dataset")
      json.member("@id", url + "#data")
      json.member("url", url)
      json.member("name", settings.title)
      json.member("description", language.say(.dataOfArchive, ["title": settings.title]))
      json.member("inLanguage", settings.language)
      json.known("license", settings.license)
      json.organization("creator", settings.publisher ?? settings.title)
      if let first = list.first(where: { $0 > 0 }), let last = list.last, last > 0 {
        json.member("temporalCoverage", first == last ? String(first) : "\(first)/\(last)")
      }
      site(as: "isPartOf", &json)
      json.list("distribution", list) { year, json in
        json.object { json in
          json.member("@type", "DataDownload")
          json.member("name", year == 0 ? language[.undated] : String(year))
          json.known("contentUrl", absolute(.articleData(year)))
          json.member("encodingFormat", "application/jsonl")
        }
      }
    }
  }

  // MARK: Parts

  /// The sections of an article, the widest first.
  func sectionPath(of article: Article) -> [(name: String, address: Address)] {
    sections(article.section.map(Taxonomy.withParents) ?? [])
  }

  private func sections(
    _ names: some Sequence<String>
  ) -> [(name: String, address: Address)] {
    names.compactMap { name in
      catalog.taxonomies.index(of: name, in: .sections).map {
        (Site.sectionName(name), .term(.sections, $0, page: 1))
      }
    }
  }

  /// The way to a page from the front page.
  func breadcrumb(
    _ above: [(name: String, address: Address)], to name: String, _ json: inout JSONText
  ) {
    guard !above.isEmpty else { return }
    json.key("breadcrumb")
    json.object { json in
      json.member("@type", "BreadcrumbList")
      json.key("itemListElement")
      json.array { json in
        let steps: [(name: String, address: Address?)] =
          above.map { ($0.name, $0.address) } + [(name, nil)]
        for (position, step) in steps.enumerated() {
          json.object { json in
            json.member("@type", "ListItem")
            json.member("position", position + 1)
            json.member("name", step.name)
            json.known("item", step.address.flatMap { absolute($0) })
          }
        }
      }
    }
  }

  /// Who publishes the archive.
  func publisher(_ json: inout JSONText) {
    guard let name = settings.publisher else { return }
    json.key("publisher")
    json.object { json in
      json.member("@type", "NewsMediaOrganization")
      json.member("name", name)
    }
  }
}
