import ArchiveModel
import Loading
import Markup

/// Without the files that it names: these are where the archive is, and found anew by `lookups`.
extension Reading: Recordable {
  func write(to record: inout RecordWriter) {
    record.write(article)
    record.write(place)
    record.write(isSeen)
    record.write(mentionCount)
    record.write(wordCount)
    record.write(datePlace)
    record.writeSparse { fields in
      fields.next(diagnostics)
      fields.next(fileSlug)
      fields.next(aliasPlace)
      fields.next(urlPlace)
      fields.next(idPlace)
      fields.next(embargoPlace)
      fields.next(links)
      fields.next(lead)
      fields.next(redactions.sorted())
      fields.next(dialects)
      fields.next(lookups)
    }
  }

  init(from record: inout RecordReader) {
    article = record.read()
    place = record.read()
    isSeen = record.read()
    mentionCount = record.read()
    wordCount = record.read()
    datePlace = record.read()
    diagnostics = []
    var redactionNumbers: [Int] = []
    record.readSparse { fields in
      fields.next(&diagnostics)
      fields.next(&fileSlug)
      fields.next(&aliasPlace)
      fields.next(&urlPlace)
      fields.next(&idPlace)
      fields.next(&embargoPlace)
      fields.next(&links)
      fields.next(&lead)
      fields.next(&redactionNumbers)
      fields.next(&dialects)
      fields.next(&lookups)
    }
    redactions = Set(redactionNumbers)
  }
}

extension ReadingStore.Place: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(offset)
    for count in [entityCount, proseCount, count] { record.write(UInt64(count)) }
    for sum in [entitySum, proseSum, bodySum] { record.write(UInt64(sum)) }
  }

  package init(from record: inout RecordReader) {
    func next() -> UInt32 {
      let number = record.number()
      if number > UInt64(UInt32.max) { record.fail() }
      return UInt32(truncatingIfNeeded: number)
    }
    offset = record.read()
    (entityCount, proseCount, count) = (next(), next(), next())
    (entitySum, proseSum, bodySum) = (next(), next(), next())
    let parts = UInt64(entityCount) + UInt64(proseCount)
    if offset < 0 || parts > UInt64(count) { record.fail() }
  }
}

extension LocalLink: Recordable {
  func write(to record: inout RecordWriter) {
    record.write(target)
    record.write(place)
    record.write(isRelation)
  }

  init(from record: inout RecordReader) {
    self.init(target: record.read(), place: record.read())
    isRelation = record.read()
  }
}

extension LeadImage: Recordable {
  func write(to record: inout RecordWriter) {
    switch address {
    case .site(let path):
      record.write(false)
      record.write(path)
    case .remote(let url):
      record.write(true)
      record.write(url)
    }
    record.write(size?.width)
    record.write(size?.height)
    record.write(image)
    record.write(isInBody)
  }

  init(from record: inout RecordReader) {
    let isRemote = record.read(Bool.self)
    let target = record.read(String.self)
    let (width, height) = (record.read(Int?.self), record.read(Int?.self))
    let size = width.flatMap { width in height.flatMap { ImageSize(width: width, height: $0) } }
    self.init(
      address: isRemote ? .remote(target) : .site(target), size: size, image: record.read(),
      isInBody: record.read())
  }
}

extension DialectUse: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(construct.dialect.rawValue)
    record.write(construct.name)
    record.write(construct.fate.rawValue)
    record.write(count)
    record.write(first)
  }

  package init(from record: inout RecordReader) {
    let (dialect, name, fate) = (
      record.read(String.self), record.read(String.self), record.read(String.self)
    )
    let known = Dialect(rawValue: dialect).flatMap { dialect in
      DialectConstruct.Fate(rawValue: fate).map { DialectConstruct(dialect, name, $0) }
    }
    if known == nil { record.fail() }
    construct = known ?? DialectConstruct(.hugo, "", .dropped)
    count = record.read()
    first = record.read()
  }
}
