import ArchiveModel
import Cataloguing
import Templates

extension Site {
  /// The chart of some articles over their time, with its table; nil where it would say nothing.
  func chart(
    of articles: some Sequence<Int>, heading: String, title: String, _ links: Links
  ) -> ChartView? {
    let axis = TimeAxis(articles.lazy.map { self.catalog.articles[$0].date })
    guard axis.count > 1 else { return nil }
    let counts = steps(of: articles, on: axis)
    return ChartView(
      heading: heading, drawing: ColumnChart(counts: counts, axis: axis).drawing(title: title),
      rows: counts.enumerated().filter { $1 > 0 }.map { step, count in
        let period = axis.period(of: step)
        return Link(
          href: links.href(.period(period, page: 1)),
          name: often.periods[period]?.heading ?? language.heading(period),
          count: count, countText: language.grouped(count))
      })
  }

  /// The most named of a kind, each with a small chart of the same time.
  func multiples(of entities: some Sequence<Int>, _ links: Links) -> [MultipleView] {
    guard timeAxis.count > 1 else { return [] }
    return entities.map { number in
      let entity = catalog.entities[number]
      let counts = steps(
        of: catalog.appearances[entity.appearances].lazy.map { Int($0.article) }, on: timeAxis)
      return MultipleView(
        href: links.href(entity: number), name: entity.name,
        count: language.count(entity.articleCount),
        drawing: ColumnChart(counts: counts, axis: timeAxis).sketch())
    }
  }

  private func steps(of articles: some Sequence<Int>, on axis: TimeAxis) -> [Int] {
    var counts = [Int](repeating: 0, count: axis.count)
    for article in articles {
      if let step = axis.step(of: catalog.articles[article].date) { counts[step] += 1 }
    }
    return counts
  }
}
