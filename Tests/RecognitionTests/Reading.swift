import ArchiveModel
import CResources
import Recognition

/// What the recogniser makes of a text, in a form that a test can show.
struct Reading {
  let text: String
  let annotation: Annotation
  private let gazetteer: Gazetteer
  private let records: [AuthorityRecord]

  init(
    _ text: String, records: [AuthorityRecord] = [], as register: Recognizer.Register = .prose,
    gazetteer: Gazetteer? = nil
  ) throws {
    self.text = text
    self.records = records
    self.gazetteer = try gazetteer ?? .embedded
    let recognizer = Recognizer(
      gazetteer: self.gazetteer, model: try .embedded, authorities: records)
    var scratch = RecognizerScratch()
    let bytes = Array(text.utf8)
    annotation = recognizer.annotate(bytes.span, as: register, scratch: &scratch)
  }

  /// The sentences.
  var sentences: [String] {
    annotation.sentences.map { surface(Int($0.lowerBound)..<Int($0.upperBound)) }
  }

  /// `place Mosul`, one a mention.
  var names: [String] { annotation.mentions.map { "\($0.kind.name) \(surface($0.range))" } }

  /// `Mosul = mosul`, `Grande ~ lise-grande` for a weak name, `Doe = ?` for one of unknown bearer.
  var bearers: [String] {
    annotation.mentions.map { mention in
      let surface = surface(mention.range)
      return switch mention.evidence {
      case .authority(let index): "\(surface) = \(records[Int(index)].id)"
      case .weakAuthority(let index): "\(surface) ~ \(records[Int(index)].id)"
      case .gazetteer(let index): "\(surface) = \(gazetteer[Int(index)].id)"
      case .text: "\(surface) = ?"
      }
    }
  }

  private func surface(_ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}

extension Gazetteer {
  /// The one that the program carries.
  static var embedded: Gazetteer {
    get throws {
      let resource = dateline_gazetteer
      return try Gazetteer(
        bytes: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
    }
  }
}

extension TaggerModel {
  /// The one that the program carries.
  static var embedded: TaggerModel {
    get throws {
      let resource = dateline_model
      return try TaggerModel(
        bytes: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
    }
  }
}

extension AuthorityRecord {
  /// A record as an editor writes it.
  init(
    _ id: String, _ kind: EntityKind, _ name: String, names: [String] = [], weak: [String] = [],
    never: [String] = [], demonyms: [String] = [], isCaseSensitive: Bool = false
  ) {
    self.init(id: Slug(id), kind: kind, name: name, place: SourceRange(path: "test.yml"))
    self.names = names
    self.weak = weak
    self.never = never
    self.demonyms = demonyms
    self.isCaseSensitive = isCaseSensitive
  }
}
