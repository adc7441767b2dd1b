import ArchiveModel
import ArgumentParser
import Recognition

/// Measures the recogniser: precision and recall of spans, and speed.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure spans against annotated news, or speed over plain texts.",
    discussion: """
      The names that "recognizer tag --conll" writes, against those of the sets. A span counts as \
      right when its bounds and its kind are; a leading "the" and a final possessive are left out \
      on both sides. "all" is persons, organisations and places. Where Python has spaCy and its \
      small English model, the same figures for it stand beside, from the same tokens.
      """)

  @Option(help: "A folder of annotated sets, *.conll.gz: TOKEN tab TAG, tags BIO.")
  var data: String?

  @Option(help: "Only the sets whose file name has this in it.")
  var set: String = ""

  @Option(help: "Print so many wrong spans of each set, by what is wrong with them.")
  var errors = 0

  @Option(help: "Measure speed over a folder of plain texts, *.txt, in white-space words a second.")
  var speed: String?

  @Option(help: "Runs over the texts, after one to warm up.")
  var runs = 9

  @Option(help: "The Python program that may have spaCy.")
  var python = "python3"

  @Option(help: "The script that calls spaCy.")
  var spacyScript = "Tests/Benchmarks/spacy_names.py"

  @Flag(inversion: .prefixedNo, help: "Measure spaCy too, where it is installed.")
  var spacy = true

  func validate() throws {
    if data == nil, speed == nil { throw ValidationError("say what to measure: --data or --speed") }
    if runs < 1 { throw ValidationError("there must be a run to measure") }
  }

  func run() throws {
    let recognizer = try Recognizer.embedded()
    let theirs = spacy ? try SpacyNames(python: python, script: spacyScript) : nil
    if spacy, theirs == nil { print("\(python) has no spaCy: only our own figures\n") }
    if let data {
      var miscellany = MiscellanyScore()
      var sets: [SetMeasurement] = []
      for name in try Files.names(in: data, suffix: ".conll.gz")
      where name.contains(set) || set.isEmpty {
        let short = String(name.dropLast(".conll.gz".count))
        sets.append(
          try SetMeasurement(
            path: data + "/" + name, name: short, recognizer, theirs, &miscellany))
      }
      print(AccuracyReport(sets: sets, miscellany: miscellany).text)
      if errors > 0 {
        for set in sets { print("\n\(set.name), wrong:\n\(set.wrong.report(errors))") }
      }
    }
    if let speed {
      print(try SpeedMeasurement(folder: speed, runs: runs).run(recognizer, beside: theirs))
    }
  }
}
