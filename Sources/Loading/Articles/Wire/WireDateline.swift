import ArchiveModel

/// Where and when a wire text was filed, and by whom: `PARIS/BERLIN, Jan 3 (Reuters) -`.
///
/// Read from the beginning of a line. What could as well be the beginning of a sentence is none:
/// a place in capitals and a dash are enough for the first line of a text, elsewhere a date or an
/// agency must stand beside it, and with a place in small letters a known agency.
struct WireDateline {
  /// What stands before the dash, in bytes from the line's first.
  private(set) var printedBytes = 0
  /// Where the text after the dash begins, in bytes from the line's first.
  private(set) var bytes = 0
  /// The places as written elsewhere: "Paris", "Berlin", "Mosul, Iraq".
  private(set) var places: [String] = []
  /// The day, with or without its year.
  private(set) var date: WireDate?
  /// The agency that signed.
  private(set) var agency: String?

  private var scanner: DatelineScanner
  /// Whether a place is in small letters.
  private var isMixed = false
  /// Whether anything stands in brackets, be it an agency that is not known.
  private var hasBrackets = false

  private static let maximumBytes = 160
  private static let maximumWords = 4

  /// Reads the beginning of a line; `isFirst` where it is the first of the text.
  init?(_ line: ArraySlice<UInt8>, isFirst: Bool) {
    guard WireDateline.mayBegin(line) else { return nil }
    scanner = DatelineScanner(line.prefix(WireDateline.maximumBytes))
    guard readPlaces(), readMark(), isMixed ? agency != nil : isFirst || hasEvidence else {
      return nil
    }
    scanner.skipBlanks()
    // A dateline as long as all that was looked at is none.
    guard scanner.peek != nil || line.count <= WireDateline.maximumBytes else { return nil }
    bytes = scanner.bytes
    // With nothing but capitals behind it, capitals prove nothing.
    guard hasEvidence || !scanner.isAtCapitals, !scanner.isAtSmallLetter else { return nil }
  }

