/// What a view has, name by name, with what stands there in an example: for whoever writes a
/// template.
public struct ViewOutline: Sendable {
  /// A name that a template may use.
  public struct Line: Sendable, Hashable {
    /// In how many views of the view it stands.
    public var depth: Int
    /// The name.
    public var name: String
    /// What it is: "a text", "a list".
    public var kind: String
    /// What it means: "the headline".
    public var meaning: String
    /// What it holds in the example: `"Talks resume"`, `yes`, `3`; empty without an example.
    public var example: String
  }

  /// In the order in which the view declares them.
  public private(set) var lines: [Line] = []

  /// Outlines an example.
  ///
  /// - Parameter known: the names of views that are told elsewhere, and not entered.
  public init<V: View>(_ example: V, known: Set<String> = []) {
    withUnsafePointer(to: example) {
      add(ViewType(V.self), at: UnsafeRawPointer($0), depth: 0, known)
    }
  }

  /// Outlines a type of view, without an example.
  public init<V: View>(of type: V.Type, known: Set<String> = []) {
    add(ViewType(type), at: nil, depth: 0, known)
  }

  /// More levels than any view of ours has; one that holds itself has no end.
  private static let deepest = 4

  private mutating func add(
    _ type: ViewType, at place: Access.Place?, depth: Int, _ known: Set<String>
  ) {
    for ((name, access), meaning) in zip(type.fields, type.meanings) {
      lines.append(
        Line(
          depth: depth, name: name, kind: access.noun, meaning: meaning,
          example: place.map { ViewOutline.example(of: access, at: $0) } ?? ""))
      guard depth < ViewOutline.deepest, !known.contains(name) else { continue }
      switch access {
      case .view(let views), .list(let views):
        var isTold = false
        if let place {
          views.visit(place) { inner in
            guard !isTold else { return }
            isTold = true
            add(views.type(), at: inner, depth: depth + 1, known)
          }
        }
        if !isTold { add(views.type(), at: nil, depth: depth + 1, known) }
      case .text, .number, .html, .flag, .choice: continue
      }
    }
  }

  private static func example(of access: Access, at place: Access.Place) -> String {
    switch access {
    case .text(let get), .choice(_, let get): get(place).map { quoted($0) } ?? ""
    case .number(let get): get(place).map { String($0) } ?? ""
    case .html(let get): quoted(String(decoding: get(place).bytes, as: UTF8.self))
    case .flag(let get): get(place) ? "yes" : "no"
    case .view(let views): views.isPresent(place) ? "" : "none"
    case .list(let views): count(views, at: place)
    }
  }

  private static func count(_ views: ViewAccess, at place: Access.Place) -> String {
    var count = 0
    views.visit(place) { _ in count += 1 }
    return count == 0 ? "none" : count == 1 ? "one" : "\(count), the first:"
  }

  /// A text on one line, cut where it is long.
  private static func quoted(_ text: String) -> String {
    let line = text.split { $0.isWhitespace }.joined(separator: " ")
    return "\"" + (line.count > 64 ? line.prefix(63) + "…" : line) + "\""
  }
}
