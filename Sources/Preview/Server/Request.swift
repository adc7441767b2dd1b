import Loading
import NIOCore
import NIOHTTP1

/// A request, whole.
struct Request: Sendable {
  var method: HTTPMethod
  /// The path, decoded once: it begins with a slash, has no control characters, and no part of it
  /// is `.` or `..`.
  var path: String
  /// What follows the question mark, as it was sent.
  var query: String
  var headers: HTTPHeaders
  var body: [UInt8] = []

  /// Takes a request's target, which names a path of this server and nothing else; nil for an
  /// absolute address, or a path that is no file's.
  init?(_ head: HTTPRequestHead) {
    guard head.uri.hasPrefix("/") else { return nil }
    let parts = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = PercentEncoding.decoded(String(parts[0])),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }),
      !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    method = head.method
    self.path = path
    query = parts.count > 1 ? String(parts[1]) : ""
    headers = head.headers
  }

  /// The value of a field of the query, decoded.
  func field(_ name: String) -> String? {
    for pair in query.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, parts[0] == name { return PercentEncoding.decoded(String(parts[1])) }
    }
    return nil
  }
}
