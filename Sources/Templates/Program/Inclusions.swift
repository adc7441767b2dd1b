/// Which partial includes which before any list or view is entered.
///
/// Going round in such a circle, nothing changes, so it would never end.
struct Inclusions {
  private var edges: [Int: [(target: Int, error: TemplateError)]] = [:]

  /// Remembers that one subroutine runs another, and what to say if that turns out a circle.
  mutating func add(from source: Int, to target: Int, error: TemplateError) {
    edges[source, default: []].append((target, error))
  }

  /// The errors of the inclusions that close a circle: O(inclusions).
  var circles: [TemplateError] {
    var circles: [TemplateError] = []
    var isOpen: [Int: Bool] = [:]
    func visit(_ subroutine: Int) {
      isOpen[subroutine] = true
      for (target, error) in edges[subroutine] ?? [] {
        switch isOpen[target] {
        case nil: visit(target)
        case true?: circles.append(error)
        case false?: continue
        }
      }
      isOpen[subroutine] = false
    }
    for subroutine in edges.keys.sorted() where isOpen[subroutine] == nil { visit(subroutine) }
    return circles
  }
}
