import ArchiveModel
import Testing

@testable import Publishing

@Suite struct `Languages of pages` {
  @Test(arguments: Language.known)
  func `Every phrase is said in every language, with the holes that it has in English`(
    _ tag: String
  ) throws {
    let language = try #require(Language(named: tag))

    for phrase in Phrase.allCases {
      #expect(!language[phrase].isEmpty, "\(phrase)")
      #expect(
        LabelText(language[phrase]).holes == LabelText(Language.english[phrase]).holes,
        "\(phrase)")
      #expect(!LabelText(language[phrase]).hasStrayBrace, "\(phrase)")
    }
    for counted in Counted.allCases { #expect(language.forms(of: counted)[.other] != nil) }
  }

  @Test(arguments: [
    ("en", 0, "0 articles"), ("en", 1, "1 article"), ("en", 1204, "1,204 articles"),
    ("de", 1, "1 Artikel"), ("de", 1204, "1.204 Artikel"),
    ("fr", 0, "0 article"), ("fr", 1, "1 article"), ("fr", 1204, "1\u{202F}204 articles"),
    ("es", 1, "1 artículo"), ("es", 1204, "1204 artículos"), ("es", 12_040, "12.040 artículos"),
    ("ar", 0, "لا مقالات"), ("ar", 1, "مقال واحد"), ("ar", 2, "مقالان"), ("ar", 3, "3 مقالات"),
    ("ar", 11, "11 مقالًا"), ("ar", 100, "100 مقال"), ("ar", 103, "103 مقالات"),
    ("ar", 1204, "1,204 مقالات"),
  ])
  func `Articles are counted as the language counts`(_ tag: String, _ count: Int, _ text: String)
    throws
  {
    #expect(try #require(Language(named: tag)).count(count) == text)
  }

  @Test(arguments: [
    ("en", 1, "named once"), ("en", 2, "named twice"), ("en", 3, "named 3 times"),
    ("de", 2, "zweimal genannt"), ("de", 5, "5-mal genannt"), ("fr", 2, "cité deux fois"),
    ("es", 1, "nombrado una vez"), ("ar", 2, "ذُكر مرتين"), ("ar", 5, "ذُكر 5 مرات"),
  ])
  func `Mentions are counted with the words for once and twice`(
    _ tag: String, _ count: Int, _ text: String
  ) throws {
    #expect(try #require(Language(named: tag)).count(count, .mentions) == text)
  }

  @Test(arguments: [
    ("de", "2017-03-26", "26. März 2017"), ("de", "2017-03", "März 2017"),
    ("de", "2017-03-26?", "vielleicht 26. März 2017"), ("de", "1923-03~", "etwa März 1923"),
    ("de", "1923-21", "Frühjahr 1923"), ("de", "192X", "1920er-Jahre"),
    ("de", "19XX", "irgendwann zwischen 1900 und 1999"),
    ("de", "2017-03-17/2017-03-22", "17. bis 22. März 2017"),
    ("de", "1985-04-12/..", "ab 12. April 1985"),
    ("fr", "2017-03-26", "26 mars 2017"), ("fr", "2017-03-01", "1er mars 2017"),
    ("fr", "1923-03~", "vers mars 1923"), ("fr", "1923-24", "hiver 1923"),
    ("fr", "192X", "années 1920"), ("fr", "2017-03-01/2017-03-22", "du 1er au 22 mars 2017"),
    ("fr", "1985/1987", "1985 – 1987"),
    ("es", "2017-03-26", "26 de marzo de 2017"), ("es", "2017-03", "marzo de 2017"),
    ("es", "1923-23", "otoño de 1923"),
    ("es", "2017-03-30/2017-04-02", "del 30 de marzo al 2 de abril de 2017"),
    ("es", "../1987", "hasta 1987"),
    ("ar", "2017-03-26", "26 مارس 2017"), ("ar", "1923-22", "صيف 1923"),
    ("ar", "1985/1987", "من 1985 إلى 1987"), ("ar-IQ", "2017-03-26", "26 آذار 2017"),
    ("de-AT", "2017-01-02", "2. Jänner 2017"),
  ])
  func `Dates are written as the language writes them`(
    _ tag: String, _ date: String, _ text: String
  )
    throws
  {
    let language = try #require(Language(named: tag))

    #expect(language.date(try ArchiveDate(parsing: date)) == text)
  }

  @Test(arguments: [
    ("en", "Sunday, 26 March 2017", "March 2017"), ("de", "Sonntag, 26. März 2017", "März 2017"),
    ("fr", "Dimanche 26 mars 2017", "Mars 2017"),
    ("es", "Domingo, 26 de marzo de 2017", "Marzo de 2017"),
    ("ar", "الأحد، 26 مارس 2017", "مارس 2017"),
  ])
  func `Headings of days and months begin with a capital`(
    _ tag: String, _ day: String, _ month: String
  ) throws {
    let language = try #require(Language(named: tag))
    let date = try #require(CalendarDay(year: 2017, month: 3, day: 26))

    #expect(language.longDate(date) == day)
    #expect(language.heading(.month(year: 2017, month: 3)) == month)
  }

  @Test func `What fills a hole is no hole itself`() {
    #expect(
      Language.fill("Page {page} of {total}", ["page": "{total}", "total": "3"])
        == "Page {total} of 3")
  }
}

@Suite struct `Links in place of embedded pages` {
  @Test(arguments: [
    ("en", "Video on YouTube", "Post on X"), ("de", "Video auf YouTube", "Beitrag auf X"),
    ("fr", "Vidéo sur YouTube", "Message sur X"), ("es", "Vídeo en YouTube", "Publicación en X"),
    ("ar", "فيديو على YouTube", "منشور على X"),
  ])
  func `They say what they lead to in the language of the archive`(
    _ tag: String, _ video: String, _ post: String
  ) async throws {
    let site = try await built(
      """
      -- archive.yml --
      title: The Example Times
      language: \(tag)
      -- articles/talks.md --
      ---
      title: Talks
      date: 2017-03-26
      ---
      <iframe src="https://www.youtube.com/embed/aB-1"></iframe>

      {{< x user="ann" id="17" >}}
      """)

    let page = try #require(site.page("2017/03/26/talks/"))
    #expect(page.text.contains(video) && page.text.contains(post))
    #expect(page.main.contains("<a href=\"https://www.youtube.com/watch?v=aB-1\">"))
    #expect(page.main.contains("<a href=\"https://x.com/ann/status/17\">\(post)</a>"))
  }
}
