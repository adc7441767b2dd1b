/// A type of view, as the compiler of templates sees it: names and how to read them.
@usableFromInline package struct ViewType: Sendable {
  /// Tells types apart.
  let id: ID
  /// The type's name, for messages.
  let name: String
  /// The fields, in the order of declaration.
  let fields: [(name: String, access: Access)]
  /// What each field means, in the same order; empty where nobody says it.
  let meanings: [String]

  /// What makes two the same type.
  package enum ID: Sendable, Hashable {
    /// A type of Swift.
    case type(ObjectIdentifier)
    /// A type described by hand, by its name.
    case name(String)
  }

  /// Describes the views of a Swift type.
  @usableFromInline init<V: View>(_ type: V.Type) {
    self.init(
      id: .type(ObjectIdentifier(type)), name: "\(type)",
      fields: type.fields.map { ($0.name, $0.access) },
      meanings: type.fields.map { $0.meaning.description })
  }

  /// Describes views by hand; the name tells the type.
  package init(name: String, fields: [(name: String, access: Access)]) {
    self.init(id: .name(name), name: name, fields: fields, meanings: fields.map { _ in "" })
  }

  private init(
    id: ID, name: String, fields: [(name: String, access: Access)], meanings: [String]
  ) {
    precondition(
      Set(fields.map(\.name)).count == fields.count, "a view declares each name once: \(name)")
    self.id = id
    self.name = name
    self.fields = fields
    self.meanings = meanings
  }

  subscript(name: String) -> Access? { fields.first { $0.name == name }?.access }
}
