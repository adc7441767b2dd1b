import ArchiveModel
import Loading

/// The colours of a theme by day and by night: those of its stylesheet, and over them those of
/// `theme.yml`.
struct ThemeColors {
  private var light: [String: String]
  private var dark: [String: String]

  /// Reads the custom properties at the head of a stylesheet: `--ink: #1d1a16;`.
  ///
  /// Those behind the first `prefers-color-scheme: dark` are by night.
  init(stylesheet: [UInt8]) {
    let text = String(decoding: stylesheet, as: UTF8.self)
    let night = text.firstRange(of: "prefers-color-scheme: dark")?.lowerBound ?? text.endIndex
    light = ThemeColors.properties(of: text[..<night])
    dark = light.merging(ThemeColors.properties(of: text[night...])) { $1 }
  }

  private static func properties(of text: Substring) -> [String: String] {
    var colors: [String: String] = [:]
    for name in ThemeSettings.colorNames {
      guard let start = text.firstRange(of: "--\(name): #")?.upperBound else { continue }
      let digits = text[start...].prefix { $0.isASCII && $0.isHexDigit }.lowercased()
      let long = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : digits
      colors[name] = "#" + long
    }
    return colors
  }

  /// All of them, as `theme.yml` would set them.
  func entries(isDark: Bool) -> [ThemeSettings.Entry] {
    (isDark ? dark : light).sorted { $0.key < $1.key }.map {
      ThemeSettings.Entry(key: $0.key, value: $0.value, place: SourceRange(path: Theme.stylesheet))
    }
  }

  /// What text stands on: what is read, and its background.
  private static let pairs = [
    ("ink", "paper"), ("soft", "paper"), ("link", "paper"), ("accent", "paper"), ("ink", "tint"),
    ("soft", "tint"), ("link", "tint"), ("ink", "mark"),
  ]

  /// Warns of text that is too near to its background, where `theme.yml` sets one of the two.
  func problems(with settings: ThemeSettings) -> [Diagnostic] {
    problems(light, settings.colors, "by day") + problems(dark, settings.darkColors, "by night")
  }

  private func problems(
    _ base: [String: String], _ own: [ThemeSettings.Entry], _ time: String
  ) -> [Diagnostic] {
    let set = Dictionary(own.map { ($0.key, $0) }) { $1 }
    return ThemeColors.pairs.compactMap { text, ground in
      guard let entry = set[text] ?? set[ground],
        let color = set[text]?.value ?? base[text], let behind = set[ground]?.value ?? base[ground],
        let ratio = Contrast.ratio(color, behind), ratio < Contrast.enough
      else { return nil }
      return Diagnostic(
        .contrastLow,
        "\(time) \(text) (\(color)) on \(ground) (\(behind)) has a contrast of "
          + "\(ThemeColors.rounded(ratio)) to 1",
        at: entry.place, note: "text needs 4.5 to 1 (WCAG 2.2, AA)",
        suggestion: "make one of them darker or lighter")
    }
  }

  /// "4.4" of 4.47: a ratio that fails never looks as if it passed.
  private static func rounded(_ ratio: Double) -> String {
    let tenths = Int(ratio * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