  /// Whether few words stand before the first mark, and a signature behind a place in small letters:
  /// most lines of a text fail here, before anything is decoded.
  private static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    let line = line.prefix(maximumBytes)
    if line.first == UInt8(ascii: "(") { return true }
    let isMixed = line.dropFirst().first.map { (0x61...0x7A).contains($0) } ?? false
    if isMixed, !line.contains(UInt8(ascii: "(")), !line.contains(UInt8(ascii: "/")) {
      return false
    }
    var words = 1
    var previous = UInt8(ascii: " ")
    for byte in line {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ":"), 0xE2:
        return true
      case UInt8(ascii: "-"), UInt8(ascii: "_"):
        if previous == UInt8(ascii: " ") || previous == byte { return true }
      case UInt8(ascii: " "):
        words += 1
        if words > maximumWords + 1 { return false }
      default: break
      }
      previous = byte
    }
    return false
  }

  private var hasEvidence: Bool { date != nil || agency != nil || hasBrackets }

  // MARK: Places, day, agency

  private mutating func readPlaces() -> Bool {
    if scanner.peek == "(" { return readBrackets() && agency != nil }
    if scanner.isAtDigit { return readDay() }
    repeat {
      guard readPlace() else { return false }
    } while scanner.takeJoint()
    while scanner.peek == "," || scanner.peek == "(" || scanner.peek == "/" {
      if scanner.peek == "(" {
        guard readBrackets() else { return false }
      } else if scanner.take("/") {
        // As TASS signs: "MOSCOW, March 26. /TASS/."
        guard let name = WireAgency.named(scanner.segment()), scanner.take("/") else {
          return false
        }
        agency = name
        finishPrinted()
      } else {
        _ = scanner.take(",")
        guard readDateOrRegion() else { return false }
      }
    }
    return true
  }

  /// A text that begins with its day, as French ones do: `22 mai 2012. - Prévu …`.
  private mutating func readDay() -> Bool {
    guard let date = WireDate(scanner.segment()), date.year != nil else { return false }
    self.date = date
    finishPrinted()
    return true
  }

  private mutating func readPlace() -> Bool {
    let name = scanner.segment()
    let words = name.split(separator: " ")
    guard (1...WireDateline.maximumWords).contains(words.count),
      name.unicodeScalars.count(where: \.properties.isAlphabetic) >= 3,
      words.allSatisfy(WireDateline.isPlaceWord),
      !WireDateline.isNoPlace(words[0]), WireAgency.named(name.filter { $0 != "." }) == nil
    else { return false }
    if !name.unicodeScalars.allSatisfy({ !$0.properties.isLowercase }) { isMixed = true }
    places.append(PlaceName.inSmallLetters(name))
    finishPrinted()
    return true
  }

  private mutating func readDateOrRegion() -> Bool {
    let part = scanner.segment()
    if let date = WireDate(part), self.date == nil {
      self.date = date
      finishPrinted()
      scanner.skipFullStop(before: "/")
      return true
    } else if let date, date.year == nil, let whole = dateWithYear(part) {
      self.date = whole
    } else {
      let words = part.split(separator: " ")
      guard date == nil, (1...3).contains(words.count), let place = places.last,
        words.allSatisfy(WireDateline.isPlaceWord)
      else { return false }
      places[places.count - 1] = place + ", " + PlaceName.inSmallLetters(part)
    }
    finishPrinted()
    return true
  }

  /// The day that was read, with the year that follows its comma.
  private func dateWithYear(_ year: String) -> WireDate? {
    guard year.utf8.count == 4, let date else { return nil }
    return WireDate("\(date.day) \(ArchiveDate.monthName(date.month)) \(year)")
  }

  /// "(Reuters)", "(March 26, 2017)", "(Borneo Bulletin/ANN)".
  private mutating func readBrackets() -> Bool {
    guard let content = scanner.brackets() else { return false }
    if let name = WireAgency.named(content) {
      agency = agency ?? name
    } else if let date = WireDate(content) {
      self.date = self.date ?? date
    } else if !WireDateline.mayBeSignature(content) {
      return false
    }
    hasBrackets = true
    finishPrinted()
    return true
  }

  private mutating func finishPrinted() {
    printedBytes = scanner.bytesOfTaken
    scanner.skipBlanks()
  }

  // MARK: The mark between dateline and text

  private mutating func readMark() -> Bool {
    if scanner.takeDash() {
      // "CAIRO - 13 July 2022: …"
      let start = scanner.offset
      scanner.skipBlanks()
      if date == nil, scanner.isAtDigit, let day = WireDate(scanner.segment()), scanner.take(":") {
        date = day
        printedBytes = scanner.bytesBefore(mark: ":")
      } else {
        scanner.offset = start
      }
      return true
    }
    if scanner.take(":") { return true }
    // After "/TASS/" or a day a full stop may stand for the dash, or before it.
    guard date != nil || agency != nil, scanner.take(".") else { return false }
    scanner.skipBlanks()
    return scanner.takeDash() || agency != nil
  }

  // MARK: Words

  private static func isPlaceWord(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return (first.properties.isUppercase || PlaceName.particles.contains(word.lowercased()))
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ".'’-".unicodeScalars.contains($0)
      }
  }

  private static func mayBeSignature(_ text: String) -> Bool {
    text.unicodeScalars.count <= 40
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || " ./&'’-".unicodeScalars.contains($0)
      }
  }

  private static func isNoPlace(_ word: Substring) -> Bool { noPlaces.contains(word.lowercased()) }

  /// Words that begin a line in capitals before a colon or a dash and are no places.
  private static let noPlaces: Set<String> = [
    "alert", "analysis", "breaking", "by", "column", "commentary", "corrected", "correction",
    "editorial", "exclusive", "explainer", "fact", "factbox", "feature", "flash", "graphic", "how",
    "insight", "interview", "live", "note", "obituary", "official", "opinion", "photo", "photos",
    "preview", "profile", "question", "refile", "repeat", "report", "review", "rpt", "slug",
    "special", "summary", "timeline", "today", "update", "urgent", "video", "warning",
    "watch", "what", "who", "why", "wrapup", "yesterday", "advisory", "editor", "editors", "source",
  ]
}
