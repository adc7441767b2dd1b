/// From one date to another; one of the two may be open or not known.
public struct DateInterval: Sendable, Hashable {
  /// Where an interval begins or ends.
  public enum End: Sendable, Hashable {
    case date(PartialDate)
    /// `..`: it has no end, or began before anybody wrote.
    case open
    /// Nothing before or behind the slash: there is one, and nobody knows it.
    case unknown

    /// The date, where there is one.
    public var date: PartialDate? {
      if case .date(let date) = self { date } else { nil }
    }
  }

  /// Where it begins.
  public let start: End
  /// Where it ends.
  public let end: End

  /// An interval with a date on one side at least, that does not end before it begins; else nil.
  public init?(from start: End, to end: End) {
    switch (start.date, end.date) {
    case (nil, nil): return nil
    case (let start?, let end?) where end.latest < start.earliest: return nil
    default: break
    }
    self.start = start
    self.end = end
  }
}

extension DateInterval: CustomStringConvertible {
  /// EDTF: `1985/1987`, `1985-04-12/..`, `/1987`.
  public var description: String { "\(start)/\(end)" }
}

extension DateInterval.End: CustomStringConvertible {
  /// EDTF: a date, `..`, or nothing.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }
}
