/// One name of a view, what it means, and how its value is read.
///
/// The meaning is for whoever writes a template: `dateline theme views` prints it. It completes “This is …”, on one line.
///
/// These functions are inlinable so that each getter becomes, in the module of its view, one
/// function from an address to a value: without that, a view would be copied for each tag.
public struct Field<V: View>: Sendable {
  let name: String
  let meaning: StaticString
  let access: Access

  @usableFromInline init(_ name: String, _ meaning: StaticString, _ access: Access) {
    self.name = name
    self.meaning = meaning
    self.access = access
  }

  /// A text: `{{name}}` shows it escaped; in a section, empty is absent.
  @inlinable public static func text(
    _ name: String, _ meaning: StaticString, _ get: @escaping @Sendable (V) -> String
  ) -> Field {
    Field(name, meaning, .text { get($0.assumingMemoryBound(to: V.self).pointee) })
  }

  /// A text that may be missing: as an empty one.
  @inlinable public static func text(
    _ name: String, _ meaning: StaticString, _ get: @escaping @Sendable (V) -> String?
  ) -> Field {
    Field(name, meaning, .text { get($0.assumingMemoryBound(to: V.self).pointee) })
  }

  /// A number, shown in plain decimal digits; in a section 0 is absent, so `{{#count}}` asks
  /// whether there are any.
  @inlinable public static func number(
    _ name: String, _ meaning: StaticString, _ get: @escaping @Sendable (V) -> Int
  ) -> Field {
    Field(name, meaning, .number { get($0.assumingMemoryBound(to: V.self).pointee) })
  }

  /// A number that may be missing: then nothing is shown.
  @inlinable public static func number(
    _ name: String, _ meaning: StaticString, _ get: @escaping @Sendable (V) -> Int?
  ) -> Field {
    Field(name, meaning, .number { get($0.assumingMemoryBound(to: V.self).pointee) })
  }

  /// Markup: only `{{{name}}}` shows it, as it is; in a section, empty is absent.
  @inlinable public static func html(
    _ name: String, _ meaning: StaticString, _ get: @escaping @Sendable (V) -> HTML
  ) -> Field {
    Field(name, meaning, .html { get($0.assumingMemoryBound(to: V.self).pointee) })
  }

  /// A claim: for sections only.
  @inlinable public static func flag(
    _ name: String, _ meaning: StaticString, _ get: @escaping @Sendable (V) -> Bool
  ) -> Field {
    Field(name, meaning, .flag { get($0.assumingMemoryBound(to: V.self).pointee) })
  }

  /// A text that is one of a few, so that `{{>*name}}` may choose a template by it.
  ///
  /// Each of `names` is compiled as a partial where it is used so; any other value chooses none.
  @inlinable public static func choice(
    _ name: String, _ meaning: StaticString, of names: [String],
    _ get: @escaping @Sendable (V) -> String
  ) -> Field {
    Field(name, meaning, .choice(names) { get($0.assumingMemoryBound(to: V.self).pointee) })
  }

  /// A view, if there is one: `{{#name}}` enters it, `{{name.field}}` looks into it.
  @inlinable public static func view<W: View>(
    _ name: String, _ meaning: StaticString, _ get: @escaping @Sendable (V) -> W?
  ) -> Field {
    Field(
      name, meaning,
      .view(
        ViewAccess(
          type: { ViewType(W.self) },
          isPresent: { get($0.assumingMemoryBound(to: V.self).pointee) != nil },
          visit: { place, body in
            if let view = get(place.assumingMemoryBound(to: V.self).pointee) {
              withUnsafePointer(to: view) { body(UnsafeRawPointer($0)) }
            }
          })))
  }

  /// A view that is always there, and stored in the one that has it: such a one is not copied.
  public static func view<W: View>(
    _ name: String, _ meaning: StaticString, stored path: KeyPath<V, W> & Sendable
  ) -> Field {
    guard let offset = MemoryLayout<V>.offset(of: path) else {
      return view(name, meaning) { $0[keyPath: path] }
    }
    return Field(
      name, meaning,
      .view(
        ViewAccess(
          type: { ViewType(W.self) }, offset: offset, isPresent: { _ in true },
          visit: { place, body in body(place + offset) })))
  }

  /// Views in order: `{{#name}}` is repeated for each, `{{^name}}` shown when there are none.
  @inlinable public static func list<W: View>(
    _ name: String, _ meaning: StaticString, _ get: @escaping @Sendable (V) -> [W]
  ) -> Field {
    Field(
      name, meaning,
      .list(
        ViewAccess(
          type: { ViewType(W.self) },
          isPresent: { !get($0.assumingMemoryBound(to: V.self).pointee).isEmpty },
          visit: { place, body in
            get(place.assumingMemoryBound(to: V.self).pointee).withUnsafeBufferPointer { views in
              guard let first = views.baseAddress else { return }
              for i in views.indices { body(UnsafeRawPointer(first + i)) }
            }
          })))
  }
}
