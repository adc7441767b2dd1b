import ArchiveModel
import Cataloguing

/// The words for what the model knows.
extension Language {
  /// "People", "Organisations".
  func plural(_ kind: EntityKind) -> String {
    switch kind {
    case .person: self[.people]
    case .organization: self[.organizations]
    case .place: self[.places]
    case .event: self[.events]
    case .work: self[.works]
    }
  }

  /// "Person", "Organisation".
  func singular(_ kind: EntityKind) -> String {
    switch kind {
    case .person: self[.person]
    case .organization: self[.organization]
    case .place: self[.place]
    case .event: self[.event]
    case .work: self[.work]
    }
  }

  /// "person", "organisation": inside a line.
  func inText(_ kind: EntityKind) -> String {
    switch kind {
    case .person: self[.kindInTextPerson]
    case .organization: self[.kindInTextOrganization]
    case .place: self[.kindInTextPlace]
    case .event: self[.kindInTextEvent]
    case .work: self[.kindInTextWork]
    }
  }

  /// "Sections", "Topics".
  func plural(_ taxonomy: Taxonomy) -> String {
    switch taxonomy {
    case .sections: self[.sections]
    case .tags: self[.topics]
    case .authors: self[.authors]
    case .series: self[.series]
    case .sources: self[.sources]
    }
  }

  /// "Section", "Topic".
  func singular(_ taxonomy: Taxonomy) -> String {
    switch taxonomy {
    case .sections: self[.section]
    case .tags: self[.topic]
    case .authors: self[.author]
    case .series: self[.oneSeries]
    case .sources: self[.source]
    }
  }

  /// "Opinion", "Wire report".
  func name(_ kind: Article.Kind) -> String {
    switch kind {
    case .news: self[.news]
    case .analysis: self[.analysis]
    case .opinion: self[.opinion]
    case .review: self[.review]
    case .obituary: self[.obituary]
    case .correction: self[.correction]
    case .pressRelease: self[.pressRelease]
    case .wire: self[.wireReport]
    }
  }

  /// "Update 2", "Corrected".
  func name(_ version: Article.Version) -> String {
    let phrase: Phrase =
      switch version.kind {
      case .alert: .alert
      case .breaking: .breakingNews
      case .urgent: .urgent
      case .update: .update
      case .wrapUp: .wrapUp
      case .repeat: .repeated
      case .refile: .refiled
      case .correction: .corrected
      case .official: .official
      case .advisory: .advisory
      }
    return version.number.map { "\(self[phrase]) \($0)" } ?? self[phrase]
  }

  /// "Correction", "Editor’s note".
  func correction(_ kind: String) -> String {
    switch kind {
    case "clarification": self[.clarification]
    case "editors-note", "editors_note": self[.editorsNote]
    case "retraction": self[.retraction]
    case "legal": self[.withdrawnLegal]
    case "error": self[.withdrawnError]
    case "privacy": self[.withdrawnPrivacy]
    case "rights": self[.withdrawnRights]
    case "duplicate": self[.withdrawnDuplicate]
    default: self[.correction]
    }
  }

  /// "byline, original address": what was inferred; empty where nothing was.
  func inferred(_ inferences: Article.Inferences) -> String {
    Language.inferences.filter { inferences.contains($0.inference) }.map { self[$0.phrase] }
      .joined(separator: self[.listSeparator])
  }

  private static let inferences: [(inference: Article.Inferences, phrase: Phrase)] = [
    (.title, .inferredTitle), (.subtitle, .inferredSubtitle), (.date, .date),
    (.timeZone, .inferredTimeZone), (.byline, .inferredByline), (.authors, .inferredAuthors),
    (.dateline, .inferredDateline), (.source, .inferredSource),
    (.originalURL, .inferredAddress), (.version, .inferredVersion),
    (.credits, .inferredCredits), (.rights, .inferredRights),
  ]

  /// A place on paper: "27 March 2017, Late edition, section A, page 1, column 3".
  func print(_ print: Article.PrintEdition) -> String {
    let parts = [
      print.date == .undated ? nil : date(print.date), print.edition,
      print.section.map { say(.printSection, ["section": $0]) },
      print.page.map { say(.printPage, ["page": $0]) },
      print.column.map { say(.printColumn, ["column": $0]) },
    ]
    return parts.compactMap { $0 }.joined(separator: self[.listSeparator])
  }
}
