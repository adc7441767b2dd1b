import Cataloguing
import Recognition

/// What a worker keeps from article to article.
///
/// So it is made and warmed once: a cold one for every sixteen articles was a tenth of reading. No
/// result depends on what is in it.
struct ReadingScratch: ~Copyable {
  var recognition = RecognizerScratch()
  var names = NameForms()

  /// Empty; the first articles warm it.
  init() {}
}
