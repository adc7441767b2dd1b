/// A template, compiled with all that it includes: what the renderer runs.
package final class Program: Sendable {
  /// The instructions of the template and its partials, one after the other.
  let instructions: [Instruction]
  /// Which instructions are which partial's; the first are the template's own.
  let subroutines: [Range<Int>]
  /// The bytes between the tags.
  let literals: [UInt8]
  /// The readers of values, by kind.
  let readers: Readers
  /// For each dynamic name, the partials that it may mean.
  let choices: [[Choice]]
  /// How many types of views are in play.
  let slotCount: Int

  /// The readers of values, by kind: an instruction says at which index.
  struct Readers: Sendable {
    var texts: [TextReader] = []
    var numbers: [NumberReader] = []
    var htmls: [HTMLReader] = []
    var tests: [TestReader] = []
    var views: [ViewReader] = []
  }

  /// A partial, by its name.
  struct Choice: Sendable {
    var name: String
    var subroutine: Int32
    var indent: Instruction.Indent
  }

  // Structs, since an array of bare functions wraps each in another that counts references.

  struct TextReader: Sendable { let read: @Sendable (Access.Place) -> String? }
  struct NumberReader: Sendable { let read: @Sendable (Access.Place) -> Int? }
  struct HTMLReader: Sendable { let read: @Sendable (Access.Place) -> HTML }

  /// Whether a section is shown.
  enum TestReader: Sendable {
    case text(@Sendable (Access.Place) -> String?)
    case number(@Sendable (Access.Place) -> Int?)
    case html(@Sendable (Access.Place) -> HTML)
    case flag(@Sendable (Access.Place) -> Bool)

    init(_ access: Access) {
      self =
        switch access {
        case .text(let get), .choice(_, let get): .text(get)
        case .number(let get): .number(get)
        case .html(let get): .html(get)
        case .flag(let get): .flag(get)
        case .view(let views), .list(let views): .flag(views.isPresent)
        }
    }

    func isPresent(_ place: Access.Place) -> Bool {
      switch self {
      case .text(let get): !(get(place) ?? "").isEmpty
      case .number(let get): (get(place) ?? 0) != 0
      case .html(let get): !get(place).isEmpty
      case .flag(let get): get(place)
      }
    }
  }

  struct ViewReader: Sendable {
    let visit: @Sendable (Access.Place, (Access.Place) -> Void) -> Void
  }

  init(
    bodies: [[Instruction]], literals: [UInt8], readers: Readers, choices: [[Choice]],
    slotCount: Int
  ) {
    var subroutines: [Range<Int>] = []
    var end = 0
    for body in bodies {
      subroutines.append(end..<end + body.count)
      end += body.count
    }
    self.instructions = bodies.flatMap { $0 }
    self.subroutines = subroutines
    self.literals = literals
    self.readers = readers
    self.choices = choices
    self.slotCount = slotCount
  }
}

extension Program {
  /// Renders the view at this address, which is of the type that the program was compiled for.
  package func render(at place: UnsafeRawPointer, into html: inout HTML) {
    Renderer.render(self, at: place, into: &html)
  }
}
