import ArchiveModel
import Loading
import Markup

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks at what commands need: programs, and an archive's own state.
public enum Doctor {
  /// How something is.
  public enum State: Sendable {
    /// As it should be.
    case well
    /// Not there, which some command minds.
    case missing
    /// Not as its author can have meant it.
    case wrong
    /// In the way of a build.
    case obstacle
  }

  /// One thing that was looked at.
  public struct Finding: Sendable, Hashable {
    /// What it is.
    public var name: String
    /// How it is.
    public var state: State
    /// That in words.
    public var text: String
    /// What to do about it.
    public var help: String?

    init(_ name: String, _ state: State, _ text: String, help: String? = nil) {
      self.name = name
      self.state = state
      self.text = text
      self.help = help
    }
  }

  /// With less room a build of a middling archive fails.
  private static let leastBytes = 200 << 20

  /// Looks, and writes nothing.
  public static func look(at archive: Archive?) -> [Finding] {
    [
      Finding("dateline", .well, ProgramVersion.described),
      Finding("libcmark", .well, parser),
    ] + tools(on: getenv("PATH").map { String(cString: $0) } ?? "")
      + [editor] + (archive.map(state) ?? [room(at: ".")])
  }

  /// The parser's version, of which libcmark gives each part as a byte of a number.
  private static var parser: String {
    let version = MarkdownDocument.parserVersion
    return "\(version >> 16).\(version >> 8 & 0xFF).\(version & 0xFF)"
  }

  // MARK: Programs

  #if canImport(Darwin)
    private static let opener = "open"
  #else
    private static let opener = "xdg-open"
  #endif

  private static let needed = [
    ("git", "publishing to a branch of a repository"),
    ("rsync", "publishing to a server with rsync"),
    ("ssh", "publishing to a server with rsync or git over SSH"),
    ("rclone", "publishing to S3 and the like"),
    (opener, "opening a browser by --open"),
  ]

  /// The programs that are on a search path, and what those are for that are not.
  static func tools(on path: String) -> [Finding] {
    needed.map { name, purpose in
      if let place = place(of: name, on: path) { return Finding(name, .well, place) }
      return Finding(name, .missing, "for \(purpose)")
    }
  }

  private static func place(of name: String, on path: String) -> String? {
    for folder in path.split(separator: ":") {
      let file = "\(folder)/\(name)"
      var status = stat()
      if stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(file, X_OK) == 0 {
        return file
      }
    }
    return nil
  }

  private static var editor: Finding {
    for name in ["VISUAL", "EDITOR"] {
      if let value = getenv(name), value.pointee != 0 {
        return Finding("editor", .well, "\(String(cString: value)) (\(name))")
      }
    }
    return Finding(
      "editor", .missing, "for dateline new article --edit", help: "export EDITOR=nano")
  }

  // MARK: The archive

  private static func state(of archive: Archive) -> [Finding] {
    let articles = archive.articleFiles.count
    let count = "\(Labels.grouped(articles)) article\(articles == 1 ? "" : "s")"
    let settings =
      archive.hasSoundSettings
      ? Finding("archive", .well, "\(archive.settings.title), \(count)")
      : Finding(
        "archive", .wrong, "no page is written: archive.yml or privacy.yml has an error",
        help: "dateline check tells where")
    return [
      settings,
      writable(".dateline", archive.root + "/.dateline", for: "what undo needs"),
      writable("Public", archive.root + "/Public", for: "the website"),
      lock(of: archive), room(at: archive.root),
    ]
  }

  /// Whether a folder can be written into, or made.
  private static func writable(_ name: String, _ path: String, for purpose: String) -> Finding {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      return access(parent, W_OK) == 0
        ? Finding(name, .well, "not there yet; can be made, for \(purpose)")
        : Finding(
          name, .obstacle, "cannot be made in \(parent), for \(purpose)",
          help: "give yourself the right to write there")
    }
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      return Finding(
        name, .obstacle, "is no folder, and should hold \(purpose)", help: "move it away")
    }
    return access(path, W_OK | X_OK) == 0
      ? Finding(name, .well, "can be written, for \(purpose)")
      : Finding(
        name, .obstacle, "cannot be written, for \(purpose)",
        help: "give yourself the right to write there")
  }

  private static func lock(of archive: Archive) -> Finding {
    let name = "ids.lock"
    do throws(EnvironmentFault) {
      guard let bytes = try archive.contents(of: "authorities/ids.lock") else {
        return Finding(name, .well, "not there yet; the first build writes it")
      }
      let path = archive.contentFolder + "/authorities/ids.lock"
      let lines = bytes.count { $0 == UInt8(ascii: "\n") }
      let text = "\(Labels.grouped(lines)) lines; keep it with the archive"
      return access(path, W_OK) == 0
        ? Finding(name, .well, text)
        : Finding(
          name, .obstacle, "cannot be written", help: "allow that, or build with --locked")
    } catch {
      return Finding(name, .obstacle, error.reason, help: "it remembers each public address")
    }
  }

  private static func room(at path: String) -> Finding {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else {
      return Finding("disk", .obstacle, String(cString: strerror(errno)))
    }
    let free = Int(clamping: UInt64(status.f_bavail)) &* Int(clamping: UInt64(status.f_frsize))
    let text = "\(Labels.grouped(free >> 20)) MB free"
    return free < leastBytes
      ? Finding("disk", .obstacle, text, help: "make room: a site is larger than its archive")
      : Finding("disk", .well, text)
  }
}
