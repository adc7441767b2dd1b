/// What names mean at one place of a template: the types of the views that are open.
///
/// A type occurs once, at its innermost place: the names of an outer view of the same type are
/// all hidden by the inner's. So there are finitely many scopes, and a partial that includes itself
/// for the views in a view compiles to a loop.
struct Scope: Hashable {
  /// Slots of the types, the innermost last.
  private(set) var slots: [Int32]
  /// The text that `{{.}}` means inside its section; elsewhere nil, and the innermost view tells.
  var current: Field?

  /// A field, by the slot of its view and its path from there.
  struct Field: Hashable {
    var slot: Int32
    var path: [String]
    /// Where the view lies that is read, in bytes behind that of the slot.
    var offset = 0
  }

  init(slot: Int32) { slots = [slot] }

  /// The scope inside a view.
  func entering(_ slot: Int32) -> Scope {
    var scope = self
    scope.slots.removeAll { $0 == slot }
    scope.slots.append(slot)
    scope.current = nil
    return scope
  }
}
