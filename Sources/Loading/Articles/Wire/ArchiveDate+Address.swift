import ArchiveModel

extension ArchiveDate {
  /// The day, or the month alone, in the path of a news site's address: `/2022/07/20/talks`,
  /// `/2022-07-20/talks`, `/2022/07/talks`; nil where there is none.
  init?(inPathOf address: String) {
    let path = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    for (index, part) in path.enumerated() {
      let numbers = part.split(separator: "-", maxSplits: 3).map { ArchiveDate.number($0) }
      if numbers.count >= 3, let date = ArchiveDate.day(numbers[0], numbers[1], numbers[2]) {
        self = date
        return
      }
      guard let year = ArchiveDate.number(part), ArchiveDate.webYears.contains(year),
        index + 1 < path.count, let month = ArchiveDate.number(path[index + 1]),
        (1...12).contains(month)
      else { continue }
      let day = index + 2 < path.count ? ArchiveDate.number(path[index + 2]) : nil
      self = ArchiveDate.day(year, month, day) ?? .month(year: year, month: month)
      return
    }
    return nil
  }

  /// Other numbers of four digits are no years of an address.
  private static let webYears = 1990...2100

  private static func day(_ year: Int?, _ month: Int?, _ day: Int?) -> ArchiveDate? {
    guard let year, webYears.contains(year), let month, let day else { return nil }
    return CalendarDay(year: year, month: month, day: day).map(ArchiveDate.day)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.count <= 4 && text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }
}
