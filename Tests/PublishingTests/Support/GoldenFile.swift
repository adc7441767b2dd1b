import Foundation
import Testing

/// A file with what a test expects, rewritten when `UPDATE_GOLDENS` is 1.
struct GoldenFile {
  let url: URL

  /// Compares, and shows the lines that differ.
  func expect(_ actual: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: url, encoding: .utf8)
    guard actual != expected else { return }
    Issue.record(
      """
      \(url.lastPathComponent) is another now; UPDATE_GOLDENS=1 takes it as it is:
      \(GoldenFile.difference(from: expected, to: actual))
      """, sourceLocation: sourceLocation)
  }

  /// The lines that went and came, with their numbers, at most twenty.
  static func difference(from old: String, to new: String) -> String {
    let changes = lines(new).difference(from: lines(old)).map { change in
      switch change {
      case .remove(let index, let line, _): (index, 0, "- \(index + 1): \(line)")
      case .insert(let index, let line, _): (index, 1, "+ \(index + 1): \(line)")
      }
    }
    let sorted = changes.sorted { $0 < $1 }
    let more = sorted.count > 20 ? ["… and \(sorted.count - 20) lines more"] : []
    return (sorted.prefix(20).map(\.2) + more).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
