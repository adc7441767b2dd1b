/// A file's name as a part of an address, as it is: with its capitals and underscores, as other
/// generators keep them.
///
/// At most 160 bytes of ASCII letters, digits, `-`, `_`, `.` and `~`, blanks made hyphens; no dot at
/// an end, and never a name that Windows reserves.
public struct PlainName: Sendable, Hashable, CustomStringConvertible {
  /// The name as it stands in an address.
  public let description: String

  /// At most this many bytes: more than a slug of ours, since an old address may have them.
  static let maximumBytes = 160

  /// Takes a name; nil where it cannot stand in an address as it is.
  public init?(_ text: String) {
    let bytes = text.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }
    let dot = UInt8(ascii: ".")
    guard !bytes.isEmpty, bytes.count <= PlainName.maximumBytes, bytes.first != dot,
      bytes.last != dot,
      bytes.allSatisfy(PlainName.isPlain)
    else { return nil }
    let name = String(decoding: bytes, as: UTF8.self)
    // `con`, `con.txt` are devices there.
    guard !Slug.isReserved(name.prefix { $0 != "." }.lowercased()) else { return nil }
    description = name
  }

  /// The name in lower case.
  public var lowercased: PlainName { PlainName(unchecked: description.lowercased()) }

  /// The same name with a number, for the second, third … of one name, in so many bytes less than
  /// it may have.
  func numbered(_ number: Int, shorter: Int) -> String {
    let suffix = number > 1 ? "-\(number)" : ""
    return String(description.prefix(PlainName.maximumBytes - shorter - suffix.utf8.count)) + suffix
  }

  private init(unchecked description: String) { self.description = description }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
