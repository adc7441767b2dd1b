import ArchiveModel
import ArgumentParser
import Recognition

/// Measures the recogniser: precision and recall of spans, and speed.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure spans against annotated news, or speed over plain texts.",
    discussion: """
      A span counts as right when its bounds and its kind are; a leading "the" and a possessive \
      are left out on both sides. Person, organisation and place are PER, ORG and LOC; other kinds \
      are not counted. The texts are the sets' tokens with blanks between them.
      """)

  @Option(help: "A folder of annotated sets, *.conll.gz: TOKEN tab TAG, tags BIO.")
  var data: String?

  @Option(help: "Only the sets whose file name has this in it.")
  var set: String = ""

  @Option(help: "Print so many wrong spans of each set.")
  var errors = 0

  @Option(help: "Measure speed over a folder of plain texts, *.txt, in white-space words a second.")
  var speed: String?

  func validate() throws {
    if data == nil, speed == nil { throw ValidationError("say what to measure: --data or --speed") }
  }

  func run() throws {
    let recognizer = Recognizer(gazetteer: try .embedded(), authorities: [])
    if let data {
      for name in try Files.names(in: data, suffix: ".conll.gz")
      where name.contains(set) || set.isEmpty {
        let text = String(decoding: try Files.read(data + "/" + name), as: UTF8.self)
        var score = SpanScore()
        var wrong: [String] = []
        for document in GoldDocument.read(text) {
          wrong += score.add(document, recognizer)
        }
        print(name)
        print(score.table)
        for line in wrong.spread(errors) { print("  " + line) }
      }
    }
    if let speed {
      print(try SpeedMeasurement(folder: speed).run(recognizer))
    }
  }
}

extension [String] {
  /// So many of them, from all over the list, the same each time.
  fileprivate func spread(_ wanted: Int) -> [String] {
    guard wanted > 0, count > wanted else { return wanted > 0 ? self : [] }
    return (0..<wanted).map { self[$0 * count / wanted] }
  }
}
