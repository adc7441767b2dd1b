/// The words of some consecutive documents: sorted, each with where it stands.
///
/// Compact: a byte or two for each place of a word.
struct Occurrences: Sendable {
  /// A word, and the stretch of `places` that tells where it stands.
  struct Entry: Sendable {
    /// The word's first eight bytes as a number, for sorting.
    var key: UInt64
    /// Where the word stands in `letters`.
    var letters: Range<Int32>
    var places: Range<Int32>
    var documentCount: Int32
    var count: Int32
  }

  private(set) var letters: [UInt8] = []
  private(set) var entries: [Entry] = []
  private(set) var places: [UInt8] = []
  /// How many places each document has.
  private(set) var lengths: [Int32] = []

  func word(_ entry: Entry) -> ArraySlice<UInt8> {
    letters[Int(entry.letters.lowerBound)..<Int(entry.letters.upperBound)]
  }

  /// Reads documents of which the first has the number `first`; O(bytes + n log n in words).
  init(_ documents: [SearchDocument], first: Int) {
    var table = WordTable()
    var places: [Place] = []
    var reader = WordReader()
    var weights: [Int] = []
    places.reserveCapacity(documents.count * 600)
    for (index, document) in documents.enumerated() {
      var position = 0
      func add(_ kind: Place.Kind, _ paragraph: Int) {
        let place = Place(
          word: table.number(of: reader), document: index, position: position,
          paragraph: paragraph, kind: kind)
        places.append(place)
        position += 1
      }
      reader.begin()
      let title = document.title.utf8Span.span
      while reader.advance(in: title) { add(.title, 0) }
      for head in document.heads {
        position += 1
        reader.begin()
        let text = head.utf8Span.span
        while reader.advance(in: text) { add(.head, 0) }
      }
      position += 1
      reader.begin()
      let text = document.body.span
      var names = document.names[...]
      var breaks = ParagraphBreaks()
      while reader.advance(in: text) {
        let passed = breaks.pass(to: reader.start, in: text)
        if passed > 0 { position += 1 }
        while let name = names.first, Int(name.upperBound) <= reader.start { names.removeFirst() }
        let isName = names.first.map { Int($0.lowerBound) <= reader.start } ?? false
        add(isName ? .name : .body, breaks.number)
      }
      weights.append(position)
    }
    letters = table.letters
    lengths = weights.map(Int32.init)
    encode(places, table, lengths: weights, documents, first: first)
  }

  /// Groups places by word, and writes each group down.
  private mutating func encode(
    _ found: [Place], _ table: borrowing WordTable, lengths: [Int], _ documents: [SearchDocument],
    first: Int
  ) {
    // By counting: places are in the order of documents already.
    var starts = [Int](repeating: 0, count: table.count + 1)
    for place in found { starts[place.word + 1] += 1 }
    for i in 0..<table.count { starts[i + 1] += starts[i] }
    var next = starts
    var grouped = [Place](repeating: Place.nothing, count: found.count)
    for place in found {
      grouped[next[place.word]] = place
      next[place.word] += 1
    }
    entries.reserveCapacity(table.count)
    places.reserveCapacity(found.count * 2)
    for number in table.sorted() {
      let group = grouped[starts[number]..<starts[number + 1]]
      let start = places.count
      var documentCount: Int32 = 0
      var i = group.startIndex
      var last = -1
      while i < group.endIndex {
        let document = group[i].document
        var end = i
        while end < group.endIndex, group[end].document == document { end += 1 }
        append(document + first - (last < 0 ? 0 : last))
        last = document + first
        let strength = Strength.of(
          group[i..<end], length: lengths[document], documents[document].prominence)
        places.append(UInt8(strength))
        append(group[i].paragraph)
        append(end - i)
        var position = 0
        for k in i..<end {
          append(group[k].position - position)
          position = group[k].position
        }
        documentCount += 1
        i = end
      }
      entries.append(
        Entry(
          key: table.key(number), letters: table.range(number),
          places: Int32(start)..<Int32(places.count), documentCount: documentCount,
          count: Int32(group.count)))
    }
  }

  private mutating func append(_ number: Int) {
    var rest = number
    while rest > 127 {
      places.append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    places.append(UInt8(rest))
  }
}

/// Counts the paragraphs of a reading text as its words are read.
private struct ParagraphBreaks {
  /// The number of the paragraph, from 1.
  private(set) var number = 1
  private var looked = 0

  /// Counts the breaks up to a place; how many there were.
  mutating func pass(to place: Int, in text: Span<UInt8>) -> Int {
    let before = number
    var i = max(looked, 1)
    while i < place {
      if text[i] == 0x0A, text[i - 1] == 0x0A { number += 1 }
      i += 1
    }
    looked = place
    return number - before
  }
}

/// A word at a place, in twelve bytes.
struct Place {
  enum Kind: UInt8 { case body, name, head, title }

  private var number: UInt32
  private var positions: UInt32
  private var others: UInt32

  init(word: Int, document: Int, position: Int, paragraph: Int, kind: Kind) {
    number = UInt32(truncatingIfNeeded: word)
    positions = UInt32(truncatingIfNeeded: position)
    others =
      UInt32(truncatingIfNeeded: document) << 20 | UInt32(min(paragraph, 0x3FFFF)) << 2
      | UInt32(kind.rawValue)
  }

  static let nothing = Place(word: 0, document: 0, position: 0, paragraph: 0, kind: .body)

  var word: Int { Int(number) }
  var position: Int { Int(positions) }
  /// Within the chunk.
  var document: Int { Int(others >> 20) }
  var paragraph: Int { Int(others >> 2 & 0x3FFFF) }
  var kind: Kind { Kind(rawValue: UInt8(others & 3)) ?? .body }
}

/// How much a word says of a document, from 0 to 6: its part in the sum of BM25, which the browser
/// multiplies by how rare the word is.
///
/// With the weights of fields before saturation (BM25F: Robertson, Zaragoza and Taylor, 2004),
/// and against a length that is the same for all archives, so that no document changes another's.
enum Strength {
  /// From this one on the word stands in the headline.
  static let inTitle = 3

  static func of(_ places: ArraySlice<Place>, length: Int, _ prominence: Int) -> Int {
    var weight = 0
    var isInTitle = false
    for place in places {
      switch place.kind {
      case .body: weight += 8
      case .name: weight += 11
      case .head: weight += 14
      case .title:
        weight += 24
        isInTitle = true
      }
    }
    // k1 is 1.2 and b 0.6, in eighths: 8 × 1.2 × (0.4 + 0.6 × length / 500).
    let norm = 4 + length * 58 / 5000
    let share = weight * 256 / (weight + norm)
    // Few steps, so that many articles are alike: of these the newest come first.
    guard isInTitle else { return share < 128 ? 0 : share < 192 ? 1 : 2 }
    return inTitle + prominence
  }
}
