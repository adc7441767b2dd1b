/// Reads the words of documents, and then writes down where each word stands.
struct DocumentReader: ~Copyable {
  private var reader = WordReader()
  private var table = WordTable()
  /// Of each place in turn the number of the word, and the place.
  private var words = Pile<UInt32>(capacity: 1 << 17)
  private var places = Pile<Place>(capacity: 1 << 17)
  private var lengths = Pile<UInt32>()
  private var prominences: [Int] = []
  private var position = 0

  init() {}

  /// The words of some documents; O(bytes).
  static func occurrences(in documents: [SearchDocument]) -> Occurrences {
    var reader = DocumentReader()
    for document in documents { reader.read(document) }
    return reader.finished()
  }

  // MARK: Reading

  private mutating func read(_ document: SearchDocument) {
    position = 0
    read(document.title.utf8Span.span, .title)
    for head in document.heads {
      position += 1
      read(head.utf8Span.span, .head)
    }
    position += 1
    read(body: document.body.span, names: document.names)
    lengths.append(UInt32(position))
    prominences.append(document.prominence)
  }

  private mutating func read(_ text: Span<UInt8>, _ kind: Place.Kind) {
    reader.begin()
    while reader.advance(in: text) { add(kind, paragraph: 0) }
  }

  private mutating func read(body text: Span<UInt8>, names: [Range<Int32>]) {
    reader.begin()
    var paragraph = 1
    var next = 0
    var name = names.first ?? Int32.max..<Int32.max
    while true {
      let end = reader.end
      guard reader.advance(in: text) else { return }
      // No word has a line feed in it, so a blank line stands between two of them.
      let breaks = reader.start - end < 2 ? 0 : DocumentReader.blankLines(text, end..<reader.start)
      if breaks > 0 {
        paragraph += breaks
        position += 1
      }
      while Int(name.upperBound) <= reader.start {
        next += 1
        name = next < names.count ? names[next] : Int32.max..<Int32.max
      }
      add(Int(name.lowerBound) <= reader.start ? .name : .body, paragraph: paragraph)
    }
  }

  /// How many line feeds stand right after another one.
  private static func blankLines(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for i in range.dropFirst() where text[i] == 0x0A && text[i - 1] == 0x0A { count += 1 }
    return count
  }

  @inline(always)
  private mutating func add(_ kind: Place.Kind, paragraph: Int) {
    words.append(table.number(of: reader))
    places.append(
      Place(document: lengths.count, position: position, paragraph: paragraph, kind: kind))
    position += 1
  }

  // MARK: Writing down

  private consuming func finished() -> Occurrences {
    precondition(lengths.count <= Place.documents, "a chunk has at most 4,096 documents")
    let grouped = placesByWord()
    var entries = Pile<Occurrences.Entry>(capacity: table.words.count + 1)
    var postings = Pile<UInt8>(capacity: places.count)
    var positions = Pile<UInt8>(capacity: places.count + places.count / 2)
    var next = 0
    for number in 0..<table.words.count {
      let word = table.words[number]
      var entry = Occurrences.Entry(
        hash: word.hash, letters: UInt32(word.letters), postings: UInt32(postings.count),
        positions: UInt32(positions.count), documentCount: 0, count: UInt32(word.places))
      // A place takes five bytes at most, and its document eleven more.
      postings.reserve(word.places * 16)
      positions.reserve(word.places * 5)
      entry.documentCount = write(
        grouped.start + next, count: word.places, to: &postings, &positions)
      next += word.places
      entries.append(entry)
    }
    entries.append(
      Occurrences.Entry(
        hash: 0, letters: UInt32(table.letters.count), postings: UInt32(postings.count),
        positions: UInt32(positions.count), documentCount: 0, count: 0))
    return Occurrences(
      entries: entries, letters: Pile(copying: table.letters), postings: Pile(copying: postings),
      positions: Pile(copying: positions), lengths: Pile(copying: lengths))
  }

  /// The places grouped by word, by counting: those of a word stay in their order.
  private func placesByWord() -> Pile<Place> {
    var next = Pile<UInt32>(capacity: table.words.count)
    var total: UInt32 = 0
    for number in 0..<table.words.count {
      next.append(total)
      total += UInt32(table.words[number].places)
    }
    var grouped = Pile<Place>(capacity: places.count)
    grouped.extend(to: grouped.start + places.count)
    for i in 0..<places.count {
      let word = Int(words[i])
      grouped[Int(next[word])] = places[i]
      next[word] += 1
    }
    return grouped
  }

  /// Writes the places of a word; how many documents have it.
  private func write(
    _ group: UnsafeMutablePointer<Place>, count: Int, to postings: inout Pile<UInt8>,
    _ positions: inout Pile<UInt8>
  ) -> UInt32 {
    var posting = postings.start + postings.count
    var distance = positions.start + positions.count
    var documentCount: UInt32 = 0
    var lastDocument: UInt32 = 0
    var i = 0
    while i < count {
      let first = group[i]
      let document = first.document
      let start = i
      var strength = Strength()
      var position: UInt32 = 0
      while i < count, group[i].document == document {
        strength.add(group[i].kind)
        distance.write(group[i].position &- position)
        position = group[i].position
        i += 1
      }
      posting.write(document - lastDocument)
      lastDocument = document
      let length = Int(lengths[Int(document)])
      posting.pointee = UInt8(strength.value(length: length, prominences[Int(document)]))
      posting += 1
      posting.write(first.paragraph)
      posting.write(UInt32(truncatingIfNeeded: i - start))
      documentCount += 1
    }
    postings.extend(to: posting)
    positions.extend(to: distance)
    return documentCount
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Writes a number in one to five bytes, seven bits a byte, and goes on behind it.
  @inline(always)
  fileprivate mutating func write(_ number: UInt32) {
    var rest = number
    while rest > 127 {
      pointee = UInt8(truncatingIfNeeded: rest) | 128
      self += 1
      rest >>= 7
    }
    pointee = UInt8(truncatingIfNeeded: rest)
    self += 1
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Reads what `write` wrote, and goes on behind it.
  @inline(always)
  mutating func readNumber() -> Int {
    var byte = pointee
    self += 1
    var value = Int(byte & 127)
    var shift = 0
    while byte > 127 {
      byte = pointee
      self += 1
      shift += 7
      value |= Int(byte & 127) << shift
    }
    return value
  }
}
