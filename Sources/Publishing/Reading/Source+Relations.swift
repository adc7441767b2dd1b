import ArchiveModel
import Loading

extension Source {
  /// The articles that an article's front matter names, as links that wait for the catalogue.
  ///
  /// Not `translation_of`, which may be a key that translations share, and lead nowhere.
  var relations: [LocalLink] {
    guard !(article.related.isEmpty && article.follows.isEmpty) else { return [] }
    return article.related.map { LocalLink(relation: $0, place: place(of: .related)) }
      + article.follows.map { LocalLink(relation: $0, place: place(of: .follows)) }
  }
}
