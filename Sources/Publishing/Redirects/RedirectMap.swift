import ArchiveModel
import Loading
import Templates

/// Old addresses in the form that a host reads: a line each, whatever an author wrote.
///
/// All that comes from authors is percent-encoded, or quoted and escaped, to letters, digits and
/// signs without a meaning, so that no address can add a rule (`/a\nSet-Cookie: x`).
struct RedirectMap {
  /// One address that leads to another, or to nothing any more.
  struct Entry {
    /// The old path from the host's root, decoded: `/times/old/`.
    var path: String
    /// What follows its question mark.
    var query: String?
    /// The new path from the host's root, encoded; nil for what was withdrawn.
    var target: String?
  }

  let entries: [Entry]
  /// The path of the site on its host, with a slash at both ends.
  let root: String

  /// Whether that file says more than where old addresses lead, so that a site without any has it.
  static func isMore(for host: Settings.Host) -> Bool { host == .apache || host == .s3 }

  /// The file that a host looks for; nil where it takes none.
  static func fileName(for host: Settings.Host) -> String? {
    switch host {
    case .plain, .github: nil
    case .netlify, .cloudflare, .gitlab: "_redirects"
    case .nginx: "redirects.nginx.conf"
    case .apache: ".htaccess"
    case .s3: "s3-objects.jsonl"
    }
  }

  /// The bytes of that file; empty where a host takes none.
  func bytes(for host: Settings.Host) -> [UInt8] {
    switch host {
    case .plain, .github: []
    case .netlify: HostFiles.lines(rules(withQueries: true))
    case .cloudflare, .gitlab: HostFiles.lines(rules(withQueries: false))
    case .nginx: HostFiles.lines(nginx)
    case .apache: HostFiles.lines(HostFiles(host: host, root: root).apache + apache)
    case .s3: HostFiles(host: host, root: root).table(entries)
    }
  }

