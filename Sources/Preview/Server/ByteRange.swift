/// The part of a file that a browser asks for: a player that looks into the middle of a film
/// (RFC 9110, 14).
enum ByteRange: Equatable {
  case whole
  case part(Range<Int>)
  /// It lies outside of the file.
  case unsatisfiable

  /// Reads a `Range` field.
  ///
  /// Several ranges at once, other units and what nobody understands are
  /// answered by the whole, as the RFC allows.
  init(_ field: String?, of count: Int) {
    self = .whole
    guard let field, field.hasPrefix("bytes="), !field.contains(",") else { return }
    let parts = field.dropFirst("bytes=".count)
      .split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return }
    let numbers = parts.map { part in
      part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } ? Int(part) : nil
    }
    switch (numbers[0], numbers[1]) {
    case (let first?, let last?) where first <= last:
      self = first < count ? .part(first..<min(last, count - 1) + 1) : .unsatisfiable
    case (let first?, nil) where parts[1].isEmpty:
      self = first < count ? .part(first..<count) : .unsatisfiable
    case (nil, let length?) where parts[0].isEmpty:
      self = length > 0 && count > 0 ? .part(max(0, count - length)..<count) : .unsatisfiable
    default: return
    }
  }
}
