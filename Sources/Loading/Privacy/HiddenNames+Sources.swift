import ArchiveModel

extension HiddenNames {
  /// What was taken out of an article's file.
  struct Removal {
    /// Where the bytes of the text stood.
    var edits = TextEdits()
    /// The redactions that were applied.
    var redactions: Set<Int> = []
  }

  /// Takes the names out of front matter and of the text behind it.
  func redact(
    _ entries: inout [FrontMatterEntry], _ text: inout [UInt8], from bodyStart: Int
  ) -> Removal? {
    guard !isEmpty else { return nil }
    var removal = Removal()
    redact(&entries, &removal.redactions)
    if let redacted = redacted(Array(text[bodyStart...])) {
      removal.redactions.formUnion(redacted.redactions)
      removal.edits = redacted.edits.moved(by: bodyStart)
      text.replaceSubrange(bodyStart..., with: redacted.bytes)
    }
    return removal
  }

  /// Takes the names out of keys and values, at any depth.
  func redact(_ entries: inout [FrontMatterEntry], _ found: inout Set<Int>) {
    guard !isEmpty else { return }
    for index in entries.indices {
      redact(&entries[index].key, &found)
      redact(&entries[index].value, &found)
    }
  }

  private func redact(_ value: inout FrontMatterValue, _ found: inout Set<Int>) {
    switch value.content {
    case .null: break
    case .text(var text, let isQuoted):
      redact(&text, &found)
      value.content = .text(text, isQuoted: isQuoted)
    case .list(var items):
      for index in items.indices { redact(&items[index], &found) }
      value.content = .list(items)
    case .map(var entries):
      redact(&entries, &found)
      value.content = .map(entries)
    }
  }

  private func redact(_ text: inout String, _ found: inout Set<Int>) {
    guard occur(in: text), let redacted = redacted(Array(text.utf8)) else { return }
    found.formUnion(redacted.redactions)
    text = String(decoding: redacted.bytes, as: UTF8.self)
  }
}

extension Article {
  /// Notes that names were taken out of it: readers are told.
  mutating func note(redactions dates: [ArchiveDate]) {
    guard !dates.isEmpty else { return }
    self.redactions = dates
    if self.status == .published { self.status = .redacted }
  }
}
