import Templates
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct `The specification of Mustache` {
  @Test(arguments: [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
    "~dynamic-names", "~inheritance",
  ])
  func `Every example of a module renders as it says`(_ module: String) throws {
    guard let bytes = SharedFile("specs/mustache/\(module).json").bytes else { return }
    let examples = JSON(parsing: bytes)["tests"].array
    try #require(examples.count > 10)

    for example in examples {
      let name = example["name"].string ?? ""
      let partials = example["partials"].object.map { ($0.key, $0.value.string ?? "") }

      #expect(
        try rendered(example["template"].string ?? "", partials, example["data"])
          == example["expected"].string,
        "\(module): \(name)")
    }
  }

  /// Under the lenient rule, which is the specification's: what has no name shows nothing.
  private func rendered(
    _ template: String, _ partials: [(name: String, text: String)], _ data: JSON
  ) throws -> String {
    let library = TemplateLibrary(
      ([("main template", template)] + partials).map { name, text in
        TemplateSource(name: name, path: name, bytes: Array(text.utf8))
      })
    let program = try library.program("main template", for: .of([data]), rule: .lenient)
    var html = HTML()
    withUnsafePointer(to: data) { program.render(at: $0, into: &html) }
    return String(decoding: html.bytes, as: UTF8.self)
  }
}

/// A file of the data that the project's members share: beside the repository, or where
/// `DATELINE_SHARED` says.
struct SharedFile {
  var path: String

  init(_ path: String) { self.path = path }

  /// Its bytes; without the shared data nil, which is said, and in CI is a failure.
  var bytes: [UInt8]? {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let shared = getenv("DATELINE_SHARED").map { String(cString: $0) } ?? "/\(root)/../shared"
    guard let file = fopen("\(shared)/\(path)", "rb") else {
      if getenv("CI") != nil { Issue.record("the shared data is missing: \(shared)/\(path)") }
      print("not tested: the shared data is missing (\(shared)/\(path))")
      return nil
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }
}
