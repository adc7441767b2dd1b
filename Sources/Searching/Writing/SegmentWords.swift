/// The words of a segment of the archive, in the order of their bytes, each with where it stands.
struct SegmentWords: Sendable {
  /// A word in one of the chunks.
  struct Part: Sendable {
    var key: UInt64
    var chunk: Int32
    var entry: Int32
  }

  /// A word, as the stretch of `parts` that it has: one a chunk, in order.
  struct Word: Sendable {
    var parts: Range<Int32>
    var documentCount: Int32
    var count: Int32
  }

  let chunks: [Occurrences]
  private(set) var parts: [Part] = []
  private(set) var words: [Word] = []

  /// Brings chunks together; O(n log n) in their words.
  init(_ chunks: [Occurrences]) {
    self.chunks = chunks
    parts.reserveCapacity(chunks.reduce(0) { $0 + $1.entries.count })
    for (chunk, occurrences) in chunks.enumerated() {
      for (entry, value) in occurrences.entries.enumerated() {
        parts.append(Part(key: value.key, chunk: Int32(chunk), entry: Int32(entry)))
      }
    }
    parts.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      // Words of up to seven bytes are their key.
      if a.key & 0xFF != 0 {
        let (first, second) = (chunks.letters(a), chunks.letters(b))
        if !first.elementsEqual(second) { return first.lexicographicallyPrecedes(second) }
      }
      return a.chunk < b.chunk
    }
    var start = 0
    while start < parts.count {
      var end = start + 1
      var word = Word(parts: 0..<0, documentCount: 0, count: 0)
      while end < parts.count, isSame(parts[start], parts[end]) { end += 1 }
      for part in parts[start..<end] {
        let entry = chunks[Int(part.chunk)].entries[Int(part.entry)]
        word.documentCount += entry.documentCount
        word.count += entry.count
      }
      word.parts = Int32(start)..<Int32(end)
      words.append(word)
      start = end
    }
  }

  /// The letters of a word.
  func letters(_ word: Word) -> ArraySlice<UInt8> {
    chunks.letters(parts[Int(word.parts.lowerBound)])
  }

  /// Calls `body` for each document that has a word, in order, with its number and the bytes of
  /// its places.
  @inline(__always)
  func forEachDocument(
    of word: Word, _ body: (_ number: Int, _ places: inout PlaceBytes) -> Void
  ) {
    for part in parts[Int(word.parts.lowerBound)..<Int(word.parts.upperBound)] {
      let chunk = chunks[Int(part.chunk)]
      let entry = chunk.entries[Int(part.entry)]
      var bytes = PlaceBytes(at: Int(entry.places.lowerBound))
      var number = 0
      chunk.places.withUnsafeBufferPointer { places in
        while bytes.next < Int(entry.places.upperBound) {
          number += bytes.number(in: places)
          bytes.begin(in: places)
          body(number, &bytes)
          bytes.skipPositions(in: places)
        }
      }
    }
  }

  /// Calls `body` for each place of a word, in order, with the document, how many places it has
  /// there, and the position.
  @inline(__always)
  func forEachPlace(
    of word: Word, _ body: (_ document: Int, _ count: Int, _ position: Int) -> Void
  ) {
    for part in parts[Int(word.parts.lowerBound)..<Int(word.parts.upperBound)] {
      let chunk = chunks[Int(part.chunk)]
      let entry = chunk.entries[Int(part.entry)]
      var bytes = PlaceBytes(at: Int(entry.places.lowerBound))
      var document = 0
      chunk.places.withUnsafeBufferPointer { places in
        while bytes.next < Int(entry.places.upperBound) {
          document += bytes.number(in: places)
          bytes.begin(in: places)
          var position = 0
          for _ in 0..<bytes.count {
            position += bytes.distance(in: places)
            body(document, bytes.count, position)
          }
        }
      }
    }
  }

  private func isSame(_ a: Part, _ b: Part) -> Bool {
    a.key == b.key
      && (a.key & 0xFF == 0 || chunks.letters(a).elementsEqual(chunks.letters(b)))
  }
}

extension [Occurrences] {
  fileprivate func letters(_ part: SegmentWords.Part) -> ArraySlice<UInt8> {
    let chunk = self[Int(part.chunk)]
    return chunk.word(chunk.entries[Int(part.entry)])
  }
}

/// Reads what `Occurrences` wrote of a document.
struct PlaceBytes {
  private(set) var next: Int
  private(set) var strength = 0
  private(set) var paragraph = 0
  /// How often the word stands there.
  private(set) var count = 0
  private var read = 0

  init(at start: Int) { next = start }

  mutating func begin(in bytes: UnsafeBufferPointer<UInt8>) {
    strength = Int(bytes[next])
    next += 1
    paragraph = number(in: bytes)
    count = number(in: bytes)
    read = 0
  }

  /// The next number: a difference of positions, after `begin`.
  mutating func number(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = bytes[next]
      next += 1
      value |= Int(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
  }

  /// The distance of the next place from the last one, or from the beginning.
  mutating func distance(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    read += 1
    return number(in: bytes)
  }

  mutating func skipPositions(in bytes: UnsafeBufferPointer<UInt8>) {
    while read < count { _ = distance(in: bytes) }
  }
}
