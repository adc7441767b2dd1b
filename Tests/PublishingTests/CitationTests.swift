import ArchiveModel
import Testing

@testable import Publishing

@Suite struct `Authors’ names in catalogues` {
  @Test(arguments: [
    ("Jane Doe", "Doe, Jane"),
    ("Ursula von der Leyen", "von der Leyen, Ursula"),
    ("Gabriel José García Márquez", "Márquez, Gabriel José García"),
    ("García Márquez, Gabriel José", "García Márquez, Gabriel José"),
    ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
    ("Martin Luther King, Jr.", "King, Martin Luther, Jr."),
    ("Abu Bakr al-Baghdadi", "al-Baghdadi, Abu Bakr"),
    ("J. R. R. Tolkien", "Tolkien, J. R. R."),
  ])
  func `The family name comes first, with its particles`(_ name: String, _ inverted: String) {
    #expect(PersonName(name).inverted == inverted)
  }

  @Test(arguments: [
    "Kim", "Associated Press", "Archive desk", "Our correspondent in Mosul", "Staff and agencies",
    "The Editors", "نجيب محفوظ", "毛泽东", "Desk 7", "@janedoe", "",
  ])
  func `What may be no person’s name, or puts the family first, stays whole`(_ name: String) {
    #expect(PersonName(name).family == nil)
    #expect(PersonName(name).inverted == name)
    #expect(PersonName(name).natural == name)
  }

  @Test func `In natural order there is no comma, at which a reader would divide it`() {
    #expect(PersonName("García Márquez, Gabriel José").natural == "Gabriel José García Márquez")
    #expect(PersonName("Martin Luther King, Jr.").natural == "Martin Luther King Jr.")
  }
}

@Suite struct `Citations of hostile articles` {
  private let citation = Citation(
    path: "2017/03/26/talks/", title: "50% {of} \\it & #1_x^2 ~ \"end\"",
    authors: [PersonName("Jane {Doe"), PersonName("Kim\r\nER  - ")],
    date: ArchiveDate(secondsSince1970: 1_490_486_400) ?? .undated,
    newspaper: "Times\nTY  - BOOK", publisher: "", archive: "Times", section: "", edition: "",
    page: "A1", place: "", summary: "One\u{2028}two }", keywords: ["a, b", "c"], language: "en",
    rights: "", url: "https://example.org/a{b}\\c")

  @Test func `RIS has a line a field, whatever is in it`() {
    #expect(
      String(decoding: CitationForm.ris.bytes(of: [citation]), as: UTF8.self) == """
        TY  - NEWS\r
        TI  - 50% {of} \\it & #1_x^2 ~ "end"\r
        AU  - {Doe, Jane\r
        AU  - Kim ER -\r
        T2  - Times TY - BOOK\r
        DA  - 2017/03/26/\r
        PY  - 2017\r
        SP  - A1\r
        LA  - en\r
        AB  - One two }\r
        KW  - a, b\r
        KW  - c\r
        DB  - Times\r
        UR  - https://example.org/a{b}\\c\r
        ER  - \r

        """)
  }

  @Test func `BibTeX has every sign escaped and all braces in pairs`() {
    #expect(
      String(decoding: CitationForm.bibTeX.bytes(of: [citation]), as: UTF8.self) == """
        @article{2017-03-26-talks,
          entrysubtype = {newspaper},
          title = {{50\\% \\{of\\} \\textbackslash{}it \\& \\#1\\_x\\textasciicircum{}2 \\textasciitilde{} \\textquotedbl{}end\\textquotedbl{}}},
          author = {(Doe, Jane and {Kim ER -}},
          journal = {Times TY - BOOK},
          date = {2017-03-26},
          year = {2017},
          month = mar,
          day = {26},
          pages = {A1},
          langid = {en},
          abstract = {One two )},
          keywords = {a, b, c},
          url = {https://example.org/a%7Bb%7D%5Cc}
        }


        """)
  }

  @Test(arguments: [
    ("2017-03", [2017, 3], "2017/03"), ("2017", [2017], "2017"), ("2017-03-26?", [], ""),
    ("192X", [], ""), ("2017-03-26T09:30:00Z", [2017, 3, 26], "2017/03/26"),
  ])
  func `A date says as much as is sure`(_ date: String, _ parts: [Int], _ text: String) throws {
    var citation = citation
    citation.date = try ArchiveDate(parsing: date)

    #expect(citation.dateParts == parts)
    #expect(citation.date(separatedBy: "/") == text)
  }
}
