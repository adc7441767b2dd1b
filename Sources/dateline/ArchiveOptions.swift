import ArchiveModel
import ArgumentParser
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What may be said to every command that reads a whole archive.
struct ArchiveOptions: ParsableArguments {
  @Option(help: "The folder that has Content in it.", completion: .directory)
  var archive = "."

  @Option(help: "The address that the website will have; overrides base_url of archive.yml.")
  var baseURL: String?

  @Flag(help: "Show drafts and remember no address.")
  var drafts = false

  @Option(help: "How many articles and pages are worked on at a time (default: one a core).")
  var jobs: Int?

  @Option(
    help: "The date that counts as today, such as 2017-03-26.",
    transform: { text in
      do throws(ArchiveDate.ParsingFailure) {
        return try ArchiveDate(parsing: text)
      } catch {
        throw ValidationError("\(error.rule); \(error.suggestion)")
      }
    })
  var now: ArchiveDate?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
    if let baseURL { try ArchiveOptions.checkBaseURL(baseURL) }
  }

  /// Refuses what can be no base URL.
  static func checkBaseURL(_ text: String) throws {
    guard Settings.isBaseURL(text) else {
      throw ValidationError(
        "--base-url must begin with https:// or http:// and have no ? or #, not “\(text)”.")
    }
  }

  /// Opens the archive.
  func open() throws -> Archive {
    var archive = try Archive.named(archive)
    if let baseURL { archive.settings.baseURL = baseURL }
    return archive
  }

  /// What was asked of reading it.
  func buildOptions() throws -> Build.Options {
    var options = Build.Options(jobs: jobs ?? ArchiveOptions.cores)
    options.showsDrafts = drafts
    options.now = try now ?? sourceDate()
    return options
  }

  /// How many tasks work at a time unless said otherwise: one a core.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// `SOURCE_DATE_EPOCH` (reproducible-builds.org): seconds since 1970, in UTC.
  private func sourceDate() throws -> ArchiveDate? {
    guard let variable = getenv("SOURCE_DATE_EPOCH") else { return nil }
    let text = String(cString: variable)
    guard let seconds = Int(text), let date = ArchiveDate(secondsSince1970: seconds) else {
      Terminal.complain(
        """
        error: SOURCE_DATE_EPOCH is “\(text)”, and must be seconds since 1970
          = help: unset it, or say which day it is with --now
        """)
      throw Outcome.misuse
    }
    return date
  }
}

extension Archive {
  /// What stands before the paths in messages, so that an editor finds the files.
  var prefix: String { root == "." ? "" : root + "/" }
}
