import ArchiveModel

/// What a raw wire text tells of itself (FIELD §3.8), and the text that is left.
///
/// Read this file first: `init` takes the text apart from both ends. Nothing is lost: what is not
/// taken as a headline, a byline and so on, stays in `body`, in the order in which it stood. Where
/// a piece could be two things, it stays.
struct WireText {
  /// What front matter leaves open.
  struct Wants: OptionSet {
    let rawValue: UInt8
    static let title = Wants(rawValue: 1 << 0)
    static let url = Wants(rawValue: 1 << 1)
    static let byline = Wants(rawValue: 1 << 2)
    static let dateline = Wants(rawValue: 1 << 3)
    static let source = Wants(rawValue: 1 << 4)
    static let rights = Wants(rawValue: 1 << 5)
  }

  private(set) var title: String?
  private(set) var version: Article.Version?
  private(set) var date: ArchiveDate?
  private(set) var url: String?
  private(set) var byline: WireByline?
  /// The dateline as printed, its places and the agency that signed.
  private(set) var dateline: String?
  private(set) var places: [String] = []
  private(set) var source: String?
  private(set) var credits: String?
  private(set) var rights: String?
  /// Lines that are no text: slugs, fields, notes of the editors.
  private(set) var notes: [String] = []
  /// The paragraphs, each on a line, with a blank line between them.
  private(set) var body: [UInt8] = []
  /// The dateline in `body`, of which it stays a part.
  private(set) var datelineInBody: Range<Int>?
  /// Where the text begins in the file.
  private(set) var bodyStart: Int

  private let lines: WireLines
  private let wants: Wants
  /// The day that is known already.
  private let known: ArchiveDate
  /// What of the text is shown elsewhere.
  private var taken: [Range<Int>] = []
  /// Where a dateline stands in the file, and where the text behind it begins.
  private var datelineInFile: Range<Int>?
  private var textStart: Int
  /// The line that a dateline on a line of its own belongs to.
  private var joint: Int?

  /// Reads a decoded text from an offset on: O(bytes).
  init(_ bytes: [UInt8], from start: Int, wants: Wants, knownDate: ArchiveDate = .undated) {
    lines = WireLines(bytes: bytes)
    self.wants = wants
    known = knownDate
    let header = WireHeader(of: lines, from: start)
    bodyStart = header.end
    textStart = header.end
    read(header)

    let ending = WireEnding(
      of: lines, from: bodyStart, to: bytes.count,
      wantsRights: wants.contains(.rights) && rights == nil,
      wantsAgency: wants.contains(.source) && source == nil)
    if !header.beginsText { readHeadline(before: ending.start) }
    readOpening(before: ending.start)
    read(ending)

    let paragraphs = WireParagraphs(
      of: lines, in: bodyStart..<max(bodyStart, ending.start), omitting: taken,
      marking: datelineInFile, joiningAt: joint)
    body = paragraphs.bytes
    if !places.isEmpty { datelineInBody = paragraphs.marked }
    if date == nil { date = url.flatMap(ArchiveDate.init(inPathOf:)) }
    if wants.contains(.title), title == nil { title = firstSentence(behind: paragraphs.marked) }
  }
}

// MARK: What stands above the text

extension WireText {
  private mutating func read(_ header: WireHeader) {
    if let (value, printed) = header.date, !take(value) { note(printed) }
    if let range = header.url {
      let text = lines.string(range)
      if wants.contains(.url) { url = text } else { notes.append(text) }
    }
    if let range = header.title {
      if wants.contains(.title) { takeTitle(range) } else { note(range) }
    }
    if let range = header.byline {
      if wants.contains(.byline) {
        byline = WireByline(printed: lines.string(range))
        sign(byline?.agency)
      } else {
        note(range)
      }
    }
    if let range = header.source {
      if wants.contains(.source) { source = lines.string(range) } else { note(range) }
    }
    if let range = header.dateline {
      if wants.contains(.dateline) { dateline = lines.string(range) } else { note(range) }
    }
    if let range = header.rights {
      if wants.contains(.rights) { rights = lines.string(range) } else { note(range) }
    }
    header.notes.forEach { note($0) }
  }

  private mutating func note(_ range: Range<Int>) { notes.append(lines.string(range)) }

  /// Takes a date that is printed; false where it says something else than is known.
  private mutating func take(_ date: ArchiveDate) -> Bool {
    let known = self.date ?? known
    if known == .undated { self.date = date }
    return known == .undated || known == date || known.day.map(ArchiveDate.day) == date
  }

  private mutating func sign(_ agency: String?) {
    if wants.contains(.source), source == nil { source = agency }
  }

