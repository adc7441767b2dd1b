import ArchiveModel
import Cataloguing
import Loading
import Recognition

/// What the recogniser saw in an article, and whom the archive takes each name for: shown beside
/// the article's page to whoever edits it, never on a site.
struct LiveMargin {
  /// A form of a name, with all of its mentions that have the same outcome.
  struct Name {
    let surface: String
    let kind: MentionKind
    let certainty: Certainty
    /// The number of the entity in the catalogue; nil where it stands for nobody.
    let entity: Int?
    let rule: ResolutionRule
    /// The sentence of the first; nil in the headline.
    let sentence: String?
    /// How often.
    var count = 1
    /// The numbers of their anchors on the page.
    var marks: [Int] = []
  }

  let names: [Name]

  /// Reads an article once more, as `dateline explain` does; O(its text).
  init(of number: Int, in site: Site, _ texts: TextReader, _ reader: NameReader)
    throws(EnvironmentFault)
  {
    let catalog = site.catalog
    let source = texts.source(catalog.articles[number].path)
    let text = texts.body(of: source).document.readingText.bytes
    var scratch = ReadingScratch()
    let found = reader.names(of: source.article, in: text, scratch: &scratch)
    // By identity and not by number: the file may have changed since the site was made.
    var entities: [Identity: Int] = [:]
    for (local, entity) in try site.readings.entities(catalog.handles[number]).enumerated() {
      entities[entity.identity] = catalog.entity(local: local, of: number)
    }
    var names: [Name] = []
    var mark = 0
    func add(
      _ mention: Mention, _ local: Int32, _ rule: ResolutionRule, in words: [UInt8],
      _ sentences: [Range<Int32>]?
    ) {
      let surface = LiveMargin.line(words[mention.range])
      let entity = local < 0 ? nil : entities[found.resolution.entities[Int(local)].identity]
      if local >= 0, sentences != nil { mark += 1 }
      let marks = local >= 0 && sentences != nil ? [mark] : []
      if let same = names.firstIndex(where: {
        $0.surface == surface && $0.entity == entity && ($0.sentence == nil) == (sentences == nil)
      }) {
        names[same].count += 1
        names[same].marks += marks
        return
      }
      let sentence = sentences.map { sentences in
        sentences.first { $0.contains(mention.start) }.map {
          LiveMargin.line(words[Int($0.lowerBound)..<Int($0.upperBound)])
        } ?? ""
      }
      var name = Name(
        surface: surface, kind: mention.kind, certainty: Certainty(score: mention.score),
        entity: entity, rule: catalog.decided(rule, entity, in: number), sentence: sentence)
      name.marks = marks
      names.append(name)
    }
    let rules = found.resolution.rules
    for (index, mention) in found.body.mentions.enumerated() {
      add(
        mention, found.resolution.bodyEntities[index], rules[index], in: text, found.body.sentences)
    }
    for (index, mention) in found.head.mentions.enumerated() {
      add(
        mention, found.resolution.titleEntities[index], rules[found.body.mentions.count + index],
        in: found.title, nil)
    }
    self.names = names
  }

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }
}

extension LiveSite {
  /// The margin of an article's page, by the page's file, as JSON; nil where it is none.
  package func margin(ofPage path: String, canWrite: Bool) throws(EnvironmentFault) -> [UInt8]? {
    guard let number = article(ofPage: path) else { return nil }
    let site = revised[number] ?? site
    let article = site.catalog.articles[number].path
    let shownPath = archive.shownPath(of: article)
    let margin = try LiveMargin(of: number, in: site, texts, names)
    let desk = Desk(of: self)
    let links = site.links(from: .article(number))
    var json = JSONText()
    json.object { json in
      json.member("file", shownPath)
      json.member("article", article)
      json.key("writable")
      json.value(canWrite)
      json.key("names")
      json.array { json in
        for name in margin.names {
          json.object { json in describe(name, desk, links, &json) }
        }
      }
      json.key("problems")
      describe(problems(ofFile: shownPath), &json)
    }
    return json.bytes
  }

  private func describe(
    _ name: LiveMargin.Name, _ desk: Desk, _ links: Site.Links, _ json: inout JSONText
  ) {
    let entity = name.entity.map { desk.catalog.entities[$0] }
    json.member("surface", name.surface)
    json.member("kind", name.kind.name)
    json.member("certainty", name.certainty.rawValue)
    json.member("entity", entity?.name)
    json.member("address", name.entity.map { desk.address(of: $0) })
    json.member("href", name.entity.map { links.href(entity: $0) })
    json.key("record")
    json.value(name.entity.map { desk.record(of: $0) != nil } ?? false)
    json.member("reason", name.rule.words(surface: name.surface, name: entity?.name ?? ""))
    json.member("sentence", name.sentence)
    json.member("count", name.count)
    json.key("marks")
    json.array { json in for mark in name.marks { json.value(mark) } }
  }

  /// The entities whose name has some words in it, those in most articles first, as JSON.
  package func entities(named text: String, limit: Int = 8) -> [UInt8] {
    let wanted = NameKey(text).text
    var found: [Int] = []
    if !wanted.isEmpty {
      for (number, entity) in site.catalog.entities.enumerated()
      where NameKey(entity.name).text.contains(wanted) { found.append(number) }
    }
    found.sort {
      (site.catalog.entities[$1].articleCount, $0) < (site.catalog.entities[$0].articleCount, $1)
    }
    let desk = Desk(of: self)
    var json = JSONText()
    json.array { json in
      for number in found.prefix(limit) {
        json.object { json in
          json.member("address", desk.address(of: number))
          json.member("name", site.catalog.entities[number].name)
          json.member("articles", site.catalog.entities[number].articleCount)
        }
      }
    }
    return json.bytes
  }
}
