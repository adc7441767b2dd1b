import ArchiveModel

/// A day as wire texts write it: "March 26", "Jun 15 2022", "MARCH 26, 2017", "22 mai 2012".
///
/// Months in English, French, German, Italian, Portuguese and Spanish; days in digits alone only
/// as ISO 8601 has them, since other orders differ from country to country.
struct WireDate: Equatable {
  private(set) var year: Int?
  private(set) var month = 0
  private(set) var day = 0
  /// Whether a weekday, a time or a zone stands beside the day.
  private(set) var hasMore = false

  /// Reads a text that is a day and nothing but a day, a weekday and a time.
  init?(_ text: String) {
    let words = text.split { " ,.\t".contains($0) }
    guard (2...7).contains(words.count) || words.count == 1 && text.utf8.count == 10 else {
      return nil
    }
    if words.count == 1 {
      guard let date = try? ArchiveDate(parsing: text), date.isExact, let day = date.day else {
        return nil
      }
      (self.year, self.month, self.day) = (day.year, day.month, day.day)
      return
    }
    for word in words where !take(word) { return nil }
    guard month > 0, (1...31).contains(day) else { return nil }
    if let year { guard CalendarDay(year: year, month: month, day: day) != nil else { return nil } }
  }

  /// The day, where its year is written as well.
  var date: ArchiveDate? {
    year.flatMap { CalendarDay(year: $0, month: month, day: day) }.map(ArchiveDate.day)
  }

  private mutating func take(_ word: Substring) -> Bool {
    let word = word.lowercased()
    if let month = WireDate.months[word] {
      guard self.month == 0 else { return false }
      self.month = month
      return true
    }
    if WireDate.companions.contains(word) || WireDate.isWeekday(word) || WireDate.isTime(word) {
      hasMore = true
      return true
    }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return false }
    let suffix = word.dropFirst(digits.count)
    if digits.utf8.count <= 2, day == 0, WireDate.ordinalSuffixes.contains(String(suffix)) {
      day = number
    } else if digits.utf8.count == 4, suffix.isEmpty, year == nil, month > 0, day > 0 {
      year = number
    } else {
      return false
    }
    return true
  }

  private static func isTime(_ word: String) -> Bool {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return false }
    return parts.allSatisfy { part in
      let digits = part.prefix { $0.isASCII && $0.isNumber }
      return (1...2).contains(digits.utf8.count)
        && ["", "am", "pm"].contains(part.dropFirst(digits.count))
    }
  }

  private static func isWeekday(_ word: String) -> Bool {
    word.utf8.count >= 3 && weekdays.contains { $0.hasPrefix(word) }
  }

  private static let ordinalSuffixes: Set<String> = ["", "st", "nd", "rd", "th", "er", "º"]

  private static let companions: Set<String> = [
    "am", "pm", "gmt", "utc", "est", "edt", "bst", "ist",
  ]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// The names of months and their usual short forms.
  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for names in monthNames {
      for (index, name) in names.split(separator: " ").enumerated() {
        months[String(name)] = index + 1
      }
    }
    months["sept"] = 9
    return months
  }()

  private static let monthNames = [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  ]
}
