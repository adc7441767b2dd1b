import ArchiveModel
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The data that tests share, beside the repository, or where `DATELINE_SHARED` says.
enum SharedData {
  /// The folder of a corpus; nil, with a line that says so, where it is missing.
  static func folder(_ name: String, file: String = #filePath) -> String? {
    let repository = file.split(separator: "/").dropLast(3).joined(separator: "/")
    let shared = getenv("DATELINE_SHARED").map { String(cString: $0) } ?? "/\(repository)/../shared"
    let path = shared + "/" + name
    if access(path, R_OK) == 0 { return path }
    if getenv("CI") != nil {
      Issue.record("the shared data is missing: \(path)")
    } else {
      print("skipped: no shared data at \(path)")
    }
    return nil
  }

  /// What an object of JSON on one line has.
  static func fields(_ line: String) throws -> [String: Any] {
    try JSONDecoder().decode([String: JSONValue].self, from: Data(line.utf8)).mapValues(\.any)
  }

  /// The names of the files in a folder that end so, sorted.
  static func names(in folder: String, ending: String) -> [String] {
    (ArchiveModel.names(inFolder: folder) ?? [])
      .filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.sorted()
  }
}

/// What JSON calls null.
struct JSONNull {}

/// A value of JSON of any type: text, number, flag, list, map or null.
private struct JSONValue: Decodable {
  let any: Any

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      any = JSONNull()
    } else if let flag = try? value.decode(Bool.self) {
      any = flag
    } else if let number = try? value.decode(Int.self) {
      any = number
    } else if let number = try? value.decode(Double.self) {
      any = number
    } else if let text = try? value.decode(String.self) {
      any = text
    } else if let items = try? value.decode([JSONValue].self) {
      any = items.map(\.any)
    } else {
      any = try value.decode([String: JSONValue].self).mapValues(\.any)
    }
  }
}
