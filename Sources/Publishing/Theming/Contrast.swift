#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far two colours are apart, for whoever reads one on the other (WCAG 2.2, 1.4.3).
enum Contrast {
  /// What text needs at least, level AA.
  static let enough = 4.5

  /// From 1 to 21, of two colours such as `#1d1a16`; nil where one is none.
  static func ratio(_ one: String, _ other: String) -> Double? {
    guard let a = luminance(of: one), let b = luminance(of: other) else { return nil }
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance: 0 for black, 1 for white.
  private static func luminance(of color: String) -> Double? {
    guard color.hasPrefix("#"), color.utf8.count == 7, let bits = Int(color.dropFirst(), radix: 16)
    else { return nil }
    let parts = [bits >> 16, bits >> 8 & 255, bits & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
