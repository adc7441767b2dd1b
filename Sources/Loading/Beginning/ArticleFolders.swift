import ArchiveModel

/// How an archive arranges its article files, as the newest of them have it.
struct ArticleFolders: Equatable {
  /// A folder on the way to a file, or what its name begins with.
  enum Part: Hashable {
    case year, month, day
    /// A folder of this name.
    case named(String)
    /// The file's name begins with the day: `2017-03-26-talks.md`.
    case dayInName
  }

  /// From `articles/` on.
  let parts: [Part]

  /// So many of the newest files decide: an archive may have been arranged otherwise once.
  private static let decisive = 20

  /// Looks at the paths of all articles, as `Archive.articleFiles` has them: O(files).
  ///
  /// Without any a year is a folder.
  init(of files: [String]) {
    let shapes = files.compactMap(Shape.init)
    let dated = shapes.filter { !$0.date.isEmpty }
    // The path settles what the date leaves open, so that the order is one.
    let newest = (dated.isEmpty ? shapes : dated)
      .sorted { a, b in
        a.date == b.date ? a.path > b.path : b.date.lexicographicallyPrecedes(a.date)
      }
      .prefix(ArticleFolders.decisive)
    var counts: [[Part]: Int] = [:]
    for shape in newest { counts[shape.parts, default: 0] += 1 }
    var best: (parts: [Part], count: Int)?
    for shape in newest {
      let count = counts[shape.parts] ?? 0
      if count > best?.count ?? 0 { best = (shape.parts, count) }
    }
    parts = best?.parts ?? [.year]
  }

  /// Where a new article of a date belongs: `articles/2017/03/talks.md`.
  ///
  /// Folders of what the date does not say are left out; without a year it is `undated`.
  func path(of slug: Slug, on date: ArchiveDate) -> String {
    var path = "articles/"
    var name = slug.description
    for part in parts {
      switch part {
      case .year: path += (date.year.map { Self.padded($0, 4) } ?? "undated") + "/"
      case .month: path += date.month.map { Self.padded($0, 2) + "/" } ?? ""
      case .day: path += date.day.map { Self.padded($0.day, 2) + "/" } ?? ""
      case .named(let folder): path += folder + "/"
      case .dayInName: if let day = date.day { name = "\(day)-\(name)" }
      }
    }
    return path + name + ".md"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// What the path of one file tells.
  private struct Shape {
    let path: String
    var parts: [Part] = []
    /// Year, month and day, as far as they are there.
    var date: [Int] = []

    /// Nil for what is arranged by another rule, such as an article in a folder of its own.
    init?(_ path: String) {
      self.path = path
      var folders = path.split(separator: "/", omittingEmptySubsequences: false)
      guard folders.count > 1, folders.removeFirst() == "articles" else { return nil }
      let file = folders.removeLast()
      guard !file.hasPrefix("index.") else { return nil }
      // Drafts and the like are no place for an article of today.
      guard !folders.contains(where: { $0.hasPrefix("_") }) else { return nil }
      for folder in folders {
        let number = folder.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(folder) : nil
        switch (date.count, folder.utf8.count, number) {
        case (0, 4, let year?): take(.year, year)
        case (1, 2, let month?) where (1...12).contains(month): take(.month, month)
        case (2, 2, let day?) where (1...31).contains(day): take(.day, day)
        default: parts.append(.named(String(folder)))
        }
      }
      if let day = FileName(String(file)).day {
        parts.append(.dayInName)
        date = [day.year, day.month, day.day]
      }
    }

    private mutating func take(_ part: Part, _ number: Int) {
      parts.append(part)
      date.append(number)
    }
  }
}
