import Loading

/// The files in which a host reads how it is to serve the site, besides the map of old addresses.
///
/// All of it says the same: text is UTF-8, pages and data are asked for anew each time (the answer
/// is mostly that nothing changed), pictures are kept for a day, and nothing is asked of another
/// host (`ContentPolicy`).
struct HostFiles: Sendable {
  let host: Settings.Host
  /// The path of the site on its host, decoded, with a slash at both ends.
  let root: String

  /// The paths of those files.
  static func paths(for host: Settings.Host) -> [String] {
    switch host {
    case .plain, .gitlab, .apache, .s3: []
    // Without it GitHub would have Jekyll leave out what begins with an underscore.
    case .github: [".nojekyll"]
    case .netlify, .cloudflare: ["_headers"]
    case .nginx: ["site.nginx.conf"]
    }
  }

  /// The bytes of the file of a host that has one.
  var bytes: [UInt8] {
    switch host {
    case .plain, .gitlab, .apache, .s3, .github: []
    case .netlify, .cloudflare: HostFiles.lines(headers)
    case .nginx: HostFiles.lines(nginx)
    }
  }

  static func lines(_ lines: [String]) -> [UInt8] {
    Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// What every answer says.
  private static let always = [
    ("Content-Security-Policy", ContentPolicy.text), ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
  ]
  private static let ofMedia = "public, max-age=86400"
  private static let ofAllElse = "max-age=0, must-revalidate"

  /// `_headers` of Netlify and Cloudflare Pages, which revalidate all else by themselves.
  private var headers: [String] {
    let root = RedirectMap.encoded(root)
    return ["\(root)*"] + HostFiles.always.map { "  \($0): \($1)" } + [
      "\(root)media/*", "  Cache-Control: \(HostFiles.ofMedia)",
      "\(root)data/articles/*", "  Content-Type: application/jsonl; charset=utf-8",
    ]
  }

  /// To be included in the `location` of the site.
  private var nginx: [String] {
    func location(_ pattern: String, _ lines: String...) -> [String] {
      ["location ~ \(RedirectMap.quoted("^" + RedirectMap.pattern(root) + pattern)) {"]
        + lines.map { "  " + $0 } + ["}"]
    }
    let types = MediaTypes.rare.map { suffix, type in
      location(".*\(RedirectMap.pattern(suffix))$", "default_type \(type);")
    }
    return [
      "# How this archive is to be served. In the server block of nginx write",
      "#     location \(RedirectMap.quoted(root)) { include /path/to/the/site/site.nginx.conf; }",
      "charset utf-8;",
      "charset_types text/css text/plain text/xml application/xml application/javascript",
      "  text/javascript application/json application/jsonl application/atom+xml",
      "  application/x-research-info-systems application/x-bibtex;",
      "index index.html;", "error_page 404 \(RedirectMap.encoded(root))404.html;", "expires 0;",
    ] + HostFiles.always.map { "add_header \($0) \(RedirectMap.quoted($1)) always;" }
      + location("media/", "expires 1d;")
      + location(
        "opensearch\\.xml$", "types {}", "default_type application/opensearchdescription+xml;")
      + location("feeds/.*\\.xml$", "types {}", "default_type application/atom+xml;")
      + location("feeds/.*\\.json$", "types {}", "default_type application/feed+json;")
      + types.flatMap { $0 }
  }

  /// The head of `.htaccess` of Apache, in front of the map of old addresses.
  var apache: [String] {
    let types = MediaTypes.rare.map { "AddType \($0.type) \($0.suffix)" }
    let media = RedirectMap.pattern(root + "media/")
    return [
      "# How this archive is to be served by Apache 2.4.13 or later (AllowOverride FileInfo).",
      "AddDefaultCharset utf-8", "<IfModule mod_mime.c>",
    ] + types + [
      "AddCharset utf-8 .css .js .json .jsonl .xml .txt .csv .ris .bib", "</IfModule>",
      "<IfModule mod_headers.c>",
    ] + HostFiles.always.map { "Header always set \($0) \"\($1)\"" } + [
      "Header set Cache-Control \"\(HostFiles.ofAllElse)\"",
      "Header set Cache-Control \"\(HostFiles.ofMedia)\" \"expr=%{REQUEST_URI} =~ m#^\(media)#\"",
      "</IfModule>",
    ]
  }

  /// The table for Amazon S3, or any other store of objects: JSON, a line each.
  ///
  /// First come rules: of those whose `suffix` or `prefix` fits the key of an object, the last tells
  /// its `content_type`, and likewise its `cache_control`. Then come objects that hold nothing and
  /// lead on: `key` and the `redirect` for `x-amz-website-redirect-location`.
  func table(_ redirects: [RedirectMap.Entry]) -> [UInt8] {
    var bytes = Array("{\"schema\":1,\"type\":\"s3-objects\"}\n".utf8)
    func line(_ members: [(String, String)]) {
      var json = JSONText(escapesTags: true)
      json.object { json in for (name, value) in members { json.member(name, value) } }
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    line([("prefix", ""), ("cache_control", HostFiles.ofAllElse)])
    line([("prefix", "media/"), ("cache_control", HostFiles.ofMedia)])
    for (suffix, type) in MediaTypes.bySuffix {
      line([("suffix", suffix), ("content_type", type)])
    }
    for redirect in redirects where redirect.query == nil {
      guard let target = redirect.target else { continue }
      let path = String(redirect.path.dropFirst(root.count))
      line([
        ("key", path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path),
        ("redirect", target),
      ])
    }
    return bytes
  }
}
