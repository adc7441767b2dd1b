import CYaml

/// What libyaml tells of a text next, copied out of its memory.
struct YAMLEvent {
  enum Content {
    case scalar(YAMLScalar, anchor: String?)
    case alias(of: String)
    case sequenceStart(tag: String?, anchor: String?)
    case mappingStart(tag: String?, anchor: String?)
    /// Of the innermost sequence or mapping.
    case end
    case documentStart
    case streamEnd
    /// The start of the stream or the end of a document, which say nothing.
    case passing
  }

  let content: Content
  let mark: YAMLMark

  /// Copies an event; the original is still to be deleted.
  init(_ event: yaml_event_t) {
    mark = YAMLMark(event.start_mark)
    content =
      switch event.type {
      case YAML_SCALAR_EVENT:
        .scalar(YAMLScalar(event), anchor: YAMLEvent.text(event.data.scalar.anchor))
      case YAML_ALIAS_EVENT: .alias(of: YAMLEvent.text(event.data.alias.anchor) ?? "")
      case YAML_SEQUENCE_START_EVENT:
        .sequenceStart(
          tag: YAMLEvent.text(event.data.sequence_start.tag),
          anchor: YAMLEvent.text(event.data.sequence_start.anchor))
      case YAML_MAPPING_START_EVENT:
        .mappingStart(
          tag: YAMLEvent.text(event.data.mapping_start.tag),
          anchor: YAMLEvent.text(event.data.mapping_start.anchor))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .end
      case YAML_DOCUMENT_START_EVENT: .documentStart
      case YAML_STREAM_END_EVENT: .streamEnd
      default: .passing
      }
  }

  fileprivate static func text(_ start: UnsafePointer<UInt8>?) -> String? {
    start.map { String(decodingCString: $0, as: UTF8.self) }
  }
}

extension YAMLScalar {
  fileprivate init(_ event: yaml_event_t) {
    let scalar = event.data.scalar
    // It may hold zeros.
    text = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    style =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    tag = YAMLEvent.text(scalar.tag)
    mark = YAMLMark(event.start_mark)
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line, column: mark.column) }
}

extension YAMLFault {
  /// What a parser has refused.
  init(_ parser: yaml_parser_t) {
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    self =
      switch parser.error {
      case YAML_READER_ERROR: .character(problem)
      case YAML_MEMORY_ERROR: .noMemory
      default:
        .syntax(
          problem: problem, at: YAMLMark(parser.problem_mark),
          context: parser.context.map { String(cString: $0) },
          contextMark: parser.context == nil ? nil : YAMLMark(parser.context_mark))
      }
  }
}
