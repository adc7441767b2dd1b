import ArchiveModel

/// Edits of one file of authority records, by spans of its text.
///
/// Comments, order, quotes, indentation, line ends, a byte order mark and the lack of a final line
/// end stay as they are, but where a record is changed. The result is read again before it is handed
/// out, and says exactly what was meant; else the edit is refused.
public struct AuthorityEdit {
  private var edit: YAMLFileEdit
  private let path: String
  /// What its editor would have to do, should all be refused.
  private var byHand: [String] = []
  /// The ids whose records were changed or added, and must be sound.
  private var changed: Set<String> = []

  /// Prepares to edit a file's bytes; none for a file that is not there yet.
  ///
  /// - Parameter path: the file's path as it is shown.
  public init(_ file: [UInt8], path: String) throws(EditRefusal) {
    self.path = path
    guard let text = EditableText(file) else {
      throw EditRefusal(
        "only files in UTF-8 are edited", at: SourceRange(path: path),
        suggestion: "save it as UTF-8 in your editor, and try again")
    }
    edit = YAMLFileEdit(
      text, YAMLFile.content(of: text.bytes), says: AuthorityEdit.entries(of: text.bytes, path),
      path: path)
  }

  /// The ids of the records in it.
  public var ids: [String] { edit.keys }

  /// The texts of a key's list; a single text is a list of one.
  public func texts(_ key: String, of id: Slug) -> [String] {
    (record(id)?[key]?.items ?? []).compactMap { item in
      if case .text(let text) = item { text } else { nil }
    }
  }

  /// The text of a key, or of a key inside one that is a map; nil where there is none.
  public func text(_ key: String, in outer: [String] = [], of id: Slug) -> String? {
    var map = record(id)
    for step in outer { map = map?[step] }
    if case .text(let text)? = map?[key] { return text }
    return nil
  }

  /// Whether a record has a key.
  public func has(_ key: String, of id: Slug) -> Bool { record(id)?[key] != nil }

  /// Whether all that a key has is text, or a list of texts.
  public func isFlat(_ key: String, of id: Slug) -> Bool {
    (record(id)?[key]?.items ?? []).allSatisfy { if case .text = $0 { true } else { false } }
  }

  /// The keys and values of a record; none where it is not there, or cannot be edited.
  public func fields(of id: Slug) -> [EditEntry] {
    guard case .map(let fields)? = edit.entry(id.description)?.value.content else { return [] }
    return fields.map { EditEntry($0.key, EditValue($0.value)) }
  }

  /// A key and its value as they would be written.
  public func line(_ field: EditEntry) -> String { YAMLWriting.entry(field, column: 0) }

  // MARK: Edits

  /// Adds a record behind all others, with its keys in the order given.
  public mutating func add(_ id: Slug, _ fields: [EditEntry]) throws(EditRefusal) {
    guard record(id) == nil else {
      throw EditRefusal(
        "the id “\(id)” is taken", at: edit.place(of: id.description),
        suggestion: "choose another id")
    }
    note(id, "add the record \(id)")
    edit.add(EditEntry(id.description, .map(fields)), breaks: true)
  }

  /// Writes the value of a key, in place of one that it has.
  public mutating func set(
    _ key: String, of id: Slug, to value: EditValue
  ) throws(EditRefusal) {
    try set(key, in: [], of: id, to: value)
  }

  /// Writes the value of a key inside a key that is a map: `geo`, `reviewed`.
  public mutating func set(
    _ key: String, in outer: [String], of id: Slug, to value: EditValue
  ) throws(EditRefusal) {
    let name = id.description
    let shown = YAMLWriting.flowEntry(EditEntry(key, value))
    try change(id, "write \(shown) below \(([name] + outer).joined(separator: ": "))") {
      $0.set(key, at: [name] + outer, to: value, order: AuthorityFile.keys)
    } intend: {
      $0.set(key, at: outer[...], to: ValueTree(value))
    }
  }

  /// Takes a key out of a record, or out of a map in it; nothing where it has none.
  public mutating func remove(
    _ key: String, in outer: [String] = [], of id: Slug
  ) throws(EditRefusal) {
    let name = id.description
    var map = record(id)
    for step in outer { map = map?[step] }
    guard map?[key] != nil else { return }
    try change(id, "delete \(key) below \(([name] + outer).joined(separator: ": "))") {
      $0.remove(key, at: [name] + outer)
    } intend: {
      $0.set(key, at: outer[...], to: nil)
    }
  }

  /// Adds to a key's list the texts that are not in it.
  public mutating func append(
    _ texts: [String], to key: String, of id: Slug
  ) throws(EditRefusal) {
    try append(texts.map { EditValue.text($0) }, to: key, of: id)
  }

  /// Adds to a key's list the values that are not in it.
  public mutating func append(
    _ values: [EditValue], to key: String, of id: Slug
  ) throws(EditRefusal) {
    let old = record(id)?[key]?.items ?? []
    var new: [EditValue] = []
    for value in values where !old.contains(ValueTree(value)) && !new.contains(value) {
      new.append(value)
    }
    guard !new.isEmpty else { return }
    let name = id.description
    let shown = new.map { YAMLWriting.flow($0) }.joined(separator: ", ")
    try change(id, "add \(shown) to \(key) of \(id)") {
      $0.append(new, to: key, at: [name], order: AuthorityFile.keys)
    } intend: {
      $0.append(new.map { ValueTree($0) }, to: key)
    }
  }

