/// The stretches of a file that may be base64, in either alphabet, and what they stand for.
enum Base64Runs {
  /// Six bits for each byte of either alphabet; 255 for all others.
  private static let values: ContiguousArray<UInt8> = {
    var values = ContiguousArray<UInt8>(repeating: 255, count: 256)
    for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8
      .enumerated()
    {
      values[Int(byte)] = UInt8(value)
    }
    for byte in "+-".utf8 { values[Int(byte)] = 62 }
    for byte in "/_".utf8 { values[Int(byte)] = 63 }
    return values
  }()

  /// A line of a letter's attachment, which goes on in the next line, has so many characters.
  private static let fewestOfLine = 60
  /// A run of so many characters without a capital is a word or an address: in base64 there is one
  /// in 30,000, and in base64 of text fewer, since a blank or a letter mostly makes one.
  private static let mostWithoutCapital = 20

  /// Hands over the bytes that each run stands for, four times, since a run may begin with
  /// characters that do not belong to it: O(bytes).
  ///
  /// - Parameter fewest: shorter runs are passed over.
  static func forEach(
    in text: Span<UInt8>, fewest: Int, _ receive: (_ offset: Int, _ bytes: [UInt8]) -> Void
  ) {
    let table = values
    let values = table.span
    var i = 0
    while i < text.count {
      guard values[Int(text[i])] < 64 else {
        i += 1
        continue
      }
      let start = i
      var lineStart = i
      var (count, capitals) = (0, 0)
      run: while true {
        while i < text.count {
          let value = values[Int(text[i])]
          guard value < 64 else { break }
          if value < 26 { capitals += 1 }
          i += 1
        }
        count += i - lineStart
        guard i - lineStart >= fewestOfLine, let next = startOfLine(text, i, values) else {
          break run
        }
        i = next
        lineStart = next
      }
      guard count >= fewest, capitals > 0 || count < mostWithoutCapital else { continue }
      for skipped in 0..<4 { receive(start, decoded(text, start..<i, skipping: skipped, values)) }
    }
  }

  /// The next line's beginning, where a line ends here and the next goes on with the alphabet.
  private static func startOfLine(
    _ text: Span<UInt8>, _ i: Int, _ values: Span<UInt8>
  ) -> Int? {
    var next = i
    if next < text.count, text[next] == UInt8(ascii: "\r") { next += 1 }
    guard next < text.count, text[next] == UInt8(ascii: "\n") else { return nil }
    next += 1
    while next < text.count, text[next] == UInt8(ascii: " ") { next += 1 }
    return next < text.count && values[Int(text[next])] < 64 ? next : nil
  }

  private static func decoded(
    _ text: Span<UInt8>, _ run: Range<Int>, skipping skipped: Int, _ values: Span<UInt8>
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(run.count * 3 / 4)
    var (bits, count): (UInt32, UInt32) = (0, 0)
    var toSkip = skipped
    for i in run {
      let value = values[Int(text[i])]
      guard value < 64 else { continue }  // A line's end.
      if toSkip > 0 {
        toSkip -= 1
        continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
