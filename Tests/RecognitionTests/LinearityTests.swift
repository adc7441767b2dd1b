import ArchiveModel
import Recognition
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Texts made to hurt: each costs in proportion to its size.
@Suite(.serialized) struct `A text made to hurt` {
  private static let records = [
    AuthorityRecord("aaa", .organization, "A A A A A B", names: ["AA BB"], weak: ["A A B"])
  ]

  /// What is repeated to make a text of a size.
  @Test(arguments: [
    ("capitals", "A"), ("words in capitals", "AA "), ("capitals with points", "U.S."),
    ("a sentence without a blank", "Mosul,"), ("a word", "mosul"), ("hyphens", "Al-"),
    ("particles", "of the and "), ("names", "Anna Ashworth of Mosul and the "), ("marks", "\"'(“"),
    ("brackets", "(Qwerty Uiop (QU) "), ("acronyms", "QU "), ("numbers", "1,0"), ("lines", "A\n"),
    ("blocks", "Mosul\n\n"), ("combining marks", "\u{301}"), ("addresses", "a@b.Co/"),
    ("possessives", "Iraq's"), ("apostrophes", "'"),
  ])
  func `Takes four times as long when it is four times as long`(
    _ name: String, _ piece: String
  ) throws {
    let recognizer = Recognizer(
      gazetteer: try .embedded, model: try .embedded, authorities: Self.records)
    var scratch = RecognizerScratch()
    let small = Self.text(piece, bytes: 20_000)
    let large = Self.text(piece, bytes: 80_000)
    // This also warms the cache.
    let annotation = recognizer.annotate(large.span, scratch: &scratch)
    #expect(annotation.isSound(for: large))

    let times = [small, large].map { text in
      (0..<2).map { _ in
        Self.processorSeconds { _ = recognizer.annotate(text.span, scratch: &scratch) }
      }.min() ?? 0
    }

    // Sixteen times is what a quadratic part would take; the rest is room for a busy machine.
    #expect(times[1] < times[0] * 9 + 0.01, "\(name): \(times)")
  }

  @Test(arguments: [("capitals", "IS US "), ("capitals without a blank", "ISUS")])
  func `May have a megabyte of capitals`(_ name: String, _ piece: String) throws {
    let recognizer = Recognizer(
      gazetteer: try .embedded, model: try .embedded, authorities: Self.records)
    var scratch = RecognizerScratch()
    let text = Self.text(piece, bytes: 1_000_000)

    let annotation = recognizer.annotate(text.span, scratch: &scratch)
    #expect(annotation.isSound(for: text))
  }

  @Test func `May be one sentence of 200 KB without a blank`() throws {
    let recognizer = Recognizer(
      gazetteer: try .embedded, model: try .embedded, authorities: Self.records)
    var scratch = RecognizerScratch()
    let text = Self.text("Mosul,al-Abadi’s;Grande-", bytes: 200_000)

    let annotation = recognizer.annotate(text.span, scratch: &scratch)
    #expect(annotation.isSound(for: text))
  }

  private static func text(_ piece: String, bytes: Int) -> [UInt8] {
    let piece = Array(piece.utf8)
    return (0..<bytes / piece.count).flatMap { _ in piece }
  }

  /// What this thread computes, whatever else the machine does.
  private static func processorSeconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    body()
    return now() - start
  }
}
