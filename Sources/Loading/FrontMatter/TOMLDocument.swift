/// Reads front matter that is TOML 1.0, as Zola and Hugo have it between lines of `+++`.
///
/// Written here because keys keep their order and each value its place, which the libraries give
/// for errors alone, and none of them without Foundation. Numbers, dates and truth values become
/// plain text as written, strings quoted text: types are asked for by `ValueReader`. O(bytes).
struct TOMLDocument {
  let text: [UInt8]
  let end: Int
  var position: Int
  /// All tables, the root first.
  var tables: [TOMLTable]
  /// The tables of each list of them, `[[a]]` by `[[a]]`.
  private var lists: [[Int]] = []

  /// Prepares to read a range of a text.
  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    position = range.lowerBound
    end = range.upperBound
    tables = [TOMLTable(origin: .header, start: range.lowerBound)]
  }

  /// The entries of the root table, tables as maps where their first key stands.
  mutating func entries() throws(FrontMatterFailure) -> [FrontMatterEntry] {
    var current = 0
    while true {
      skipSpace()
      guard let byte = peek else { break }
      if byte == UInt8(ascii: "[") {
        current = try header()
      } else {
        try keyAndValue(in: current)
      }
      try endLine()
    }
    return try entries(of: 0, depth: 0)
  }

  // MARK: Lines

  /// `[a.b]`, or `[[a.b]]` for one more of a list of tables; the table that begins.
  private mutating func header() throws(FrontMatterFailure) -> Int {
    let start = position
    position += 1
    let isList = take(UInt8(ascii: "["))
    let keys = try dottedKey()
    skipBlanks()
    guard take(UInt8(ascii: "]")), !isList || take(UInt8(ascii: "]")) else {
      throw failure(
        "the closing bracket of this table's name is missing", at: start,
        "write \(isList ? "]]" : "]") behind the name")
    }
    var table = 0
    for key in keys.dropLast() { table = try child(key, of: table, opening: .superTable) }
    guard let last = keys.last else { return table }
    let new = TOMLTable(origin: .header, start: last.offsets.lowerBound)
    guard let index = tables[table].index[last.text] else {
      tables.append(new)
      let number = tables.count - 1
      if isList { lists.append([number]) }
      tables[table].add(last, isList ? .tables(lists.count - 1) : .table(number))
      return number
    }
    switch tables[table].entries[index].value {
    case .table(let number) where !isList && tables[number].origin == .superTable:
      tables[number].origin = .header
      return number
    case .tables(let list) where isList:
      tables.append(new)
      lists[list].append(tables.count - 1)
      return tables.count - 1
    case .table, .tables, .list, .scalar:
      throw .duplicate(last.text, at: last.offsets, first: tables[table].entries[index].key.offsets)
    }
  }

  /// `a.b = value`.
  mutating func keyAndValue(in table: Int, depth: Int = 0) throws(FrontMatterFailure) {
    let start = position
    let keys = try dottedKey()
    skipBlanks()
    guard take(UInt8(ascii: "=")) else { throw noEqualsSign(after: start) }
    skipBlanks()
    let value = try value(depth: depth)
    var table = table
    for key in keys.dropLast() { table = try child(key, of: table, opening: .dotted) }
    guard let last = keys.last else { return }
    if let index = tables[table].index[last.text] {
      throw .duplicate(last.text, at: last.offsets, first: tables[table].entries[index].key.offsets)
    }
    tables[table].add(last, value)
  }

  /// The table that a key of a table names, a new one where there is none.
  private mutating func child(
    _ key: TOMLKey, of table: Int, opening origin: TOMLTable.Origin
  ) throws(FrontMatterFailure) -> Int {
    guard let index = tables[table].index[key.text] else {
      tables.append(TOMLTable(origin: origin, start: key.offsets.lowerBound))
      tables[table].add(key, .table(tables.count - 1))
      return tables.count - 1
    }
    switch tables[table].entries[index].value {
    case .table(let number):
      let isOpen =
        origin == .superTable
        ? tables[number].origin != .inline
        : tables[number].origin == .dotted || tables[number].origin == .superTable
      if isOpen { return number }
    case .tables(let list) where origin == .superTable:
      if let last = lists[list].last { return last }
    case .tables, .list, .scalar: break
    }
    throw .duplicate(key.text, at: key.offsets, first: tables[table].entries[index].key.offsets)
  }

  // MARK: Keys

  private mutating func dottedKey() throws(FrontMatterFailure) -> [TOMLKey] {
    var keys: [TOMLKey] = []
    repeat {
      skipBlanks()
      keys.append(try key())
      guard keys.count < FrontMatterFailure.maximumDepth else {
        throw .tooDeep(at: position..<min(position + 1, end))
      }
      skipBlanks()
    } while take(UInt8(ascii: "."))
    return keys
  }

  private mutating func key() throws(FrontMatterFailure) -> TOMLKey {
    let start = position
    if peek == UInt8(ascii: "\"") || peek == UInt8(ascii: "'") {
      let text = try peek == UInt8(ascii: "'") ? literalString() : basicString()
      return TOMLKey(text: text, offsets: start..<position)
    }
    while let byte = peek, FrontMatterScanner.isKeyByte(byte) { position += 1 }
    guard position > start else {
      throw failure(
        "here a key is expected, of letters, digits, _ and -", at: start,
        "put a key of other characters in quotes")
    }
    return TOMLKey(
      text: String(decoding: text[start..<position], as: UTF8.self), offsets: start..<position)
  }

  // MARK: The tree

  private func entries(
    of table: Int, depth: Int
  ) throws(FrontMatterFailure) -> [FrontMatterEntry] {
    var entries: [FrontMatterEntry] = []
    entries.reserveCapacity(tables[table].entries.count)
    for (key, value) in tables[table].entries {
      // A dotted key inside of braces inside of a dotted key: each is bounded, not their sum.
      guard depth < FrontMatterFailure.maximumDepth else { throw .tooDeep(at: key.offsets) }
      entries.append(
        FrontMatterEntry(
          key: key.text, keyOffsets: key.offsets, value: try self.value(of: value, depth: depth)))
    }
    return entries
  }

  private func value(
    of value: TOMLValue, depth: Int
  ) throws(FrontMatterFailure) -> FrontMatterValue {
    switch value {
    case .scalar(let value): return value
    case .list(let items, let offsets):
      var values: [FrontMatterValue] = []
      for item in items { values.append(try self.value(of: item, depth: depth + 1)) }
      return FrontMatterValue(.list(values), at: offsets)
    case .table(let number): return try map(number, depth: depth)
    case .tables(let list):
      var maps: [FrontMatterValue] = []
      for number in lists[list] { maps.append(try map(number, depth: depth + 1)) }
      let start = maps.first?.offsets.lowerBound ?? 0
      return FrontMatterValue(
        .list(maps), at: start..<max(start, maps.last?.offsets.upperBound ?? 0))
    }
  }

  private func map(_ number: Int, depth: Int) throws(FrontMatterFailure) -> FrontMatterValue {
    let entries = try entries(of: number, depth: depth + 1)
    let start = tables[number].start
    let end = entries.map(\.value.offsets.upperBound).max() ?? start
    return FrontMatterValue(.map(entries), at: start..<max(start, end))
  }
}

/// A key, or a part of a dotted one.
struct TOMLKey {
  let text: String
  let offsets: Range<Int>
}

/// A value that may still grow: tables are added to until the end of the file.
enum TOMLValue {
  case scalar(FrontMatterValue)
  case list([TOMLValue], Range<Int>)
  /// By its number.
  case table(Int)
  /// A list of tables, by its number.
  case tables(Int)
}

/// A table, its keys in the order of the file.
struct TOMLTable {
  /// What made it, which decides what may still add to it.
  enum Origin {
    /// Its own `[header]`, or it is the root.
    case header
    /// The header of a table inside it.
    case superTable
    /// A dotted key.
    case dotted
    /// Braces: closed behind them.
    case inline
  }

  var origin: Origin
  /// The offset of its first key's name, or of its brace.
  let start: Int
  private(set) var index: [String: Int] = [:]
  var entries: [(key: TOMLKey, value: TOMLValue)] = []

  init(origin: Origin, start: Int) {
    self.origin = origin
    self.start = start
  }

  /// Adds a key that is not there yet.
  mutating func add(_ key: TOMLKey, _ value: TOMLValue) {
    index[key.text] = entries.count
    entries.append((key, value))
  }
}
