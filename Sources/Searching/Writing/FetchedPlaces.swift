/// The places of words that are not common, with what stands beside them.
///
/// Some hundred at a time: what stands beside a place is found all over the segment, and asked for
/// in a loop of nothing else the memory's answers come together. A place alone waits 70 ns for
/// its own; here it is 12.
struct FetchedPlaces: ~Copyable {
  struct Place: BitwiseCopyable {
    /// In how many documents the word is, at the first place of a word; else 0.
    var wordDocuments: Int
    /// How often the word is in the document, at the first place there; else 0.
    var count: Int
    /// How many words and breaks that are not common stand before it in the document.
    var position: Int
    /// Among all places of the segment.
    var place: Int
    /// The ranks after it, the next lowest.
    var after: UInt64 = 0
    /// The ranks before it, the next highest.
    var before: UInt64 = 0
  }

  private let words: SegmentWords
  private let common: CommonWords
  /// The words, and how many of them were begun.
  private let stretches: [SegmentWords.Stretch]
  private var begun = 0
  private var fetched = Pile<Place>(capacity: FetchedPlaces.together)
  private static let together = 256

  // Where reading is.
  private var documents: WordDocuments
  private var wordDocuments = 0
  private var count = 0
  private var left = 0
  private var start = 0
  private var position = 0

  /// The places of words that are not common.
  init(
    _ stretches: [SegmentWords.Stretch], in words: SegmentWords, beside common: CommonWords
  ) {
    (self.words, self.common, self.stretches) = (words, common, stretches)
    documents = words.noDocuments
  }

  /// The places, as long as no others are fetched.
  var places: UnsafeBufferPointer<Place> {
    UnsafeBufferPointer(start: fetched.start, count: fetched.count)
  }

  /// Fetches the next places; false if there are none.
  @inline(never)
  mutating func fetch() -> Bool {
    fetched.removeAll()
    read()
    guard !common.words.isEmpty else { return fetched.count > 0 }
    for i in 0..<fetched.count {
      let place = fetched[i].place
      fetched[i].position &-= common.count(before: place)
      fetched[i].after = common.eight(after: place)
      fetched[i].before = common.eight(before: place)
    }
    return fetched.count > 0
  }

  private mutating func read() {
    while true {
      while left > 0 {
        guard fetched.count < FetchedPlaces.together else { return }
        position &+= documents.positions.readNumber()
        fetched.append(
          Place(
            wordDocuments: wordDocuments, count: count, position: position,
            place: start &+ position))
        (wordDocuments, count) = (0, 0)
        left &-= 1
      }
      while !documents.next() {
        guard begun < stretches.count else { return }
        documents = words.documents(of: stretches[begun])
        wordDocuments = stretches[begun].documentCount
        begun += 1
      }
      (left, count) = (documents.count, documents.count)
      start = common.words.isEmpty ? 0 : common.start(of: documents.document)
      position = 0
    }
  }
}
