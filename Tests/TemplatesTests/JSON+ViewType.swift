import Templates

extension ViewType {
  /// The type of view that these values of JSON are: every value at one path has one type.
  static func of(_ values: [JSON], path: String = "data") -> ViewType {
    var members: [String: [JSON]] = [:]
    for value in values {
      for (key, member) in value.object { members[key, default: []].append(member) }
    }
    var fields = members.sorted { $0.key < $1.key }.map { key, members in
      (name: key, access: access(members, path: path + "." + key) { $0[key] })
    }
    fields.append((name: ".", access: access(values, path: path + "..") { $0 }))
    return ViewType(name: path, fields: fields)
  }

  /// How to reach a member, by the kind that it has wherever it is not null.
  private static func access(
    _ members: [JSON], path: String, _ get: @escaping @Sendable (JSON) -> JSON
  ) -> Access {
    @Sendable func member(_ place: UnsafeRawPointer) -> JSON {
      get(place.assumingMemoryBound(to: JSON.self).pointee)
    }
    let known = members.first { if case .null = $0 { false } else { true } }
    switch known ?? .null {
    case .null: return .text { _ in nil }
    case .bool:
      return .flag { if case .bool(true) = member($0) { true } else { false } }
    case .number, .string: return .text { member($0).string }
    case .array:
      let elements = members.flatMap(\.array)
      return .list(
        ViewAccess(
          type: { .of(elements, path: path + "[]") },
          isPresent: { !member($0).array.isEmpty },
          visit: { place, body in
            for element in member(place).array { withUnsafePointer(to: element) { body($0) } }
          }))
    case .object:
      return .view(
        ViewAccess(
          type: { .of(members, path: path) },
          isPresent: { if case .object = member($0) { true } else { false } },
          visit: { place, body in
            if case .object = member(place) { withUnsafePointer(to: member(place)) { body($0) } }
          }))
    }
  }
}
