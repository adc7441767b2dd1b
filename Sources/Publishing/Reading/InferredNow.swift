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

  /// O(n log n) in the articles.
  init(_ readings: [Reading]) {
    // Numbers, since a reading is a large value to move about.
    var dated = readings.indices.filter {
      let article = readings[$0].article
      return readings[$0].isSeen && article.date != .undated && article.embargo == .undated
        && article.status != .embargoed && article.status != .draft
    }
    dated.sort { readings[$0].article.date < readings[$1].article.date }
    var diagnostics: [Diagnostic] = []
    while let last = dated.last, dated.count > 1,
      let year = readings[last].article.date.earliest?.year,
      let before = readings[dated[dated.count - 2]].article.date.earliest?.year,
      year - before > InferredNow.slipYears
    {
      diagnostics.append(InferredNow.warning(readings[last], before))
      dated.removeLast()
    }
    date = dated.last.map { readings[$0].article.date } ?? .undated
    self.diagnostics = diagnostics
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
