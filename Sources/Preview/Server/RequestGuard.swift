import NIOHTTP1

/// Who may ask: programs of this machine that name this server, and pages that it sent itself.
///
/// A page of another site must not read drafts through the browser of whoever writes them. Its
/// name may be made to lead to this machine (DNS rebinding), so `Host` must be an address and no
/// name; its scripts say whose they are (`Origin`, `Sec-Fetch-Site`).
struct RequestGuard: Sendable {
  /// The address that the server listens on, as its user named it.
  let address: String
  let port: Int

  /// Why a request is refused.
  enum Refusal: Sendable, Equatable {
    /// It is not meant for this server.
    case stranger
    /// Another site's page asks.
    case otherOrigin
  }

  /// Nil where the request is one that may be answered.
  func refusal(_ headers: HTTPHeaders) -> Refusal? {
    let hosts = headers[canonicalForm: "host"]
    guard hosts.count == 1, let host = hosts.first, allows(host: String(host)) else {
      return .stranger
    }
    let origins = headers[canonicalForm: "origin"]
    guard origins.allSatisfy({ $0.lowercased() == "http://\(host.lowercased())" }) else {
      return .otherOrigin
    }
    // Whoever follows a link from elsewhere may look; what a page elsewhere loads is not given.
    let site = headers.first(name: "sec-fetch-site") ?? "none"
    let isLink =
      headers.first(name: "sec-fetch-mode") == "navigate"
      && headers.first(name: "sec-fetch-dest") == "document"
    return site == "same-origin" || site == "none" || isLink ? nil : .otherOrigin
  }

  /// Whether the address is one that only this machine reaches.
  static func isLoopback(_ address: String) -> Bool {
    let address = address.lowercased()
    return address == "localhost" || address == "::1"
      || address.hasPrefix("127.") && isIPv4(address)
  }

  private func allows(host: String) -> Bool {
    guard let (name, port) = RequestGuard.parts(of: host.lowercased()), port == self.port else {
      return false
    }
    if name == "localhost" || name == address.lowercased() { return true }
    let isAddress = RequestGuard.isIPv4(name) || name.contains(":")
    return isAddress
      && (RequestGuard.isLoopback(name) || !RequestGuard.isLoopback(address))
  }

  /// The name and the port of `localhost:1313` or `[::1]:1313`.
  private static func parts(of host: String) -> (name: String, port: Int)? {
    var name = host[...]
    var rest: Substring = ""
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return nil }
      name = host[host.index(after: host.startIndex)..<end]
      rest = host[host.index(after: end)...]
      guard name.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }), name.contains(":") else {
        return nil
      }
    } else if let colon = host.firstIndex(of: ":") {
      name = host[..<colon]
      rest = host[colon...]
    }
    guard !name.isEmpty else { return nil }
    if rest.isEmpty { return (String(name), 80) }
    guard rest.first == ":", rest.dropFirst().utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      let port = Int(rest.dropFirst())
    else { return nil }
    return (String(name), port)
  }

  private static func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && UInt8(part) != nil
      }
  }
}
