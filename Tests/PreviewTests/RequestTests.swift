import NIOHTTP1
import Testing

@testable import Preview

@Suite struct `Requests` {
  private func request(_ target: String) -> Request? {
    Request(HTTPRequestHead(version: .http1_1, method: .GET, uri: target))
  }

  @Test(arguments: [
    ("/", "/"), ("/2017/", "/2017/"), ("/caf%C3%A9/", "/café/"), ("/a%20b", "/a b"),
    ("/a%2Fb", "/a/b"), ("/100%25/", "/100%/"), ("/...", "/..."), ("/a/.b", "/a/.b"),
  ])
  func `A path is decoded once`(_ target: String, _ path: String) {
    #expect(request(target)?.path == path)
  }

  @Test(arguments: [
    "", "*", "http://evil.example/", "evil.example:80", "/..", "/a/../b", "/%2e%2e/", "/a/%2E/b",
    "/%2e%2e%2fetc", "/..%2f", "/%5c", "/\\", "/%00", "/a%0Ab", "/%7f", "/%", "/%4", "/%zz", "/%ff",
  ])
  func `What is no path of a file is no request`(_ target: String) {
    #expect(request(target) == nil)
  }

  @Test func `A field of the query is decoded, and dots in it are text`() {
    let asked = request("/-/dateline/margin?file=a%2F..%2Fb%26c&q=")
    #expect(asked?.field("file") == "a/../b&c")
    #expect(asked?.field("q") == "")
    #expect(asked?.field("other") == nil)
  }

  private func headers(_ fields: [(String, String)]) -> HTTPHeaders { HTTPHeaders(fields) }

  @Test(arguments: [
    ("127.0.0.1", "127.0.0.1:1313", true), ("127.0.0.1", "localhost:1313", true),
    ("127.0.0.1", "[::1]:1313", true), ("127.0.0.1", "127.8.8.8:1313", true),
    ("127.0.0.1", "192.168.0.7:1313", false), ("127.0.0.1", "evil.example:1313", false),
    ("127.0.0.1", "127.0.0.1:1314", false), ("127.0.0.1", "127.0.0.1", false),
    ("127.0.0.1", "127.0.0.1.evil.example:1313", false), ("127.0.0.1", "127.0.0.999:1313", false),
    ("0.0.0.0", "192.168.0.7:1313", true), ("0.0.0.0", "[fe80::1]:1313", true),
    ("0.0.0.0", "evil.example:1313", false), ("desk.local", "desk.local:1313", true),
    ("desk.local", "evil.example:1313", false), ("::1", "[::1]:1313", true),
    ("127.0.0.1", "[::1:1313", false), ("127.0.0.1", "localhost:+1313", false),
  ])
  func `A host is this one by its address, or by the name that its user gave it`(
    _ address: String, _ host: String, _ isAllowed: Bool
  ) {
    let guardian = RequestGuard(address: address, port: 1313)
    #expect((guardian.refusal(headers([("host", host)])) == nil) == isAllowed)
  }

  @Test func `Two hosts, or none, are refused`() {
    let guardian = RequestGuard(address: "127.0.0.1", port: 1313)
    #expect(guardian.refusal(headers([])) == .stranger)
    let own = ("host", "localhost:1313")
    #expect(guardian.refusal(headers([own, own])) == .stranger)
    #expect(guardian.refusal(headers([("host", "localhost:1313, localhost:1313")])) == .stranger)
  }

  @Test func `An origin must be the one that is asked`() {
    let guardian = RequestGuard(address: "127.0.0.1", port: 1313)
    func refusal(_ origin: String) -> RequestGuard.Refusal? {
      guardian.refusal(headers([("host", "localhost:1313"), ("origin", origin)]))
    }
    #expect(refusal("http://localhost:1313") == nil)
    #expect(refusal("http://127.0.0.1:1313") == .otherOrigin)
    #expect(refusal("https://localhost:1313") == .otherOrigin)
    #expect(refusal("null") == .otherOrigin)
  }
}
