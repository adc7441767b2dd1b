import ArchiveModel

/// `archive.yml`: what an archive says of itself (DESIGN §4).
public struct Settings: Sendable, Hashable {
  /// A section in the order of the front page.
  public struct Section: Sendable, Hashable {
    /// Its name, as in articles: "World/Iraq".
    public var name: String
    /// One sentence on it.
    public var summary: String?
  }

  /// Which mentions in an article become links.
  public enum MentionLinks: String, Sendable, Hashable, CaseIterable { case first, all, none }

  /// What becomes of "Iraqi".
  public enum Demonyms: String, Sendable, Hashable, CaseIterable { case link, ignore }

  /// What links name: a folder, for web servers, or its `index.html`, for disks.
  public enum Links: String, Sendable, Hashable, CaseIterable { case directory, file }

  /// How much is kept from readers and search engines.
  public enum Privacy: String, Sendable, Hashable, CaseIterable { case strict, standard, open }

  /// What serves the site, which decides what is written for it and which limits it has.
  public enum Host: String, Sendable, Hashable, CaseIterable {
    /// Anything that serves files, a disk among them.
    case plain
    case github, gitlab, cloudflare, netlify, s3, nginx, apache
  }

  /// How old addresses lead to new ones.
  public enum Redirects: String, Sendable, Hashable, CaseIterable {
    /// A page at each old address, a map for the host, or both.
    case stubs, maps, both
  }

  /// Which articles have files for reference managers.
  public enum Citations: String, Sendable, Hashable, CaseIterable {
    /// Each article by itself, besides those of its year.
    case articles
    /// Those of a year together.
    case years
  }

  /// Whom to tell of a hole in the site's security (RFC 9116).
  public struct Security: Sendable, Hashable {
    /// `mailto:` and web addresses, the preferred first.
    public var contacts: [String] = []
    /// Until when this holds: a moment in RFC 3339.
    public var expires = ""
    /// The address of the policy.
    public var policy: String?
    /// The languages that are understood, BCP 47.
    public var languages: [String] = []
  }

  /// Where the site is published, by a name of the archive's own.
  public struct Target: Sendable, Hashable {
    /// A place, and by what a site gets there.
    public enum Place: Sendable, Hashable {
      /// A folder of this machine; a relative one begins at the archive.
      case folder(String)
      /// A branch of the repository that the archive is in, which goes to a remote unless there is
      /// none: a name or an address, as git has it.
      case git(remote: String?, branch: String)
      /// What rsync takes as its destination: `user@host:/var/www/site`.
      case rsync(String)
      /// What rclone takes as its destination: `remote:bucket/path`.
      case rclone(String)
    }

    /// The name.
    public var name: String
    /// The place.
    public var place: Place

    /// Names a place.
    public init(name: String, place: Place) {
      self.name = name
      self.place = place
    }
  }

  /// Parts of Markdown that an archive may switch off.
  public struct Markdown: Sendable, Hashable {
    /// Tables of GFM.
    public var tables = true
    /// Footnotes.
    public var footnotes = true
    /// `~~struck~~`.
    public var strikethrough = true
    /// `- [ ]` lists.
    public var tasks = true
    /// Elements of raw HTML, as far as the allow-list goes; where it is off, only their text stays.
    public var html = true
    /// Shortcodes, Liquid and attribute lists of other systems.
    public var dialects = true

    /// All of them.
    public init() {}
  }

  /// The name of the archive; where it says none, that of its folder.
  public var title: String
  /// The line below the title.
  public var subtitle: String?
  /// Where the site will stand, absolute, without a slash at its end; nil if it is not known.
  public var baseURL: String?
  /// BCP 47.
  public var language = "en"
  /// Where the settings say so, if they do.
  public var languagePlace: SourceRange?
  /// The zone that times without one are in.
  public var timeZone: TimeZone?
  /// Who publishes it.
  public var publisher: String?
  /// Whom to write to.
  public var contact: String?
  /// SPDX identifier or URL.
  public var license: String?
  /// The name of the theme's folder in `Themes/`.
  public var theme = "broadsheet"
  /// Sections in their order; articles may name others.
  public var sections: [Section] = []
  /// The patterns of articles' addresses.
  public var permalinks = Permalinks()
  /// In how many articles an entity must stand to get a page of its own.
  public var minimumArticles: Int?
  /// Which mentions become links.
  public var mentions = MentionLinks.first
  /// What becomes of demonyms.
  public var demonyms = Demonyms.link
  /// How many entries a page of a list has.
  public var pageSize = 40
  /// What links name.
  public var links = Links.directory
  /// What serves the site.
  public var host = Host.plain
  /// How old addresses lead to new ones.
  public var redirects = Redirects.both
  /// The most files the host takes.
  public var maximumFiles: Int?
  /// Which articles have files for reference managers; nil where their number decides.
  public var citations: Citations?
  /// Who made the site, in their own words: `humans.txt`.
  public var humans: String?
  /// Whom to tell of a hole in its security.
  public var security: Security?
  /// Parts of Markdown that an archive may switch off.
  public var markdown = Markdown()
  /// Whether copies of photographs keep what cameras wrote into them.
  public var keepsEXIF = false
  /// How much is kept from readers and search engines.
  public var privacy = Privacy.standard
  /// Where the site is published, in the order of the file.
  public var targets: [Target] = []

  /// The settings of an archive that says nothing but its title.
  public init(title: String) { self.title = title }
}

extension Settings {
  /// Whether a text can be `base_url`: an absolute web address without query and fragment.
  public static func isBaseURL(_ text: String) -> Bool {
    ValueReader.isWebURL(text) && !text.utf8.contains { "?#".utf8.contains($0) }
  }
}
