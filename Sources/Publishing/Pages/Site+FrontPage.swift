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
      // The lead has room for its opening besides its dek.
      if item.words.summary.isEmpty, number != newest[0] {
        item.opening = try opening(of: number, longest: 240).joined(separator: " ")
      }
      items.append(item)
    }
    var paragraphs: [String] = []
    var names: [Link] = []
    if let lead = newest.first {
      paragraphs = try opening(of: lead, longest: 500)
      names = try mostNamed(in: lead, links)
    }
    // Two stand beside the lead, about as high as it is; a single one would be alone below it.
    let beside = items.count == 4 ? 3 : 2
    let sections = sectionOrder.compactMap { section -> ArticleGroup? in
      let term = catalog.taxonomies[.sections][section]
      let fresh = term.articles.reversed().filter { !newest.contains(Int($0)) }.prefix(4)
      guard !fresh.isEmpty else { return nil }
      return ArticleGroup(
        heading: Site.sectionName(term.name),
        href: links.href(.term(.sections, section, page: 1)),
        articles: fresh.map { links.item(Int($0)) })
    }
    var chrome = chrome(.front, title: "", summary: settings.subtitle ?? "")
    chrome.linkedData = linkedDataOfSite
    return FrontView(
      page: chrome, lead: items.first,
      opening: paragraphs.map { LineView(text: $0) }, leadNames: names,
      seconds: Array(items.dropFirst().prefix(beside)),
      thirds: Array(items.dropFirst(1 + beside)), sections: sections,
      names: companionGroups(frequentNames, perKind: 10, ofArchive: true, links),
      chart: chart(
        of: catalog.articles.indices, heading: language[.archiveOverTime],
        title: language[.articlesOfArchiveOverTime], links),
      articleCount: language.count(count), span: span)
  }

  /// The most frequent names of each kind, together.
  var frequentNames: [(entity: Int, articleCount: Int)] {
    EntityKind.allCases.flatMap { kind in
      mostFrequent(24, of: kind)
    }
  }

  /// The names of a story that have pages, the most frequent first.
  private func mostNamed(in number: Int, _ links: Links) throws(EnvironmentFault) -> [Link] {
    var counts: [Int: Int] = [:]
    for mark in try readings.prose(catalog.handles[number]).marks {
      guard let entity = catalog.entity(local: Int(mark.entity), of: number) else { continue }
      counts[entity, default: 0] += 1
    }
    return counts.filter { catalog.entities[$0.key].hasPage }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
      .map { Link(href: links.href(entity: $0.key), name: catalog.entities[$0.key].name) }
  }

  /// The text's first sentences, by paragraphs, about as many as go into `longest` bytes; a
  /// heading, or what a colon announces, ends them.
  func opening(of number: Int, longest: Int) throws(EnvironmentFault) -> [String] {
    opening(of: try readings.prose(catalog.handles[number]), longest: longest)
  }

  /// The same of a text that is at hand.
  func opening(of prose: Prose, longest: Int) -> [String] {
    var paragraphs: [Range<Int>] = []
    for sentence in prose.sentences {
      let range = Int(sentence.lowerBound)..<Int(sentence.upperBound)
      if let first = paragraphs.first {
        guard range.upperBound - first.lowerBound <= longest, prose.isClosed(range) else { break }
      }
      if let last = paragraphs.last, !prose.isBlockBreak(last.upperBound..<range.lowerBound) {
        paragraphs[paragraphs.count - 1] = last.lowerBound..<range.upperBound
      } else {
        paragraphs.append(range)
      }
    }
    return paragraphs.map { range in
      guard range.count > longest + longest / 3 else {
        return String(decoding: prose.printable(range), as: UTF8.self)
      }
      // At a word, or where a language has no blanks at a letter.
      let end = range.lowerBound + longest + longest / 4
      let head = prose.printable(range.lowerBound..<end)
      let cut = head.lastIndex(of: UInt8(ascii: " ")) ?? head.lastIndex { $0 & 0xC0 != 0x80 }
      return String(decoding: head[..<(cut ?? longest)], as: UTF8.self) + " …"
    }
  }

  /// The time of the archive: "2 October 2016 to 10 December 2017"; empty where all is undated.
  var span: String {
    let years = catalog.chronology.years
    guard let first = years.first?.articles.first, let last = years.last?.articles.last else {
      return ""
    }
    return language.span(
      catalog.articles[first].date.period, catalog.articles[last].date.period)
  }
}

extension Prose {
  /// Whether a sentence ends as sentences do, and not as headings and announcements do.
  fileprivate func isClosed(_ sentence: Range<Int>) -> Bool {
    let end = text[sentence].reversed().prefix { !".!?".utf8.contains($0) }
    // Quotation marks and brackets may follow, which take three bytes at most.
    return end.count < sentence.count && end.count <= 4
  }

  /// Whether a gap between sentences divides blocks.
  fileprivate func isBlockBreak(_ gap: Range<Int>) -> Bool {
    text[gap].contains(UInt8(ascii: "\n"))
  }
}
