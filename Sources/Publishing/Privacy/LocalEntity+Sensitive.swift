import ArchiveModel
import Cataloguing

extension [LocalEntity] {
  /// Counts for each person of no record the mentions that stand in sensitive sentences: O(bytes of
  /// the sentences that name such people).
  mutating func countSensitive(in prose: Prose, title: String) {
    let concerns = map { entity in
      guard entity.kind == .person else { return false }
      switch entity.identity {
      case .authority, .gazetteer: return false
      case .name, .short: return true
      }
    }
    guard concerns.contains(true) else { return }
    let words = SensitiveWords.shared
    let text = prose.text.span
    var sentence = 0
    var looked = -1
    var isSensitive = false
    for mark in prose.marks where concerns[Int(mark.entity)] {
      // Marks and sentences are both in the order of the text.
      while sentence < prose.sentences.count, prose.sentences[sentence].upperBound < mark.end {
        sentence += 1
      }
      guard sentence < prose.sentences.count else { break }
      if sentence != looked {
        looked = sentence
        let range = prose.sentences[sentence]
        isSensitive = words.occur(
          in: text.extracting(Int(range.lowerBound)..<Int(range.upperBound)))
      }
      if isSensitive { self[Int(mark.entity)].sensitiveCount += 1 }
    }
    guard indices.contains(where: { concerns[$0] && self[$0].isInTitle }),
      words.occur(in: title.utf8Span.span)
    else { return }
    for index in indices where concerns[index] && self[index].isInTitle {
      self[index].sensitiveCount += 1
    }
  }
}
