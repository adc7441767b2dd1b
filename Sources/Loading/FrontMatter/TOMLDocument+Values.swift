/// Values: strings of four kinds, lists, inline tables, and what needs no quotes.
extension TOMLDocument {
  mutating func value(depth: Int) throws(FrontMatterFailure) -> TOMLValue {
    guard depth < FrontMatterFailure.maximumDepth else {
      throw .tooDeep(at: position..<min(position + 1, end))
    }
    let start = position
    switch peek {
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    case UInt8(ascii: "\""):
      let text = try starts(with: "\"\"\"") ? longBasicString() : basicString()
      return .scalar(FrontMatterValue(.text(text, isQuoted: true), at: start..<position))
    case UInt8(ascii: "'"):
      let text = try starts(with: "'''") ? longLiteralString() : literalString()
      return .scalar(FrontMatterValue(.text(text, isQuoted: true), at: start..<position))
    default:
      return .scalar(try word())
    }
  }

  private mutating func list(depth: Int) throws(FrontMatterFailure) -> TOMLValue {
    let start = position
    position += 1
    var items: [TOMLValue] = []
    while true {
      skipSpace()
      if take(UInt8(ascii: "]")) { return .list(items, start..<position) }
      guard peek != nil else { break }
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard peek == UInt8(ascii: "]") else { break }
    }
    throw failure("the closing ] is missing", at: start, "write ] behind the last item")
  }

  /// On one line, without a comma behind its last value; its keys may be dotted.
  private mutating func inlineTable(depth: Int) throws(FrontMatterFailure) -> TOMLValue {
    let start = position
    position += 1
    let first = tables.count
    tables.append(TOMLTable(origin: .dotted, start: start))
    skipBlanks()
    if !take(UInt8(ascii: "}")) {
      repeat {
        skipBlanks()
        guard peek != nil, peek != UInt8(ascii: "\n") else { throw unclosedTable(start) }
        guard peek != UInt8(ascii: "}") else {
          throw failure(
            "behind the last value stands no comma", at: position, "delete the comma before this")
        }
        try keyAndValue(in: first, depth: depth + 1)
        skipBlanks()
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { throw unclosedTable(start) }
    }
    for table in first..<tables.count { tables[table].origin = .inline }
    return .table(first)
  }

  private func unclosedTable(_ start: Int) -> FrontMatterFailure {
    failure(
      "the closing } is missing on this line", at: start,
      "write } behind the last value, all on one line")
  }

  // MARK: Without quotes

  /// A number, a date, a time, `true` or `false`.
  private mutating func word() throws(FrontMatterFailure) -> FrontMatterValue {
    let start = position
    while let byte = peek, isWordByte(byte) { position += 1 }
    // Between a date and a time a blank may stand.
    if position - start == 10, text[start + 4] == UInt8(ascii: "-"), position + 1 < end,
      text[position] == UInt8(ascii: " "), JSONNumber.isDigit(text[position + 1])
    {
      position += 1
      while let byte = peek, isWordByte(byte) { position += 1 }
    }
    let word = String(decoding: text[start..<position], as: UTF8.self)
    guard let plain = TOMLWord.plain(word) else {
      var lineEnd = position
      while lineEnd < end, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      position = lineEnd
      guard lineEnd > start, text[start] != UInt8(ascii: "#") else {
        throw failure("here a value is expected", at: start, "write \"\" for an empty text")
      }
      throw failure(
        "text stands in quotes in TOML", at: start, length: lineEnd - start,
        "write quotes before and behind the value, as \"…\"")
    }
    return FrontMatterValue(.text(plain, isQuoted: false), at: start..<position)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    FrontMatterScanner.isKeyByte(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }
}

/// What stands without quotes in TOML.
enum TOMLWord {
  /// A truth value or a date as it is, a number in JSON's form; nil for anything else.
  ///
  /// Infinity and what is no number have no such form and stay words. Of dates only the shape is
  /// looked at: whether there is such a day their key's reader says.
  static func plain(_ word: String) -> String? {
    switch word {
    case "true", "false": return word
    case "inf", "+inf", "-inf", "nan", "+nan", "-nan": return word
    default: break
    }
    if isDateOrTime(word) { return word }
    if let integer = integer(word) { return integer }
    let signless = word.utf8.first == UInt8(ascii: "+") ? String(word.dropFirst()) : word
    guard hasUnderscoresBetweenDigits(signless) else { return nil }
    let digits = signless.replacing("_", with: "")
    // An exponent may begin with zeros in both; nothing else differs.
    return JSONNumber.isOne(digits) ? digits : nil
  }

  private static func integer(_ word: String) -> String? {
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      let digits = String(word.dropFirst(2))
      guard let first = digits.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
        first != UInt8(ascii: "_"), digits.utf8.last != UInt8(ascii: "_"),
        !digits.contains("__"), let number = Int(digits.replacing("_", with: ""), radix: radix)
      else { return nil }
      return String(number)
    }
    return nil
  }

  private static func hasUnderscoresBetweenDigits(_ word: String) -> Bool {
    var previous: UInt8 = 0
    var isAfterUnderscore = false
    for byte in word.utf8 {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isAfterUnderscore, !isDigit { return false }
      isAfterUnderscore = byte == UInt8(ascii: "_")
      if isAfterUnderscore,
        !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(previous)
      {
        return false
      }
      previous = byte
    }
    return !isAfterUnderscore
  }

  /// `2017-03-26…` or `10:00…`, and nothing in it but what dates and times are made of.
  private static func isDateOrTime(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    func digits(_ range: Range<Int>) -> Bool {
      range.upperBound <= bytes.count
        && bytes[range].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    let isDate =
      bytes.count >= 10 && digits(0..<4) && bytes[4] == UInt8(ascii: "-") && digits(5..<7)
      && bytes[7] == UInt8(ascii: "-") && digits(8..<10)
    let isTime = bytes.count >= 5 && digits(0..<2) && bytes[2] == UInt8(ascii: ":") && digits(3..<5)
    guard isDate || isTime else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"),
        UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "T"), UInt8(ascii: "t"),
        UInt8(ascii: "Z"), UInt8(ascii: "z"), UInt8(ascii: " "):
        true
      default: false
      }
    }
  }
}
