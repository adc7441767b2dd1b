import ArchiveModel

/// The offsets that the clocks of a place had and will have: an IANA time zone, or a fixed offset.
///
/// Read from the machine's own database. Two machines with databases of different years give a
/// time different offsets only where the law changed in between, or where historians learned more;
/// whoever wants the same bytes for ever writes the offset with each time.
public struct TimeZone: Sendable, Hashable {
  /// A change of the clocks.
  struct Transition: Sendable, Hashable {
    /// The first second on the clock, counted as if it were UTC's since 1970, with the new offset.
    ///
    /// Of a change forward that is the hour it leads to, of a change back the end of the hour that
    /// comes twice: see `offsetSeconds(at:)`.
    let firstClockSecond: Int
    /// Seconds east of UTC from then on.
    let offset: Int

    /// A change at a moment, in seconds since 1970.
    init(at moment: Int, from before: Int, to after: Int) {
      firstClockSecond = moment + max(before, after)
      offset = after
    }
  }

  /// The name in the database: `Asia/Baghdad`; or a fixed offset as it is written: `+03:00`.
  public let name: String
  /// Seconds east of UTC before the first change.
  let firstOffset: Int
  /// In order of time.
  let transitions: [Transition]
  /// What holds after the last of them; nil if nothing changes any more.
  let rule: ZoneRule?

  /// A zone as its file has it.
  init(name: String, firstOffset: Int, transitions: [Transition] = [], rule: ZoneRule? = nil) {
    self.name = name
    self.firstOffset = firstOffset
    self.transitions = transitions
    self.rule = rule
  }

  /// A fixed offset: `+03:00`, `-0430`, `+2`, `Z`; nil for any other text.
  init?(fixedOffset text: String) {
    if text == "Z" {
      self.init(name: text, firstOffset: 0)
      return
    }
    guard let sign = text.utf8.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = text.utf8.dropFirst().filter { $0 != UInt8(ascii: ":") }
    let hasColon = digits.count < text.utf8.count - 1
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      hasColon
        ? digits.count == 4 && Array(text.utf8)[3] == UInt8(ascii: ":")
        : [1, 2, 4].contains(digits.count),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let (hours, minutes) = digits.count == 4 ? (number / 100, number % 100) : (number, 0)
    guard hours < 24, minutes < 60 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    self.init(name: text, firstOffset: sign == UInt8(ascii: "-") ? -seconds : seconds)
  }

  /// Seconds east of UTC at a time of its clocks, given as if they were UTC's since 1970.
  ///
  /// Where clocks were put back and a time came twice, the first is taken; a time that was jumped
  /// over has the offset from before the jump. So both are at least as early as what was meant, and
  /// what is printed is what was written. O(log changes).
  func offsetSeconds(at clockSecond: Int) -> Int {
    guard let last = transitions.last, clockSecond < last.firstClockSecond else {
      return rule?.offsetSeconds(at: clockSecond) ?? transitions.last?.offset ?? firstOffset
    }
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle].firstClockSecond <= clockSecond {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == 0 ? firstOffset : transitions[low - 1].offset
  }

  /// A date with the offset of its time, where it has a time and states no zone; else nil.
  ///
  /// Offsets are in whole minutes: those of the sun's own time, before there were zones, are
  /// rounded.
  func settled(_ date: ArchiveDate) -> ArchiveDate? {
    guard case .moment(let day, let time) = date, time.offsetMinutes == nil else { return nil }
    let offset = offsetSeconds(at: day.secondsSince1970 + time.seconds)
    let minutes = Int((Double(offset) / 60).rounded())
    let settled = TimeOfDay(
      hour: time.seconds / 3600, minute: time.seconds / 60 % 60, second: time.seconds % 60,
      offsetMinutes: minutes)
    return settled.map { .moment(day, $0) }
  }
}

extension CalendarDay {
  /// Of its first second, in UTC.
  var secondsSince1970: Int { (ordinal - 719_468) * 86_400 }
}

extension Article {
  /// Gives times without a zone that of the archive, and marks it as inferred.
  mutating func settleTimes(in zone: TimeZone) {
    for key in [\Fields.date, \.updated, \.embargo, \.expires, \.retrieved] {
      guard let settled = zone.settled(self[dynamicMember: key]) else { continue }
      self[dynamicMember: key] = settled
      self.inferred.insert(.timeZone)
    }
  }
}
