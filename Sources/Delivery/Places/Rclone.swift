import ArchiveModel

/// To whatever rclone knows: S3, WebDAV, SFTP and so on.
struct Rclone: Transport {
  private let destination: String
  private let program = Program(
    name: "rclone",
    remedy: "install it (rclone, in most package managers; rclone.org has it for all systems)")

  init(_ destination: String) { self.destination = destination }

  var description: String { destination }
  /// It sends what it is told to, since many stores cannot say what they have.
  var filesAtATime: Int { 2000 }
  private var action: String { "publish to \(destination)" }

  /// What it ends with where there is no such folder, or file.
  private static let missing: Set<Int32> = [3, 4]

  func fetch(_ names: [String]) throws(EnvironmentFault) -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    let arguments =
      ["copy", "--retries", "1", "--files-from-raw", "-", "--", destination, folder.path]
    let result = try program.run(arguments, input: Rclone.lines(names))
    if Rclone.missing.contains(result.code) { return [:] }
    guard result.code == 0 else { throw program.failure(of: arguments, result, to: action) }
    var files: [String: [UInt8]] = [:]
    for name in names { files[name] = try folder.read(name) }
    return files
  }

  func existing(
    of paths: [String], in folder: String
  ) throws(EnvironmentFault) -> Set<String> {
    let arguments = [
      "lsf", "--recursive", "--files-only", "--files-from-raw", "-", "--", destination,
    ]
    let result = try program.run(arguments, input: Rclone.lines(paths))
    if Rclone.missing.contains(result.code) { return [] }
    guard result.code == 0 else { throw program.failure(of: arguments, result, to: action) }
    return Set(
      result.output.split(separator: UInt8(ascii: "\n")).map {
        String(decoding: $0, as: UTF8.self)
      })
  }

  func send(_ paths: [String], from folder: String) throws(EnvironmentFault) {
    try program.output(
      of: [
        "copy", "--ignore-times", "--no-traverse", "--transfers", "16", "--checkers", "16",
        "--files-from-raw", "-", "--", folder, destination,
      ], input: Rclone.lines(paths), to: action)
  }

  /// A store of objects has no folders; elsewhere an empty one stays.
  func remove(_ paths: [String], folders: [String]) throws(EnvironmentFault) {
    let arguments = ["delete", "--files-from-raw", "-", "--", destination]
    let result = try program.run(arguments, input: Rclone.lines(paths))
    guard result.code == 0 || Rclone.missing.contains(result.code) else {
      throw program.failure(of: arguments, result, to: action)
    }
  }

  /// A name a line, as it stands: neither `#` nor `*` means anything.
  private static func lines(_ paths: [String]) -> [UInt8] {
    paths.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
  }
}
