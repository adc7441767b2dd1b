/// What stands below the text: who reported and edited it, marks of its end, rights.
///
/// Read from the last line upwards, as long as each line is one of these.
struct WireEnding {
  /// Where the text ends and this begins.
  private(set) var start: Int
  /// "(Reporting by …; Editing by …)", over several lines perhaps.
  private(set) var credits: Range<Int>?
  /// "© 2017 Example Times. All rights reserved."
  private(set) var rights: Range<Int>?
  /// The agency that signs with its name alone.
  private(set) var agency: String?

  private static let maximumLines = 12
  private static let maximumCreditBytes = 1_000

  /// Looks between two offsets, the first a line's beginning: O(the lines of the ending).
  init(
    of lines: WireLines, from start: Int, to end: Int, wantsRights: Bool, wantsAgency: Bool
  ) {
    self.start = end
    var hasMark = false
    for _ in 0..<WireEnding.maximumLines {
      guard let line = lines.lastText(from: start, to: self.start) else { return }
      let text = lines.bytes[line.text]
      if WireEnding.isMark(text) {
        hasMark = true
      } else if wantsRights, rights == nil, WireEnding.isRights(text) {
        rights = line.text
      } else if wantsAgency, agency == nil, let name = WireEnding.signature(text) {
        agency = name
      } else if credits == nil,
        let found = WireEnding.credits(in: lines, from: start, endingWith: line)
      {
        credits = found
        self.start = found.lowerBound
        continue
      } else {
        // A rule sets off what was taken; alone it belongs to the text.
        guard credits != nil || rights != nil || hasMark,
          text.allSatisfy({ "_-*".utf8.contains($0) })
        else { return }
      }
      self.start = line.start
    }
  }

  /// `-30-`, `ENDS`, `###`, `(more)` and the like.
  static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 12 else { return false }
    let signs = line.filter { !" -–—()[]*/".utf8.contains($0) }[...]
    if signs.isEmpty { return false }
    if signs.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    if signs.elementsEqual("ENDS".utf8) || signs.elementsEqual("END".utf8) { return true }
    if signs.elementsEqual("NNNN".utf8) { return true }
    // A number or a word in small letters may be text; between marks it is none.
    guard let first = line.first, "-–(/[*".utf8.contains(first) else { return false }
    return signs.isWord("30") || signs.isWord("more") || signs.isWord("ends") || signs.isWord("end")
  }

  private static func isRights(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 300 else { return false }
    let text = String(decoding: line, as: UTF8.self).lowercased()
    let begins = ["©", "(c)", "copyright", "all rights reserved"].contains { text.hasPrefix($0) }
    guard begins else { return false }
    return text.contains("rights reserved") || hasYear(text.utf8)
  }

  private static func hasYear(_ text: String.UTF8View) -> Bool {
    var digits = 0
    for byte in text {
      digits = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// The agency whose name is all that a line says: "(AFP)", "— Reuters", "IANS".
  private static func signature(_ line: ArraySlice<UInt8>) -> String? {
    guard line.count <= 40 else { return nil }
    var text = String(decoding: line, as: UTF8.self)[...]
    while let first = text.first, "(-–—/[ ".contains(first) { text.removeFirst() }
    while let last = text.last, ")/]. ".contains(last) { text.removeLast() }
    // A name that would be shown in other words stays in the text.
    guard let name = WireAgency.named(text), name.lowercased() == text.lowercased() else {
      return nil
    }
    return name
  }

  // MARK: Credits

  private static func credits(
    in lines: WireLines, from start: Int, endingWith last: WireLine
  ) -> Range<Int>? {
    let bytes = lines.bytes
    if isContribution(bytes[last.text]) { return last.text }
    // The whole paragraph, upwards to its first line; one that ends with a bracket, to the other.
    let isBracketed = bytes[last.text].last == UInt8(ascii: ")")
    var line = last
    while last.text.upperBound - line.start <= maximumCreditBytes {
      let text = bytes[line.text]
      if isCredit(text), !isBracketed || text.contains(UInt8(ascii: "(")) {
        return line.text.lowerBound..<last.text.upperBound
      }
      if let bracket = text.lastIndex(of: UInt8(ascii: "(")) {
        // Behind the last sentence, on its line.
        let whole = bracket..<last.text.upperBound
        guard bytes[whole].last == UInt8(ascii: ")"), isCredit(bytes[whole]) else { return nil }
        return whole
      }
      guard line.start > start, let above = lines.lastText(from: start, to: line.start),
        above.next == line.start
      else { return nil }
      line = above
    }
    return nil
  }

  /// "Kofi Mensah in Erbil contributed to this report.", as the Associated Press credits.
  private static func isContribution(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 300 else { return false }
    let words = text.last == UInt8(ascii: ".") ? text.dropLast() : text
    return words.ends(with: "contributed to this report")
      || words.ends(with: "contributed reporting")
  }

  private static func isCredit(_ text: ArraySlice<UInt8>) -> Bool {
    let isBracketed = text.first == UInt8(ascii: "(")
    let words = isBracketed ? text.dropFirst().trimmed : text
    let openings: [StaticString] = isBracketed ? bracketedOpenings : freeOpenings
    guard let opening = openings.first(where: { words.begins(with: $0) }),
      let name = words.dropFirst(opening.utf8CodeUnitCount).first
    else { return false }
    // "Editing by hand" is a sentence.
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(name) || name >= 0x80
  }

  private static let freeOpenings: [StaticString] = [
    "reporting by ", "additional reporting by ", "writing by ", "editing by ", "edited by ",
  ]

  private static let bracketedOpenings: [StaticString] =
    freeOpenings + [
      "with inputs from ", "compiled by ", "written by ", "with reporting by ",
      "with additional reporting by ", "with additional reporting from ",
    ]
}
