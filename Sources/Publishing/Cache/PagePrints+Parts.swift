import ArchiveModel
import Cataloguing
import Loading

extension PagePrints {
  /// A number made of others.
  static func combined(_ first: UInt64, _ add: (inout Fingerprint) -> Void) -> UInt64 {
    var print = Fingerprint()
    print.add(first)
    add(&print)
    return print.value
  }

  /// What any page may show.
  static func ground(_ site: Site, _ key: UInt64) -> UInt64 {
    combined(key) { print in
      print.add(site.theme.fingerprint)
      print.add(site.settings.host.rawValue)
      if let logo = site.theme.logo {
        print.add(logo.path)
        print.add(logo.alternative)
        print.add(logo.width)
        print.add(logo.height)
      }
      for section in site.sectionOrder {
        print.add(site.catalog.taxonomies[.sections][section].name)
        print.add(site.catalog.taxonomies[.sections][section].path)
      }
      for taxonomy in Taxonomy.allCases { print.add(site.catalog.taxonomies[taxonomy].isEmpty) }
      print.add(site.catalog.articles.isEmpty)
      print.add(site.hasMap)
      print.add(site.hasCitationFiles)
      for kind in SpareFiles.allCases { print.add(site.budget.drops(kind)) }
      for page in site.pages {
        print.add(page.title)
        print.add(page.slug)
      }
    }
  }

  /// How each article stands in lists; O(articles).
  static func items(_ site: Site) -> [UInt64] {
    site.catalog.articles.indices.map { number in
      combined(0) { print in
        let item = site.often.items[number]
        let article = site.catalog.articles[number]
        for text in [item.title, item.summary, item.date, item.isoDate, item.byline, item.section] {
          print.add(text)
        }
        print.add(site.catalog.paths[number])
        print.add(article.date)
        print.add((article.isHidden ? 2 : 0) | (article.isUnlisted ? 1 : 0))
      }
    }
  }

  /// Each article whole: what its file and the pictures that it names hold; O(articles).
  static func texts(_ site: Site) -> [UInt64] {
    let catalog = site.catalog
    return catalog.articles.indices.map { number in
      combined(site.readings.prints[catalog.handles[number]]) { print in
        print.add(catalog.articles[number].path)
        print.add(catalog.paths[number])
      }
    }
  }

  /// Who the names of each article are; O(names).
  static func names(_ catalog: Catalog, _ entities: [UInt64]) -> [UInt64] {
    catalog.articles.indices.map { number in
      combined(0) { print in
        for entity in catalog.locals(of: number) {
          print.add(entity < 0 ? 0 : entities[Int(entity)])
        }
      }
    }
  }

  /// How those stand in it; O(appearances).
  static func standings(_ catalog: Catalog, _ entities: [UInt64]) -> [UInt64] {
    var standings = [Fingerprint](repeating: Fingerprint(), count: catalog.articles.count)
    for appearance in catalog.appearances {
      standings[Int(appearance.article)].add(entities[Int(appearance.entity)])
      appearance.add(to: &standings[Int(appearance.article)])
    }
    return standings.map(\.value)
  }

  /// What a link to each entity says, and what decides whether there is one; O(entities).
  static func entities(_ site: Site) -> [UInt64] {
    site.catalog.entities.enumerated().map { number, entity in
      let isHidden = entity.hasPage && site.isHidden(number)
      let flags = [entity.hasPage, entity.isListed, entity.isPrivate, isHidden]
      return combined(UInt64(entity.kind.rawValue)) { print in
        print.add(entity.id.description)
        print.add(entity.name)
        print.add(flags.reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
        switch entity.identity {
        // Its record is one of the rules, and so is what the gazetteer says of the program.
        case .authority(let index): print.add(site.authorities[Int(index)].id.description)
        case .gazetteer(let index): print.add(Int(index))
        case .name: print.add(-1)
        case .short: print.add(-2)
        }
      }
    }
  }

  /// Which articles name each entity, where that tells that they are of one matter; O(appearances).
  static func matters(_ catalog: Catalog, _ items: [UInt64]) -> [UInt64] {
    catalog.entities.map { entity in
      guard entity.isListed else { return 0 }
      let appearances = catalog.appearances[entity.appearances]
      return catalog.matter(
        of: appearances.count, appearances.lazy.map { Int($0.article) }, items)
    }
  }
}

extension Catalog {
  /// The articles that share a name or a topic, and how far they are from each other, as a number;
  /// 0 where that says nothing.
  func matter(of count: Int, _ articles: some Sequence<Int>, _ items: [UInt64]) -> UInt64 {
    guard count > 1, count <= mostOfMatter else { return 0 }
    var print = Fingerprint()
    var last: Int?
    for article in articles {
      print.add(items[article])
      if let last { print.add(article - last) }
      last = article
    }
    return print.value
  }
}

extension Catalog.Appearance {
  /// Adds what it says, but for the numbers of entity and article.
  func add(to print: inout Fingerprint) {
    print.add(Int(mentionCount) << 32 | Int(firstMention) & 0xFFFF_FFFF)
    print.add(Int(sensitiveCount) << 2 | (isInTitle ? 2 : 0) | (isInferred ? 1 : 0))
  }
}
