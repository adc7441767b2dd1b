import ArchiveModel
import Cataloguing

/// A text with its mentions marked: `[person:Lise Grande]`, `[authority 0 organization:ISIS]`.
struct MarkedText {
  var bytes: [UInt8] = []
  var mentions: [Mention] = []

  init(_ marked: String) {
    var rest = marked[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      bytes += rest[..<open].utf8
      let inner = rest[rest.index(after: open)..<close]
      let colon = inner.firstIndex(of: ":") ?? inner.startIndex
      let words = inner[..<colon].split(separator: " ")
      let name = inner[inner.index(after: colon)...]
      let kind = MentionKind.allCases.first { $0.name == words.last.map(String.init) } ?? .work
      let evidence: Mention.Evidence =
        switch words.first {
        case "authority": .authority(Int32(words[1]) ?? -1)
        case "weak": .weakAuthority(Int32(words[1]) ?? -1)
        case "gazetteer": .gazetteer(Int32(words[1]) ?? -1)
        default: .text
        }
      mentions.append(
        Mention(
          start: Int32(bytes.count), end: Int32(bytes.count + name.utf8.count), kind: kind,
          score: 1, evidence: evidence))
      bytes += name.utf8
      rest = rest[rest.index(after: close)...]
    }
    bytes += rest.utf8
  }
}

func resolved(
  _ body: String, title: String = "", authorities: [AuthorityRecord] = [],
  linksDemonyms: Bool = false, overrides: Article.EntityOverrides = .init(),
  ignored: [String] = []
) -> Resolution {
  let (body, title) = (MarkedText(body), MarkedText(title))
  return ArticleResolver(
    authorities: authorities, linksDemonyms: linksDemonyms, ignored: ignored
  ).resolve(
    body: body.bytes, body.mentions, title: title.bytes, title.mentions, overrides: overrides)
}

func record(
  _ id: String, _ kind: EntityKind, _ name: String, country: String? = nil
) -> AuthorityRecord {
  var record = AuthorityRecord(
    id: Slug(id), kind: kind, name: name, place: SourceRange(path: "authorities/a.yml"))
  record.country = country
  return record
}
