import Foundation
import Publishing
import Testing

@Suite struct `Linked data` {
  private let archive = """
    -- archive.yml --
    title: The Example Times
    base_url: https://example.org/times/
    publisher: Example House
    minimum_articles: 2
    -- authorities/a.yml --
    lise-grande:
      type: person
      name: Lise Grande
      names: [L. Grande]
      same_as: https://example.com/grande
      summary: A coordinator.
    mosul: {type: place, name: Mosul, geo: {lat: 36.34, lon: 43.13}}
    relief-board: {type: organization, name: Relief Board, index: false}
    secret-board: {type: organization, name: Secret Board, page: never}
    -- articles/talks.md --
    ---
    title: Lise Grande </script> resumes “talks”
    date: 2017-03-26T09:30:00+03:00
    updated: 2017-03
    authors: [Ann Lee]
    ---
    Lise Grande met the Relief Board and the Secret Board in Mosul with President Bertha Birkwood.
    -- articles/aid.md --
    ---
    title: Aid arrives
    date: spring 2017
    about: [places/mosul]
    ---
    Lise Grande met the Relief Board in Mosul with President Bertha Birkwood.
    """

  @Test func `An article says what it is, who wrote it, and whom it is about`() async throws {
    let site = try await built(archive)

    let talks = try #require(site.page("2017/03/26/lise-grande-script-resumes-talks/")?.data)
    #expect(talks["@context"] as? String == "https://schema.org")
    #expect(talks["@type"] as? String == "NewsArticle")
    #expect(talks["headline"] as? String == "Lise Grande </script> resumes “talks”")
    #expect(talks["datePublished"] as? String == "2017-03-26T09:30:00+03:00")
    #expect(talks["dateModified"] as? String == "2017-03")
    let author = (talks["author"] as? [[String: String]])?.first
    #expect(
      author == [
        "@type": "Person", "name": "Ann Lee", "url": "https://example.org/times/authors/ann-lee/",
      ])
    let publisher = talks["publisher"] as? [String: String]
    #expect(publisher == ["@type": "NewsMediaOrganization", "name": "Example House"])
    let whole = talks["isPartOf"] as? [String: String]
    #expect(whole?["name"] == "The Example Times")
    let about = talks["about"] as? [[String: Any]]
    #expect(about?.compactMap { $0["name"] as? String } == ["Lise Grande"])
    #expect(about?.first?["sameAs"] as? [String] == ["https://example.com/grande"])
    #expect(talks.names("mentions") == ["Mosul"])
  }

  @Test func `What the author says an article is about is so, and an inexact date is left out`()
    async throws
  {
    let site = try await built(archive)

    let path = try #require(site.files.first { $0.hasSuffix("aid-arrives/index.html") })
    let aid = try #require(site.page(path)?.data)
    #expect(aid.names("about") == ["Mosul"])
    #expect(aid.names("mentions") == ["Lise Grande"])
    #expect(aid["datePublished"] == nil)
  }

  @Test func `An entity has the same id on its page and in articles`() async throws {
    let site = try await built(archive)

    let person = try #require(site.page("people/lise-grande/")?.data)
    let talks = try #require(site.page("2017/03/26/lise-grande-script-resumes-talks/")?.data)
    let entity = try #require(person["mainEntity"] as? [String: Any])
    let about = try #require((talks["about"] as? [[String: Any]])?.first)
    #expect(entity["@id"] as? String == "https://example.org/times/people/lise-grande/#it")
    #expect(about["@id"] as? String == entity["@id"] as? String)
    #expect(about["@type"] as? String == "Person")
    #expect(entity["alternateName"] as? [String] == ["L. Grande"])
    #expect(entity["disambiguatingDescription"] as? String == "A coordinator.")
    let articles = entity["subjectOf"] as? [[String: Any]]
    #expect(articles?.contains { $0["@id"] as? String == talks["@id"] as? String } == true)
  }

  @Test func `A place says where it lies`() async throws {
    let site = try await built(archive)

    let page = try #require(site.page("places/mosul/")?.data)
    let place = try #require(page["mainEntity"] as? [String: Any])
    let point = try #require(place["geo"] as? [String: Any])
    #expect(point["latitude"] as? Double == 36.34)
    #expect(point["longitude"] as? Double == 43.13)
  }

  @Test func `Whoever search engines are asked to pass over is in none of it`() async throws {
    let site = try await built(archive)

    #expect(site.page("organizations/relief-board/")?.blocks == [])
    #expect(site.page("people/bertha-birkwood/")?.blocks == [])
    for file in site.files where file.hasSuffix(".html") {
      for block in site.page(file)?.blocks ?? [] {
        #expect(!block.contains("Relief Board") && !block.contains("Secret Board"), "\(file)")
        #expect(!block.contains("Birkwood") && !block.contains("<"), "\(file)")
      }
    }
  }

  @Test func `A short name that the archive explains is not sure enough`() async throws {
    let site = try await built(InferredName.archive)

    let fourth = try #require(site.page("2017/03/04/the-fourth/")?.data)
    let person = try #require(site.page("people/lise-grande/")?.data)
    #expect(fourth.names("mentions").sorted() == ["Mosul", "Relief Board"])
    let articles = (person["mainEntity"] as? [String: Any])?["subjectOf"] as? [[String: Any]]
    #expect(articles?.count == 3)
  }

  @Test func `No tag and no line end that only scripts know stands in it`() {
    var json = JSONText(escapesTags: true)

    json.value("a\u{2028}<b\u{2029}¨©")

    #expect(String(decoding: json.bytes, as: UTF8.self) == #""a\u2028\u003cb\u2029¨©""#)
  }

  @Test func `Without a base URL there is none`() async throws {
    let site = try await built(
      """
      -- archive.yml --
      title: Times
      -- authorities/a.yml --
      mosul: {type: place, name: Mosul, page: always}
      -- articles/a.md --
      Mosul.
      """)

    #expect(site.files.allSatisfy { site.page($0)?.blocks.isEmpty != false })
  }
}

extension Page {
  /// Its blocks of JSON-LD, as they stand in it.
  fileprivate var blocks: [String] {
    html.components(separatedBy: "<script type=\"application/ld+json\">").dropFirst().map {
      $0.components(separatedBy: "</script>")[0]
    }
  }

  /// The one block that it has.
  fileprivate var data: [String: Any]? {
    guard blocks.count == 1 else { return nil }
    return try? JSONSerialization.jsonObject(with: Data(blocks[0].utf8)) as? [String: Any]
  }
}

extension [String: Any] {
  /// The names of the entities in a list.
  fileprivate func names(_ key: String) -> [String] {
    (self[key] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
  }
}