  /// Takes texts out of a key's list; a list that would be empty goes.
  public mutating func remove(
    _ texts: [String], from key: String, of id: Slug
  ) throws(EditRefusal) {
    guard let old = record(id)?[key]?.items else { return }
    let kept = old.filter { item in !texts.contains { item == .text($0) } }
    guard kept.count < old.count else { return }
    guard !kept.isEmpty else { return try remove(key, of: id) }
    let values = kept.map { EditValue($0) }
    let name = id.description
    try change(id, "take \(texts.joined(separator: ", ")) out of \(key) of \(id)") {
      $0.set(key, at: [name], to: .list(values), order: AuthorityFile.keys)
    } intend: {
      $0.set(key, to: .list(kept))
    }
  }

  /// Puts one text in the place of another in all lists of references, such as `part_of`: for an id
  /// that has changed.
  public mutating func replaceReferences(
    to old: Slug, with new: Slug
  ) throws(EditRefusal) {
    for key in edit.keys {
      guard let id = Slug(exactly: key) else { continue }
      for key in ["part_of", "not_same_as"] {
        let texts = texts(key, of: id)
        guard texts.contains(old.description) else { continue }
        var replaced: [String] = []
        for text in texts {
          let text = text == old.description ? new.description : text
          if !replaced.contains(text), text != id.description { replaced.append(text) }
        }
        if replaced.isEmpty {
          try remove(key, of: id)
        } else {
          try set(key, of: id, to: .texts(replaced))
        }
      }
    }
  }

  /// Gives a record another id; what leads from the old one is for the caller to write.
  public mutating func rename(_ id: Slug, to newID: Slug) throws(EditRefusal) {
    let hint = "write \(newID): in place of \(id):"
    note(newID, hint)
    changed.remove(id.description)
    try edit.rename(id.description, to: newID.description, byHand: hint)
  }

  /// Deletes a record.
  ///
  /// - Returns: The comments that stood in it.
  public mutating func delete(_ id: Slug) throws(EditRefusal) -> [String] {
    byHand.append("delete the record \(id)")
    changed.remove(id.description)
    return try edit.delete(id.description, byHand: "delete the record \(id)")
  }

  /// Writes comments at the end of a record.
  public mutating func comment(_ lines: [String], in id: Slug) throws(EditRefusal) {
    guard !lines.isEmpty else { return }
    try change(id, "keep the comments in the record \(id)") {
      $0.appendComments(lines)
    } intend: { _ in
    }
  }

  // MARK: The result

  /// The file's new bytes.
  public func finished() throws(EditRefusal) -> [UInt8] {
    let hint = byHand.joined(separator: "; ")
    let file = try edit.finished(byHand: hint) { AuthorityEdit.entries(of: $0, path) }
    var reader = AuthorityFile(path: path)
    reader.read(file)
    let sound = Set(reader.records.map(\.id.description))
    if let id = changed.subtracting(sound).min() {
      let problem = reader.values.diagnostics.first { $0.severity == .error }
      throw EditRefusal(
        "the record “\(id)” would not be sound: \(problem?.message ?? "it cannot be read")",
        at: edit.place(of: id), suggestion: problem?.suggestion ?? hint)
    }
    return file
  }

  /// What a text says; a last line without its end is read as if it had one, since what is added
  /// below gives it one.
  private static func entries(of text: [UInt8], _ path: String) -> [FrontMatterEntry] {
    let newline = UInt8(ascii: "\n")
    let text = text.isEmpty || text.last == newline ? text : text + [newline]
    return AuthorityFile.entries(of: text, path: path).entries
  }

  private func record(_ id: Slug) -> ValueTree? {
    edit.value(id.description)
  }

  private mutating func note(_ id: Slug, _ hint: String) {
    changed.insert(id.description)
    byHand.append(hint)
  }

  private mutating func change(
    _ id: Slug, _ hint: String, _ change: (inout YAMLPart) -> Bool,
    intend: (inout ValueTree) -> Void
  ) throws(EditRefusal) {
    note(id, hint)
    try edit.edit(id.description, byHand: hint, change, intend: intend)
  }
}

extension EditValue {
  /// A value as it was read.
  fileprivate init(_ tree: ValueTree) {
    switch tree {
    case .null: self = .literal("~")
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.map { EditValue($0) })
    case .map(let entries): self = .map(entries.map { EditEntry($0.key, EditValue($0.value)) })
    }
  }

  /// A value as it was written: what had no quotes needs none.
  fileprivate init(_ value: FrontMatterValue) {
    switch value.content {
    case .null: self = .literal("~")
    case .text(let text, let isQuoted):
      self = !isQuoted && YAMLWriting.looksTyped(text) ? .literal(text) : .text(text)
    case .list(let items): self = .list(items.map { EditValue($0) })
    case .map(let entries): self = .map(entries.map { EditEntry($0.key, EditValue($0.value)) })
    }
  }
}
