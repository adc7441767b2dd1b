import ArchiveModel
import Recognition

/// Words a second on one core, from bytes to spans.
struct SpeedMeasurement {
  private let texts: [[UInt8]]
  private let words: Int

  /// Reads the texts before the clock starts.
  init(folder: String) throws(EnvironmentFault) {
    var texts: [[UInt8]] = []
    for name in try Files.names(in: folder, suffix: ".txt") {
      texts.append(try Files.read(folder + "/" + name))
    }
    self.texts = texts
    words = texts.reduce(0) { $0 + SpeedMeasurement.words($1) }
  }

  private static func words(_ text: [UInt8]) -> Int {
    var count = 0
    var isInside = false
    for byte in text {
      let isBlank = byte <= 0x20
      if !isBlank, !isInside { count += 1 }
      isInside = !isBlank
    }
    return count
  }

  /// The best of nine runs over all texts, after one to warm up; a line for a person.
  func run(_ recognizer: Recognizer) -> String {
    var scratch = RecognizerScratch()
    var mentions = 0
    var best = Duration.seconds(1_000_000)
    for _ in 0...9 {
      mentions = 0
      let time = ContinuousClock().measure {
        for text in texts {
          mentions += recognizer.annotate(text.span, scratch: &scratch).mentions.count
        }
      }
      best = min(best, time)
    }
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    let rate = Int(Double(words) / seconds)
    let micros = Int(seconds * 1e6)
    return "\(texts.count) texts, \(words) words, \(mentions) mentions in \(micros) µs: "
      + "\(rate) words a second"
  }
}
