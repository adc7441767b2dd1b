import ArchiveModel

/// Edits of `privacy.yml`: a rule more, and all else as it is.
public struct PrivacyEdit {
  private var edit: YAMLFileEdit
  private let shownPath: String
  private var byHand: [String] = []

  /// Where the file stands in the content folder.
  public static let path = PrivacyRules.path

  /// Prepares to edit a file's bytes; none for a file that is not there yet.
  public init(_ file: [UInt8], shownAs shownPath: String) throws(EditRefusal) {
    self.shownPath = shownPath
    guard let text = EditableText(file) else {
      throw EditRefusal(
        "only files in UTF-8 are edited", at: SourceRange(path: shownPath),
        suggestion: "save it as UTF-8 in your editor, and try again")
    }
    edit = YAMLFileEdit(
      text, YAMLFile.content(of: text.bytes), says: PrivacyEdit.entries(of: text.bytes),
      path: shownPath)
  }

  /// Gives an entity no page, link or mention in any list.
  public mutating func suppress(_ id: Slug, _ kind: EntityKind) throws(EditRefusal) {
    let item = "\(kind.folder)/\(id)"
    let old = edit.value("suppress")?.items ?? []
    guard !old.contains(.text(item)) else { return }
    try append(.text(item), to: "suppress")
  }

  /// Removes a name from all that is published.
  ///
  /// - Parameters:
  ///   - also: other spellings of it.
  ///   - words: what stands in its place; nil for initials.
  ///   - date: the day that the notice names, as 2026-01-04.
  public mutating func redact(
    _ name: String, also: [String], with words: String?, date: String, reason: String?
  ) throws(EditRefusal) {
    var fields = [EditEntry("name", .text(name))]
    if !also.isEmpty { fields.append(EditEntry("also", .texts(also))) }
    if let words { fields.append(EditEntry("with", .text(words))) }
    fields.append(EditEntry("date", .literal(date)))
    if let reason { fields.append(EditEntry("reason", .text(reason))) }
    try append(.map(fields), to: "redact")
  }

  /// The file's new bytes.
  public func finished() throws(EditRefusal) -> [UInt8] {
    let hint = byHand.joined(separator: "; ")
    let file = try edit.finished(byHand: hint) { PrivacyEdit.entries(of: $0) }
    var reader = PrivacyReader(path: shownPath)
    reader.read(file)
    if let problem = reader.diagnostics.first {
      throw EditRefusal(
        problem.message, at: problem.place, suggestion: problem.suggestion ?? hint)
    }
    return file
  }

  private mutating func append(_ item: EditValue, to key: String) throws(EditRefusal) {
    let hint = "add \(YAMLWriting.flow(item)) to \(key):"
    byHand.append(hint)
    guard edit.has(key) else {
      edit.add(EditEntry(key, .list([item])), breaks: true)
      return
    }
    try edit.edit(key, byHand: hint) {
      $0.append([item], to: key, at: [])
    } intend: {
      $0 = .list($0.items + [ValueTree(item)])
    }
  }

  private static func entries(of text: [UInt8]) -> [FrontMatterEntry] {
    let newline = UInt8(ascii: "\n")
    let text = text.isEmpty || text.last == newline ? text : text + [newline]
    return FrontMatter.entries(
      of: text, YAMLFile.content(of: text), path: "", isTextKey: PrivacyReader.isTextKey
    ).entries
  }
}
