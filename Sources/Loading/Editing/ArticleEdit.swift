import ArchiveModel

/// Edits of what an article's front matter says of names: `entities: {ignore: […], is: {…}}`.
///
/// All else stays byte for byte, in YAML, TOML and JSON; an article without front matter gets some.
/// The result is read again: it is the same article but for the names, else the edit is refused.
public struct ArticleEdit {
  private let original: [UInt8]
  private let path: String
  private let shownPath: String
  private var text: EditableText
  private var intended: Article.EntityOverrides
  private var byHand: [String] = []

  /// Prepares to edit a file's bytes.
  ///
  /// - Parameters:
  ///   - path: the file's path in the content folder.
  ///   - shownPath: its path as it is shown.
  public init(_ file: [UInt8], path: String, shownAs shownPath: String) throws(EditRefusal) {
    original = file
    self.path = path
    self.shownPath = shownPath
    guard let text = EditableText(file) else {
      throw EditRefusal(
        "only files in UTF-8 are edited", at: SourceRange(path: shownPath),
        suggestion: "save it as UTF-8 in your editor, and try again")
    }
    self.text = text
    intended = Source(file, path: path, shownAs: shownPath).article.entities
  }

  /// Says that a name is none in this article.
  public mutating func ignore(_ name: String) throws(EditRefusal) {
    guard !intended.ignore.contains(name) else { return }
    byHand.append("write entities: {ignore: [\(YAMLWriting.scalar(name, in: .flow))]}")
    intended.ignore.append(name)
    try edit("ignore", EditEntry("ignore", .texts([name])))
  }

  /// Says that a name stands for an entity in this article.
  public mutating func identify(_ name: String, as id: Slug) throws(EditRefusal) {
    let identity = Article.EntityOverrides.Identity(name: name, id: id.description)
    guard !intended.identities.contains(identity) else { return }
    let entry = EditEntry(name, .text(id.description))
    byHand.append("write entities: {is: {\(YAMLWriting.flowEntry(entry))}}")
    intended.identities.removeAll { $0.name == name }
    intended.identities.append(identity)
    try edit("is", EditEntry("is", .map([entry])))
  }

  /// The file's new bytes.
  public func finished() throws(EditRefusal) -> [UInt8] {
    let file = text.file
    let before = Source(original, path: path, shownAs: shownPath)
    let after = Source(file, path: path, shownAs: shownPath)
    var meant = before.article
    meant.entities = after.article.entities
    let isSame = { (a: Article.EntityOverrides, b: Article.EntityOverrides) in
      Set(a.ignore) == Set(b.ignore) && Set(a.identities) == Set(b.identities) && a.add == b.add
    }
    guard after.article == meant, after.body == before.body,
      isSame(after.article.entities, intended),
      after.diagnostics.count <= before.diagnostics.count
    else { throw refusal }
    return file
  }

  // MARK: Formats

  /// Adds what stands below a key of `entities` to what it has.
  private mutating func edit(_ key: String, _ new: EditEntry) throws(EditRefusal) {
    let isPlainText = path.hasSuffix(".txt")
    let head = FrontMatter(of: text.bytes, path: shownPath, isPlainText: isPlainText)
    guard head.isPresent, let fence = Fence(in: text.bytes) else {
      let line = YAMLWriting.entry(EditEntry("entities", .map([new])), column: 0)
      text.insert("---\n\(line)\n---\n", at: 0)
      return
    }
    guard let content = fence.content, head.diagnostics.allSatisfy({ $0.severity != .error })
    else { throw refusal }
    let known = head.entries.first { ArticleKey.named($0.key)?.key == .entities }
    let isDone =
      switch fence.kind {
      case .yaml: try editYAML(content, head.entries, known, new)
      case .toml: editData(content, head.entries, known, new, TOMLWriting())
      case .json: editData(content, head.entries, known, new, JSONWriting())
      }
    guard isDone else { throw refusal }
  }

  private mutating func editYAML(
    _ content: Range<Int>, _ entries: [FrontMatterEntry], _ known: FrontMatterEntry?,
    _ new: EditEntry
  ) throws(EditRefusal) -> Bool {
    var edit = YAMLFileEdit(text, content, says: entries, path: shownPath)
    if let key = known?.key {
      try edit.edit(key, byHand: byHand.joined(separator: "; ")) { part in
        if known?.value.isNull ?? false { return part.set(key, at: [], to: .map([new])) }
        switch new.value {
        case .list(let items): return part.append(items, to: new.key, at: [key])
        case .map(let entries) where part.map(at: [key, new.key]) != nil:
          return entries.allSatisfy { part.set($0.key, at: [key, new.key], to: $0.value) }
        case .map, .text, .literal: return part.set(new.key, at: [key], to: new.value)
        }
      } intend: { _ in
      }
    } else {
      edit.add(EditEntry("entities", .map([new])))
    }
    text = edit.text
    return true
  }

  /// Adds to a text in which every value has its brackets or quotes.
  private mutating func editData(
    _ content: Range<Int>, _ entries: [FrontMatterEntry], _ known: FrontMatterEntry?,
    _ new: EditEntry, _ writing: some DataWriting
  ) -> Bool {
    guard let known else {
      return writing.add(EditEntry("entities", .map([new])), to: entries, in: content, of: &text)
    }
    guard case .map(let fields) = known.value.content else { return false }
    guard let field = fields.first(where: { $0.key == new.key }) else {
      return writing.insert(new, into: known.value, fields, of: &text)
    }
    switch (field.value.content, new.value) {
    case (.list(let items), .list(let values)):
      return writing.append(values, to: field.value, items, of: &text)
    case (.map(let identities), .map(let values)):
      return values.allSatisfy { value in
        guard let old = identities.first(where: { $0.key == value.key }) else {
          return writing.insert(value, into: field.value, identities, of: &text)
        }
        text.replace(old.value.offsets, with: writing.text(value.value))
        return true
      }
    default: return false
    }
  }

  private var refusal: EditRefusal {
    EditRefusal(
      "this front matter is written in a way that Dateline reads, but does not edit",
      at: SourceRange(path: shownPath),
      suggestion: "do by hand: " + byHand.joined(separator: "; "))
  }
}
