import ArchiveModel

/// What the name of a file tells: a date in front, as Jekyll has it, and words.
struct FileName {
  /// The day that the name begins with.
  private(set) var day: CalendarDay?
  /// The rest without the extension.
  private let rest: String

  /// Takes the last part of a path apart.
  init(_ path: String) {
    let name = path.split(separator: "/").last ?? ""
    var stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    let parts = stem.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    if parts.count >= 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2,
      parts[2].utf8.count <= 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let dayOfMonth = Int(parts[2]),
      let day = CalendarDay(year: year, month: month, day: dayOfMonth)
    {
      self.day = day
      stem = parts.count == 4 ? parts[3] : ""
    }
    rest = String(stem)
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