  /// The list for programs and people, the same for every host: JSON, an address a line.
  var list: [UInt8] {
    var bytes = Array("{\"schema\":1,\"type\":\"redirects\"}\n".utf8)
    for entry in entries {
      var json = JSONText()
      json.object { json in
        json.member(
          "from", Self.encoded(entry.path) + (entry.query.map { "?" + Self.encodedQuery($0) } ?? "")
        )
        json.member("to", entry.target)
        json.member("status", entry.target == nil ? 410 : 301)
      }
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    return bytes
  }

  // MARK: Netlify, Cloudflare, GitLab

  /// `FROM [NAME=VALUE] TO 301`; an address that is gone keeps its page, since none of these hosts
  /// knows the status 410.
  private func rules(withQueries: Bool) -> [String] {
    entries.flatMap { entry -> [String] in
      guard let target = entry.target else { return [] }
      let path = Self.encoded(entry.path)
      guard let query = entry.query else {
        return paths(path).map { "\($0) \(target) 301" }
      }
      let pairs = query.split(separator: "&", omittingEmptySubsequences: false)
      guard withQueries, pairs.allSatisfy({ $0.utf8.contains(UInt8(ascii: "=")) }) else {
        return []
      }
      let parameters = pairs.map { Self.encodedQuery(String($0)) }.joined(separator: " ")
      return ["\(path) \(parameters) \(target) 301"]
    }
  }

  /// An address with and without its last slash: who typed it from paper leaves it out.
  private func paths(_ path: String) -> [String] {
    path.hasSuffix("/") && path != root ? [path, String(path.dropLast())] : [path]
  }

  // MARK: nginx

  private var nginx: [String] {
    var paths: [String] = []
    var queries: [String] = []
    var gone: [String] = []
    var longest = 0
    func line(_ key: String, _ value: String) -> String {
      longest = max(longest, key.utf8.count)
      return "  \(Self.quoted(key)) \(value);"
    }
    for entry in entries {
      if let query = entry.query, let target = entry.target {
        let key = Self.encoded(entry.path) + "?" + Self.encodedQuery(query)
        queries.append(line(key, target))
      } else if let target = entry.target {
        paths += self.paths(entry.path).map { line($0, target) }
      } else if entry.path.hasSuffix("/") {
        gone.append(line(entry.path, Self.encoded(entry.path) + "index.html"))
      } else {
        gone.append(line(entry.path, Self.encoded(entry.path)))
      }
    }
    // A key must fit a bucket with its pointers, and nginx asks for a power of two.
    let bucket = Self.powerOfTwo(atLeast: longest + 32)
    let size = Self.powerOfTwo(atLeast: max(paths.count, queries.count, gone.count) * 2)
    return [
      "# Where the old addresses of this archive lead. In the http block of nginx write",
      "#     include /path/to/the/site/redirects.nginx.conf;",
      "# and in the server block",
      "#     if ($dateline_redirect) { return 301 $dateline_redirect; }",
      "#     if ($dateline_gone) { return 410; }",
      "#     error_page 410 $dateline_gone;",
      "map_hash_bucket_size \(max(bucket, 128));",
      "map_hash_max_size \(max(size, 2048));",
      "map $request_uri $dateline_query_redirect {",
    ] + queries + [
      "}", "map $uri $dateline_redirect {", "  default $dateline_query_redirect;",
    ] + paths + ["}", "map $uri $dateline_gone {", "  volatile;"] + gone + ["}"]
  }

  private static func powerOfTwo(atLeast number: Int) -> Int {
    var power = 1
    while power < number { power *= 2 }
    return power
  }

  /// In quotes a backslash and a quote alone have a meaning.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\\" || character == "\"" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  // MARK: Apache

  private var apache: [String] {
    let gone = entries.filter { $0.target == nil }
    var lines = [
      "# Where the old addresses of this archive lead: for mod_rewrite of Apache 2.4.13 or later.",
      "<IfModule mod_rewrite.c>", "RewriteEngine On",
    ]
    for entry in entries {
      // In this file a path begins below the site's root.
      let path = String(entry.path.dropFirst(root.count))
      guard let target = entry.target else {
        let page =
          String(Self.encoded(entry.path).dropFirst())
          + (path.hasSuffix("/") ? "index.html" : "")
        lines.append(
          "RewriteRule \"^\(Self.pattern(path))$\" - [G,E=DATELINE_GONE:\(Self.substitution(page))]"
        )
        continue
      }
      var flags = "R=301,L,NE"
      if let query = entry.query {
        lines.append(
          "RewriteCond %{QUERY_STRING} \"^\(Self.pattern(Self.encodedQuery(query)))$\"")
        flags += ",QSD"
      }
      let pattern =
        path.hasSuffix("/") ? Self.pattern(String(path.dropLast())) + "/?" : Self.pattern(path)
      lines.append("RewriteRule \"^\(pattern)$\" \"\(Self.substitution(target))\" [\(flags)]")
    }
    lines.append("</IfModule>")
    if !gone.isEmpty { lines.append("ErrorDocument 410 /%{reqenv:DATELINE_GONE}") }
    lines.append("ErrorDocument 404 \(Self.encoded(root))404.html")
    return lines
  }

  /// Each sign but a letter, a digit and a slash stands for itself.
  static func pattern(_ text: String) -> String {
    var pattern = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, !isPlain(UInt8(scalar.value)), scalar != "/" { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern
  }

  /// An encoded path in which `%2` is not taken for a group of a condition.
  private static func substitution(_ path: String) -> String {
    path.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\\%")
  }

  // MARK: Encoding

  /// A path with all but letters, digits, `-._~` and `/` as percent signs (RFC 3986, 2.1).
  static func encoded(_ path: String) -> String {
    PercentEncoding.encoded(path) { isPlain($0) || "-._~/".utf8.contains($0) }
  }

  /// A query likewise; `=`, `&` and what is encoded already stay.
  static func encodedQuery(_ query: String) -> String {
    PercentEncoding.encoded(query) { isPlain($0) || "-._~=&%".utf8.contains($0) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
