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
    // Text, which is escaped where it is rendered.
    words.embeds.video = self[.embedVideo]
    words.embeds.audio = self[.embedAudio]
    words.embeds.post = self[.embedPost]
    words.embeds.map = self[.map]
    words.embeds.document = self[.embedDocument]
    words.embeds.chart = self[.embedChart]
    words.embeds.onService = self[.embedOnService]
    return words
  }
}
