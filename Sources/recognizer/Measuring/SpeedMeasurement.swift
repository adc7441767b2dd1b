import ArchiveModel
import Recognition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Words a second on one core, from bytes to spans.
struct SpeedMeasurement {
  private let folder: String
  private let runs: Int
  private let texts: [[UInt8]]

  /// Reads the texts before the clock starts.
  init(folder: String, runs: Int) throws(EnvironmentFault) {
    self.folder = folder
    self.runs = runs
    texts = try Files.names(in: folder, suffix: ".txt").map { name throws(EnvironmentFault) in
      try Files.read(folder + "/" + name)
    }
  }

  /// How many words there are, apart by white space.
  static func words(_ text: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in text {
      let isBlank = byte <= 0x20
      if !isBlank, !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
  }

  /// Some runs over all texts, after one to warm up, as lines for a person.
  func run(_ recognizer: Recognizer, beside spacy: SpacyNames?) throws(EnvironmentFault) -> String {
    let words = texts.reduce(0) { $0 + SpeedMeasurement.words($1) }
    let bytes = texts.reduce(0) { $0 + $1.count }
    var seconds: [Double] = []
    seconds.reserveCapacity(runs)
    var mentions = 0

    // Tests/Benchmarks/count_allocations.c counts from one call of `peakBytes` to the next.
    var peak = SpeedMeasurement.peakBytes
    var scratch = RecognizerScratch()
    let cold = pass(recognizer, &scratch, &mentions)
    peak = SpeedMeasurement.peakBytes
    for _ in 0..<runs {
      seconds.append(pass(recognizer, &scratch, &mentions))
      peak = SpeedMeasurement.peakBytes
    }
    _ = consume scratch

    seconds.sort()
    let best = seconds[0]
    let median = seconds[runs / 2]
    func rate(_ seconds: Double) -> Int { Int(Double(words) / seconds) }
    var lines = [
      "\(texts.count) texts, \(words) words, \(bytes) bytes, \(mentions) mentions",
      "words a second: best \(rate(best)), median \(rate(median)), first run \(rate(cold))",
      "bytes a second: best \(Int(Double(bytes) / best)), median \(Int(Double(bytes) / median))",
      "peak memory of the process: \(peak / 1024) KB",
    ]
    if let spacy {
      let theirs = try spacy.seconds(folder: folder).sorted()
      if !theirs.isEmpty {
        let middle = theirs[theirs.count / 2]
        lines.append("spaCy: best \(rate(theirs[0])), median \(rate(middle)) words a second")
        lines.append("ratio: best \(Int(theirs[0] / best)), median \(Int(middle / median))")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The seconds of a run; on its own, so that Tests/Benchmarks/instructions.sh finds it.
  @inline(never)
  private func pass(
    _ recognizer: Recognizer, _ scratch: inout RecognizerScratch, _ mentions: inout Int
  ) -> Double {
    mentions = 0
    let start = ContinuousClock.now
    for text in texts {
      mentions += recognizer.annotate(text.span, scratch: &scratch).mentions.count
    }
    return (ContinuousClock.now - start).inSeconds
  }

  /// The most memory that the process has had so far.
  private static var peakBytes: Int {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss * 1024
    #else
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss
    #endif
  }
}
