/// A type of view, as the compiler of templates sees it: names and how to read them.
@usableFromInline package struct ViewType: Sendable {
  /// Tells types apart.
  let id: ID
  /// The type's name, for messages.
  let name: String
  /// The fields, in the order of declaration.
  let fields: [(name: String, access: Access)]

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
      fields: type.fields.map { ($0.name, $0.access) })
  }

  /// Describes views by hand; the name tells the type.
  package init(name: String, fields: [(name: String, access: Access)]) {
    self.init(id: .name(name), name: name, fields: fields)
  }

  private init(id: ID, name: String, fields: [(name: String, access: Access)]) {
    precondition(
      Set(fields.map(\.name)).count == fields.count, "a view declares each name once: \(name)")
    self.id = id
    self.name = name
    self.fields = fields
  }

  subscript(name: String) -> Access? { fields.first { $0.name == name }?.access }
}
