import ArchiveModel
import Loading
import Testing

@testable import Publishing

@Suite struct `Files for hosts` {
  private let policy =
    "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; "
    + "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"

  private func text(_ host: Settings.Host, root: String = "/times/") -> String {
    String(decoding: HostFiles(host: host, root: root).bytes, as: UTF8.self)
  }

  @Test(arguments: [Settings.Host.netlify, .cloudflare])
  func `Headers say the policy once, and how long pictures keep`(_ host: Settings.Host) {
    #expect(
      text(host) == """
        /times/*
          Content-Security-Policy: \(policy)
          X-Content-Type-Options: nosniff
          Referrer-Policy: no-referrer
        /times/media/*
          Cache-Control: public, max-age=86400
        /times/data/articles/*
          Content-Type: application/jsonl; charset=utf-8

        """)
  }

  @Test func `The path of a site cannot add a rule to any of them`() {
    let root = "/a\"; } location \\ {$x*/"

    #expect(
      text(.netlify, root: root).hasPrefix("/a%22%3B%20%7D%20location%20%5C%20%7B%24x%2A/*\n"))
    for line in text(.nginx, root: root).split(separator: "\n") where !line.hasPrefix("#") {
      // Each quotation mark inside a pattern is escaped.
      let quotes = line.replacing("\\\\", with: "").replacing("\\\"", with: "")
        .count { $0 == "\"" }
      #expect(quotes.isMultiple(of: 2), "\(line)")
    }
  }

  @Test func `A host that needs none has none, and each finds the others where it looks`()
    async throws
  {
    for (host, files) in [
      ("plain", []), ("github", []), ("gitlab", ["_redirects"]),
      ("netlify", ["_headers", "_redirects"]), ("cloudflare", ["_headers", "_redirects"]),
      ("s3", ["s3-objects.jsonl"]), ("nginx", ["redirects.nginx.conf", "site.nginx.conf"]),
      ("apache", []),
    ] as [(String, [String])] {
      let site = try await built(
        """
        -- archive.yml --
        title: T
        base_url: https://example.org/times/
        host: \(host)
        -- articles/a.md --
        ---
        title: A
        date: 2017-03-26
        aliases: /old/
        ---
        Text.
        """)

      let own = [
        "_headers", "_redirects", "s3-objects.jsonl", "redirects.nginx.conf", "site.nginx.conf",
      ]
      #expect(site.files.filter(own.contains) == files, "\(host)")
      #expect((site.contents(".nojekyll") != nil) == (host == "github"))
      #expect(
        (site.contents(".htaccess")?.contains("Header always set Content-Security-Policy") == true)
          == (host == "apache"))
      #expect(site.problems == [])
    }
  }

  @Test func `A path with signs beyond ASCII is encoded once`() async throws {
    let site = try await built(
      """
      -- archive.yml --
      title: T
      base_url: https://example.org/caf%C3%A9
      host: netlify
      -- articles/a.md --
      ---
      title: A
      date: 2017-03-26
      aliases: /old/
      ---
      Text.
      """)

    #expect(
      site.contents("_redirects") == """
        /caf%C3%A9/old/ /caf%C3%A9/2017/03/26/a/ 301
        /caf%C3%A9/old /caf%C3%A9/2017/03/26/a/ 301

        """)
    #expect(site.contents("_headers")?.hasPrefix("/caf%C3%A9/*\n") == true)
  }
}

@Suite struct `Limits of hosts` {
  @Test func `A map with more rules than a host follows is told`() async throws {
    let aliases = (0..<501).map { "/old/\($0)/" }.joined(separator: ", ")
    let site = try await built(
      """
      -- archive.yml --
      title: T
      base_url: https://example.org/
      host: gitlab
      -- articles/a.md --
      ---
      title: A
      aliases: [\(aliases)]
      ---
      Text.
      """)

    #expect(site.problems == ["Content/archive.yml:1 host-limit"])
    #expect(
      site.report.diagnostics.first?.message
        == "the map of old addresses for gitlab has 1,002 rules, and follows 1,000")
  }

  @Test func `What can be spared goes in order, until the rest is few enough`() async throws {
    let archive = """
      -- archive.yml --
      title: T
      base_url: https://example.org/
      host: nginx
      -- authorities/a.yml --
      mosul: {type: place, name: Mosul, page: always}
      -- articles/a.md --
      ---
      title: A
      date: 2017-03-26
      section: World
      aliases: /old/
      ---
      Mosul.
      """
    let whole = try await built(archive)
    #expect(whole.report.spared == "")

    let pattern = [
      "3 citation files of articles", "1 feed of a name", "2 feeds of sections",
      "1 page at an old address", "1 page of a day",
    ]
    var spared: [String] = []
    for limit in stride(from: 60, through: 20, by: -1) {
      let site = try await built(
        archive.replacing("host: nginx", with: "host: nginx\nmax_files: \(limit)"))
      let kinds = site.report.spared.split(separator: ", ").map(String.init)
      #expect(pattern.starts(with: kinds))
      #expect(kinds.count >= spared.count)
      spared = kinds
    }
    #expect(spared == pattern)
  }

  @Test func `Without pages of days links lead to the month`() async throws {
    let site = try await built(
      """
      -- archive.yml --
      title: T
      base_url: https://example.org/
      max_files: 20
      -- articles/a.md --
      ---
      title: A
      date: 2017-03-26
      ---
      Text.
      """)

    let page = try #require(site.page("2017/03/26/a/"))
    #expect(site.page("2017/03/26/") == nil)
    #expect(page.links.contains("../../../../2017/03/"))
    #expect(site.page("2017/03/")?.links.contains { $0.hasSuffix("2017/03/26/") } == false)
  }
}
