/// A pattern of articles' addresses: `/:year/:month/:slug/`, `/:section/:slug.html`.
///
/// Parsed once, when the settings are read; whatever an article says, what it expands to stays in
/// the site: ASCII segments of at most 80 bytes in lower case, 180 together (FIELD §5.3), but for a
/// file's name that an old address had as it is.
public struct AddressPattern: Sendable, Hashable, CustomStringConvertible {
  /// What stands for a part of the address.
  public enum Placeholder: String, Sendable, Hashable, CaseIterable {
    case year, month, day, section, slug, id
    /// The folders of the file below `articles/`, and the name of the file.
    case folder, filename
    /// As Jekyll makes an address of `2014-12-23-My_Hub.md`: `My_Hub`, if no slug is stated.
    case title
    /// As Hugo makes an address of `My_Hub.md`: `my_hub`; the second unless a slug is stated.
    case basename, slugorbasename
    /// All categories, as Jekyll has them in an address.
    case categories
    case shortYear = "short_year"
    case monthNumber = "i_month"
    case dayNumber = "i_day"
    case dayOfYear = "y_day"

    /// Whether it is the article's own, so that a number may stand at it.
    var isOwn: Bool {
      switch self {
      case .slug, .id, .filename, .title, .basename, .slugorbasename: true
      case .year, .month, .day, .section, .folder, .categories, .shortYear, .monthNumber,
        .dayNumber, .dayOfYear:
        false
      }
    }
  }

  /// A placeholder, or text as it stands.
  enum Part: Sendable, Hashable {
    case literal(String)
    case placeholder(Placeholder)
  }

  /// Why a text is no pattern.
  public struct Failure: Error, Sendable, Hashable {
    /// The rule that it breaks.
    public var rule: String
    /// Which part of the text breaks it, as UTF-8 offsets; nil for the whole.
    public var offsets: Range<Int>?
    /// What to write instead.
    public var suggestion: String?
  }

  /// The pattern in its one form: `/:year/:month/:slug/`.
  public let description: String
  /// The parts of each segment.
  let segments: [[Part]]
  /// Whether the address ends in `.html` and not in a slash.
  let isFile: Bool

  /// `/2017/03/26/slug/`.
  public static let standard = AddressPattern([
    [.placeholder(.year)], [.placeholder(.month)], [.placeholder(.day)], [.placeholder(.slug)],
  ])

  private init(_ segments: [[Part]], isFile: Bool = false) {
    self.segments = segments
    self.isFile = isFile
    let text = segments.map { $0.map(AddressPattern.text).joined() }.joined(separator: "/")
    description = "/" + text + (isFile ? ".html" : "/")
  }

  private static func text(_ part: Part) -> String {
    switch part {
    case .literal(let text): text
    case .placeholder(let placeholder): ":" + placeholder.rawValue
    }
  }

  // MARK: Parsing

  /// Reads a pattern as Dateline, Hugo or Jekyll write it: O(length).
  ///
  /// Jekyll's `date`, `pretty`, `ordinal` and `none` are patterns by name, and so is `hugo`, what
  /// that does by itself; Jekyll's `:output_ext`, and Hugo's `:sections`, `:contentbasename` and the
  /// like are understood.
  public init(parsing text: String) throws(Failure) {
    if let named = AddressPattern.named[text] {
      self = try AddressPattern(parsing: named)
      return
    }
    guard text.hasPrefix("/") else {
      throw Failure(
        rule: "a pattern of addresses begins with /",
        suggestion: "write it as /\(text.hasPrefix(":") ? text : ":year/:month/:day/:slug/")")
    }
    var segments: [[Part]] = []
    var offset = 0
    var isFile = false
    for segment in text.split(separator: "/", omittingEmptySubsequences: false) {
      defer { offset += segment.utf8.count + 1 }
      guard !segment.isEmpty else { continue }
      var parts = try AddressPattern.parts(of: segment, at: offset)
      isFile = AddressPattern.takeFileEnd(from: &parts)
      guard !parts.isEmpty else {
        throw Failure(rule: "a file’s name stands before .html")
      }
      try AddressPattern.check(parts, at: offset, of: segment)
      segments.append(parts)
    }
    // Only the last segment may be a file.
    isFile = isFile && !text.hasSuffix("/")
    self.init(segments, isFile: isFile)
    try checkWhole()
  }

