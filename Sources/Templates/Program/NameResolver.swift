/// Finds what names mean, and keeps the readers of what was found.
struct NameResolver {
  /// The types of views in play; their positions are their slots.
  private(set) var types: [ViewType] = []
  /// A reader for each way in which a field is read.
  private(set) var readers = Program.Readers()

  private var slots: [ViewType.ID: Int32] = [:]
  private var textIndices: [Scope.Field: Int] = [:]
  private var numberIndices: [Scope.Field: Int] = [:]
  private var htmlIndices: [Scope.Field: Int] = [:]
  private var testIndices: [Scope.Field: Int] = [:]
  private var viewIndices: [Scope.Field: Int] = [:]

  /// A name that means nothing.
  struct Miss: Error {
    var message: String
    var suggestion: String?
  }

  /// The slot of a type of view.
  mutating func slot(of type: ViewType) -> Int32 {
    if let slot = slots[type.id] { return slot }
    let slot = Int32(types.count)
    types.append(type)
    slots[type.id] = slot
    return slot
  }

  /// What a name means: the innermost view that has its first part decides, as in the
  /// specification of Mustache.
  func resolve(_ name: Name, in scope: Scope) throws(Miss) -> (Scope.Field, Access) {
    if name.text == ".", let current = scope.current { return try found(current) }
    let first = name.parts[0]
    // “.” is of the innermost view alone: an outer view is not what is being shown.
    let candidates = name.text == "." ? scope.slots.suffix(1) : scope.slots[...]
    guard let slot = candidates.last(where: { types[Int($0)][first] != nil }) else {
      throw miss(first, in: candidates.reversed().map { types[Int($0)] })
    }
    return try found(Scope.Field(slot: slot, path: name.parts))
  }

  /// A field with the place where it lies, and how it is read there.
  private func found(_ sought: Scope.Field) throws(Miss) -> (Scope.Field, Access) {
    var field = Scope.Field(slot: sought.slot, path: sought.path)
    var type = types[Int(field.slot)]
    guard var access = type[field.path[0]] else { throw miss(field.path[0], in: [type]) }
    for (name, part) in zip(field.path, field.path.dropFirst()) {
      guard case .view(let outer) = access else {
        throw Miss(
          message: "“\(name)” is \(access.noun), and “\(part)” is asked of it",
          suggestion: access.noun == "a list" ? "enter it: {{#\(name)}} … {{/\(name)}}" : nil)
      }
      type = outer.type()
      guard let inner = type[part] else { throw miss(part, in: [type]) }
      if let offset = outer.offset {
        field.offset += offset
        access = inner
      } else {
        access = inner.through(outer)
      }
    }
    return (field, access)
  }

  private func miss(_ name: String, in types: [ViewType]) -> Miss {
    let known = types.flatMap { $0.fields.map(\.name) }
    let owners = types.map(\.name)
    let message =
      switch owners.count {
      case 0, 1: "\(owners.first ?? "nothing") has no “\(name)”"
      case 2: "neither \(owners[0]) nor \(owners[1]) has “\(name)”"
      default: "none of \(owners.joined(separator: ", ")) has “\(name)”"
      }
    return Miss(
      message: message,
      suggestion: NearestName.of(name, among: known).map { "write “\($0)”" }
        ?? "the names here are \(known.prefix(12).joined(separator: ", "))"
        + (known.count > 12 ? ", …" : ""))
  }

  // MARK: Readers

  mutating func source(
    of field: Scope.Field, text get: @escaping @Sendable (Access.Place) -> String?
  ) -> Instruction.Source {
    NameResolver.source(
      of: field, Program.TextReader(read: get), in: &readers.texts, known: &textIndices)
  }

  mutating func source(
    of field: Scope.Field, number get: @escaping @Sendable (Access.Place) -> Int?
  ) -> Instruction.Source {
    NameResolver.source(
      of: field, Program.NumberReader(read: get), in: &readers.numbers, known: &numberIndices)
  }

  mutating func source(
    of field: Scope.Field, html get: @escaping @Sendable (Access.Place) -> HTML
  ) -> Instruction.Source {
    NameResolver.source(
      of: field, Program.HTMLReader(read: get), in: &readers.htmls, known: &htmlIndices)
  }

  mutating func source(of field: Scope.Field, test access: Access) -> Instruction.Source {
    NameResolver.source(
      of: field, Program.TestReader(access), in: &readers.tests, known: &testIndices)
  }

  mutating func source(of field: Scope.Field, views: ViewAccess) -> Instruction.Source {
    NameResolver.source(
      of: field, Program.ViewReader(visit: views.visit), in: &readers.views, known: &viewIndices)
  }

  /// One reader serves all tags that read a field in the same way.
  private static func source<Reader>(
    of field: Scope.Field, _ reader: Reader, in table: inout [Reader],
    known: inout [Scope.Field: Int]
  ) -> Instruction.Source {
    let index = known[field] ?? table.count
    if index == table.count {
      known[field] = index
      table.append(reader)
    }
    return Instruction.Source(
      slot: field.slot, offset: Int32(field.offset), index: Int32(index))
  }
}
