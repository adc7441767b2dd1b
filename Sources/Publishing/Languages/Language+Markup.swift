import Markup
import Templates

extension Language {
  /// What Markdown is told to say.
  var markdownWords: MarkdownWords {
    func escaped(_ phrase: Phrase) -> String {
      var html = HTML()
      html.text(self[phrase])
      return String(decoding: html.bytes, as: UTF8.self)
    }
    var words = MarkdownWords()
    words.note = escaped(.note)
    words.notes = escaped(.notes)
    words.backToReference = escaped(.backToReference)
    words.done = escaped(.taskDone)
    words.notDone = escaped(.taskNotDone)
    return words
  }
}
