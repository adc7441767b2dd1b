import ArchiveModel
import Foundation
import Testing

@Suite struct `Old addresses` {
  private func archive(_ lines: String, aliases: String = "") -> String {
    """
    -- archive.yml --
    title: The Example Times
    base_url: https://example.org/times/
    \(lines)
    -- articles/a.md --
    ---
    title: First
    date: 2017-03-26
    aliases: ["/?p=12", /old/page.html, /caf\u{E9}/100%25/, /old/\(aliases)]
    ---
    Text with [itself](/?p=12).
    -- articles/b.md --
    ---
    title: Second
    date: 2017-03-27
    status: withdrawn
    ---
    Text.
    """
  }

  @Test func `Each has a page that leads on, and all stand in a list`() async throws {
    let site = try await built(archive(""))

    for (path, up) in [("old/page.html", "../"), ("caf\u{E9}/100%/", "../../"), ("old/", "../")] {
      let page = try #require(site.page(path), "\(path)")
      #expect(page.html.contains("content=\"0; url=\(up)2017/03/26/first/\""))
      #expect(page.html.contains("<a href=\"\(up)2017/03/26/first/\""))
      #expect(
        page.html.contains("rel=\"canonical\" href=\"https://example.org/times/2017/03/26/first/\"")
      )
    }
    #expect(
      site.contents("data/redirects.jsonl") == """
        {"schema":1,"type":"redirects"}
        {"from":"/times/?p=12","to":"/times/2017/03/26/first/","status":301}
        {"from":"/times/old/page.html","to":"/times/2017/03/26/first/","status":301}
        {"from":"/times/caf%C3%A9/100%25/","to":"/times/2017/03/26/first/","status":301}
        {"from":"/times/old/","to":"/times/2017/03/26/first/","status":301}
        {"from":"/times/2017/03/27/second/","to":null,"status":410}

        """)
    #expect(site.page("404.html")?.links.contains("/times/data/redirects.jsonl") == true)
    #expect(site.page("2017/03/26/first/")?.links.contains("../../../../2017/03/26/first/") == true)
    #expect(site.problems == [])
  }

  @Test func `Without a base address search engines are asked to pass a stub over`() async throws {
    let site = try await built(
      "-- archive.yml --\ntitle: T\n-- articles/a.md --\n---\ntitle: A\naliases: /b/\n---\nText.\n")

    #expect(site.page("b/")?.html.contains("name=\"robots\" content=\"noindex\"") == true)
  }

  @Test func `A host that reads a map gets one in its form`() async throws {
    let netlify = try await built(archive("host: netlify"))
    let cloudflare = try await built(archive("host: cloudflare"))
    let nginx = try await built(archive("host: nginx"))
    let apache = try await built(archive("host: apache"))

    let target = "/times/2017/03/26/first/"
    #expect(
      netlify.contents("_redirects") == """
        /times/ p=12 \(target) 301
        /times/old/page.html \(target) 301
        /times/caf%C3%A9/100%25/ \(target) 301
        /times/caf%C3%A9/100%25 \(target) 301
        /times/old/ \(target) 301
        /times/old \(target) 301

        """)
    #expect(cloudflare.contents("_redirects")?.split(separator: "\n").count == 5)
    for line in [
      "  \"/times/?p=12\" \(target);", "  \"/times/caf\u{E9}/100%/\" \(target);",
      "  \"/times/2017/03/27/second/\" /times/2017/03/27/second/index.html;",
    ] {
      #expect(nginx.contents("redirects.nginx.conf")?.contains(line + "\n") == true, "\(line)")
    }
    for line in [
      "RewriteCond %{QUERY_STRING} \"^p\\=12$\"",
      "RewriteRule \"^old\\/page\\.html$\" \"\(target)\" [R=301,L,NE]",
      "RewriteRule \"^2017/03/27/second/$\" - [G,E=DATELINE_GONE:times/2017/03/27/second/index.html]",
    ] {
      let rules = apache.contents(".htaccess")?.replacingOccurrences(of: "\\/", with: "/")
      #expect(
        rules?.contains(line.replacingOccurrences(of: "\\/", with: "/") + "\n") == true, "\(line)")
    }
    for site in [netlify, cloudflare, nginx, apache] {
      #expect(site.page("old/page.html") != nil)
      #expect(site.problems == [])
    }
  }

  @Test func `Whoever has few files to spare has maps alone`() async throws {
    let site = try await built(archive("host: netlify\nredirects: maps"))

    #expect(site.page("old/page.html") == nil)
    #expect(site.contents("_redirects")?.contains("/times/old/page.html ") == true)
  }

  @Test func `A site with too many files for its host says how many, and what to do`()
    async throws
  {
    for (lines, help) in [
      ("max_files: 10", "write a higher minimum_articles"),
      ("max_files: 10\nhost: nginx", "write a higher minimum_articles"),
      ("max_files: 10\nhost: nginx\nredirects: stubs", "write redirects: maps, which saves 3"),
    ] {
      let site = try await built(archive(lines))
      #expect(site.problems == ["Content/archive.yml:1 files-too-many"])
      let problem = try #require(site.report.diagnostics.first)
      #expect(problem.message.contains("\(site.report.files + 1) files"))
      #expect(problem.suggestion?.hasPrefix(help) == true)
    }
  }

  @Test func `Two articles that want one old address with a question mark are told`() async throws {
    let site = try await built(
      archive("") + "\n-- articles/c.md --\n---\ntitle: C\naliases: \"/?p=12\"\n---\nText.\n")

    #expect(site.problems == ["Content/articles/a.md:4 address-collision"])
  }

  @Test(arguments: ["netlify", "cloudflare", "nginx", "apache", "plain"])
  func `No alias adds a rule to a map`(_ host: String) async throws {
    let aliases = [
      "/a;b", "/$1/$uri/", "/*", "/:splat", "/(.*)", "/^x$/", "/~x", "/default", "/q?x={}",
      "/q?a=1;}&b=\\\"x\\u0085", "/x[G]", "/a'b", "/\u{FF1B}", "/a.+?y=1", "/100%25",
    ]
    let list = aliases.map { ", \"\($0)\"" }.joined()
    let site = try await built(archive("host: \(host)", aliases: list))

    for file in ["_redirects", "redirects.nginx.conf", ".htaccess", "data/redirects.jsonl"] {
      guard let map = site.contents(file) else { continue }
      for line in map.split(separator: "\n") {
        switch file {
        case "_redirects":
          #expect(line.split(separator: " ").last == "301")
          #expect(!line.contains("*") && !line.contains(":"), "\(line)")
        case "redirects.nginx.conf" where line.hasPrefix("  \""):
          #expect(line.hasSuffix(";") && line.components(separatedBy: "\" /times/").count == 2)
        case ".htaccess" where line.hasPrefix("RewriteRule"):
          #expect(line.hasSuffix("]") && line.split(separator: " ").count == 4, "\(line)")
        default: break
        }
      }
    }
    #expect(site.problems == [])
  }
}
