/// Adds to front matter in TOML or JSON, in which every value has its brackets or quotes.
protocol DataWriting {
  /// A key and its value in one line.
  func text(_ entry: EditEntry) -> String

  /// Adds a key to the top.
  func add(
    _ entry: EditEntry, to entries: [FrontMatterEntry], in content: Range<Int>,
    of text: inout EditableText
  ) -> Bool

  /// Adds a key to a map that has others.
  func insert(
    _ entry: EditEntry, into map: FrontMatterValue, _ entries: [FrontMatterEntry],
    of text: inout EditableText
  ) -> Bool
}

extension DataWriting {
  /// A value in one line.
  func text(_ value: EditValue) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .literal(let text): text
    case .list(let items): "[" + items.map { text($0) }.joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { text($0) }.joined(separator: ", ") + "}"
    }
  }

  /// Adds items to a list in brackets.
  func append(
    _ items: [EditValue], to list: FrontMatterValue, _ old: [FrontMatterValue],
    of text: inout EditableText
  ) -> Bool {
    guard text.bytes[list.offsets.lowerBound] == UInt8(ascii: "[") else { return false }
    let new = items.map { self.text($0) }.joined(separator: ", ")
    if let last = old.last {
      text.insert(", " + new, at: last.offsets.upperBound)
    } else {
      text.insert(new, at: list.offsets.lowerBound + 1)
    }
    return true
  }

  /// Adds a key to a map in braces, in a line of its own where the last one has one.
  func insertInBraces(
    _ entry: EditEntry, _ braces: Range<Int>, _ entries: [FrontMatterEntry],
    of text: inout EditableText
  ) -> Bool {
    guard text.bytes[braces.lowerBound] == UInt8(ascii: "{") else { return false }
    guard let last = entries.last else {
      text.insert(self.text(entry), at: braces.lowerBound + 1)
      return true
    }
    let start = text.lineStart(of: last.keyOffsets.lowerBound)
    let margin = text.bytes[start..<last.keyOffsets.lowerBound]
    let isAlone = margin.allSatisfy { $0 == 0x20 || $0 == 0x09 } && start > braces.lowerBound
    let separator = isAlone ? ",\n" + String(decoding: margin, as: UTF8.self) : ", "
    text.insert(separator + self.text(entry), at: last.value.offsets.upperBound)
    return true
  }

  fileprivate func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": quoted += escaped(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// `\u0007`, which both languages know.
  private func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

/// Front matter in JSON.
struct JSONWriting: DataWriting {
  func text(_ entry: EditEntry) -> String {
    "\(text(.text(entry.key))): \(text(entry.value))"
  }

  func add(
    _ entry: EditEntry, to entries: [FrontMatterEntry], in content: Range<Int>,
    of text: inout EditableText
  ) -> Bool {
    guard let brace = text.bytes[content].firstIndex(of: UInt8(ascii: "{")) else { return false }
    return insertInBraces(entry, brace..<content.upperBound, entries, of: &text)
  }

  func insert(
    _ entry: EditEntry, into map: FrontMatterValue, _ entries: [FrontMatterEntry],
    of text: inout EditableText
  ) -> Bool {
    insertInBraces(entry, map.offsets, entries, of: &text)
  }
}

/// Front matter in TOML.
struct TOMLWriting: DataWriting {
  func text(_ entry: EditEntry) -> String {
    let isBare = !entry.key.isEmpty && entry.key.utf8.allSatisfy(FrontMatterScanner.isKeyByte)
    let key = isBare ? entry.key : quoted(entry.key)
    return "\(key) = \(text(entry.value))"
  }

  /// As a table at the end, since a plain key there would belong to the table before it.
  func add(
    _ entry: EditEntry, to entries: [FrontMatterEntry], in content: Range<Int>,
    of text: inout EditableText
  ) -> Bool {
    guard case .map(let fields) = entry.value else { return false }
    let lines = ["", "[\(entry.key)]"] + fields.map { self.text($0) } + [""]
    text.insert(lines.joined(separator: "\n"), at: content.upperBound)
    return true
  }

  func insert(
    _ entry: EditEntry, into map: FrontMatterValue, _ entries: [FrontMatterEntry],
    of text: inout EditableText
  ) -> Bool {
    let start = map.offsets.lowerBound
    if text.bytes[start] == UInt8(ascii: "{") {
      return insertInBraces(entry, map.offsets, entries, of: &text)
    }
    // Below the line of its name.
    let line = text.bytes[text.lineStart(of: start)..<start]
    guard line.contains(UInt8(ascii: "[")) else { return false }
    text.insert("\n" + self.text(entry), at: text.lineEnd(of: start))
    return true
  }
}