  private mutating func takeTitle(_ range: Range<Int>) {
    let headline = WireHeadline(lines.string(range))
    title = headline.text
    version = headline.version
    if let prefix = headline.prefix { notes.append(prefix) }
  }
}

// MARK: Headline, byline, day, dateline

extension WireText {
  /// A short first line of its own, or one that a dateline, a byline or an indent follows.
  private mutating func readHeadline(before end: Int) {
    guard wants.contains(.title), title == nil, let line = lines.text(from: bodyStart),
      line.start < end, WireHeadline.isForm(lines.bytes[line.text])
    else { return }
    let text = lines.bytes[line.text]
    guard WireByline(text) == nil, WireDateline(text, isFirst: false) == nil else { return }
    let headline = WireHeadline(lines.string(line.text))
    let next = lines.line(at: line.next)
    let isApart = next.map { $0.isBlank || $0.indent >= 2 && line.indent == 0 } ?? false
    guard isApart || headline.version != nil || next.map(opens) ?? false else { return }
    takeTitle(line.text)
    bodyStart = lines.text(from: line.next)?.start ?? lines.bytes.count
    textStart = bodyStart
  }

  /// Whether a line can only stand below a headline.
  private func opens(_ line: WireLine) -> Bool {
    let text = lines.bytes[line.text]
    return WireByline(text) != nil || WireHeader.day(text) != nil
      || WireDateline(text, isFirst: true) != nil
  }

  private static let maximumOpeningLines = 8
  private static let longestNameBytes = 40
  /// What is longer is no deck and no point, but text.
  private static let longestDeckBytes = 160

  /// Byline, date and dateline: between headline and text, also below a deck or points.
  private mutating func readOpening(before end: Int) {
    var start = bodyStart
    var isFirst = true
    var mayBeByline = true
    for _ in 0..<WireText.maximumOpeningLines {
      guard let line = lines.text(from: start), line.start < end else { return }
      let text = lines.bytes[line.text]
      start = line.next
      if mayBeByline, wants.contains(.byline), byline == nil, let found = WireByline(text) {
        start = take(found, line)
      } else if mayBeByline, let day = WireHeader.day(text), take(day) {
        taken.append(line.text)
        let hasMore = (try? ArchiveDate(parsing: lines.string(line.text))) == nil
        if hasMore { note(line.text) }
      } else if let found = WireDateline(text, isFirst: isFirst) {
        take(found, line)
        return
      } else {
        // A name or another short line may stand between headline and text.
        if text.count > WireText.longestNameBytes { isFirst = false }
        if text.count > WireText.longestDeckBytes { mayBeByline = false }
      }
    }
  }

  /// Takes a byline, and a line with the writer's outlet below it; where the next line begins.
  private mutating func take(_ found: WireByline, _ line: WireLine) -> Int {
    byline = found
    taken.append(line.text)
    var end = line.next
    if let next = lines.line(at: line.next), WireByline.isOutletLine(lines.bytes[next.text]) {
      byline = found.followed(by: lines.string(next.text))
      taken.append(next.text)
      end = next.next
    }
    sign(byline?.agency)
    return end
  }

  private mutating func take(_ found: WireDateline, _ line: WireLine) {
    let start = line.text.lowerBound
    textStart = start + found.bytes
    if textStart == line.text.upperBound { joint = lines.text(from: line.next)?.start }
    if let date = found.date?.date { _ = take(date) }
    sign(found.agency)
    let printed = start..<start + found.printedBytes
    datelineInFile = printed
    guard wants.contains(.dateline), dateline == nil, !found.places.isEmpty else { return }
    dateline = lines.string(printed)
    places = found.places
  }

  /// The first sentence as a headline, without the dateline that it may begin with.
  private func firstSentence(behind dateline: Range<Int>?) -> String? {
    var text = body[...]
    if let datelineInFile, dateline?.lowerBound == 0 {
      text = text.dropFirst(textStart - datelineInFile.lowerBound)
    }
    let sentence = WireHeadline.firstSentence(of: text.drop { $0 == UInt8(ascii: " ") })
    return sentence.isEmpty ? nil : sentence
  }
}

// MARK: What stands below the text

extension WireText {
  private mutating func read(_ ending: WireEnding) {
    credits = ending.credits.map { range in
      lines.string(range).split { " \t\n".contains($0) }.joined(separator: " ")
    }
    if let range = ending.rights { rights = lines.string(range) }
    // The agency of a dateline counts more; the other is kept all the same.
    sign(ending.agency)
    if let agency = ending.agency, agency != source { notes.append(agency) }
  }
}
