/// A template, parsed.
struct Syntax: Sendable {
  let source: TemplateSource
  let nodes: [Node]

  init(_ source: TemplateSource) throws(TemplateError) {
    self.source = source
    var parser = Parser(source)
    nodes = try parser.parse()
  }

  /// The names of the blocks in it; what it includes itself is handed to `include`.
  func blockNames(_ include: (Reference) -> Void) -> [String] {
    var names: [String] = []
    func collect(_ nodes: [Node]) {
      for node in nodes {
        switch node {
        case .block(let block):
          names.append(block.name)
          collect(block.content)
        case .parent(let reference, let blocks, _):
          include(reference)
          for block in blocks { collect(block.content) }
        case .partial(let reference, _): include(reference)
        case .section(_, let content), .inverted(_, let content): collect(content)
        case .text, .line, .value: continue
        }
      }
    }
    collect(nodes)
    return names
  }
}
