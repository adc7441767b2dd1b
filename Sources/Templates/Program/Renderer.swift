/// Runs a program over a view.
///
/// The views that are open are known by their addresses, one slot for each type of view. That is
/// sound, since a slot holds an address only while `forEach` (or `render`, for the outermost) has
/// that view borrowed, and is restored before; and since the compiler gave each reader the slot of
/// the very type that declared it.
struct Renderer: ~Copyable {
  private let program: Program
  private var places: [Access.Place]
  /// The indentations of the partials around, one after the other.
  private var indentations: [UInt8] = []
  /// Where those begin that count for the current partial.
  private var indentationStart = 0

  /// Renders the view at this address, which lies in the first slot.
  static func render(_ program: Program, at place: Access.Place, into html: inout HTML) {
    var renderer = Renderer(
      program: program, places: Array(repeating: place, count: program.slotCount))
    let code = program.instructions
    let literals = program.literals
    renderer.run(program.subroutines[0], of: code.span, literals: literals.span, into: &html)
  }

  private init(program: Program, places: [Access.Place]) {
    self.program = program
    self.places = places
  }

  private mutating func run(
    _ range: Range<Int>, of code: Span<Instruction>, literals: Span<UInt8>, into html: inout HTML
  ) {
    var next = range.lowerBound
    while next < range.upperBound {
      let instruction = code[next]
      next += 1
      switch instruction {
      case .literal(let start, let count):
        html.copy(literals.extracting(Int(start)..<Int(start + count)))
      case .indentation:
        html.copy(indentations.span.extracting(indentationStart...))
      case .text(let source):
        if let text = text(source) { html.text(text) }
      case .unescapedText(let source):
        if let text = text(source)?.utf8 { html.copy(text.span) }
      case .number(let source):
        let reader = program.readers.numbers[Int(source.index)]
        if let number = reader.read(places[Int(source.slot)]) { html.number(number) }
      case .html(let source):
        let reader = program.readers.htmls[Int(source.index)]
        html.append(reader.read(places[Int(source.slot)]))
      case .ifPresent(let source, let count):
        if !isPresent(source) { next += Int(count) }
      case .ifAbsent(let source, let count):
        if isPresent(source) { next += Int(count) }
      case .forEach(let source, let slot, let count):
        let body = next..<next + Int(count)
        next = body.upperBound
        let outer = places[Int(slot)]
        let reader = program.readers.views[Int(source.index)]
        reader.visit(places[Int(source.slot)]) { place in
          places[Int(slot)] = place
          run(body, of: code, literals: literals, into: &html)
        }
        places[Int(slot)] = outer
      case .call(let subroutine, let indent):
        call(subroutine, indent, of: code, literals: literals, into: &html)
      case .choose(let source, let table):
        let name = text(source)
        if let choice = program.choices[Int(table)].first(where: { $0.name == name }) {
          call(choice.subroutine, choice.indent, of: code, literals: literals, into: &html)
        }
      }
    }
  }

  private mutating func call(
    _ subroutine: Int32, _ indent: Instruction.Indent, of code: Span<Instruction>,
    literals: Span<UInt8>, into html: inout HTML
  ) {
    let outerStart = indentationStart
    let outerCount = indentations.count
    if !indent.isNested { indentationStart = outerCount }
    for i in Int(indent.start)..<Int(indent.start + indent.count) {
      indentations.append(literals[i])
    }
    run(program.subroutines[Int(subroutine)], of: code, literals: literals, into: &html)
    indentations.removeSubrange(outerCount...)
    indentationStart = outerStart
  }

  private func text(_ source: Instruction.Source) -> String? {
    program.readers.texts[Int(source.index)].read(places[Int(source.slot)])
  }

  private func isPresent(_ source: Instruction.Source) -> Bool {
    program.readers.tests[Int(source.index)].isPresent(places[Int(source.slot)])
  }
}
