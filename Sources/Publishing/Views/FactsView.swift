import Templates

/// What an article's author states of it beyond the text.
///
/// Where it stood, whose it is, and what belongs to it; of what is not stated nothing is shown.
struct FactsView: View {
  /// What kind of text it is, where it is not plain news: "Opinion".
  var kind: String
  /// Where it stood on paper: "27 March 2017, Late edition, page A1".
  var print: String
  var rightsHolder: String
  /// Copies in web archives.
  var archived: [Link]
  /// Articles that it follows, that belong to it, and that it translates.
  var follows: [Link]
  var related: [Link]
  var translationOf: [Link]

  static let fields: [Field<FactsView>] = [
    .text("kind") { $0.kind },
    .text("print") { $0.print },
    .text("rights_holder") { $0.rightsHolder },
    .flag("has_archived") { !$0.archived.isEmpty },
    .list("archived") { $0.archived },
    .flag("has_follows") { !$0.follows.isEmpty },
    .list("follows") { $0.follows },
    .flag("has_related") { !$0.related.isEmpty },
    .list("related") { $0.related },
    .flag("has_translation_of") { !$0.translationOf.isEmpty },
    .list("translation_of") { $0.translationOf },
  ]
}
