/// A path inside the site as an author writes it: an old address, or one that is fixed.
enum SitePath {
  /// Why a text is no such path.
  struct Failure: Error {
    let rule: String
    /// Whether it would lead out of the site.
    var escapes = false
    var suggestion: String?
  }

  /// The path in one form: decoded, with a slash at both ends; without the last one where the last
  /// part is a file's name (`/old/page.html`) or a query follows (`/?p=12`).
  static func normalized(_ text: String) throws(Failure) -> String {
    guard !text.isEmpty else { throw Failure(rule: "the path is empty") }
    let query = text.firstIndex(of: "?")
    let written = String(text[..<(query ?? text.endIndex)])
    guard let path = PercentEncoding.decoded(written) else {
      throw Failure(rule: "this is not a path: its percent signs stand for no text")
    }
    // What a careless server might decode once more must be harmless as well.
    let decodedAgain = PercentEncoding.decoded(path) ?? path
    for path in [path, decodedAgain] { try check(path) }
    guard !path.utf8.contains(UInt8(ascii: "%")) || decodedAgain == path else {
      throw Failure(rule: "the path is encoded twice")
    }
    for scalar in text[(query ?? text.endIndex)...].unicodeScalars where scalar.value <= 0x20 {
      throw Failure(rule: "a query holds no blanks")
    }

    let parts = path.split(separator: "/")
    var normalized = "/" + parts.joined(separator: "/")
    let isFile = !path.hasSuffix("/") && parts.last.map(namesFile) ?? false
    if !parts.isEmpty, !isFile, query == nil { normalized += "/" }
    return normalized + text[(query ?? text.endIndex)...]
  }

  private static func check(_ path: String) throws(Failure) {
    if path.hasPrefix("//") || path.utf8.firstRange(of: "://".utf8) != nil || isScheme(path) {
      throw Failure(
        rule: "this is an address of another site", escapes: true,
        suggestion: "write the path alone, as /2017/old-name/")
    }
    if path.utf8.contains(UInt8(ascii: "\\")) {
      throw Failure(
        rule: "a path holds no backslash", escapes: true, suggestion: "write / between its parts")
    }
    if path.utf8.firstRange(of: "//".utf8) != nil {
      throw Failure(
        rule: "a path has no empty part (//)", suggestion: "write one slash between its parts")
    }
    for part in path.split(separator: "/") {
      if part == ".." || part == "." {
        throw Failure(
          rule: "the path leads out of the site: it holds “\(part)”", escapes: true,
          suggestion: "write it from the site's root, as /2017/old-name/")
      }
      // Hosts keep such files to themselves, and so does the writer; `.well-known` is for robots.
      if part.hasPrefix("."), part != ".well-known" {
        throw Failure(rule: "no part of a path begins with a dot")
      }
      if part.utf8.count > 255 {
        throw Failure(rule: "a part of the path is longer than 255 bytes")
      }
    }
    for scalar in path.unicodeScalars {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069:
        throw Failure(rule: "a path holds no control characters")
      case 0x20: throw Failure(rule: "a path holds no blanks", suggestion: "write a hyphen for it")
      case 0x22, 0x23, 0x3C, 0x3E, 0x7B...0x7D:
        throw Failure(rule: "a path does not hold “\(scalar)”", suggestion: "write a hyphen for it")
      default: continue
      }
    }
  }

  /// `javascript:`, `C:`: letters and a colon before any slash.
  private static func isScheme(_ path: String) -> Bool {
    let head = path.utf8.prefix { FrontMatterScanner.isKeyByte($0) }
    return !head.isEmpty && path.utf8.dropFirst(head.count).first == UInt8(ascii: ":")
  }

  /// A name with an extension of one to five letters and digits.
  private static func namesFile(_ name: Substring) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.utf8.startIndex else {
      return false
    }
    let extent = name.utf8[dot...].dropFirst()
    return (1...5).contains(extent.count)
      && extent.allSatisfy {
        FrontMatterScanner.isKeyByte($0) && $0 | 0x20 > 0x60 || (0x30...0x39).contains($0)
      }
  }
}
