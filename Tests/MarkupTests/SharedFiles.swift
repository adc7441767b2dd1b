import ArchiveModel
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The data that all working copies share: `../shared` beside the repository.
enum SharedFiles {
  /// The files of a folder that end in `suffix`, by name; empty, with a word, where it is missing.
  static func names(in folder: String, suffix: String) -> [String] {
    guard let names = ArchiveModel.names(inFolder: "\(root)/\(folder)") else {
      reportMissing(folder)
      return []
    }
    return names.filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }.sorted()
  }

  /// The bytes of a file, or nil, with a word.
  static func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen("\(root)/\(name)", "rb") else {
      reportMissing(name)
      return nil
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  /// The body of an article: what follows its front matter.
  static func body(_ name: String) -> [UInt8]? {
    guard let bytes = bytes(name) else { return nil }
    let fence = Array("---\n".utf8)
    guard bytes.starts(with: fence) else { return bytes }
    var i = fence.count
    while i + 4 < bytes.count {
      if bytes[i] == 0x0A, bytes[(i + 1)...].starts(with: fence) { return Array(bytes[(i + 5)...]) }
      i += 1
    }
    return bytes
  }

  private static let root: String = {
    if let folder = getenv("DATELINE_SHARED") { return String(cString: folder) }
    // Tests/MarkupTests/SharedFiles.swift
    let repository = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(repository)/../shared"
  }()

  private static func reportMissing(_ name: String) {
    if getenv("CI") != nil {
      Issue.record("the shared file \(name) is missing")
    } else {
      print("Not tested: the shared file \(name) is missing.")
    }
  }
}

/// An example of the CommonMark specification.
struct SpecExample: Sendable {
  var markdown: [UInt8]
  var html: [UInt8]

  /// All examples of version 0.30; empty, with a word, where the file is missing.
  static let all: [SpecExample] = {
    guard let json = SharedFiles.bytes("specs/commonmark/spec-0.30.json") else { return [] }
    var examples: [SpecExample] = []
    var strings = JSONStrings(json: json)
    var markdown: [UInt8]?
    while let key = strings.next() {
      if key == Array("markdown".utf8) {
        markdown = strings.next()
      } else if key == Array("html".utf8), let html = strings.next(), let source = markdown {
        examples.append(SpecExample(markdown: source, html: html))
        markdown = nil
      }
    }
    return examples
  }()
}

/// The strings of a JSON text, keys and values, in order: all that the examples need.
private struct JSONStrings {
  var json: [UInt8]
  var position = 0

  mutating func next() -> [UInt8]? {
    while position < json.count, json[position] != UInt8(ascii: "\"") { position += 1 }
    position += 1
    var string: [UInt8] = []
    while position < json.count {
      let byte = json[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return string
      case UInt8(ascii: "\\"): string.append(contentsOf: escape())
      default: string.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> [UInt8] {
    let byte = json[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "u"):
      let digits = String(decoding: json[position..<position + 4], as: UTF8.self)
      position += 4
      guard let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) else {
        return []
      }
      return Array(String(scalar).utf8)
    default: return [byte]
    }
  }
}
