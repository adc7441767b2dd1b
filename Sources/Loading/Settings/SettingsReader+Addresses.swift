import ArchiveModel

/// Settings that decide where articles stand.
extension SettingsReader {
  /// One pattern for all articles, or a map of sections and their patterns.
  ///
  /// In a map `default` is the pattern of all others. Hugo groups its map by the kind of page, of
  /// which `page` has the articles.
  mutating func readPermalinks(_ value: FrontMatterValue) {
    guard case .map(let entries) = value.content else {
      if let pattern = pattern(value) { settings.permalinks.standard = pattern }
      return
    }
    for entry in entries {
      switch (entry.key, entry.value.content) {
      case ("page", .map(let articles)): readPatterns(articles)
      case (_, .map):
        warn(
          "only articles have permalinks: the addresses of lists are Dateline’s own", entry)
      default: readPatterns([entry])
      }
    }
  }

  private mutating func readPatterns(_ entries: [FrontMatterEntry]) {
    for entry in entries {
      guard let pattern = pattern(entry.value) else { continue }
      let parts = entry.key.split(separator: "/").map { Slug(String($0)).description }
      switch entry.key {
      case "default", "*", "/": settings.permalinks.standard = pattern
      default:
        guard !parts.isEmpty else {
          values.error(.settingsInvalid, "a section has a name", at: entry.keyOffsets)
          continue
        }
        settings.permalinks.bySection[parts.joined(separator: "/")] = pattern
      }
    }
  }

  private mutating func pattern(_ value: FrontMatterValue) -> AddressPattern? {
    guard let text = values.text(value, of: "permalinks") else { return nil }
    do throws(AddressPattern.Failure) {
      return try AddressPattern(parsing: text)
    } catch {
      values.error(
        .settingsInvalid, error.rule, at: SettingsReader.place(error.offsets, in: text, value),
        suggestion: error.suggestion)
      return nil
    }
  }

  /// A part of a text that stands as it is in the file, be it in quotes; else the whole value.
  private static func place(
    _ part: Range<Int>?, in text: String, _ value: FrontMatterValue
  ) -> Range<Int> {
    let quotes = value.offsets.count - text.utf8.count
    guard let part, quotes == 0 || quotes == 2 else { return value.offsets }
    let start = value.offsets.lowerBound + quotes / 2
    return start + part.lowerBound..<start + part.upperBound
  }

  mutating func readRedirects(_ value: FrontMatterValue) {
    settings.redirects = choice(value, of: "redirects") ?? settings.redirects
  }

  /// Says where two settings do not go together, once all are read.
  mutating func checkRedirects(_ entries: [FrontMatterEntry]) {
    guard settings.redirects == .maps, !settings.host.hasMap,
      let entry = entries.last(where: { ArticleKey.foldedName($0.key) == "redirects" })
    else { return }
    values.error(
      .settingsInvalid, "the host “\(settings.host.rawValue)” takes no map of old addresses",
      at: entry.value.offsets,
      suggestion: "write host: with nginx, apache, netlify, cloudflare, gitlab or s3, or "
        + "redirects: stubs")
    settings.redirects = .both
  }

  private mutating func warn(_ message: String, _ entry: FrontMatterEntry) {
    values.diagnostics.append(
      Diagnostic(
        .settingUnknown, message, at: values.place(entry.keyOffsets),
        suggestion: "write the pattern of a section, as World: /world/:slug/"))
  }
}

extension Settings.Host {
  /// Whether the host reads a map of old addresses.
  public var hasMap: Bool {
    switch self {
    case .plain, .github: false
    case .gitlab, .netlify, .cloudflare, .s3, .nginx, .apache: true
    }
  }
}
