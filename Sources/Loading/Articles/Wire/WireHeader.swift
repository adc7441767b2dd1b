import ArchiveModel

/// What machines and editors put above a wire text: an address, fields, slug lines, buttons.
struct WireHeader {
  /// Where the text begins, or what is left of a line that the header only begins.
  private(set) var end: Int
  /// Whether a date stands before the text on its first line, as ` date 2017-03-26 …`: then what
  /// follows is text, and no headline.
  private(set) var beginsText = false
  /// The date, and where it is printed.
  private(set) var date: (value: ArchiveDate, printed: Range<Int>)?
  /// The address that fills a line.
  private(set) var url: Range<Int>?
  /// A field or a line of control marks that is a headline.
  private(set) var title: Range<Int>?
  private(set) var byline: Range<Int>?
  private(set) var source: Range<Int>?
  private(set) var dateline: Range<Int>?
  private(set) var rights: Range<Int>?
  /// Whatever else it says, line by line.
  private(set) var notes: [Range<Int>] = []

  private let lines: WireLines
  private static let maximumLines = 24

  /// Reads from an offset on; O(the lines of the header).
  init(of lines: WireLines, from start: Int) {
    self.lines = lines
    end = start
    guard let first = lines.text(from: start) else {
      end = lines.bytes.count
      return
    }
    end = first.text.lowerBound
    if readDatePrefix(first) { return }
    for _ in 0..<WireHeader.maximumLines {
      guard let line = lines.text(from: end) else {
        end = lines.bytes.count
        return
      }
      end = line.text.lowerBound
      guard let next = read(line) else { return }
      end = next
    }
  }

  /// The form ` date 2017-03-26 Iraqi officials …`.
  private mutating func readDatePrefix(_ line: WireLine) -> Bool {
    let text = lines.bytes[line.text]
    guard text.begins(with: "date") else { return false }
    var rest = text.dropFirst(4)
    while let byte = rest.first, WireLines.isBlank(byte) || byte == UInt8(ascii: ":") {
      rest.removeFirst()
    }
    let token = rest.prefix(32).prefix { !WireLines.isBlank($0) }
    guard rest.startIndex > text.startIndex + 4,
      let date = try? ArchiveDate(parsing: String(decoding: token, as: UTF8.self)),
      date.isExact, date.day != nil
    else { return false }
    self.date = (date, text.startIndex..<token.endIndex)
    beginsText = token.endIndex < line.text.upperBound
    end = lines.text(from: token.endIndex)?.text.lowerBound ?? lines.bytes.count
    return true
  }

  /// Reads a line of the header; where the next begins, or nil if the text has begun.
  private mutating func read(_ line: WireLine) -> Int? {
    let text = lines.bytes[line.text]
    if url == nil, text.begins(with: "http"), ValueReader.isWebURL(lines.string(line.text)) {
      url = line.text
      return line.next
    }
    if text.first == UInt8(ascii: "^") {
      readControl(line)
      return line.next
    }
    if date == nil, let day = WireHeader.day(text) {
      date = (day, line.text)
      return line.next
    }
    if WireHeader.isSlug(text) {
      notes.append(line.text)
      return line.next
    }
    return readFields(line) ?? readButtons(line)
  }

  /// A line that is a date and nothing else.
  static func day(_ text: ArraySlice<UInt8>) -> ArchiveDate? {
    guard (8...60).contains(text.count), text.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    let string = String(decoding: text, as: UTF8.self)
    if let date = try? ArchiveDate(parsing: string) {
      return date.isExact && date.day != nil ? date : nil
    }
    return WireDate(string)?.date
  }

  // MARK: Control marks

  /// A line as `^Coalition looks into Mosul strikes<`: a slug, a note of the editors, a headline.
  private mutating func readControl(_ line: WireLine) {
    var text = lines.bytes[line.text].dropFirst()
    if text.last == UInt8(ascii: "<") { text.removeLast() }
    text = text.trimmed
    let inside = text.startIndex..<text.endIndex
    if text.isEmpty { return }
    if title == nil, !text.begins(with: "eds"), !WireHeader.isServiceSlug(text),
      !WireHeader.isSlug(text)
    {
      title = inside
    } else if byline == nil, text.begins(with: "by ") {
      byline = inside
    } else {
      notes.append(inside)
    }
  }

  /// "BC-Mosul Strikes,2nd Ld-Writethru,0420", "AM-Mosul": the cycle, then the slug.
  private static func isServiceSlug(_ text: ArraySlice<UInt8>) -> Bool {
    text.begins(with: "bc-") || text.begins(with: "am-") || text.begins(with: "pm-")
  }

