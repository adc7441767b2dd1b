import ArchiveModel
import Cataloguing
import Loading

/// The commands that hide: an entity, a name that is none, a name in one article.
extension Desk {
  /// Gives an entity no page, no link and no place in any list; the words of articles stay.
  public func suppressing(_ entity: String) throws(DeskProblem) -> DeskChange {
    let number = try find(entity)
    let kind = catalog.entities[number].kind
    var edits = RecordEdits(archive)
    let id = try recorded(number, in: &edits)
    try edits.edit(id) { edit throws(EditRefusal) in
      try edit.set("page", of: id, to: .text("never"))
    }
    let privacy = try editPrivacy { edit throws(EditRefusal) in try edit.suppress(id, kind) }
    return DeskChange(
      title: "suppress \(address(of: number))", files: try edits.finished() + privacy)
  }

  /// What a redaction may say besides the name.
  public struct Redaction: Sendable {
    /// What stands in place of the name; nil for initials.
    public var words: String?
    /// Other spellings that go too.
    public var also: [String] = []
    /// The day that the notice names.
    public var date: String
    /// Why, for the editors alone.
    public var reason: String?

    /// A redaction of a day.
    public init(date: String) { self.date = date }
  }

  /// Removes a name from all that is published.
  ///
  /// - Parameter text: an entity, or any name.
  public func redacting(
    _ text: String, _ redaction: Redaction
  ) throws(DeskProblem) -> DeskChange {
    var name = try Desk.name(text)
    var also = redaction.also
    var notes: [String] = []
    if let number = try entity(toRedact: text) {
      name = catalog.entities[number].name
      let variants = try DeskProblem.faulting { () throws(EnvironmentFault) in
        try self.variants(of: number)
      }
      let full = (record(of: number)?.names ?? []) + variants.map(\.name)
      for variant in full
      where variant != name && !also.contains(variant) && !NameKey(variant).isSingleWord {
        also.append(variant)
      }
      if catalog.entities[number].hasPage {
        notes.append(
          "its page stays, without the name: dateline entities suppress \(address(of: number)) "
            + "takes it away")
      }
      for variant in variants where NameKey(variant.name).isSingleWord {
        guard !also.contains(variant.name), variant.name != name else { continue }
        notes.append(
          "“\(variant.name)” alone stands for it in \(Labels.count(variant.count, "place", "places"))"
            + " and stays; to remove the word wherever it stands, add --also \(Desk.quoted(variant.name))"
        )
      }
    }
    var spoken = redaction
    spoken.also = also
    let files = try editPrivacy { edit throws(EditRefusal) in
      try edit.redact(
        name, also: spoken.also, with: spoken.words, date: spoken.date, reason: spoken.reason)
    }
    return DeskChange(title: "redact \(Desk.quoted(name))", files: files, notes: notes)
  }

  /// The entity that is to be redacted; nil for a name that is nobody's.
  private func entity(toRedact text: String) throws(DeskProblem) -> Int? {
    do throws(DeskProblem) {
      return try find(text)
    } catch {
      // A name with a blank in it is no id: it may stand in texts without being an entity.
      if case .misuse = error, text.contains(where: \.isWhitespace) { return nil }
      throw error
    }
  }

  /// Says that a name is never an entity, in any article.
  public func ignoring(_ text: String) throws(DeskProblem) -> DeskChange {
    let name = try Desk.name(text)
    let key = NameKey(name)
    if let record = archive.authorities.first(where: { record in
      ([record.name] + record.names + record.weak).contains { NameKey($0) == key }
    }) {
      throw .refused(
        EditRefusal(
          "“\(name)” is a name of the record \(record.id)", at: record.place,
          suggestion: "take it out of that record, or delete the record"))
    }
    guard !archive.ignoredNames.contains(where: { NameKey($0) == key }) else {
      return DeskChange(title: "ignore \(Desk.quoted(name))", files: [])
    }
    let before = try contents(of: IgnoredNames.path)
    let shown = archive.shownPath(of: IgnoredNames.path)
    let after = try DeskProblem.refusing { () throws(EditRefusal) in
      try IgnoredNames.adding(name, to: before, shownPath: shown)
    }
    return DeskChange(
      title: "ignore \(Desk.quoted(name))",
      files: [FileChange(IgnoredNames.path, before: before, after: after)])
  }

  /// Says that a name is none in one article.
  public func unlinking(_ text: String, in article: String) throws(DeskProblem) -> DeskChange {
    let path = try self.article(article)
    let name = try Desk.name(text)
    try checkNamed(name, in: path)
    let file = try editArticle(path) { edit throws(EditRefusal) in try edit.ignore(name) }
    return DeskChange(title: "unlink \(path) \(Desk.quoted(name))", files: file)
  }

  // MARK: Parts

  /// Sees that an article has a name that is linked or listed.
  func checkNamed(_ name: String, in path: String) throws(DeskProblem) {
    guard let article = catalog.articles.firstIndex(where: { $0.path == path }) else {
      throw .misuse(
        "\(path) is not shown: it is a draft, embargoed, withdrawn, or has an error", help: nil)
    }
    let names = try namesIn(article)
    let key = NameKey(name)
    guard !names.contains(where: { NameKey($0) == key }) else { return }
    let nearest =
      SpellingIndex(Set(names)).nearest(to: name)
      ?? names.first { NameKey($0).text.split(separator: " ").contains { $0 == key.text } }
    let some = names.prefix(8).joined(separator: ", ")
    throw .misuse(
      "“\(name)” stands for nothing in \(path)",
      help: nearest.map { "did you mean “\($0)”?" }
        ?? (names.isEmpty ? "no name is known in it" : "the names in it are \(some) …"))
  }

  /// The names that an article's text and headline have, as they are written.
  private func namesIn(_ article: Int) throws(DeskProblem) -> [String] {
    let prose = try DeskProblem.faulting { () throws(EnvironmentFault) in
      try site.readings.prose(catalog.handles[article])
    }
    var names: [String] = []
    for index in prose.marks.indices {
      let surface = DeskMention(article: article, mark: index, in: prose).surface
      if !names.contains(surface) { names.append(surface) }
    }
    return names
      + catalog.entities(of: article).map { catalog.entities[$0].name }
      .filter { !names.contains($0) }
  }

  func editArticle(
    _ path: String, _ change: (inout ArticleEdit) throws(EditRefusal) -> Void
  ) throws(DeskProblem) -> [FileChange] {
    let before = try contents(of: path)
    let shown = archive.shownPath(of: path)
    let after = try DeskProblem.refusing { () throws(EditRefusal) in
      var edit = try ArticleEdit(before ?? [], path: path, shownAs: shown)
      try change(&edit)
      return try edit.finished()
    }
    return after == before ? [] : [FileChange(path, before: before, after: after)]
  }

  private func editPrivacy(
    _ change: (inout PrivacyEdit) throws(EditRefusal) -> Void
  ) throws(DeskProblem) -> [FileChange] {
    let before = try contents(of: PrivacyEdit.path)
    let shown = archive.shownPath(of: PrivacyEdit.path)
    let after = try DeskProblem.refusing { () throws(EditRefusal) in
      var edit = try PrivacyEdit(before ?? [], shownAs: shown)
      try change(&edit)
      return try edit.finished()
    }
    return after == before ? [] : [FileChange(PrivacyEdit.path, before: before, after: after)]
  }

  private func contents(of path: String) throws(DeskProblem) -> [UInt8]? {
    try DeskProblem.faulting { () throws(EnvironmentFault) in try archive.contents(of: path) }
  }
}
