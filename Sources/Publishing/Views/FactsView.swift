import Templates

/// What an article’s author states of it beyond the text.
///
/// Where it stood, whose it is, and what belongs to it; of what is not stated nothing is shown.
struct FactsView: View {
  var kind: String
  var print: String
  var rightsHolder: String
  var archived: [Link]
  var follows: [Link]
  var related: [Link]
  var translationOf: [Link]

  static let fields: [Field<FactsView>] = [
    .text("kind", "what kind of text it is, where it is not plain news: “Opinion”") { $0.kind },
    .text("print", "where it stood on paper: “27 March 2017, Late edition, page A1”") { $0.print },
    .text("rights_holder", "who holds the rights") { $0.rightsHolder },
    .flag("has_archived", "whether archived has any") { !$0.archived.isEmpty },
    .list("archived", "copies in web archives") { $0.archived },
    .flag("has_follows", "whether follows has any") { !$0.follows.isEmpty },
    .list("follows", "articles that it follows") { $0.follows },
    .flag("has_related", "whether related has any") { !$0.related.isEmpty },
    .list("related", "articles that belong to it") { $0.related },
    .flag("has_translation_of", "whether translation_of has any") { !$0.translationOf.isEmpty },
    .list("translation_of", "what it is a translation of") { $0.translationOf },
  ]
}
