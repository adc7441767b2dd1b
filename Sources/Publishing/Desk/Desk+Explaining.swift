import ArchiveModel
import Cataloguing
import Recognition

extension Desk {
  /// Why a name went where it went in an article, for each of its forms there.
  ///
  /// A name is taken as the article has it, or as part of a longer one: "Grande" explains "Lise
  /// Grande" too. Empty where the article has no such name.
  /// - Throws: `DeskProblem.misuse` where there is no such article, or it is not shown.
  public func explaining(
    _ name: String, in article: String
  ) throws(DeskProblem) -> [Explanation] {
    let path = try self.article(article)
    guard let number = catalog.articles.firstIndex(where: { $0.path == path }) else {
      throw .misuse(
        "\(archive.shownPath(of: path)) is on no page of this site",
        help: "it may be a draft (--drafts), withdrawn, or have an error: see dateline check")
    }
    let reader: NameReader
    do throws(EnvironmentFault) {
      let texts = TextReader(archive, gazetteer)
      reader = NameReader(of: archive, gazetteer, try .bundled(), texts.resolver)
      return explanations(of: name, number, texts, reader)
    } catch {
      throw .fault(error)
    }
  }

  private func explanations(
    of name: String, _ number: Int, _ texts: TextReader, _ reader: NameReader
  ) -> [Explanation] {
    let source = texts.source(catalog.articles[number].path)
    let text = texts.body(of: source).document.readingText.bytes
    var scratch = ReadingScratch()
    let names = reader.names(of: source.article, in: text, scratch: &scratch)
    let wanted = NameKey(name)
    let bodyCount = names.body.mentions.count
    let mentions =
      names.body.mentions.enumerated().map { ($1, names.resolution.bodyEntities[$0], $0) }
      + names.head.mentions.enumerated().map {
        ($1, names.resolution.titleEntities[$0], $0 + bodyCount)
      }
    var explanations: [Explanation] = []
    for (mention, local, place) in mentions {
      let words = place < bodyCount ? text : names.title
      let surface = String(decoding: words[mention.range], as: UTF8.self)
      guard NameKey(surface).holds(wanted) else { continue }
      let sentences = place < bodyCount ? names.body.sentences : []
      explanations.append(
        explanation(
          of: mention, surface, names.resolution.rules[place],
          local < 0 ? nil : catalog.entity(local: Int(local), of: number), number,
          sentence: sentences.first { $0.contains(mention.start) }.map {
            String(decoding: words[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
          }))
    }
    return Explanation.counted(explanations)
  }

  private func explanation(
    of mention: Mention, _ surface: String, _ rule: ResolutionRule, _ entity: Int?,
    _ article: Int, sentence: String?
  ) -> Explanation {
    let rule = catalog.decided(rule, entity, in: article)
    let name = entity.map { catalog.entities[$0].name } ?? ""
    let address = entity.map { self.address(of: $0) }
    let certainty = Certainty(score: mention.score)
    return Explanation(
      surface: surface.split { $0.isWhitespace }.joined(separator: " "),
      sentence: sentence?.split { $0.isWhitespace }.joined(separator: " "),
      sight: mention.evidence == .text
        ? "\(mention.kind.name), \(certainty.rawValue)" : mention.kind.name,
      entity: address.map { "\(name) (\($0))" },
      reason: rule.words(surface: surface, name: name),
      remedies: rule.remedies(
        surface: surface, article: archive.shownPath(of: catalog.articles[article].path),
        address: address))
  }
}

extension Catalog {
  /// The rule by which a name went to its entity: what the article leaves open, the archive has
  /// decided.
  func decided(_ rule: ResolutionRule, _ entity: Int?, in article: Int) -> ResolutionRule {
    guard let entity, appearance(of: entity, in: article)?.isInferred == true else { return rule }
    return switch rule {
    case .unexplained: .soleBearer
    case .fullName: .archiveAcronym
    default: rule
    }
  }
}

extension NameKey {
  /// Whether its words have those of another in a row.
  fileprivate func holds(_ other: NameKey) -> Bool {
    !other.isEmpty && " \(text) ".contains(" \(other.text) ")
  }
}
