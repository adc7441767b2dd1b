/// Compiles a template, and what it includes, for a type of view.
///
/// A partial is compiled once for each scope and set of overridden blocks that it is included
/// with: names are resolved here, and cost nothing when a page is rendered.
struct Compiler {
  let library: TemplateLibrary
  let rule: NameRule
  var names = NameResolver()
  private(set) var errors: Set<TemplateError> = []
  private var literals: [UInt8] = []
  private var choices: [[Program.Choice]] = []
  private var bodies: [[Instruction]] = []
  private var subroutines: [Key: Int] = [:]
  private var inclusions = Inclusions()
  /// The templates that are being compiled, the innermost last.
  private var open: [String] = []

  /// What a subroutine is compiled for.
  private struct Key: Hashable {
    var template: String
    var scope: Scope
    var overrides: [String: Block]
    /// White space for each line, where it is known now.
    var indentation: [UInt8] = []
    /// Whether each line takes white space that is known only when a page is rendered.
    var isIndented = false
  }

  /// What holds at one place of a template.
  private struct Context {
    var syntax: Syntax
    var scope: Scope
    var overrides: [String: Block]
    /// Whether the lines take the indentation of a partial.
    let isIndented: Bool
    let subroutine: Int
    /// Whether a list or a view was entered since the subroutine began.
    var hasEntered = false
    /// White space to begin each line with: that of the partial's tag, or of the overridden block.
    var margin: [UInt8]
    /// How many bytes of a line's own white space it replaces.
    var replacedMarginBytes = 0

    /// White space at the start of a line, as it is to be.
    func indentation(_ offsets: Range<Int>) -> [UInt8] {
      margin + syntax.source.bytes[offsets].dropFirst(replacedMarginBytes)
    }
  }

  /// Compiles a template for a type of view; nil if there are errors.
  static func program(
    _ name: String, for type: ViewType, in library: TemplateLibrary, rule: NameRule
  ) throws(TemplateErrors) -> Program {
    var compiler = Compiler(library: library, rule: rule)
    let scope = Scope(slot: compiler.names.slot(of: type))
    if compiler.subroutine(Key(template: name, scope: scope, overrides: [:]))
      == nil, compiler.errors.isEmpty
    {
      let source = TemplateSource(name: name, path: name, bytes: [])
      compiler.report(compiler.missing(name, at: 0..<0, in: source))
    }
    if rule == .strict { compiler.errors.formUnion(compiler.inclusions.circles) }
    guard compiler.errors.isEmpty else { throw TemplateErrors(compiler.errors) }
    return Program(
      bodies: compiler.bodies, literals: compiler.literals, readers: compiler.names.readers,
      choices: compiler.choices, slotCount: compiler.names.types.count)
  }

  private init(library: TemplateLibrary, rule: NameRule) {
    self.library = library
    self.rule = rule
  }

  mutating func report(_ error: TemplateError) { errors.insert(error) }

  // MARK: Nodes

  private mutating func compile(
    _ nodes: some Sequence<Node>, in context: Context, into code: inout Code
  ) {
    for node in nodes {
      switch node {
      case .text(let offsets):
        code.literal(context.syntax.source.bytes[offsets], in: &literals)
      case .line(let offsets):
        startLine(context.indentation(offsets), in: context, into: &code)
      case .value(let name, let isUnescaped):
        if let instruction = value(name, isUnescaped: isUnescaped, in: context) {
          code.append(instruction)
        }
      case .section(let name, let content):
        section(name, content, in: context, into: &code)
      case .inverted(let name, let content):
        inverted(name, content, in: context, into: &code)
      case .partial(let reference, let indentation):
        include(reference, [], indentation: indentation, in: context, into: &code)
      case .parent(let reference, let blocks, let indentation):
        check(blocks, of: reference, in: context)
        include(reference, blocks, indentation: indentation, in: context, into: &code)
      case .block(let block):
        expand(block, in: context, into: &code)
      }
    }
  }

  private mutating func startLine(
    _ indentation: [UInt8], in context: Context, into code: inout Code
  ) {
    if context.isIndented { code.append(.indentation) }
    code.literal(indentation, in: &literals)
  }

