import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

/// Builds of an edited archive, as it is asked by then.
extension EditedArchive {
  /// Builds it.
  func build(_ edit: (inout Build.Options) -> Void) async throws -> BuildReport {
    try await Self.built(root, asked, Publishing.Progress(), edit)
  }

  /// Builds an archive, as it is asked.
  static func built(
    _ root: String, _ asked: Asked, _ progress: Publishing.Progress,
    _ edit: (inout Build.Options) -> Void
  ) async throws -> BuildReport {
    var archive = try #require(try Archive.open(root))
    if let baseURL = asked.baseURL { archive.settings.baseURL = baseURL }
    if let maximum = asked.maximumFiles { archive.settings.maximumFiles = maximum }
    var options = Build.Options(jobs: 2)
    options.showsDrafts = asked.showsDrafts
    options.remembersAddresses = asked.remembersAddresses
    options.now = try asked.now.map { try ArchiveDate(parsing: $0) }
    edit(&options)
    return try await Build(archive, options: options, progress: progress)
      .run(into: "\(root)/\(asked.output)")
  }

  /// All files of the site, with its manifest, and `ids.lock`.
  var site: [String: Data] {
    let paths = files(asked.output) + ["Content/authorities/ids.lock"]
    return Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        FileManager.default.contents(atPath: "\(root)/\(path)").map { (path, $0) }
      })
  }
}

extension BuildReport {
  /// What its summary says, but for what was done for it.
  var figures: String {
    "\(articles) \(leftOut) \(drafts) \(unseen) \(entities) \(entityPages) \(mentions) \(words) "
      + "\(pages) \(files) \(bytes) \(spared) \(maximumFiles ?? 0)"
  }
}
