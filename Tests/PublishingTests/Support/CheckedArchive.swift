import Foundation
import Loading
import Publishing
import Testing

/// Checks an archive given as a string, as `built` has it, and removes it.
func checked(
  _ archive: String, telling paths: [String] = [], keeping old: OldAddresses? = nil,
  _ edit: (inout Build.Options) -> Void = { _ in }
) async throws -> CheckReport {
  let root = try written(archive)
  defer { try? FileManager.default.removeItem(atPath: root) }
  let opened = try #require(try Archive.open(root))
  var options = Build.Options(jobs: 2)
  edit(&options)
  let scope = try CheckScope(paths.map { "\(root)/\($0)" }, in: opened)
  return try await Check(opened, options: options).run(telling: scope, keeping: old)
}

extension CheckReport {
  /// The codes of the diagnostics with their files' names.
  var problems: [String] { diagnostics.map { "\($0.place.path) \($0.code.rawValue)" } }

  /// Kinds of likeness, with the files' names and hundredths.
  var likenesses: [String] {
    alike.map { group in
      "\(group.kind.rawValue): "
        + group.members.map { member in
          (member.path.split(separator: "/").last ?? "") + (member.likeness.map { " \($0)" } ?? "")
        }.joined(separator: ", ")
    }
  }

  /// The lines of JSON.
  func json(of archive: Archive) throws -> [[String: Any]] {
    var lines: [[String: Any]] = []
    var failure: (any Error)?
    writeJSON(DiagnosticList(diagnostics, of: archive)) { line in
      do {
        lines.append(
          try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return lines
  }
}
