import ArchiveModel
import Cataloguing
import Loading
import Markup
import Recognition

/// Says of single files what the recogniser reads in them: `dateline annotate`.
public struct Annotator: Sendable {
  /// For whom it is said.
  public enum Form: Sendable {
    /// A line for programs: the contract of DESIGN §11.
    case json
    /// Marked text and a list of names for a person, in lines of so many columns.
    case sheet(columns: Int, hasColor: Bool)
  }

  private let archive: Archive?
  private let gazetteer: Gazetteer
  private let nameReader: NameReader

  /// An annotator with the authority records of an archive, if there is one.
  public init(archive: Archive?) throws(EnvironmentFault) {
    self.archive = archive
    let authorities = archive?.authorities ?? []
    gazetteer = try Gazetteer.bundled()
    nameReader = NameReader(
      recognizer: Recognizer(
        gazetteer: gazetteer, model: try .bundled(), authorities: authorities),
      resolver: ArticleResolver(
        authorities: authorities, gazetteer: gazetteer, linksDemonyms: true,
        ignored: archive?.ignoredNames ?? []),
      language: archive?.settings.language ?? "en")
  }

  /// What is read in a file, nil where it cannot be; its diagnostics and its text.
  ///
  /// In UTF-8, without a line feed at its end.
  public func annotate(
    _ file: String, as form: Form
  ) -> (output: [UInt8]?, diagnostics: [Diagnostic], text: [UInt8]?) {
    let source = Source.read(file: file, path: file, shownAs: file)
    let decoded = source.diagnostics.isEmpty ? nil : Source.text(ofFile: file)
    guard source.isSound else { return (nil, source.diagnostics, decoded) }
    let markdown = archive?.settings.markdown ?? Settings.Markdown()
    let text = MarkdownDocument(BodyText(source, of: archive?.settings), markdown).readingText.bytes
    var scratch = ReadingScratch()
    let names = nameReader.names(of: source.article, in: text, scratch: &scratch)
    let output =
      switch form {
      case .json: json(of: file, source.article, text, names)
      case .sheet(let columns, let hasColor):
        sheet(of: file, source.article, text, names, columns, Ink(isOn: hasColor))
      }
    return (output, source.diagnostics, decoded)
  }

  /// How a sheet is to be read, in lines.
  public static func legend(columns: Int, hasColor: Bool) -> String {
    AnnotationSheet.legend(columns: columns, ink: Ink(isOn: hasColor)).joined(separator: "\n")
  }

  private func sheet(
    of file: String, _ article: Article, _ text: [UInt8], _ names: ArticleNames, _ columns: Int,
    _ ink: Ink
  ) -> [UInt8] {
    let resolution = names.resolution
    var named = NamedEntities()
    func add(_ mentions: [Mention], _ entities: [Int32], _ text: [UInt8]) -> [NamedEntities.Name] {
      named.add(mentions, entities, in: text) {
        let entity = resolution.entities[Int($0)]
        return (name(entity), entity.kind, id(entity.identity))
      }
    }
    let titleNames = add(names.head.mentions, resolution.titleEntities, names.title)
    let textNames = add(names.body.mentions, resolution.bodyEntities, text)
    let sheet = AnnotationSheet(
      file: file, date: article.date, title: names.title, titleNames: titleNames, text: text,
      textNames: textNames, entries: named.entries, columns: columns, ink: ink)
    return Array(sheet.lines.joined(separator: "\n").utf8)
  }

  private func json(
    of file: String, _ article: Article, _ text: [UInt8], _ names: ArticleNames
  ) -> [UInt8] {
    let resolution = names.resolution
    var json = JSONText()
    json.object { json in
      json.member("schema", 1)
      json.member("file", file)
      json.member("title", article.title)
      json.member("date", article.date == .undated ? nil : article.date.description)
      json.member("text", String(decoding: text, as: UTF8.self))
      json.key("title_mentions")
      mentions(
        names.head.mentions, resolution.titleEntities, resolution, names.title, into: &json)
      json.key("mentions")
      mentions(names.body.mentions, resolution.bodyEntities, resolution, text, into: &json)
      for later in ["quotations", "figures", "dates"] {
        json.key(later)
        json.array { _ in }
      }
    }
    return json.bytes
  }

  private func mentions(
    _ mentions: [Mention], _ entities: [Int32], _ resolution: Resolution, _ text: [UInt8],
    into json: inout JSONText
  ) {
    let scalars = ScalarOffsets(text)
    json.array { json in
      for (index, mention) in mentions.enumerated() {
        let entity = entities[index] < 0 ? nil : resolution.entities[Int(entities[index])]
        let surface = String(decoding: text[mention.range], as: UTF8.self)
        json.object { json in
          json.member("start", scalars[Int(mention.start)])
          json.member("end", scalars[Int(mention.end)])
          json.member("text", surface)
          json.member("kind", mention.kind.name)
          json.member("honorific", mention.honorific.map { words($0, text) })
          json.member("name", entity.map(name) ?? surface)
          json.member("id", entity.flatMap { id($0.identity) })
          json.key("score")
          json.value(fraction: mention.score)
        }
      }
    }
  }

  private func words(_ range: Range<Int32>, _ text: [UInt8]) -> String {
    String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  private func name(_ entity: LocalEntity) -> String {
    if case .gazetteer(let index) = entity.identity {
      gazetteer[Int(index)].name
    } else {
      entity.name
    }
  }

  private func id(_ identity: Identity) -> String? {
    switch identity {
    case .authority(let index): archive?.authorities[Int(index)].id.description
    case .gazetteer(let index): gazetteer[Int(index)].id.description
    case .name, .short: nil
    }
  }
}

/// Counts of Unicode scalars before UTF-8 offsets.
private struct ScalarOffsets {
  private var counts: [Int32] = []

  init(_ text: [UInt8]) {
    counts.reserveCapacity(text.count + 1)
    var count: Int32 = 0
    for byte in text {
      counts.append(count)
      // Continuation bytes begin no scalar.
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    counts.append(count)
  }

  subscript(offset: Int) -> Int {
    Int(counts[offset])
  }
}