  private mutating func value(
    _ name: Name, isUnescaped: Bool, in context: Context
  ) -> Instruction? {
    guard let (field, access) = resolve(name, in: context) else { return nil }
    let problem: (message: String, suggestion: String)
    switch (access, isUnescaped) {
    case (.text(let get), false), (.choice(_, let get), false):
      return .text(names.source(of: field, text: get))
    case (.number(let get), false):
      return .number(names.source(of: field, number: get))
    case (.html(let get), true):
      return .html(names.source(of: field, html: get))
    case (.text(let get), true) where rule == .lenient:
      return .unescapedText(names.source(of: field, text: get))
    case (.text, true), (.choice, true), (.number, true):
      problem = ("only HTML is shown unescaped", "write {{\(name.text)}}")
    case (.html, false):
      problem = ("HTML would be escaped twice", "write {{{\(name.text)}}}")
    case (.flag, _), (.view, _), (.list, _):
      problem = (
        "it cannot be shown itself", "make it a section: {{#\(name.text)}} … {{/\(name.text)}}"
      )
    }
    if rule == .strict {
      report(
        TemplateError(
          "“\(name.text)” is \(access.noun): \(problem.message)", at: name.offsets,
          in: context.syntax.source, suggestion: problem.suggestion))
    }
    return nil
  }

  private mutating func section(
    _ name: Name, _ content: [Node], in context: Context, into code: inout Code
  ) {
    guard let (field, access) = resolve(name, in: context) else { return }
    var inner = context
    var body = Code()
    switch access {
    case .view(let views), .list(let views):
      let slot = names.slot(of: views.type())
      inner.scope = context.scope.entering(slot)
      inner.hasEntered = true
      compile(content, in: inner, into: &body)
      let source = names.source(of: field, views: views)
      code.append(body) { .forEach(source, slot: slot, count: $0) }
    case .text, .number, .html, .choice:
      inner.scope.current = field
      fallthrough
    case .flag:
      compile(content, in: inner, into: &body)
      let source = names.source(of: field, test: access)
      code.append(body) { .ifPresent(source, count: $0) }
    }
  }

  private mutating func inverted(
    _ name: Name, _ content: [Node], in context: Context, into code: inout Code
  ) {
    var body = Code()
    compile(content, in: context, into: &body)
    if let (field, access) = resolve(name, in: context) {
      let source = names.source(of: field, test: access)
      code.append(body) { .ifAbsent(source, count: $0) }
    } else {
      code.append(body)
    }
  }

  // MARK: Partials

  private mutating func include(
    _ reference: Reference, _ blocks: [Block], indentation: Range<Int>?, in context: Context,
    into code: inout Code
  ) {
    let white = indentation.map(context.indentation) ?? []

    // In a chain of parents the outermost child has the last word.
    let own = Dictionary(blocks.map { ($0.name, $0) }) { first, _ in first }
    let overrides = own.merging(context.overrides) { _, outer in outer }

    // Compiled into the partial, white space costs nothing; but a partial that includes itself
    // further in each time would need to be compiled without end.
    func isIndentedLater(_ template: String) -> Bool {
      indentation != nil && (context.isIndented || !white.isEmpty && open.contains(template))
    }
    func key(_ template: String) -> Key {
      let isIndented = isIndentedLater(template)
      return Key(
        template: template, scope: context.scope, overrides: overrides,
        indentation: isIndented ? [] : white, isIndented: isIndented)
    }
    func indent(_ template: String) -> Instruction.Indent {
      guard isIndentedLater(template) else { return Instruction.Indent() }
      literals += white
      return Instruction.Indent(
        start: Int32(literals.count - white.count), count: Int32(white.count),
        isNested: context.isIndented)
    }

    switch reference {
    case .named(let name):
      if let subroutine = subroutine(key(name.text), from: context, at: name) {
        code.append(.call(subroutine: Int32(subroutine), indent(name.text)))
      }
    case .dynamic(let name):
      guard let (field, access) = resolve(name, in: context) else { return }
      let candidates: [String]
      let source: Instruction.Source
      switch access {
      case .choice(let names, let get):
        candidates = names
        source = self.names.source(of: field, text: get)
      case .text(let get) where rule == .lenient:
        candidates = library.names
        source = names.source(of: field, text: get)
      case .text, .number, .html, .flag, .view, .list:
        return report(
          TemplateError(
            "“\(name.text)” is \(access.noun): only a choice may name a template",
            at: name.offsets, in: context.syntax.source))
      }
      var table: [Program.Choice] = []
      for candidate in candidates {
        if let subroutine = subroutine(key(candidate), from: context, at: name) {
          table.append(
            Program.Choice(
              name: candidate, subroutine: Int32(subroutine), indent: indent(candidate)))
        }
      }
      choices.append(table)
      code.append(.choose(source, table: Int32(choices.count - 1)))
    }
  }

