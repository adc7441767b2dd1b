import ArchiveModel
import Testing

@testable import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct `What is begun` {
  private static let day =
    CalendarDay(year: 2017, month: 3, day: 26).map { ArchiveDate.day($0) } ?? .undated

  /// What has a meaning to YAML, to Markdown, to shells, to file systems, to templates, or to eyes.
  private static let pieces =
    [
      ":", ": ", "#", " #", "\"", "'", "\\", "/", "..", "../", ".", "-", "- ", "--", "---", "+++",
      "&", "&amp;", "&amp;amp;", "&lt;", "&#38;", "&#x26;", "{", "}", "{{", "}}", "{{ x }}", "{%",
      "{% x %}", "[", "]", ",", "|", ">", "<", "!", "!!", "%", "@", "`", "*", "*a", "&a", "?", "? ",
      "~", "=", "null", "true", "no", "12", "2017-03-26", "0x1F", "1e3", "$(rm)", "`rm`", "\u{0}",
      "\n", "\r\n", "\t", "  ", " ", "\u{A0}", "\u{85}", "\u{2028}", "\u{200F}", "\u{200D}",
      "\u{202E}",
      "\u{FEFF}", "\u{FFFE}", "\u{FFFD}", "\u{1B}[31m", "é", "e\u{301}", "Москва", "القاهرة",
      "ירושלים",
      "東京", "👩‍👩‍👧", "🗞️", "title:", "date: x", "CON", "con", "x", "Talks", "resume",
    ] + [String(repeating: "long ", count: 20), String(repeating: "ü", count: 150)]

  private static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(state: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...7, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
  }

  /// Controls, as readers of front matter drop them.
  private static func hasControl(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
  }

  @Test func `Any title is read back from the file as it was said, or refused for a control`()
    throws
  {
    var written = 0
    for text in Self.texts(6_000, seed: 1) {
      let title = ArticleBeginning.oneLine(text)
      do throws(BeginningRefusal) {
        let article = try ArticleBeginning(title: text, date: Self.day)
        let source = Source(article.file, path: "articles/a.md", shownAs: "a.md")
        #expect(Array(source.article.title.utf8) == Array(title.utf8))
        #expect(source.article.date == Self.day && source.article.status == .draft)
        // Only a very long headline is remarked on.
        let remarks = title.utf8.count > 600 ? ["value-type"] : []
        #expect(codes(source.diagnostics) == remarks)
        written += 1
      } catch {
        let isExpected = title.isEmpty || Self.hasControl(title)
        #expect(isExpected, "\(title.debugDescription): \(error.message)")
      }
    }
    #expect(written > 4_000)
  }

  @Test func `Any section and author is read back as it was said, or refused`() throws {
    let texts = Self.texts(2_000, seed: 2)
    var written = 0
    for (section, author) in zip(texts, texts.reversed()) {
      do throws(BeginningRefusal) {
        let article = try ArticleBeginning(
          title: "T", section: section, authors: [author, "Ann Lee"], date: Self.day)
        let read = Source(article.file, path: "articles/a.md", shownAs: "a.md").article
        #expect(
          read.section.map { Array($0.utf8) } == Array(ArticleBeginning.oneLine(section).utf8))
        #expect(read.authors == [ArticleBeginning.oneLine(author), "Ann Lee"])
        written += 1
      } catch {
        #expect(!error.message.isEmpty && !error.help.isEmpty)
      }
    }
    #expect(written > 900)
  }

  @Test func `Whatever the title, the file is one of the folder, with a name for every system`()
    throws
  {
    let folders = ArticleFolders(of: [])
    for text in Self.texts(3_000, seed: 3) where !ArticleBeginning.oneLine(text).isEmpty {
      let path = folders.path(of: Slug(ArticleBeginning.oneLine(text)), on: Self.day)
      let name = path.dropFirst("articles/2017/".count)
      #expect(path.hasPrefix("articles/2017/") && name.hasSuffix(".md"), "\(path)")
      #expect(name.utf8.count <= 90)
      let isPlain = name.dropLast(3).utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
      #expect(isPlain && !name.hasPrefix("-"), "\(name)")
    }
  }

  @Test(arguments: [
    ([], "articles/2017/talks.md"),
    (["articles/a.md", "articles/b.md"], "articles/talks.md"),
    (["articles/2016/a.md", "articles/2017/b.md"], "articles/2017/talks.md"),
    (
      ["articles/2016/a.md", "articles/2017/03/b.md", "articles/2017/04/c.md"],
      "articles/2017/03/talks.md"
    ),
    (["articles/2017/03/26/a.md"], "articles/2017/03/26/talks.md"),
    (["articles/posts/2017-01-02-a.md"], "articles/posts/2017-03-26-talks.md"),
    (["articles/news/2015/a.txt", "articles/old.md"], "articles/news/2017/talks.md"),
    (["articles/2017/a/index.md", "articles/_drafts/b.md"], "articles/2017/talks.md"),
  ])
  func `It lies where the newest articles lie`(_ files: [String], _ path: String) throws {
    #expect(ArticleFolders(of: files).path(of: Slug("talks"), on: Self.day) == path)
  }

  @Test(arguments: [
    ("1923", "articles/1923/talks.md"), ("circa March 1923", "articles/1923/03/talks.md"),
    ("the 1920s", "articles/undated/talks.md"), ("1985/1987", "articles/1985/talks.md"),
    ("2017-03-26T10:00", "articles/2017/03/talks.md"),
  ])
  func `An inexact date has the folders of what it says`(_ date: String, _ path: String) throws {
    let folders = ArticleFolders(of: ["articles/2017/03/a.md"])

    #expect(folders.path(of: Slug("talks"), on: try ArticleBeginning.date(date)) == path)
  }

  @Test(arguments: [
    "2017-03-26", "2017-03", "1923-03~", "1923?", "192X", "1923-21", "1985/1987", "1985-04-12/..",
    "../1950", "March 26, 2017 at 3:05 p.m. EST", "2017-03-26 10:00", "circa 1923", "the 1920s",
    "17 to 22 March 2017", "1985-XX-XX", "19XX", "1985-04-XX%",
  ])
  func `Every date that front matter takes is taken, and written so that it reads the same`(
    _ text: String
  ) throws {
    let date = try ArticleBeginning.date(text)
    let article = try ArticleBeginning(title: "T", date: date)
    let source = Source(article.file, path: "articles/a.md", shownAs: "a.md")

    #expect(source.article.date == date)
    #expect(source.diagnostics.isEmpty)
  }

  @Test(arguments: ["03/04/2017", "2017-02-30", "soon", ""])
  func `Another date is refused in the words of the reader of front matter`(_ text: String) throws {
    let refusal = #expect(throws: BeginningRefusal.self) { try ArticleBeginning.date(text) }
    let failure = #expect(throws: ArchiveDate.ParsingFailure.self) {
      try ArchiveDate(parsing: text)
    }

    #expect(refusal?.message == failure?.rule && refusal?.help == failure?.suggestion)
  }

  @Test func `A file that is there is never overwritten`() throws {
    let folder = try TemporaryArchive("-- Content/articles/2017/talks.md --\nMine.\n")
    let archive = try folder.open()
    let article = try ArticleBeginning(title: "Talks!", date: Self.day)

    do throws(BeginningFailure) {
      _ = try archive.begin(article)
      Issue.record("it was written")
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      #expect(refusal.message.contains("\(folder.root)/Content/articles/2017/talks.md"))
    }
    #expect(try archive.contents(of: "articles/2017/talks.md") == Array("Mine.\n".utf8))
    let other = try archive.begin(try ArticleBeginning(title: "More talks", date: Self.day))
    #expect(other == "articles/2017/more-talks.md")
    #expect(try folder.open().articleFiles == [other, "articles/2017/talks.md"])
  }

  @Test func `A section that the settings do not have is told with the nearest`() throws {
    let folder = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: T
      sections: [World, World/Iraq, Culture]
      -- Content/articles/a.md --
      Text.
      """)
    let archive = try folder.open()

    #expect(archive.doubt(ofSection: "World/Iraq") == nil)
    #expect(archive.doubt(ofSection: "Wrold")?.help == "did you mean World?")
    #expect(archive.doubt(ofSection: "culture")?.help == "did you mean Culture?")
    #expect(archive.doubt(ofSection: "Iraq")?.help == "did you mean World/Iraq?")
    #expect(
      archive.doubt(ofSection: "Sport")?.help == "the sections are World, World/Iraq, Culture")
    #expect(
      try TemporaryArchive("-- Content/articles/a.md --\nX.\n").open().doubt(ofSection: "Sport")
        == nil)
  }

  @Test(arguments: [
    ("+03:00", "2017-03-26"), ("-05:00", "2017-03-25"), ("Asia/Baghdad", "2017-03-26"),
    ("America/New_York", "2017-03-25"),
  ])
  func `Today is the day in the zone of the archive`(_ zone: String, _ day: String) throws {
    let folder = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: T
      time_zone: \(zone)
      -- Content/articles/a.md --
      Text.
      """)
    // 2017-03-25T22:30:00Z, the night in which Europe's clocks change.
    let moment = 1_490_481_000

    #expect(try folder.open().day(atSecondsSince1970: moment).description == day)
  }

  // MARK: Archives

  @Test func `An archive of any title is read back as it was said, or refused`() throws {
    var written = 0
    for text in Self.texts(1_500, seed: 4) {
      let archive: ArchiveBeginning
      do throws(BeginningFailure) {
        archive = try ArchiveBeginning(title: text, today: Self.day)
      } catch {
        guard case .refused(let refusal) = error else { throw error }
        #expect(!refusal.help.isEmpty)
        continue
      }
      let settings = try #require(archive.files.first { $0.path == "Content/archive.yml" }).text
      let folder = try TemporaryArchive("")
      try folder.write(settings, to: "Content/archive.yml")
      let read = try folder.open()
      #expect(Array(read.settings.title.utf8) == Array(ArticleBeginning.oneLine(text).utf8))
      #expect(read.diagnostics.isEmpty)
      written += 1
    }
    #expect(written > 900)
  }

  @Test func `It is written whole, takes no file's place, and keeps a .gitignore`() throws {
    let folder = try TemporaryArchive("-- new/.gitignore --\nmine\n-- new/README --\nmine\n")
    let beginning = try ArchiveBeginning(
      title: "T", baseURL: "https://example.org/", language: "ar", timeZone: "+03:00",
      today: Self.day)

    let written = try beginning.write(to: folder.root + "/new//")

    #expect(
      written == [
        "Content/archive.yml", "Content/articles/2017/how-an-article-is-written.md",
        "Content/authorities/people.yml", "Content/pages/about.md",
      ])
    #expect(try readFile(at: folder.root + "/new/.gitignore") == Array("mine".utf8))
    let archive = try #require(try Archive.open(folder.root + "/new"))
    #expect(archive.diagnostics.isEmpty)
    #expect(archive.settings.baseURL == "https://example.org")
    #expect(archive.settings.language == "ar" && archive.settings.timeZone?.name == "+03:00")
    #expect(Source.read(archive.articleFiles[0], in: archive).diagnostics.isEmpty)

    #expect(throws: BeginningFailure.self) { try beginning.write(to: folder.root + "/new") }
    #expect(try beginning.write(to: folder.root + "/a/b/c").count == 5)
  }

  @Test(arguments: [
    ("ftp://x", "en", nil, "base_url begins with https://"), (nil, "english!", nil, "language is"),
    (nil, "en", "Asia/Bagdad", "there is no time zone “Asia/Bagdad”"),
  ])
  func `What its settings would be told is told before anything is written`(
    _ baseURL: String?, _ language: String, _ zone: String?, _ words: String
  ) throws {
    do throws(BeginningFailure) {
      _ = try ArchiveBeginning(
        title: "T", baseURL: baseURL, language: language, timeZone: zone, today: Self.day)
      Issue.record("it was taken")
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      #expect(refusal.message.hasPrefix(words), "\(refusal.message)")
    }
  }
}
