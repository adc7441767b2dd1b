import CYaml

/// Makes the tree of a YAML text of what libyaml tells of it, event by event.
///
/// It recurses as deep as the text nests, so that is to be bounded before.
struct YAMLComposer: ~Copyable {
  /// On the heap, since it points to itself.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var anchors: [String: YAMLNode] = [:]

  /// The root of the one document of a text, which is valid UTF-8; nil where there is none.
  static func root(of text: ArraySlice<UInt8>) throws(YAMLFault) -> YAMLNode? {
    try text.withUnsafeBufferPointer { (text) throws(YAMLFault) in
      guard let start = text.baseAddress else { return nil }
      var composer = try YAMLComposer()
      yaml_parser_set_encoding(composer.parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(composer.parser, start, text.count)
      return try composer.root()
    }
  }

  private init() throws(YAMLFault) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else { throw .noMemory }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private mutating func root() throws(YAMLFault) -> YAMLNode? {
    _ = try next()  // The start of the stream.
    guard case .documentStart = try next().content else { return nil }
    let root = try node(of: next())
    _ = try next()  // The end of the document.
    let behind = try next()
    guard case .streamEnd = behind.content else {
      throw .syntax(
        problem: "but found another document", at: behind.mark,
        context: "expected a single document in the stream", contextMark: YAMLMark())
    }
    return root
  }

  private func next() throws(YAMLFault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw YAMLFault(parser.pointee) }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }

  private mutating func node(of event: YAMLEvent) throws(YAMLFault) -> YAMLNode {
    let node: YAMLNode
    let name: String?
    switch event.content {
    case .scalar(let scalar, let anchor):
      node = .scalar(scalar)
      name = anchor
    case .sequenceStart(let tag, let anchor):
      node = .sequence(try items(), tag: tag, at: event.mark)
      name = anchor
    case .mappingStart(let tag, let anchor):
      node = .mapping(try pairs(), tag: tag, at: event.mark)
      name = anchor
    case .alias(let name):
      guard let node = anchors[name] else {
        throw .syntax(problem: "found undefined alias", at: event.mark)
      }
      return node
    case .end, .documentStart, .streamEnd, .passing:
      preconditionFailure("libyaml tells of a value wherever one stands or could")
    }
    // Only now: an alias within would stand for what is not whole.
    if let name { anchors[name] = node }
    return node
  }

  private mutating func items() throws(YAMLFault) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try next()
      if case .end = event.content { return items }
      items.append(try node(of: event))
    }
  }

  private mutating func pairs() throws(YAMLFault) -> [(key: YAMLNode, value: YAMLNode)] {
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    var scalars: [String: YAMLScalar] = [:]
    var duplicate: YAMLFault?
    while true {
      let event = try next()
      if case .end = event.content { break }
      let key = try node(of: event)
      pairs.append((key, try node(of: next())))
      guard case .scalar(let scalar) = key, duplicate == nil else { continue }
      if let first = scalars.updateValue(scalar, forKey: scalar.text) {
        duplicate = .duplicateKey(first: first, second: scalar)
      }
    }
    // Only now: what is wrong within a map is told before.
    if let duplicate { throw duplicate }
    return pairs
  }
}
