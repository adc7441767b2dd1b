/// Which pattern the addresses of an archive's articles have: one for all, or one by section.
public struct Permalinks: Sendable, Hashable {
  /// The pattern of articles whose section has none of its own.
  public var standard: AddressPattern
  /// By the slug of a section, `world/iraq`, or of a folder below `articles/`.
  public var bySection: [String: AddressPattern]

  /// One pattern for all, and others for some sections.
  public init(_ standard: AddressPattern = .standard, bySection: [String: AddressPattern] = [:]) {
    self.standard = standard
    self.bySection = bySection
  }

  /// The pattern of an article, and the section that it is for; `*` for all others.
  ///
  /// That of its own section counts before those above it, and these before its file's folders.
  public func pattern(of values: AddressPattern.Values) -> (name: String, pattern: AddressPattern) {
    guard !bySection.isEmpty else { return ("*", standard) }
    for path in [values.section, values.folders] {
      for count in stride(from: path.count, to: 0, by: -1) {
        let name = path.prefix(count).map(\.description).joined(separator: "/")
        if let pattern = bySection[name] { return (name, pattern) }
      }
    }
    return ("*", standard)
  }
}