  /// A line for machines: `MOSUL-STRIKES`, `IRAQ-MOSUL/ (UPDATE 2)`, `r i BC-Mosul 03-26 0420`,
  /// `ZCZC`.
  static func isSlug(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 80, let last = text.last, !".,;:?!".utf8.contains(last) else {
      return false
    }
    if text.begins(with: "zczc") { return true }
    let words = text.split(separator: UInt8(ascii: " "))
    guard let first = words.first, words.count <= 8 else { return false }
    // ANPA: level and category, a letter each, may stand before the slug.
    if let slug = words.first(where: { $0.count > 1 }), isServiceSlug(slug),
      slug.startIndex > first.startIndex || slug.dropFirst(3).first.map(isCapital) ?? false
    {
      return true
    }
    let joints = first.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    let isCapitals = first.allSatisfy { isCapital($0) || "-/0123456789".utf8.contains($0) }
    let rest = text[first.endIndex...].trimmed
    let isAlone = rest.isEmpty || rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")")
    return joints > 0 && isCapitals && isAlone && first.count(where: isCapital) >= 6
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  // MARK: Fields

  private enum Field { case title, date, byline, source, url, dateline, rights, note }

  /// A block of lines as `Title: …`: two at least, or one that nothing but a header has.
  private mutating func readFields(_ line: WireLine) -> Int? {
    guard let first = field(of: line) else { return nil }
    guard
      first.isUnmistakable || lines.line(at: line.next).flatMap({ field(of: $0) }) != nil
    else { return nil }
    var end = line.next
    keep(first.field, first.value, line)
    while let line = lines.line(at: end), let found = field(of: line) {
      keep(found.field, found.value, line)
      end = line.next
    }
    return end
  }

  private func field(
    of line: WireLine
  ) -> (field: Field, value: Range<Int>, isUnmistakable: Bool)? {
    let text = lines.bytes[line.text]
    guard let colon = text.prefix(20).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = String(decoding: text[..<colon], as: UTF8.self).lowercased()
    guard let field = WireHeader.fields[key] else { return nil }
    let value = text[(colon + 1)...].trimmed
    return (
      field, value.startIndex..<value.endIndex, WireHeader.unmistakable.contains(key)
    )
  }

  private mutating func keep(_ field: Field, _ value: Range<Int>, _ line: WireLine) {
    switch field {
    case _ where value.isEmpty: notes.append(line.text)
    case .title where title == nil: title = value
    case .byline where byline == nil: byline = value
    case .source where source == nil: source = value
    case .dateline where dateline == nil: dateline = value
    case .rights where rights == nil: rights = value
    case .url where url == nil && ValueReader.isWebURL(lines.string(value)): url = value
    case .date where date == nil:
      if let day = WireHeader.day(lines.bytes[value]) {
        date = (day, value)
      } else {
        notes.append(line.text)
      }
    case .title, .byline, .source, .dateline, .rights, .url, .date, .note: notes.append(line.text)
    }
  }

  private static let fields: [String: Field] = [
    "title": .title, "headline": .title, "hed": .title, "date": .date, "published": .date,
    "by": .byline, "byline": .byline, "author": .byline, "authors": .byline, "source": .source,
    "agency": .source, "url": .url, "link": .url, "dateline": .dateline, "copyright": .rights,
    "rights": .rights, "slug": .note, "slugline": .note, "take": .note, "keywords": .note,
    "keyword": .note, "category": .note, "section": .note, "priority": .note, "desk": .note,
    "words": .note, "word count": .note, "edition": .note, "version": .note, "embargo": .note,
    "language": .note, "location": .note, "service": .note, "eds": .note,
  ]

  private static let unmistakable: Set<String> = ["slug", "slugline", "take", "hed", "headline"]

  // MARK: Buttons

  /// Two or more lines of a page's buttons, which came along when its text was copied.
  private mutating func readButtons(_ line: WireLine) -> Int? {
    var found: [Range<Int>] = []
    var end = line.start
    while found.count < WireHeader.maximumLines, let line = lines.text(from: end),
      WireHeader.isButton(lines.bytes[line.text])
    {
      found.append(line.text)
      end = line.next
    }
    guard found.count >= 2 else { return nil }
    notes += found
    return end
  }

  private static func isButton(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 16 && buttons.contains { text.isWord($0) }
  }

  private static let buttons: [StaticString] = [
    "share", "tweet", "email", "e-mail", "print", "facebook", "twitter", "whatsapp", "linkedin",
    "pinterest", "reddit", "telegram", "save", "comment", "comments", "copy link", "subscribe",
    "advertisement", "messenger", "more", "listen",
  ]
}
