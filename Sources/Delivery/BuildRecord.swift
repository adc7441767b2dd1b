/// What `build.json` says of a site, as far as its delivery has need of it.
package struct BuildRecord: Sendable {
  /// Its place in a site.
  package static let path = "build.json"

  /// How many drafts the site shows.
  package var drafts = 0
  /// When the archive changed last: a date as Dateline writes it, exact or not.
  package var lastChange = ""
  /// The hash over the lines of the manifest for all other files.
  package var filesHash = ""

  /// Reads a record; what is not there stays empty.
  package init(parsing bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    drafts = Int(BuildRecord.value(of: "drafts", in: text)) ?? 0
    lastChange = BuildRecord.value(of: "last_change", in: text)
    filesHash = BuildRecord.value(of: "files_sha256", in: text)
  }

  /// The value behind a key, up to its end: none of these holds an escape.
  ///
  /// Inside of a string the key's quotes would be escaped, so that it is not found there.
  private static func value(of key: String, in text: String) -> String {
    let key = Array("\"\(key)\":".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count > key.count else { return "" }
    for start in 0..<bytes.count - key.count
    where bytes[start..<start + key.count].elementsEqual(key) {
      let rest = bytes[(start + key.count)...].prefix { !",}".utf8.contains($0) }
      return String(decoding: rest.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }
    return ""
  }
}
