import Publishing
import Testing

@testable import Delivery

@Suite struct `The order of a delivery` {
  @Test(arguments: [
    ("index.html", SitePart.list), ("2017/index.html", .list), ("2017/03/26/index.html", .list),
    ("people/page/2/index.html", .list), ("feeds/articles.xml", .list), ("sitemap.xml", .list),
    ("search/index.html", .list), ("2017/03/26/talks/index.html", .page),
    ("people/lise-grande/index.html", .page), ("imprint/index.html", .page),
    ("assets/site.css", .asset), ("media/dam.jpg", .asset), ("2017/03/26/talks/cite.ris", .asset),
    ("robots.txt", .asset),
  ])
  func `A list comes after the pages it leads to`(_ path: String, _ part: SitePart) throws {
    #expect(SitePart(try #require(OutputPath(path))) == part)
  }
}
