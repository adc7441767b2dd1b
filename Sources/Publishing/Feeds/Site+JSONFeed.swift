import ArchiveModel
import Cataloguing
import Loading

extension Site {
  /// A feed as JSON Feed 1.1.
  func jsonFeed(_ feed: Feed) throws(EnvironmentFault) -> [UInt8] {
    guard let home = absolute(page(of: feed)), let own = absolute(.feed(feed)) else { return [] }
    let numbers = articles(of: feed).numbers
    var digests: [String] = []
    for number in numbers { digests.append(try digest(of: number)) }
    var json = JSONText(escapesTags: true)
    json.object { json in
      json.member("version", "https://jsonfeed.org/version/1.1")
      json.member("title", title(of: feed))
      json.member("home_page_url", home)
      json.member("feed_url", own)
      json.known("description", feed.scope == .archive ? settings.subtitle : nil)
      json.member("language", settings.language)
      json.list("authors", [settings.publisher ?? settings.title], named)
      json.key("items")
      json.array { json in
        for (number, digest) in zip(numbers, digests) {
          json.object { json in item(number, digest, &json) }
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func item(_ number: Int, _ digest: String, _ json: inout JSONText) {
    let article = catalog.articles[number]
    let url = absolute(.article(number))
    json.member("id", url)
    json.member("url", url)
    json.member("title", article.title)
    json.known("summary", article.summary)
    json.member("content_text", digest)
    if article.date.isExact, article.date.day != nil {
      json.member("date_published", Site.timestamp(of: article.date))
    }
    if article.revised.earliest != nil {
      json.member("date_modified", Site.timestamp(of: article.revised))
    }
    json.list("authors", article.authors, named)
    json.known("tags", article.tags)
    if let language = article.language, language != settings.language {
      json.member("language", language)
    }
  }

  private func named(_ name: String, _ json: inout JSONText) {
    json.object { json in json.member("name", name) }
  }
}
