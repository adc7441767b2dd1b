import ArchiveModel

/// "Now", where nobody states it: the date of the newest article that is neither draft nor
/// embargoed; never the clock, so that a build is the same on any day.
///
/// A date that lies far after all others is likely a slip of the hand, and must not end every
/// embargo: it does not count, and a warning says so.
struct InferredNow {
  /// Undated where no article has a date.
  let date: ArchiveDate
  let diagnostics: [Diagnostic]

  /// So many years after the article before it a date is taken for a slip.
  private static let slipYears = 20

  /// O(articles), once more for each slip.
  init(_ readings: [Reading]) {
    // Numbers, since a reading is a large value to move about.
    var dated = readings.indices.filter {
      let article = readings[$0].article
      return readings[$0].isSeen && article.date != .undated && article.embargo == .undated
        && article.status != .embargoed && article.status != .draft
    }
    var diagnostics: [Diagnostic] = []
    var newest = InferredNow.takeNewest(of: &dated, readings)
    while let last = newest, let next = InferredNow.takeNewest(of: &dated, readings),
      let year = readings[last].article.date.earliest?.year,
      let before = readings[next].article.date.earliest?.year,
      year - before > InferredNow.slipYears
    {
      diagnostics.append(InferredNow.warning(readings[last], before))
      newest = next
    }
    date = newest.map { readings[$0].article.date } ?? .undated
    self.diagnostics = diagnostics
  }

  /// Takes the number of the newest article out of some.
  private static func takeNewest(of numbers: inout [Int], _ readings: [Reading]) -> Int? {
    let newest = numbers.indices.max {
      readings[numbers[$0]].article.date < readings[numbers[$1]].article.date
    }
    return newest.map { numbers.remove(at: $0) }
  }

  private static func warning(_ reading: Reading, _ before: Int) -> Diagnostic {
    Diagnostic(
      .dateOutlying,
      "\(Language.english.date(reading.article.date)) lies \((reading.article.date.earliest?.year ?? 0) - before) "
        + "years after all other articles",
      at: reading.datePlace, note: "it does not count as today when embargoes are decided",
      suggestion: "correct the date, or say which day it is with --now")
  }
}
