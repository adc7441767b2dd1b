import ArchiveModel

/// What the name of a file tells: a date in front, as Jekyll has it, and words.
struct FileName {
  /// The day that the name begins with.
  private(set) var day: CalendarDay?
  /// The rest without the extension.
  private var rest: String

  /// Takes the last part of a path apart.
  init(_ path: String) {
    var stem = path[...]
    while stem.utf8.last == UInt8(ascii: "/") { stem = stem.dropLast() }
    if let slash = stem.utf8.lastIndex(of: UInt8(ascii: "/")) {
      stem = stem[stem.utf8.index(after: slash)...]
    }
    if let point = stem.utf8.lastIndex(of: UInt8(ascii: ".")) { stem = stem[..<point] }
    rest = String(stem)
    // Nearly always there is no date, which begins with a digit.
    guard let first = stem.utf8.first, (0x30...0x39).contains(first) else { return }
    let parts = stem.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    if parts.count >= 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2,
      parts[2].utf8.count <= 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let dayOfMonth = Int(parts[2]),
      let day = CalendarDay(year: year, month: month, day: dayOfMonth)
    {
      self.day = day
      rest = parts.count == 4 ? String(parts[3]) : ""
    }
  }

  /// The rest as the last part of an address.
  var slug: Slug? { rest.isEmpty ? nil : Slug(rest) }

  /// The rest as a headline: "Talks resume" of `talks-resume`.
  var words: String {
    let words = rest.split { "-_ \t".contains($0) }.joined(separator: " ")
    guard let first = words.first else { return day?.description ?? "Untitled" }
    let visible = words.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)
    }
    return visible ? first.uppercased() + words.dropFirst() : "Untitled"
  }
}
