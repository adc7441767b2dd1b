/// A file of the time zone database: TZif of RFC 8536, of any version.
///
/// Of a file of version 2 or later the second part is read, with 64 bits a moment, and the rule in
/// its last line. O(bytes).
struct ZoneFile {
  private let bytes: [UInt8]

  /// A file's bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The zone that it describes; nil for what is no such file.
  func zone(named name: String) -> TimeZone? {
    guard let first = Part(bytes, at: 0, momentBytes: 4) else { return nil }
    guard first.version > 0 else { return first.zone(named: name, rule: nil) }
    guard let second = Part(bytes, at: first.end, momentBytes: 8) else { return nil }
    let footer = bytes[second.end...]
    guard footer.first == UInt8(ascii: "\n") else { return second.zone(named: name, rule: nil) }
    let line = footer.dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    return second.zone(named: name, rule: ZoneRule(posix: line))
  }
}

/// A header with the tables that it counts.
private struct Part {
  /// 0 for version 1, else the digit's own code.
  let version: UInt8
  /// Behind its last table.
  let end: Int
  private let moments: [Int]
  private let types: [Int]
  private let offsets: [Int]

  private static let headerBytes = 44

  init?(_ bytes: [UInt8], at start: Int, momentBytes: Int) {
    guard start + Part.headerBytes <= bytes.count,
      bytes[start..<start + 4].elementsEqual("TZif".utf8)
    else { return nil }
    version = bytes[start + 4]
    func count(_ index: Int) -> Int { Part.number(bytes, at: start + 20 + index * 4, bytes: 4) }
    let (utCount, standardCount, leapCount) = (count(0), count(1), count(2))
    let (momentCount, typeCount, characterCount) = (count(3), count(4), count(5))
    let counts = [utCount, standardCount, leapCount, momentCount, typeCount, characterCount]
    // Far above every zone's, and low enough for their sum.
    guard counts.allSatisfy({ (0...65_536).contains($0) }), (1...256).contains(typeCount) else {
      return nil
    }
    let momentStart = start + Part.headerBytes
    let indexStart = momentStart + momentCount * momentBytes
    let typeStart = indexStart + momentCount
    let characterStart = typeStart + typeCount * 6
    end =
      characterStart + characterCount + leapCount * (momentBytes + 4) + standardCount + utCount
    guard end <= bytes.count else { return nil }
    moments = (0..<momentCount).map {
      Part.number(bytes, at: momentStart + $0 * momentBytes, bytes: momentBytes)
    }
    types = bytes[indexStart..<typeStart].map { Int($0) }
    offsets = (0..<typeCount).map { Part.number(bytes, at: typeStart + $0 * 6, bytes: 4) }
    // A day and a bit is what the format allows.
    guard types.allSatisfy({ $0 < typeCount }), offsets.allSatisfy({ abs($0) < 93_600 }),
      moments.allSatisfy({ abs($0) < 1 << 60 })
    else { return nil }
  }

  /// What is before the first change has the first type.
  func zone(named name: String, rule: ZoneRule?) -> TimeZone {
    var transitions: [TimeZone.Transition] = []
    transitions.reserveCapacity(moments.count)
    var offset = offsets[0]
    for (moment, type) in zip(moments, types) {
      let transition = TimeZone.Transition(at: moment, from: offset, to: offsets[type])
      offset = offsets[type]
      // Two changes within the hour that the first one moves: the clock shows the later.
      while let last = transitions.last, last.firstClockSecond >= transition.firstClockSecond {
        transitions.removeLast()
      }
      transitions.append(transition)
    }
    return TimeZone(
      name: name, firstOffset: offsets[0], transitions: transitions, rule: rule)
  }

  /// A signed number, the highest byte first.
  private static func number(_ bytes: [UInt8], at start: Int, bytes count: Int) -> Int {
    var number = bytes[start] >= 0x80 ? -1 : 0
    for byte in bytes[start..<start + count] { number = number << 8 | Int(byte) }
    return number
  }
}