  private static let named = [
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
    "hugo": "/:folder/:slugorbasename/",
  ]

  /// What other generators call the same.
  private static let synonyms: [String: Placeholder] = [
    "slugorfilename": .slugorbasename, "slugorcontentbasename": .slugorbasename,
    "contentbasename": .basename, "name": .filename, "sections": .folder, "path": .folder,
    "category": .section, "slugified_categories": .categories, "yearday": .dayOfYear,
  ]

  private static func parts(
    of segment: Substring, at offset: Int
  ) throws(Failure) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = segment
    while let first = rest.first {
      guard first == ":" else {
        literal.append(first)
        rest = rest.dropFirst()
        continue
      }
      let start = offset + (segment.utf8.count - rest.utf8.count)
      let word = rest.dropFirst().prefix {
        $0.isASCII && ($0.isLetter || $0 == "_")
      }
      rest = rest.dropFirst(word.count + 1)
      if word == "output_ext" {
        literal += ".html"
        continue
      }
      guard
        let placeholder = Placeholder(rawValue: String(word)) ?? synonyms[String(word)]
      else {
        let names = Placeholder.allCases.map(\.rawValue)
        throw Failure(
          rule: word.isEmpty ? "a word stands after “:”" : "no part of an address is “:\(word)”",
          offsets: start..<start + word.utf8.count + 1,
          suggestion: Spelling.nearest(to: String(word), in: names + synonyms.keys.sorted())
            .map { "did you mean :\($0)?" }
            ?? "write one of \(names.prefix(8).map { ":" + $0 }.joined(separator: ", "))")
      }
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
      parts.append(.placeholder(placeholder))
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return parts
  }

  /// Takes `.html` off the end of a segment, if it is there.
  private static func takeFileEnd(from parts: inout [Part]) -> Bool {
    guard case .literal(let text) = parts.last, text.hasSuffix(".html") else { return false }
    parts.removeLast()
    let rest = String(text.dropLast(5))
    if !rest.isEmpty { parts.append(.literal(rest)) }
    return true
  }

  private static func check(
    _ parts: [Part], at offset: Int, of segment: Substring
  ) throws(Failure) {
    let place = offset..<offset + segment.utf8.count
    for case .literal(let text) in parts {
      guard text.utf8.allSatisfy(isPlain) else {
        throw Failure(
          rule: "between its parts an address has lower-case letters a to z, digits and hyphens",
          offsets: place,
          suggestion: text.utf8.contains(where: isPlain) ? "write \(Slug(text))" : nil)
      }
    }
    if case .literal(let text) = parts.first, parts.count == 1, Slug(exactly: text) == nil {
      throw Failure(
        rule: "“\(text)” cannot be a part of an address", offsets: place,
        suggestion: "write letters and digits, with single hyphens between them")
    }
  }

  private func checkWhole() throws(Failure) {
    let placeholders = Set(
      segments.joined().compactMap { part -> Placeholder? in
        if case .placeholder(let placeholder) = part { placeholder } else { nil }
      })
    guard placeholders.contains(where: \.isOwn) else {
      throw Failure(
        rule: "a pattern needs :slug, :id or :filename, else many articles have one address",
        suggestion: "write it as /:year/:month/:day/:slug/")
    }
    guard segments.count <= 12, description.utf8.count <= 120 else {
      throw Failure(rule: "a pattern has at most 12 parts and 120 bytes")
    }
    if case .literal(let first) = segments.first?.first, segments.first?.count == 1,
      ReservedAddress.names.contains(first) && (first != "undated" || segments.count < 2)
        || ReservedAddress.isYear(first)
    {
      throw Failure(
        rule: "the addresses below /\(first)/ are Dateline’s own",
        offsets: 1..<1 + first.utf8.count,
        suggestion: "choose another first part, such as /articles/:slug/")
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
