import ArchiveModel
import Testing

@testable import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct `An archive on disk` {
  @Test func `Its files are found in the order of their bytes`() throws {
    let folder = try TemporaryArchive(
      """
      -- Content/archive.yml --
      title: Test
      -- Content/articles/b.md --
      -- Content/articles/a/z.md --
      -- Content/articles/a-b.md --
      -- Content/articles/Z.txt --
      -- Content/articles/é.markdown --
      -- Content/articles/.hidden.md --
      -- Content/articles/_index.md --
      -- Content/articles/notes.docx --
      -- Content/pages/about.md --
      -- Content/media/map.png --
      """)
    let archive = try folder.open()

    #expect(
      archive.articleFiles == [
        "articles/Z.txt", "articles/a-b.md", "articles/a/z.md", "articles/b.md",
        "articles/é.markdown",
      ])
    #expect(archive.pageFiles == ["pages/about.md"])
    #expect(archive.mediaFiles == ["media/map.png"])
    #expect(archive.diagnostics == [])
  }

  @Test func `A folder may be the content itself`() throws {
    let folder = try TemporaryArchive("-- articles/a.md --\nText.\n")
    let archive = try folder.open()

    #expect(archive.contentFolder == archive.root)
    #expect(Source.read("articles/a.md", in: archive).filePlace.path == "articles/a.md")
  }

  @Test func `A folder without articles is no archive`() throws {
    let folder = try TemporaryArchive("-- readme.md --\n")

    #expect(try Archive.open(folder.root) == nil)
    #expect(try Archive.open(folder.root + "/nowhere") == nil)
    #expect(try Archive.open(folder.root + "/readme.md") == nil)
  }

  @Test func `Links out of the archive, loops and pipes are passed over with a warning`() throws {
    let folder = try TemporaryArchive(
      "-- Content/articles/a.md --\nText.\n-- secret.md --\nSecret.\n")
    try folder.link("Content/articles/loop", to: "..")
    try folder.link("Content/articles/x.md", to: "y.md")
    try folder.link("Content/articles/y.md", to: "x.md")
    try folder.link("Content/articles/leak.md", to: "../../secret.md")
    try folder.link("Content/articles/inside.md", to: "a.md")
    try #require(mkfifo(folder.root + "/Content/articles/pipe.md", 0o600) == 0)
    let archive = try folder.open()

    #expect(archive.articleFiles == ["articles/a.md", "articles/inside.md"])
    #expect(codes(archive.diagnostics) == Array(repeating: "file-skipped", count: 5))
  }

  @Test func `A file that vanished is an error that names it`() throws {
    let folder = try TemporaryArchive("-- Content/articles/a.md --\nText.\n")
    let archive = try folder.open()
    let source = Source.read("articles/gone.md", in: archive)

    #expect(codes(source.diagnostics) == ["file-unreadable"])
    #expect(source.diagnostics.first?.place.path == "Content/articles/gone.md")
    #expect(!source.isSound)
  }

  @Test func `The text of a diagnostic can be read again`() throws {
    let folder = try TemporaryArchive("-- Content/articles/a.md --\n---\r\ndate: x\r\n---\r\n")
    let archive = try folder.open()
    let source = Source.read("articles/a.md", in: archive)
    let place = try #require(source.diagnostics.first?.place)
    let text = try #require(archive.text(of: place.path))

    #expect(String(decoding: text[place.offsets], as: UTF8.self) == "x")
  }
}

@Suite struct `The settings of an archive` {
  private func settings(_ text: String) throws -> (settings: Settings, diagnostics: [Diagnostic]) {
    let folder = try TemporaryArchive("-- Content/archive.yml --\n\(text)\n")
    let archive = try folder.open()
    return (archive.settings, archive.diagnostics)
  }

