/// A time of day, with its offset from UTC where that is known.
public struct TimeOfDay: Sendable, Hashable {
  private let storedSeconds: Int32
  private let storedOffset: Int16?

  /// Seconds since midnight, from 0 to 86,399 (a leap second is read as 59).
  public var seconds: Int { Int(storedSeconds) }
  /// Minutes east of UTC.
  public var offsetMinutes: Int? { storedOffset.map { Int($0) } }

  /// A time of day that exists, else nil.
  public init?(hour: Int, minute: Int, second: Int = 0, offsetMinutes: Int? = nil) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      offsetMinutes.map({ (-1439...1439).contains($0) }) ?? true
    else { return nil }
    storedSeconds = Int32(hour * 3600 + minute * 60 + min(second, 59))
    storedOffset = offsetMinutes.map { Int16($0) }
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// ISO 8601: `09:00:00Z`, `09:00:00+02:00`, or `09:00:00` where the zone is not known.
  public var description: String {
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { CalendarDay.padded($0, 2) }.joined(separator: ":")
    guard let offsetMinutes else { return clock }
    guard offsetMinutes != 0 else { return clock + "Z" }
    let minutes = abs(offsetMinutes)
    return clock + (offsetMinutes < 0 ? "-" : "+")
      + "\(CalendarDay.padded(minutes / 60, 2)):\(CalendarDay.padded(minutes % 60, 2))"
  }
}
