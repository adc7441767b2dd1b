import ArchiveModel
import Cataloguing
import Markup

/// A reading as it is kept: numbers of four bytes, lowest first, then texts.
struct EncodedReading {
  private(set) var bytes: [UInt8] = []
  private(set) var entityCount = 0
  private(set) var proseCount = 0

  init(_ entities: [LocalEntity], _ prose: Prose, _ body: SlottedHTML) {
    bytes.reserveCapacity(
      24 + prose.text.count + prose.sentences.count * 8 + prose.marks.count * 12
        + body.bytes.count + body.slots.count * 16)
    append(Int32(entities.count))
    for entity in entities { append(entity) }
    entityCount = bytes.count
    // The text first, so that nobody need copy it who reads it back.
    bytes += prose.text
    var numbers: [Int32] = []
    numbers.reserveCapacity(prose.sentences.count * 2 + prose.marks.count * 3 + 2)
    for sentence in prose.sentences {
      numbers.append(sentence.lowerBound)
      numbers.append(sentence.upperBound)
    }
    for mark in prose.marks {
      numbers.append(mark.start)
      numbers.append(mark.end)
      numbers.append(mark.entity)
    }
    numbers.append(Int32(prose.sentences.count))
    numbers.append(Int32(prose.marks.count))
    append(numbers)
    proseCount = bytes.count - entityCount
    numbers = [Int32(body.slots.count)]
    for slot in body.slots {
      numbers.append(Int32(slot.offset))
      let (kind, number, piece) = slot.content.code
      numbers.append(kind)
      numbers.append(number)
      numbers.append(piece)
    }
    append(numbers)
    bytes += body.bytes
  }

  private mutating func append(_ entity: LocalEntity) {
    switch entity.identity {
    case .authority(let index):
      append(0)
      append(index)
    case .gazetteer(let index):
      append(1)
      append(index)
    case .name(_, let key):
      append(2)
      append(key.text)
    case .short(let key):
      append(3)
      append(key.text)
    }
    append(Int32(entity.kind.rawValue))
    append(entity.name)
    append(entity.mentionCount)
    append(entity.firstMention)
    append(entity.isInTitle ? 1 : 0)
    append(entity.sensitiveCount)
    append(entity.acronym?.text ?? "")
  }

  private mutating func append(_ text: String) {
    append(Int32(text.utf8.count))
    bytes += text.utf8
  }

  private mutating func append(_ number: Int32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Many at once: to append each alone took ten times the instructions.
  private mutating func append(_ numbers: [Int32]) {
    numbers.map { $0.littleEndian }.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

extension [LocalEntity] {
  /// Reads back what `EncodedReading` wrote.
  init(decoding bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { bytes in
      var reader = NumberReader(bytes)
      return (0..<Int(reader.next())).map { _ in LocalEntity(from: &reader) }
    }
  }
}

extension LocalEntity {
  fileprivate init(from reader: inout NumberReader) {
    let evidence = reader.next()
    let index = evidence < 2 ? reader.next() : 0
    let key = evidence < 2 ? "" : reader.nextText()
    let kind = EntityKind(rawValue: UInt8(truncatingIfNeeded: reader.next())) ?? .work
    let identity: Identity =
      switch evidence {
      case 0: .authority(index)
      case 1: .gazetteer(index)
      case 2: .name(kind, NameKey(folded: key))
      default: .short(NameKey(folded: key))
      }
    let name = reader.nextText()
    let (mentionCount, firstMention) = (reader.next(), reader.next())
    self.init(
      identity: identity, kind: kind, name: name, mentionCount: mentionCount,
      firstMention: firstMention, isInTitle: reader.next() == 1)
    sensitiveCount = reader.next()
    let acronym = reader.nextText()
    if !acronym.isEmpty { self.acronym = NameKey(folded: acronym) }
  }
}

extension Prose {
  /// Reads back what `EncodedReading` wrote.
  init(decoding bytes: consuming [UInt8]) {
    let textCount: Int
    (sentences, marks, textCount) = bytes.withUnsafeBytes { bytes in
      let counts = bytes.count - 8
      var reader = NumberReader(bytes, from: counts)
      let sentenceCount = Int(reader.next())
      let markCount = Int(reader.next())
      let textCount = counts - markCount * 12 - sentenceCount * 8
      reader = NumberReader(bytes, from: textCount)
      let sentences = (0..<sentenceCount).map { _ in
        let start = reader.next()
        return start..<reader.next()
      }
      let marks = (0..<markCount).map { _ in
        let (start, end) = (reader.next(), reader.next())
        return Mark(start: start, end: end, entity: reader.next())
      }
      return (sentences, marks, textCount)
    }
    bytes.removeLast(bytes.count - textCount)
    text = bytes
  }
}

extension SlottedHTML {
  /// Reads back what `EncodedReading` wrote.
  init(decoding bytes: [UInt8]) {
    let (html, slots) = bytes.withUnsafeBytes { bytes in
      var reader = NumberReader(bytes)
      let slotCount = Int(reader.next())
      let slots = (0..<slotCount).map { _ in
        let (offset, kind) = (reader.next(), reader.next())
        let (number, piece) = (reader.next(), reader.next())
        return Slot(offset: Int(offset), content: Content(kind: kind, number: number, piece: piece))
      }
      return ([UInt8](bytes[reader.position...]), slots)
    }
    self.init(bytes: html, slots: slots)
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

/// Reads numbers of four bytes, lowest first; the bytes must outlive it.
private struct NumberReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var position: Int

  init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func nextText() -> String {
    let count = Int(next())
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func next() -> Int32 {
    let value = bytes.loadUnaligned(fromByteOffset: position, as: Int32.self)
    position += 4
    return Int32(littleEndian: value)
  }
}