  @Test func `Every key is read`() throws {
    let (settings, diagnostics) = try settings(
      """
      title: The Mosul Record
      subtitle: "Nine months: a record"
      base-url: https://example.org/archive/
      language: en-GB
      time_zone: Asia/Baghdad
      sections:
        - name: World
          summary: Abroad.
        - Iraq
      permalinks: /:year/:slug/
      minimum_articles: 2
      mentions: all
      demonyms: ignore
      page_size: 20
      links: file
      host: netlify
      redirects: maps
      max_files: 20000
      citations: years
      humans: |
        Ann Lee: editor
        Bo Birk
      security:
        contact: [desk@example.org, https://example.org/tell]
        expires: 2027-12-31
        policy: https://example.org/policy
        languages: [en, ar]
      markdown: {tables: false}
      privacy: open
      keep_exif: yes
      targets:
        live: {rsync: "ann@example.org:/var/www/site"}
        pages: {git: origin}
        here: {git: ., branch: site}
        stick: {folder: /media/stick/site}
        store: {rclone: "s3:paper/site"}
      """)

    #expect(diagnostics.isEmpty)
    #expect(
      settings.targets == [
        Settings.Target(name: "live", place: .rsync("ann@example.org:/var/www/site")),
        Settings.Target(name: "pages", place: .git(remote: "origin", branch: "gh-pages")),
        Settings.Target(name: "here", place: .git(remote: nil, branch: "site")),
        Settings.Target(name: "stick", place: .folder("/media/stick/site")),
        Settings.Target(name: "store", place: .rclone("s3:paper/site")),
      ])
    #expect(settings.title == "The Mosul Record")
    #expect(settings.subtitle == "Nine months: a record")
    #expect(settings.baseURL == "https://example.org/archive")
    #expect(settings.language == "en-GB")
    #expect(settings.sections.map(\.name) == ["World", "Iraq"])
    #expect(settings.sections.map(\.summary) == ["Abroad.", nil])
    #expect(settings.permalinks.standard.description == "/:year/:slug/")
    #expect(settings.minimumArticles == 2)
    #expect(settings.mentions == .all)
    #expect(settings.demonyms == .ignore)
    #expect(settings.pageSize == 20)
    #expect(settings.links == .file)
    #expect(settings.host == .netlify)
    #expect(settings.redirects == .maps)
    #expect(settings.maximumFiles == 20_000)
    #expect(settings.citations == .years)
    #expect(settings.humans == "Ann Lee: editor\nBo Birk\n")
    #expect(
      settings.security?.contacts == ["mailto:desk@example.org", "https://example.org/tell"])
    #expect(settings.security?.expires == "2027-12-31T23:59:59Z")
    #expect(settings.security?.policy == "https://example.org/policy")
    #expect(settings.security?.languages == ["en", "ar"])
    #expect(!settings.markdown.tables)
    #expect(settings.markdown.footnotes)
    #expect(settings.keepsEXIF)
  }

  @Test func `An unknown key is an error with the nearest known one`() throws {
    let diagnostics = try settings("title: T\nbase_ulr: https://example.org").diagnostics

    #expect(codes(diagnostics) == ["setting-unknown"])
    #expect(diagnostics.first?.suggestion == "did you mean base_url?")
  }

  @Test(arguments: [
    "time_zone: +25:00", "time_zone: ../x", "base_url: example.org", "base_url: \"javascript:x\"",
    "language: english language",
    "theme: ../x", "permalinks: /:slgu/", "permalinks: /:year/", "permalinks: /../:slug/",
    "permalinks: /people/:slug/", "permalinks: /News/:slug/", "permalinks: {World: /:year/}",
    "permalinks: :slug", "permalinks: /a b/:slug/", "permalinks: /con/:slug/",
    "permalinks: /2017/:slug/", "host: netlfy", "redirects: maps", "max_files: -1",
    "page_size: 0", "page_size: many", "mentions: some", "citations: no", "security: desk",
    "security: {contact: desk@example.org}", "security: {contact: desk, expires: 2027-12-31}",
    "security: {contact: \"a@b.org\\nX: y\", expires: 2027-12-31}",
    "security: {contact: desk@example.org, expires: 2027-12}", "keep_exif: perhaps",
    "subtitle: {a: b}",
  ])
  func `A wrong value is an error at its line`(_ line: String) throws {
    let (settings, diagnostics) = try settings("title: T\n\(line)")

    #expect(codes(diagnostics) == ["settings-invalid"])
    #expect(diagnostics.first.map { $0.place.offsets.lowerBound > 8 } == true)
    #expect(settings == Settings(title: "T"))
  }

  @Test(arguments: [
    ("/:year/:slgu/", 28..<33, "did you mean :slug?"),
    ("\"/x/:mnth/:slug/\"", 25..<30, "did you mean :month?"),
    ("/people/:slug/", 22..<28, "choose another first part, such as /articles/:slug/"),
  ])
  func `A wrong part of a pattern is shown at its place, with the nearest word`(
    _ pattern: String, _ place: Range<Int>, _ suggestion: String
  ) throws {
    let diagnostics = try settings("title: T\npermalinks: \(pattern)").diagnostics

    #expect(diagnostics.map(\.place.offsets) == [place])
    #expect(diagnostics.first?.suggestion == suggestion)
  }

  @Test func `Sections have patterns of their own, as Hugo writes them or plainly`() throws {
    for text in [
      "permalinks:\n  page:\n    posts: /:year/:slug/\n    World/Iraq: /iraq/:slug/",
      "permalinks:\n  posts: /:year/:slug/\n  World/Iraq: /iraq/:slug/\n  default: date",
    ] {
      let (settings, diagnostics) = try settings("title: T\n\(text)")

      #expect(diagnostics == [])
      #expect(settings.permalinks.bySection["posts"]?.description == "/:year/:slug/")
      #expect(settings.permalinks.bySection["world/iraq"]?.description == "/iraq/:slug/")
    }
  }

  @Test func `An archive without a title is told so`() throws {
    #expect(codes(try settings("language: en").diagnostics) == ["settings-invalid"])
  }
}
