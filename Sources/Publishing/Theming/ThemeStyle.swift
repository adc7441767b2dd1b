import Loading

/// What `theme.yml` sets, as a stylesheet that follows the theme's own.
enum ThemeStyle {
  /// Where it stands on the site.
  static let path = "assets/settings.css"

  /// The stylesheet; nil where nothing is set.
  static func bytes(of settings: ThemeSettings) -> [UInt8]? {
    var rules: [String] = []
    let type = settings.type.compactMap { entry -> String? in
      switch entry.key {
      // All sizes are of the root's.
      case "scale": Double(entry.value).map { "font-size: \(percent($0))%;" }
      default: "--\(entry.key): \(entry.value);"
      }
    }
    if !type.isEmpty { rules.append(":root { \(type.joined(separator: " ")) }") }
    if !settings.colors.isEmpty {
      rules.append(
        "@media not all and (prefers-color-scheme: dark) { :root { \(colors(settings.colors)) } }")
    }
    if !settings.darkColors.isEmpty {
      rules.append(
        "@media screen and (prefers-color-scheme: dark) { :root { \(colors(settings.darkColors)) } }"
      )
    }
    if settings.logo != nil {
      rules.append(
        ".site-title img { inline-size: auto; max-inline-size: 100%; block-size: auto; "
          + "max-block-size: 3.5rem; vertical-align: middle; }")
    }
    guard !rules.isEmpty else { return nil }
    return Array((["/* Made of theme.yml. */"] + rules).joined(separator: "\n").utf8) + [10]
  }

  private static func colors(_ entries: [ThemeSettings.Entry]) -> String {
    entries.map { "--\($0.key): \($0.value);" }.joined(separator: " ")
  }

  /// "112.5" of 1.125.
  private static func percent(_ scale: Double) -> String {
    let tenths = Int((scale * 1000).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
