extension Article: Recordable {
  /// Path and headline, then what there is of the rest.
  package func write(to record: inout RecordWriter) {
    record.write(self.path)
    record.write(self.title)
    record.writeSparse { fields in
      fields.next(self.id)
      fields.next(self.subtitle)
      fields.next(self.summary)
      fields.next(self.date, unless: .undated)
      fields.next(self.updated, unless: .undated)
      fields.next(self.authors)
      fields.next(self.authorDetails)
      fields.next(self.byline)
      fields.next(self.dateline)
      fields.next(self.datelinePlaces)
      fields.next(self.kind)
      fields.next(self.section)
      fields.next(self.categories)
      fields.next(self.tags)
      fields.next(self.series)
      fields.next(self.source)
      fields.next(self.via)
      fields.next(self.originalURL)
      fields.next(self.canonical)
      fields.next(self.archived)
      fields.next(self.retrieved, unless: .undated)
      fields.next(self.version)
      fields.next(self.credits)
      fields.next(self.wireNotes)
      fields.next(self.rights)
      fields.next(self.rightsHolder)
      fields.next(self.license)
      fields.next(self.image)
      fields.next(self.print)
      fields.next(self.slug)
      fields.next(self.url)
      fields.next(self.aliases)
      fields.next(self.status, unless: .published)
      fields.next(self.embargo, unless: .undated)
      fields.next(self.expires, unless: .undated)
      fields.next(self.isUnlisted, unless: false)
      fields.next(self.language)
      fields.next(self.redactions)
      fields.next(self.corrections)
      fields.next(self.sources)
      fields.next(self.about)
      fields.next(self.related)
      fields.next(self.follows)
      fields.next(self.translationOf)
      fields.next(self.entities, unless: EntityOverrides())
      fields.next(self.extra)
      fields.next(Int(self.inferred.rawValue), unless: 0)
    }
  }

  package init(from record: inout RecordReader) {
    self.init(path: record.read(), title: record.read())
    var inferredBits = 0
    record.readSparse { fields in
      fields.next(&self.id)
      fields.next(&self.subtitle)
      fields.next(&self.summary)
      fields.next(&self.date)
      fields.next(&self.updated)
      fields.next(&self.authors)
      fields.next(&self.authorDetails)
      fields.next(&self.byline)
      fields.next(&self.dateline)
      fields.next(&self.datelinePlaces)
      fields.next(&self.kind)
      fields.next(&self.section)
      fields.next(&self.categories)
      fields.next(&self.tags)
      fields.next(&self.series)
      fields.next(&self.source)
      fields.next(&self.via)
      fields.next(&self.originalURL)
      fields.next(&self.canonical)
      fields.next(&self.archived)
      fields.next(&self.retrieved)
      fields.next(&self.version)
      fields.next(&self.credits)
      fields.next(&self.wireNotes)
      fields.next(&self.rights)
      fields.next(&self.rightsHolder)
      fields.next(&self.license)
      fields.next(&self.image)
      fields.next(&self.print)
      fields.next(&self.slug)
      fields.next(&self.url)
      fields.next(&self.aliases)
      fields.next(&self.status)
      fields.next(&self.embargo)
      fields.next(&self.expires)
      fields.next(&self.isUnlisted)
      fields.next(&self.language)
      fields.next(&self.redactions)
      fields.next(&self.corrections)
      fields.next(&self.sources)
      fields.next(&self.about)
      fields.next(&self.related)
      fields.next(&self.follows)
      fields.next(&self.translationOf)
      fields.next(&self.entities)
      fields.next(&self.extra)
      fields.next(&inferredBits)
    }
    self.inferred = Inferences(rawValue: UInt16(truncatingIfNeeded: inferredBits))
  }
}

extension Article.Status: RecordableCases {}
extension Article.Kind: RecordableCases {}
extension Article.Version.Kind: RecordableCases {}
extension EntityKind: RecordableCases {}

extension Article.Correction: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(date)
    record.write(kind)
    record.write(text)
  }
  package init(from record: inout RecordReader) {
    self.init(date: record.read(), kind: record.read(), text: record.read())
  }
}

extension Article.Series: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(name)
    record.write(part)
  }
  package init(from record: inout RecordReader) {
    self.init(name: record.read(), part: record.read())
  }
}

extension Article.EntityOverrides: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(add)
    record.write(ignore)
    record.write(identities)
  }
  package init(from record: inout RecordReader) {
    self.init()
    add = record.read()
    ignore = record.read()
    identities = record.read()
  }
}

extension Article.EntityOverrides.Addition: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(name)
    record.write(kind)
  }
  package init(from record: inout RecordReader) {
    self.init(name: record.read(), kind: record.read())
  }
}

extension Article.EntityOverrides.Identity: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(name)
    record.write(id)
  }
  package init(from record: inout RecordReader) {
    self.init(name: record.read(), id: record.read())
  }
}

extension Article.AuthorDetail: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(name)
    record.write(id)
    record.write(role)
  }
  package init(from record: inout RecordReader) {
    self.init(name: record.read(), id: record.read(), role: record.read())
  }
}

extension Article.Version: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(kind)
    record.write(number)
  }
  package init(from record: inout RecordReader) {
    self.init(record.read(), number: record.read())
  }
}

extension Article.Image: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(source)
    record.write(alt)
    record.write(caption)
    record.write(credit)
    record.write(license)
    record.write(width)
    record.write(height)
  }
  package init(from record: inout RecordReader) {
    self.init(source: record.read())
    alt = record.read()
    caption = record.read()
    credit = record.read()
    license = record.read()
    width = record.read()
    height = record.read()
  }
}

extension Article.PrintEdition: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(date)
    record.write(edition)
    record.write(section)
    record.write(page)
    record.write(column)
  }
  package init(from record: inout RecordReader) {
    self.init()
    date = record.read()
    edition = record.read()
    section = record.read()
    page = record.read()
    column = record.read()
  }
}

extension Article.ExtraField: Recordable {
  package func write(to record: inout RecordWriter) {
    record.write(key)
    record.write(value)
  }
  package init(from record: inout RecordReader) {
    self.init(key: record.read(), value: record.read())
  }
}

extension Article.ExtraValue: Recordable {
  package func write(to record: inout RecordWriter) {
    switch self {
    case .null: record.write(0 as UInt64)
    case .bool(let value):
      record.write(1 as UInt64)
      record.write(value)
    case .number(let digits):
      record.write(2 as UInt64)
      record.write(digits)
    case .text(let text):
      record.write(3 as UInt64)
      record.write(text)
    case .list(let values):
      record.write(4 as UInt64)
      record.write(values)
    case .map(let fields):
      record.write(5 as UInt64)
      record.write(fields)
    }
  }
  package init(from record: inout RecordReader) {
    switch record.isSound ? record.number() : 0 {
    case 0: self = .null
    case 1: self = .bool(record.read())
    case 2: self = .number(record.read())
    case 3: self = .text(record.read())
    case 4: self = .list(record.read())
    case 5: self = .map(record.read())
    default:
      record.fail()
      self = .null
    }
  }
}