  private mutating func subroutine(_ key: Key, from context: Context, at name: Name) -> Int? {
    guard let subroutine = subroutine(key) else {
      if rule == .strict, library.syntaxes[key.template] == nil {
        report(missing(key.template, at: name.offsets, in: context.syntax.source))
      }
      return nil
    }
    if !context.hasEntered {
      inclusions.add(
        from: context.subroutine, to: subroutine,
        error: TemplateError(
          "“\(key.template)” includes itself without end", at: name.offsets,
          in: context.syntax.source,
          suggestion: "include it inside the section of a list or a view"))
    }
    return subroutine
  }

  /// The index of a subroutine, compiled at its first use; nil if its template has none.
  private mutating func subroutine(_ key: Key) -> Int? {
    if let known = subroutines[key] { return known }
    switch library.syntaxes[key.template] {
    case nil:
      return nil
    case .failure(let error):
      report(error)
      return nil
    case .success(let syntax):
      let index = bodies.count
      subroutines[key] = index
      bodies.append([])
      var code = Code()
      let context = Context(
        syntax: syntax, scope: key.scope, overrides: key.overrides, isIndented: key.isIndented,
        subroutine: index, margin: key.indentation)
      open.append(key.template)
      compile(syntax.nodes, in: context, into: &code)
      open.removeLast()
      bodies[index] = code.instructions
      return index
    }
  }

  private func missing(
    _ template: String, at offsets: Range<Int>, in source: TemplateSource
  ) -> TemplateError {
    TemplateError(
      "there is no template “\(template)”", at: offsets, in: source,
      suggestion: NearestName.of(template, among: library.names).map { "write “\($0)”" })
  }

  // MARK: Blocks

  /// A block, or what overrides it, brought to its indentation.
  private mutating func expand(_ block: Block, in context: Context, into code: inout Code) {
    guard let override = context.overrides[block.name],
      case .success(let syntax) = library.syntaxes[override.template]
    else { return compile(block.content, in: context, into: &code) }
    var inner = context
    inner.syntax = syntax
    inner.overrides[block.name] = nil
    let indentation = block.contentIndentation ?? block.indentation
    inner.margin = indentation.map(context.indentation) ?? context.margin
    inner.replacedMarginBytes = override.contentIndentation?.count ?? 0

    var content = override.content[...]
    if block.startsLine, !override.startsLine, !content.isEmpty {
      startLine(inner.margin, in: context, into: &code)
    } else if !block.startsLine, case .line = content.first {
      // The white space before the block is there already.
      content = content.dropFirst()
    }
    compile(content, in: inner, into: &code)
  }

  /// A block that overrides nothing is a mistake, such as a misspelt name.
  private mutating func check(_ blocks: [Block], of parent: Reference, in context: Context) {
    guard rule == .strict, !blocks.isEmpty, case .named(let parent) = parent,
      let known = library.blockNames(of: parent.text)
    else { return }
    for block in blocks where !known.contains(block.name) {
      report(
        TemplateError(
          "“\(parent.text)” has no block “\(block.name)”", at: block.offsets,
          in: context.syntax.source,
          suggestion: NearestName.of(block.name, among: known).map { "write {{$\($0)}}" }))
    }
  }

  // MARK: Names

  private mutating func resolve(_ name: Name, in context: Context) -> (Scope.Field, Access)? {
    do throws(NameResolver.Miss) {
      return try names.resolve(name, in: context.scope)
    } catch {
      if rule == .strict {
        report(
          TemplateError(
            error.message, at: name.offsets, in: context.syntax.source,
            suggestion: error.suggestion))
      }
      return nil
    }
  }
}

/// What to do about a name that no view has.
package enum NameRule: Sendable {
  /// It is an error: for the views that a program declares.
  case strict
  /// It stands for nothing, as the specification of Mustache has it: for its tests.
  case lenient
}
