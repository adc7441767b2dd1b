/// Files that are text by the ends of their names.
enum TextFile {
  /// Whether a file is text, so that words in it can be replaced and it stays whole.
  static func isNamed(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return false }
    return extensions.contains(path[path.index(after: dot)...].lowercased())
  }

  private static let extensions: Set<String> = [
    "atom", "bib", "css", "csv", "geojson", "gpx", "htm", "html", "ics", "js", "json", "jsonl",
    "kml", "markdown", "md", "mjs", "mustache", "opml", "ris", "rss", "srt", "svg", "tsv", "txt",
    "vcf", "vtt", "webmanifest", "xhtml", "xml", "yaml", "yml",
  ]
}
