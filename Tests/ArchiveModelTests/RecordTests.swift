import Testing

@testable import ArchiveModel

@Suite struct `Records of a cache` {
  @Test func `An article of which everything is known is read back as it was`() {
    let article = whole
    #expect(copy(of: article) == article)

    // A field that the record forgets would be as in an article that has nothing.
    let bare = Article(path: article.path, title: article.title)
    let (all, none) = (Mirror(reflecting: article), Mirror(reflecting: bare))
    for (field, empty) in zip(all.children, none.children)
    where field.label != "path" && field.label != "title" {
      #expect(
        String(describing: field.value) != String(describing: empty.value),
        "\(field.label ?? "") has no value in this test")
    }
  }

  @Test func `An article with nothing but a headline is read back as it was`() {
    let article = Article(path: "articles/a.md", title: "Talks")
    #expect(copy(of: article) == article)
  }

  @Test(arguments: [
    "", "2017", "2017-03", "2017-03-26", "2017-03-26T09:30:00Z", "2017-03-26T09:30:00",
    "2017-03-26T23:59:59-05:30", "192X", "19XX", "1923-21", "1923-03~", "1923?", "2004-XX",
    "1985-XX-XX", "1985/1987", "1985-04-12/..", "../1950", "0001-01-01", "9999-12-31",
  ])
  func `A date is read back as it was`(_ text: String) throws {
    let date = text.isEmpty ? .undated : try ArchiveDate(parsing: text)
    #expect(copy(of: date) == date)
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 40, Int.max, Int.min])
  func `A number is read back as it was`(_ number: Int) {
    #expect(copy(of: number) == number)
  }

  @Test func `A record that ends too early is not sound, and reading stays inside it`() {
    var writer = RecordWriter()
    writer.write(whole)

    for count in writer.bytes.indices {
      Array(writer.bytes[..<count]).withUnsafeBytes { bytes in
        var reader = RecordReader(bytes)
        _ = reader.read(Article.self)
        #expect(!reader.isAtEnd || !reader.isSound)
      }
    }
  }

  @Test func `Bytes that nobody wrote are read without harm`() {
    var random = SplitMix64(state: 7)
    for _ in 0..<2000 {
      let count = Int(random.next() % 400)
      let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      bytes.withUnsafeBytes { bytes in
        var reader = RecordReader(bytes)
        _ = reader.read(Article.self)
        #expect(reader.position <= bytes.count)
      }
    }
  }

  @Test func `A fingerprint changes with every byte, with their order and with their number`() {
    let bytes = Array("The quick brown fox jumps over the lazy dog, twice.".utf8)
    var seen: Set<UInt64> = [Fingerprint.of(bytes), Fingerprint.of(bytes + [0])]
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 1
      seen.insert(Fingerprint.of(other))
      seen.insert(Fingerprint.of(Array(bytes[..<index])))
    }
    #expect(seen.count == 2 + 2 * bytes.count)
    #expect(Fingerprint.of(bytes) == Fingerprint.of(bytes))
  }

  /// What a record of a value gives back, if it is all that the record holds.
  private func copy<Value: Recordable>(of value: Value) -> Value? {
    var writer = RecordWriter()
    writer.write(value)
    return writer.bytes.withUnsafeBytes { bytes in
      var reader = RecordReader(bytes)
      let copy = reader.read(Value.self)
      return reader.isAtEnd ? copy : nil
    }
  }

  /// An article of which nothing is missing.
  private var whole: Article {
    let day = CalendarDay(year: 2017, month: 3, day: 26).map { ArchiveDate.day($0) } ?? .undated
    var article = Article(path: "articles/2017/talks.md", title: "Talks resume – “soon”")
    article.id = "a-1"
    article.subtitle = "Second line"
    article.summary = "Dek."
    article.date = day
    article.updated = .year(2018)
    article.authors = ["Jane Doe", "Ali Hassan"]
    article.authorDetails = [
      Article.AuthorDetail(name: "Jane Doe", id: "jd", role: "reporting"),
      Article.AuthorDetail(name: "Ali Hassan"),
    ]
    article.byline = "By Jane Doe"
    article.dateline = "MOSUL, March 26"
    article.datelinePlaces = ["Mosul"]
    article.kind = .analysis
    article.section = "World/Iraq"
    article.categories = ["World", "Iraq"]
    article.tags = ["aid"]
    article.series = Article.Series(name: "Mosul", part: 2)
    article.source = "Reuters"
    article.via = ["AFP"]
    article.originalURL = "https://example.org/a"
    article.canonical = "https://example.org/b"
    article.archived = ["https://example.org/c"]
    article.retrieved = .month(year: 2019, month: 1)
    article.version = Article.Version(.update, number: 2)
    article.credits = "Reporting by Jane Doe"
    article.wireNotes = ["UPDATE 2"]
    article.rights = "(c) 2017"
    article.rightsHolder = "The Example Times"
    article.license = "CC-BY-4.0"
    article.image = Article.Image(source: "dam.jpg")
    article.image?.alt = "A dam"
    article.image?.width = 640
    article.print = Article.PrintEdition()
    article.print?.date = day
    article.print?.page = "A1"
    article.slug = Slug("talks")
    article.url = "/old/talks/"
    article.aliases = ["/older/"]
    article.status = .redacted
    article.embargo = .year(2016)
    article.expires = .year(2030)
    article.isUnlisted = true
    article.language = "en-GB"
    article.redactions = [.year(2020)]
    article.corrections = [Article.Correction(date: day, kind: "correction", text: "Not six.")]
    article.sources = ["A report"]
    article.about = ["mosul"]
    article.related = ["aid.md"]
    article.follows = ["dam.md"]
    article.translationOf = "talks-ar"
    article.entities.add = [.init(name: "Grande", kind: .person)]
    article.entities.ignore = ["May"]
    article.entities.identities = [.init(name: "the president", id: "barack-obama")]
    article.extra = [
      Article.ExtraField(
        key: "desk",
        value: .map([
          Article.ExtraField(key: "n", value: .number("17.50")),
          Article.ExtraField(key: "l", value: .list([.null, .bool(true), .text("x")])),
        ]))
    ]
    article.inferred = [.title, .rights]
    return article
  }
}
