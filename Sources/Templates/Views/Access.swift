/// How a field is read when its view's type is no longer known.
///
/// A place is the address of a view. Addresses, because a stack of views of different types would
/// otherwise need an existential, an allocation, for each item of a list. It is sound: the compiler
/// of templates pairs an access only with places of the type that declared it, and a place is used
/// only while the view that it points to is borrowed (see `Renderer`).
@usableFromInline package enum Access: Sendable {
  /// The address of a view.
  @usableFromInline package typealias Place = UnsafeRawPointer

  /// A text, nil if missing.
  case text(@Sendable (Place) -> String?)
  /// A number, nil if missing.
  case number(@Sendable (Place) -> Int?)
  /// Markup.
  case html(@Sendable (Place) -> HTML)
  /// A claim.
  case flag(@Sendable (Place) -> Bool)
  /// A text that names one of these templates.
  case choice([String], @Sendable (Place) -> String?)
  /// A view, if there is one.
  case view(ViewAccess)
  /// Views in order.
  case list(ViewAccess)

  /// The word for it in messages.
  var noun: String {
    switch self {
    case .text, .choice: "a text"
    case .number: "a number"
    case .html: "HTML"
    case .flag: "a flag"
    case .view: "a view"
    case .list: "a list"
    }
  }

  /// The same field, seen from the view that holds this field's view: `outer.field`.
  func through(_ outer: ViewAccess) -> Access {
    switch self {
    case .text(let get): .text { outer.value(get, at: $0) }
    case .number(let get): .number { outer.value(get, at: $0) }
    case .html(let get): .html { outer.value(get, at: $0) ?? HTML() }
    case .flag(let get): .flag { outer.value(get, at: $0) ?? false }
    case .choice(let names, let get): .choice(names) { outer.value(get, at: $0) }
    case .view(let inner): .view(inner.through(outer))
    case .list(let inner): .list(inner.through(outer))
    }
  }
}

/// How the view or the views behind a field are reached.
@usableFromInline package struct ViewAccess: Sendable {
  /// Their type: a function, since a view may hold views of its own type.
  let type: @Sendable () -> ViewType
  /// Whether there is any.
  let isPresent: @Sendable (Access.Place) -> Bool
  /// Calls the body with the address of each, which is good for that call alone.
  let visit: @Sendable (Access.Place, (Access.Place) -> Void) -> Void

  /// Where the view lies in the one that holds it, in bytes; nil where it must be asked for.
  ///
  /// A name like `page.title` then reads one text, where a whole view would be copied for it. (A
  /// fifteenth of the time of rendering, measured on 10,000 articles.)
  let offset: Int?

  /// Puts them together.
  @usableFromInline package init(
    type: @escaping @Sendable () -> ViewType, offset: Int? = nil,
    isPresent: @escaping @Sendable (Access.Place) -> Bool,
    visit: @escaping @Sendable (Access.Place, (Access.Place) -> Void) -> Void
  ) {
    self.type = type
    self.offset = offset
    self.isPresent = isPresent
    self.visit = visit
  }

  fileprivate func value<Value>(_ get: (Access.Place) -> Value?, at place: Access.Place) -> Value? {
    var value: Value?
    visit(place) { value = get($0) }
    return value
  }

  fileprivate func through(_ outer: ViewAccess) -> ViewAccess {
    ViewAccess(
      type: type,
      isPresent: { outer.value(isPresent, at: $0) ?? false },
      visit: { place, body in outer.visit(place) { visit($0, body) } })
  }
}
