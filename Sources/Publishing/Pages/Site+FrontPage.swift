import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  func frontView() throws(EnvironmentFault) -> FrontView {
    let links = links(from: .front)
    let count = catalog.articles.count
    let newest = (0..<Swift.min(7, count)).map { count - 1 - $0 }
    var items: [ArticleItem] = []
    for number in newest {
      var item = links.item(number)
      if item.summary.isEmpty { item.summary = try opening(of: number) }
      items.append(item)
    }
    let sections = sectionOrder.compactMap { section -> ArticleGroup? in
      let term = catalog.taxonomies[.sections][section]
      let fresh = term.articles.reversed().filter { !newest.contains(Int($0)) }.prefix(4)
      guard !fresh.isEmpty else { return nil }
      return ArticleGroup(
        heading: Site.sectionName(term.name),
        href: links.href(.term(.sections, section, page: 1)),
        articles: fresh.map { links.item(Int($0)) })
    }
    return FrontView(
      page: chrome(.front, title: "", summary: settings.subtitle ?? ""), lead: items.first,
      seconds: Array(items.dropFirst()), sections: sections,
      names: companionGroups(frequentNames, perKind: 10, links),
      years: bars(
        catalog.chronology.years.map { ($0.date.year ?? 0, $0.articles.count) }, links),
      articleCount: Labels.count(count, "article", "articles"), span: span)
  }

  /// The most frequent names of each kind, together.
  var frequentNames: [(entity: Int, articleCount: Int)] {
    EntityKind.allCases.flatMap { kind in
      mostFrequent(24) { $0.kind == kind && $0.hasPage }
    }
  }

  /// The text's first sentences, at most some 240 bytes, for an article without a dek.
  func opening(of number: Int) throws(EnvironmentFault) -> String {
    let prose = try readings.prose(catalog.handles[number])
    guard let first = prose.sentences.first else { return "" }
    var end = Int(first.upperBound)
    for sentence in prose.sentences.dropFirst() {
      guard Int(sentence.upperBound - first.lowerBound) <= 240 else { break }
      end = Int(sentence.upperBound)
    }
    var text: [UInt8] = []
    for byte in prose.text[Int(first.lowerBound)..<end] {
      let isBlank = byte == 0x0A || byte == 0x20
      if !isBlank || text.last != 0x20 { text.append(isBlank ? 0x20 : byte) }
    }
    guard text.count > 320 else { return String(decoding: text, as: UTF8.self) }
    // At a word, or where a language has no blanks at a letter.
    let cut = text[..<300].lastIndex(of: 0x20) ?? text[..<301].lastIndex { $0 & 0xC0 != 0x80 }
    return String(decoding: text[..<(cut ?? 300)], as: UTF8.self) + " …"
  }

  /// "2 October 2016 to 10 December 2017".
  private var span: String {
    let dated = catalog.articles[catalog.chronology.undated.upperBound...]
    guard let first = dated.first, let last = dated.last else { return "" }
    let (from, to) = (Labels.date(first.date.withoutTime), Labels.date(last.date.withoutTime))
    return from == to ? from : "\(from) to \(to)"
  }
}
