import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whole files, read and written in one go.
enum Files {
  /// The bytes of a file; those of a `.gz` are unpacked by the system's `gzip`.
  static func read(_ path: String) throws(EnvironmentFault) -> [UInt8] {
    if path.hasSuffix(".gz") { return try unpack(path) }
    guard let file = fopen(path, "rb") else { throw EnvironmentFault("read \(path)", errno: errno) }
    defer { fclose(file) }
    return drain(file)
  }

  private static func unpack(_ path: String) throws(EnvironmentFault) -> [UInt8] {
    guard access(path, R_OK) == 0 else { throw EnvironmentFault("read \(path)", errno: errno) }
    guard let bytes = try Shell.output(of: "gzip -dc -- \(Shell.quoted(path))") else {
      throw EnvironmentFault(
        "unpack \(path)", reason: "gzip failed", suggestion: "is gzip installed, the file whole?")
    }
    return bytes
  }

  /// All bytes that are left in a file or pipe.
  static func drain(_ file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// All bytes of the standard input.
  static func readStandardInput() throws(EnvironmentFault) -> [UInt8] {
    guard let file = fdopen(STDIN_FILENO, "rb") else {
      throw EnvironmentFault("read the standard input", errno: errno)
    }
    defer { fclose(file) }
    return drain(file)
  }

  /// Writes the bytes, and closes the standard output.
  static func writeStandardOutput(_ bytes: [UInt8]) throws(EnvironmentFault) {
    guard let file = fdopen(STDOUT_FILENO, "wb") else {
      throw EnvironmentFault("write the standard output", errno: errno)
    }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else {
      throw EnvironmentFault("write the standard output", errno: errno)
    }
  }

  /// Replaces a file.
  static func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFault) {
    guard let file = fopen(path, "wb") else {
      throw EnvironmentFault("write \(path)", errno: errno)
    }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else {
      throw EnvironmentFault("write \(path)", errno: errno)
    }
  }

  /// The names in a folder that end so, sorted.
  static func names(in folder: String, suffix: String) throws(EnvironmentFault) -> [String] {
    guard let names = ArchiveModel.names(inFolder: folder) else {
      throw EnvironmentFault("list \(folder)", errno: errno)
    }
    return names.filter { $0.hasSuffix(suffix) }.sorted()
  }
}

/// A table of facts: values apart by tabs, the first row the names of the columns.
struct Table {
  private let columns: [String: Int]
  private let rows: [[Substring]]

  /// Reads a table of the folder of lexicons.
  init(_ path: String) throws(EnvironmentFault) {
    let text = String(decoding: try Files.read(path), as: UTF8.self)
    var lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let header = lines.isEmpty ? [] : lines.removeFirst()
    columns = Dictionary(zip(header.map(String.init), 0...)) { first, _ in first }
    rows = lines
  }

  /// The rows, each as its values of the columns asked for; a value that is missing is empty.
  func values(_ names: String...) -> [[String]] {
    let places = names.map { columns[$0] }
    return rows.map { row in
      places.map { place in
        guard let place, place < row.count else { return "" }
        return String(row[place])
      }
    }
  }
}
