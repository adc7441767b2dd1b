import Loading

/// What a host takes of those who pay nothing, as it documents that itself (as of 2026).
///
/// - Cloudflare Pages: developers.cloudflare.com/pages/platform/limits and …/configuration/redirects.
///   20,000 files (100,000 for those who pay), 25 MiB a file, 2,000 rules without a pattern of 1,000
///   characters each.
/// - GitHub Pages: docs.github.com, "GitHub Pages limits" and "About large files": 1 GB a site,
///   100 MiB a file.
/// - GitLab Pages: docs.gitlab.com/user/gitlab_com and …/user/project/pages/redirects: 1 GB and
///   200,000 files a site; 1,000 rules in 64 KB.
/// - Netlify: docs.netlify.com, "Common configuration directives" and "Build gotchas": files of
///   10 MB at most, and no `#` or `?` in their names.
/// - Amazon S3: docs.aws.amazon.com, "Naming objects": names of 1,024 bytes.
struct HostLimits: Sendable {
  /// How many files a site has.
  var files: Int?
  /// How large one is.
  var fileBytes: Int?
  /// How large all are together.
  var siteBytes: Int?
  /// How many rules its map of old addresses has, how long one is, and how large the map is.
  var rules: Int?
  var ruleBytes: Int?
  var mapBytes: Int?
  /// How long the path of a file is.
  var pathBytes: Int?
  /// Signs that no file's name has.
  var forbidden = ""

  /// The limits of a host; a server of one's own has none.
  init(of host: Settings.Host) {
    switch host {
    case .plain, .nginx, .apache: break
    case .cloudflare:
      (files, fileBytes) = (20_000, 25 << 20)
      (rules, ruleBytes) = (2000, 1000)
    case .github: (fileBytes, siteBytes) = (100 << 20, 1_000_000_000)
    case .gitlab:
      (files, siteBytes) = (200_000, 1_000_000_000)
      (rules, mapBytes) = (1000, 64 << 10)
    case .netlify: (fileBytes, forbidden) = (10_000_000, "#?")
    case .s3: pathBytes = 1024
    }
  }
}
