import ArchiveModel
import Cataloguing

/// All articles of an archive in parts, one a month, of which each becomes an archive document
/// (RFC 5005, 4).
///
/// Such a document must not change, and who has read one does not look before it again. So a part
/// is a period that is over: what comes later is in none of them, but in a later one, and the last
/// part stands in the feed itself. A month of more than 1,000 articles is divided by days.
/// Articles of which only the year is known are a part before its months; those without a year are
/// the first.
struct FeedChain: Sendable {
  struct Part: Sendable {
    var period: CalendarPeriod
    /// The numbers of its articles, in order.
    var articles: [Int]
  }

  private(set) var parts: [Part] = []
  /// How many articles they have together.
  private var count = 0

  /// More articles than these in a month are divided by days.
  static let largestMonth = 1000

  /// O(articles).
  init(_ catalog: Catalog) {
    let chronology = catalog.chronology
    add(.undated, chronology.undated, catalog)
    for year in chronology.years {
      let months = chronology.parts(of: year.date)
      let rest = year.articles.filter { catalog.articles[$0].date.period.month == nil }
      add(year.date, rest, catalog)
      for month in months {
        guard month.articles.count > FeedChain.largestMonth else {
          add(month.date, Array(month.articles), catalog)
          continue
        }
        add(
          month.date, month.articles.filter { catalog.articles[$0].date.period.day == nil },
          catalog)
        for day in chronology.parts(of: month.date) {
          add(day.date, Array(day.articles), catalog)
        }
      }
    }
  }

  private mutating func add(_ period: CalendarPeriod, _ articles: [Int], _ catalog: Catalog) {
    let shown = articles.filter { !catalog.articles[$0].isHidden }
    count += shown.count
    if !shown.isEmpty { parts.append(Part(period: period, articles: shown)) }
  }

  /// The numbers of the parts that have a document of their own: none where all articles go into
  /// the feed itself.
  var past: Range<Int> { count <= Site.feedSize ? 0..<0 : 0..<Swift.max(0, parts.count - 1) }

  /// The name of a part's file: `2017-03`, `undated`.
  func name(of part: Int) -> String {
    let period = parts[part].period
    return period == .undated ? "undated" : ArchiveDate(period).description
  }
}
