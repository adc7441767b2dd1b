import ArchiveModel
import NIOHTTP1

/// What is sent back.
struct Reply: Sendable {
  /// What follows the head.
  enum Body: Sendable {
    case bytes([UInt8])
    /// A stretch of a file on disk.
    case file(path: String, Range<Int>)
    /// Events, for as long as the page is open.
    case events(AsyncStream<String>)
  }

  var status: HTTPResponseStatus
  var headers: HTTPHeaders
  var body: Body
  /// The number of the open page whose events these are.
  var openPage: Int?

  /// What holds for all that is sent: it is nobody else's, and asked for again each time.
  private static let always = [
    ("cache-control", "no-cache"), ("x-content-type-options", "nosniff"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("content-security-policy", "frame-ancestors 'self'"),
  ]

  init(
    _ status: HTTPResponseStatus, type: String = "text/plain; charset=utf-8",
    with more: [(String, String)] = [], body: Body
  ) {
    self.status = status
    headers = HTTPHeaders(Reply.always + [("content-type", type)] + more)
    self.body = body
  }

  /// A line for a person.
  init(_ status: HTTPResponseStatus, _ text: String, _ more: [(String, String)] = []) {
    self.init(status, with: more, body: .bytes(Array((text + "\n").utf8)))
  }

  /// JSON.
  init(_ status: HTTPResponseStatus = .ok, json: [UInt8]) {
    self.init(status, type: "application/json", body: .bytes(json))
  }

  /// Another address.
  static func elsewhere(_ location: String) -> Reply {
    Reply(.found, "it is at \(location)", [("location", location)])
  }

  /// The tag of a file's bytes: the same bytes, the same tag.
  static func tag(of bytes: [UInt8]) -> String {
    "\"\(String(StableHash.of(bytes), radix: 36))-\(String(bytes.count, radix: 36))\""
  }

  /// The answer for a file, or a part of it, or nothing where the browser has it.
  static func file(
    _ status: HTTPResponseStatus = .ok, type: String, tag: String, count: Int,
    for request: Request, body: (Range<Int>) -> Body
  ) -> Reply {
    let fields: [(String, String)] = [("etag", tag), ("accept-ranges", "bytes")]
    if status == .ok, matches(request.headers[canonicalForm: "if-none-match"], tag) {
      var reply = Reply(.notModified, type: type, with: fields, body: .bytes([]))
      reply.headers.remove(name: "content-type")
      return reply
    }
    // A part of another version is of no use.
    let condition = request.headers.first(name: "if-range")
    let wantsPart = status == .ok && (condition == nil || condition == tag)
    switch ByteRange(wantsPart ? request.headers.first(name: "range") : nil, of: count) {
    case .whole: return Reply(status, type: type, with: fields, body: body(0..<count))
    case .part(let range):
      let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(count)"
      return Reply(
        .partialContent, type: type, with: fields + [("content-range", place)], body: body(range))
    case .unsatisfiable:
      return Reply(
        .rangeNotSatisfiable, "the file has \(count) bytes", [("content-range", "bytes */\(count)")]
      )
    }
  }

  /// Whether a browser has this version; a weak tag serves here as well (RFC 9110, 13.1.2).
  private static func matches(_ tags: [Substring], _ tag: String) -> Bool {
    tags.contains { $0 == "*" || $0 == tag || $0 == "W/" + tag }
  }
}
