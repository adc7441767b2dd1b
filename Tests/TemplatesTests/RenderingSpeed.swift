import Templates
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Prints how long a page of 40 list items takes; asserts only what it shows.
///
///     DATELINE_MEASURE=1 swift test -c release --filter RenderingSpeed
@Suite(.serialized, .enabled(if: getenv("DATELINE_MEASURE") != nil)) struct RenderingSpeed {
  struct Item: View {
    var title: String
    var url: String
    var date: String
    var dek: String

    static var fields: [Field<Item>] {
      [
        .text("title", "title", \.title), .text("url", "url", \.url), .text("date", "date", \.date),
        .text("dek", "dek", \.dek),
      ]
    }
  }

  struct Index: View {
    var title: String
    var root: String
    var items: [Item]

    static var fields: [Field<Index>] {
      [
        .text("title", "title", \.title), .text("root", "root", \.root),
        .list("items", "items", \.items),
      ]
    }
  }

  @Test(arguments: [
    (
      "four fields an item",
      """
      <li>
        <time>{{date}}</time>
        <a href="{{url}}">{{title}}</a>
        <p class="dek">{{dek}}</p>
      </li>
      """
    ),
    (
      "seven fields and a section an item",
      """
      <li>
        <time datetime="{{date}}">{{date}}</time>
        <a href="{{root}}{{url}}">{{title}}</a>
        {{#dek}}
        <p class="dek">{{.}}</p>
        {{/dek}}
      </li>
      """
    ),
  ])
  func `A page of 40 list items`(_ name: String, _ item: String) throws {
    let template = try library(
      """
      -- page --
      {{<layout}}{{$main}}
      <ol class="articles">
        {{#items}}
        {{>item}}
        {{/items}}
      </ol>
      {{/main}}{{/layout}}
      -- layout --
      <!doctype html>
      <title>{{title}}</title>
      <main>
        <h1>{{title}}</h1>
        {{$main}}
        {{/main}}
      </main>
      -- item --
      \(item)
      """
    ).compile("page", for: Index.self)
    let index = Index(
      title: "March 2017", root: "../../",
      items: (1...40).map {
        Item(
          title: "Lise Grande says the fighting is \($0) streets from the bridge",
          url: "2017/03/26/lise-grande-says-\($0)/", date: "2017-03-26",
          dek: "The coordinator's office counted families that left & those that stayed.")
      })

    var html = HTML()
    var fastest = UInt64.max
    for _ in 0..<200 {
      let start = nanoseconds()
      for _ in 0..<50 {
        html.removeAll()
        template.render(index, into: &html)
      }
      fastest = min(fastest, (nanoseconds() - start) / 50)
    }
    #expect(html.bytes.count > 40 * 200)
    print("40 items, \(name), \(html.bytes.count) bytes: \(Double(fastest) / 1000) µs")
  }

  private func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
