import ArchiveModel

/// Of what each file of a segment is made: where it is the same as at the last build, so is the file.
///
/// All that a file's writer looks at is in its fingerprint, so that an edit makes only those files
/// again that hold a word of it. What a chunk of documents gives a file is a part of that: it depends
/// on the chunk alone, and is known from the last build of all chunks but those that changed. To look
/// at all places anew took 0.2 s of processor time for 10,000 articles, half of what an edit took.
struct SegmentPrints: Sendable {
  let encoding: SegmentEncoding
  /// That of how files are made.
  let form: Fingerprint
  /// Those of what the chunks are made of.
  let chunks: [UInt64]
  /// What is known of the chunks' parts, by what they are made of.
  let known: [UInt64: UInt64]

  /// A fingerprint, and the parts that it is made of.
  typealias Print = (whole: UInt64, parts: [(key: UInt64, value: UInt64)])

  private var words: SegmentWords { encoding.words }
  private var common: CommonWords { encoding.common }

  /// The fingerprint of a file.
  func print(of file: SegmentEncoding.File) -> Print {
    var print = form
    print.add(encoding.documentCount)
    switch file {
    case .words(let number): return ofWords(encoding.shards.words[number], print)
    case .positions(let number): return ofPositions(encoding.shards.positions[number], print)
    case .pairs(let number): return (ofPairs(encoding.pairShards[number], print), [])
    }
  }

  private func ofWords(_ shard: SegmentShards.Words, _ form: Fingerprint) -> Print {
    var print = form
    print.add(shard.positions, shard.positionsBefore)
    var file = shard.positions
    for index in shard.words {
      let (word, isCommon) = (words.words[index], common.contains(index))
      if !isCommon, index >= encoding.shards.positions[file].upperBound { file += 1 }
      print.add(word.letters)
      print.add(Int(word.documentCount), file << 1 | (isCommon ? 1 : 0))
    }
    let stretches = words.stretches(of: shard.words)
    return combined(print, stretches, name: "w", between: shard.words) { stretches in
      var print = Fingerprint()
      for stretch in stretches {
        print.add(words.words[stretch.word].letters)
        var documents = words.documents(of: stretch)
        while documents.next() {
          // Numbers in the segment: a chunk that moved is another one.
          print.add(documents.document, documents.paragraph << 3 | documents.strength)
        }
      }
      return print.value
    }
  }

  private func ofPositions(_ range: Range<Int>, _ form: Fingerprint) -> Print {
    var print = form
    for index in range where !common.contains(index) {
      print.add(Int(words.words[index].documentCount))
    }
    let stretches = words.stretches(of: range).filter { !common.contains($0.word) }
    return combined(print, stretches, name: "p", between: range) { stretches in
      var print = Fingerprint()
      print.add(common.words.isEmpty ? 0 : 1)
      var places = FetchedPlaces(stretches, in: words, beside: common)
      var next = 0
      while places.fetch() {
        for place in places.places {
          if place.wordDocuments > 0 {
            print.add(words.words[stretches[next].word].letters)
            print.add(place.wordDocuments)
            next += 1
          }
          print.add(place.position, place.count)
          print.add(place.after.firstRun, place.before.lastRun)
          addLongRuns(place, to: &print)
        }
      }
      return print.value
    }
  }

  /// Adds the common words beside a place that are further away than eight words: there are few.
  private func addLongRuns(_ place: FetchedPlaces.Place, to print: inout Fingerprint) {
    var (run, at) = (place.after, place.place)
    while run.isOneRun {
      at += 8
      run = common.eight(after: at)
      print.add(run.firstRun)
    }
    (run, at) = (place.before, place.place)
    while run.isOneRun {
      at -= 8
      run = common.eight(before: at)
      print.add(run.lastRun)
    }
  }

  private func ofPairs(_ range: Range<Int>, _ form: Fingerprint) -> UInt64 {
    let pairs = encoding.pairs
    var print = form
    print.add(range.lowerBound, range.upperBound)
    for pair in range { print.add(pairs.starts[pair + 1] - pairs.starts[pair]) }
    let own = pairs.starts[range.lowerBound]..<pairs.starts[range.upperBound]
    print.add(
      UnsafeRawBufferPointer(
        UnsafeBufferPointer(start: pairs.places.start + own.lowerBound, count: own.count)))
    return print.value
  }

  // MARK: Parts

  /// A fingerprint with what each chunk gives to it, as `part` computes it where it is not known.
  private func combined(
    _ print: Fingerprint, _ stretches: [SegmentWords.Stretch], name: String,
    between range: Range<Int>, _ part: ([SegmentWords.Stretch]) -> UInt64
  ) -> Print {
    var print = print
    var form = Fingerprint()
    form.add(name)
    // Which of the chunk's words are meant, and which of them are common, by rank.
    form.add(words.words[range.lowerBound].letters)
    if range.upperBound < words.words.count { form.add(words.words[range.upperBound].letters) }
    for word in common.words { form.add(words.words[word].letters) }
    let keys = chunks.map { chunk in
      var key = form
      key.add(chunk)
      return key.value
    }
    var own = [[SegmentWords.Stretch]](repeating: [], count: chunks.count)
    let isKnown = keys.map { known[$0] != nil }
    for stretch in stretches {
      for part in stretch.parts {
        let chunk = Int(words.parts[part].chunk)
        if isKnown[chunk] { continue }
        own[chunk].append(
          SegmentWords.Stretch(
            word: stretch.word, parts: part..<part + 1,
            documentCount: Int(words.parts[part].documentCount)))
      }
    }
    var parts: [(key: UInt64, value: UInt64)] = []
    for (key, own) in zip(keys, own) {
      let value = known[key] ?? part(own)
      print.add(value)
      parts.append((key, value))
    }
    return (print.value, parts)
  }
}

extension Fingerprint {
  /// Adds the letters of a word.
  fileprivate mutating func add(_ word: Occurrences.Word) {
    add(UnsafeRawBufferPointer(start: word.start, count: word.count))
  }
}

/// Eight ranks of common words, each of seven bits, 0 where there is none.
extension UInt64 {
  /// The eighth bit of each byte that is 0.
  private var zeros: UInt64 { ~(self &+ 0x7F7F_7F7F_7F7F_7F7F) & 0x8080_8080_8080_8080 }

  /// Whether none of them is 0.
  fileprivate var isOneRun: Bool { zeros == 0 }

  /// Those below the lowest 0.
  fileprivate var firstRun: UInt64 { self & (1 << UInt64(zeros.trailingZeroBitCount & 0x78) &- 1) }

  /// Those above the highest 0.
  fileprivate var lastRun: UInt64 { self & ~(.max >> UInt64(zeros.leadingZeroBitCount & 0x78)) }
}
