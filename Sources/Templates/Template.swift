/// A template that is ready to show views of one type; any number of tasks may use it at once.
public struct Template<V: View>: Sendable {
  private let program: Program

  init(_ program: Program) { self.program = program }

  /// Appends a view as HTML: O(bytes), without an allocation for each tag or item.
  public func render(_ view: V, into html: inout HTML) {
    withUnsafePointer(to: view) {
      Renderer.render(program, at: Access.Place($0), into: &html)
    }
  }

  /// A view as HTML.
  public func render(_ view: V) -> HTML {
    var html = HTML()
    // What most pages have room in.
    html.reserveCapacity(32 << 10)
    render(view, into: &html)
    return html
  }
}
