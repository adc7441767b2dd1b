/// The templates of a theme, by name.
public struct TemplateLibrary: Sendable {
  /// Each template, or what is wrong with it: that is reported when it is used.
  let syntaxes: [String: Result<Syntax, TemplateError>]

  /// Parses templates; of two with one name, the later counts.
  public init(_ sources: [TemplateSource]) {
    syntaxes = Dictionary(
      sources.map { source in
        (source.name, Result { () throws(TemplateError) in try Syntax(source) })
      }
    ) { _, later in later }
  }

  /// The names of the templates, sorted.
  public var names: [String] { syntaxes.keys.sorted() }

  /// Compiles a template, and all that it includes, for a type of view.
  ///
  /// Every name in them is looked up here: what compiles, renders.
  /// - Throws: all errors of the template and of what it includes.
  public func compile<V: View>(
    _ name: String, for type: V.Type
  ) throws(TemplateErrors) -> Template<V> {
    Template(try program(name, for: ViewType(type), rule: .strict))
  }

  /// The same for a type of view that is described by hand.
  package func program(
    _ name: String, for type: ViewType, rule: NameRule
  ) throws(TemplateErrors) -> Program {
    try Compiler.program(name, for: type, in: self, rule: rule)
  }

  /// The blocks that a template which inherits from this one may override; nil if that is not
  /// known before a page is rendered, since it includes others by a dynamic name.
  func blockNames(of template: String) -> Set<String>? {
    var names: Set<String> = []
    var visited: Set<String> = []
    var isKnown = true
    func visit(_ template: String) {
      guard visited.insert(template).inserted else { return }
      guard case .success(let syntax) = syntaxes[template] else { return isKnown = false }
      names.formUnion(
        syntax.blockNames { reference in
          switch reference {
          case .named(let name): visit(name.text)
          case .dynamic: isKnown = false
          }
        })
    }
    visit(template)
    return isKnown ? names : nil
  }
}
