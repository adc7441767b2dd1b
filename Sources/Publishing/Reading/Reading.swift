import ArchiveModel
import Cataloguing
import Loading
import Markup

/// What is left of an article once it is read: what the catalogue takes, and where the rest is.
struct Reading: Sendable {
  var article: Article
  var entities: [LocalEntity]
  /// Nil where the article is left out of the build, or cannot be seen.
  var place: ReadingStore.Place?
  var diagnostics: [Diagnostic]
  /// How many mentions the recogniser found, resolved or not.
  var mentionCount: Int
  /// White-space words of the body.
  var wordCount: Int
  /// What the file’s name gives for the address.
  var fileSlug: Slug?
  /// Where the values stand that decide the article's address.
  var places: [(key: ArticleKey, range: SourceRange)]
}

/// The sentences of an article with its resolved mentions.
struct Prose: Sendable {
  /// A resolved mention.
  struct Mark: Sendable, Equatable {
    /// UTF-8 offsets into the text.
    var start: Int32
    var end: Int32
    /// The index of the article's own entity.
    var entity: Int32
  }

  /// The reading text in UTF-8.
  var text: [UInt8]
  var sentences: [Range<Int32>]
  var marks: [Mark]
}

/// A reading as it is kept: numbers of four bytes, lowest first, then texts.
struct EncodedReading {
  private(set) var bytes: [UInt8] = []
  private(set) var proseCount = 0

  init(_ prose: Prose, _ body: SlottedHTML) {
    bytes.reserveCapacity(
      24 + prose.text.count + prose.sentences.count * 8 + prose.marks.count * 12
        + body.bytes.count + body.slots.count * 16)
    append(Int32(prose.sentences.count))
    append(Int32(prose.marks.count))
    for sentence in prose.sentences {
      append(sentence.lowerBound)
      append(sentence.upperBound)
    }
    for mark in prose.marks {
      append(mark.start)
      append(mark.end)
      append(mark.entity)
    }
    bytes += prose.text
    proseCount = bytes.count
    append(Int32(body.slots.count))
    for slot in body.slots {
      append(Int32(slot.offset))
      let (kind, number, piece) = slot.content.code
      append(kind)
      append(number)
      append(piece)
    }
    bytes += body.bytes
  }

  private mutating func append(_ number: Int32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension Prose {
  /// Reads back what `EncodedReading` wrote.
  init(decoding bytes: [UInt8]) {
    var reader = NumberReader(bytes)
    let sentenceCount = Int(reader.next())
    let markCount = Int(reader.next())
    sentences = (0..<sentenceCount).map { _ in
      let start = reader.next()
      return start..<reader.next()
    }
    marks = (0..<markCount).map { _ in
      let (start, end) = (reader.next(), reader.next())
      return Mark(start: start, end: end, entity: reader.next())
    }
    text = [UInt8](bytes[reader.position...])
  }
}

extension SlottedHTML {
  /// Reads back what `EncodedReading` wrote.
  init(decoding bytes: [UInt8]) {
    var reader = NumberReader(bytes)
    let slotCount = Int(reader.next())
    let slots = (0..<slotCount).map { _ in
      let (offset, kind) = (reader.next(), reader.next())
      let (number, piece) = (reader.next(), reader.next())
      return Slot(offset: Int(offset), content: Content(kind: kind, number: number, piece: piece))
    }
    self.init(bytes: [UInt8](bytes[reader.position...]), slots: slots)
  }
}

extension SlottedHTML.Content {
  /// Three numbers that say the same.
  fileprivate var code: (kind: Int32, number: Int32, piece: Int32) {
    switch self {
    case .root: (0, 0, 0)
    case .target(let number): (1, number, 0)
    case .mentionStart(let piece): (piece.isInsideLink ? 3 : 2, piece.slot, piece.index)
    case .mentionEnd(let piece): (piece.isInsideLink ? 5 : 4, piece.slot, piece.index)
    }
  }

  fileprivate init(kind: Int32, number: Int32, piece: Int32) {
    let whole = SlottedHTML.Piece(slot: number, index: piece, isInsideLink: kind & 1 == 1)
    self =
      switch kind {
      case 0: .root
      case 1: .target(number)
      case 2, 3: .mentionStart(whole)
      default: .mentionEnd(whole)
      }
  }
}

/// Reads numbers of four bytes, lowest first.
private struct NumberReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Int32 {
    let value = bytes.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: position, as: Int32.self)
    }
    position += 4
    return Int32(littleEndian: value)
  }
}
