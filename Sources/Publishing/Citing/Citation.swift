import ArchiveModel

/// What a library writes down of an article; what is not known is empty.
struct Citation {
  /// The path of the article's page.
  var path: String
  var title: String
  var authors: [PersonName]
  /// When it was published.
  var date: ArchiveDate
  /// The newspaper that published it first.
  var newspaper: String
  var publisher: String
  /// The archive that it stands in.
  var archive: String
  var section: String
  var edition: String
  var page: String
  /// The place of the dateline.
  var place: String
  var summary: String
  var keywords: [String]
  /// BCP 47.
  var language: String
  var rights: String
  /// The page, absolute; empty without a base URL.
  var url: String

  /// `2017-03-26-talks` of `2017/03/26/talks/`: the same for as long as the article has its address;
  /// letters, digits and hyphens.
  var key: String {
    var key: [UInt8] = []
    var isApart = false
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isApart, !key.isEmpty { key.append(UInt8(ascii: "-")) }
        key.append(byte)
        isApart = false
      default: isApart = true
      }
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Year, month and day as far as they are known for sure: `[2017, 3, 26]`.
  var dateParts: [Int] {
    guard date.isExact else { return [] }
    return [date.year, date.month, date.day?.day].compactMap { $0 }
  }

  /// Year, month and day with a sign between them: `2017/03/26`; empty where the year is in doubt.
  func date(separatedBy sign: String) -> String {
    var text = ""
    for part in dateParts {
      if !text.isEmpty { text += sign }
      if part < 10 { text += "0" }
      text += String(part)
    }
    return text
  }
}

extension Site {
  /// What is known of an article, to cite it by.
  func citation(of number: Int) -> Citation {
    let article = catalog.articles[number]
    let source = article.inferred.contains(.source) ? nil : article.source
    return Citation(
      path: catalog.paths[number], title: article.title,
      authors: article.authors.map { often.names[$0] ?? PersonName($0) }, date: article.date,
      newspaper: source ?? settings.title, publisher: settings.publisher ?? "",
      archive: settings.title,
      section: article.print?.section ?? article.section.map(Site.sectionName) ?? "",
      edition: article.print?.edition ?? "", page: article.print?.page ?? "",
      place: article.datelinePlaces.joined(separator: ", "), summary: article.summary ?? "",
      keywords: article.tags, language: article.language ?? settings.language,
      rights: article.rights ?? article.license ?? settings.license ?? "",
      url: absolute(.article(number)) ?? "")
  }
}
