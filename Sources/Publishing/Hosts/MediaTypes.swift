/// The media types of a site's files, for hosts that do not know them by themselves.
enum MediaTypes {
  /// By the end of a name.
  static let bySuffix: [(suffix: String, type: String)] = [
    (".html", "text/html; charset=utf-8"), (".css", "text/css; charset=utf-8"),
    (".js", "text/javascript; charset=utf-8"), (".txt", "text/plain; charset=utf-8"),
    (".xml", "application/xml; charset=utf-8"), (".json", "application/json"),
    (".jsonl", "application/jsonl"), (".csv", "text/csv; charset=utf-8"),
    (".ris", "\(CitationForm.ris.mediaType); charset=utf-8"),
    (".bib", "\(CitationForm.bibTeX.mediaType); charset=utf-8"),
    (".svg", "image/svg+xml"), (".png", "image/png"), (".jpg", "image/jpeg"),
    (".jpeg", "image/jpeg"), (".gif", "image/gif"), (".webp", "image/webp"),
    (".avif", "image/avif"), (".heic", "image/heic"), (".ico", "image/x-icon"),
    (".pdf", "application/pdf"), (".mp3", "audio/mpeg"), (".ogg", "audio/ogg"),
    (".mp4", "video/mp4"), (".webm", "video/webm"), (".woff2", "font/woff2"),
    (".zip", "application/zip"),
  ]

  /// Those that few servers know.
  static let rare = [
    (suffix: ".ris", type: CitationForm.ris.mediaType),
    (suffix: ".bib", type: CitationForm.bibTeX.mediaType),
    (suffix: ".jsonl", type: "application/jsonl"),
  ]
}
