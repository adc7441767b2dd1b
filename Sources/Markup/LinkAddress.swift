/// What an address asks of a browser, judged by its scheme.
///
/// Judged on the address as libcmark decoded it. It prints all but unreserved and reserved ASCII
/// percent-encoded, so no control character, space or backslash in it can hide a scheme from us
/// that a browser would then see.
enum LinkAddress {
  /// An absolute path on the site: `/media/map.png`.
  case rooted
  /// Relative to the page, or a fragment.
  case relative
  /// Another host by http, https or no scheme (`//host/`).
  case remote
  /// `mailto:` or `tel:`.
  case contact
  /// `data:` with an image that runs no script: PNG, GIF, JPEG, WebP.
  case imageData
  /// Any other scheme.
  case unsafe

  init(_ url: UnsafeBufferPointer<UInt8>) {
    if url.first == UInt8(ascii: "/") {
      self = url.count > 1 && url[1] == UInt8(ascii: "/") ? .remote : .rooted
      return
    }
    guard let colon = LinkAddress.schemeLength(url) else {
      self = .relative
      return
    }
    let scheme = UnsafeBufferPointer(rebasing: url[..<colon])
    if LinkAddress.equal(scheme, "http") || LinkAddress.equal(scheme, "https") {
      self = .remote
    } else if LinkAddress.equal(scheme, "mailto") || LinkAddress.equal(scheme, "tel") {
      self = .contact
    } else if LinkAddress.hasPrefix(url, "data:image/png")
      || LinkAddress.hasPrefix(url, "data:image/gif")
      || LinkAddress.hasPrefix(url, "data:image/jpeg")
      || LinkAddress.hasPrefix(url, "data:image/webp")
    {
      self = .imageData
    } else {
      self = .unsafe
    }
  }

  /// Whether a reader may follow it.
  var isSafeLink: Bool {
    switch self {
    case .rooted, .relative, .remote, .contact: true
    case .imageData, .unsafe: false
    }
  }

  /// Whether a page may show it as an image of its own.
  var isSafeImage: Bool {
    switch self {
    case .rooted, .relative, .imageData: true
    case .remote, .contact, .unsafe: false
    }
  }

  /// The length of the scheme (RFC 3986, 3.1), nil where there is none.
  private static func schemeLength(_ url: UnsafeBufferPointer<UInt8>) -> Int? {
    for i in url.indices {
      switch url[i] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if i == 0 { return nil }
      case UInt8(ascii: ":"): return i == 0 ? nil : i
      default: return nil
      }
    }
    return nil
  }

  private static func equal(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    bytes.count == word.utf8CodeUnitCount && hasPrefix(bytes, word)
  }

  /// Whether `bytes` begins with a lower-case word, letters in either case.
  private static func hasPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    for i in 0..<count where lowercased(bytes[i]) != word.utf8Start[i] { return false }
    return true
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
