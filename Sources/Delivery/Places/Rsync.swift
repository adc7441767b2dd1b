import ArchiveModel

/// Over ssh, or to a daemon, by rsync 3.1 or later.
struct Rsync: Transport {
  private let destination: String
  private let program = Program(
    name: "rsync", remedy: "install it (rsync, in every package manager)",
    environment: ["LC_ALL": "C"])

  init(_ destination: String) { self.destination = destination }

  var description: String { destination }
  /// It finds by itself what is there already.
  var filesAtATime: Int { .max }
  private var action: String { "publish to \(destination)" }

  /// The folder's contents, not the folder.
  private var place: String { destination.hasSuffix("/") ? destination : destination + "/" }

  /// Names are given with a null between, so that none is taken for a pattern or an option.
  ///
  /// What leads to a file at the place may be a link of its owner's: folders
  /// are not sent.
  private static let list = ["--from0", "--files-from=-", "--no-implied-dirs"]

  func fetch(_ names: [String]) throws(EnvironmentFault) -> [String: [UInt8]] {
    let folder = try TemporaryFolder()
    let arguments =
      ["--recursive"] + names.map { "--include=/\($0)" }
      + ["--exclude=*", "--", place, folder.path + "/"]
    let result = try program.run(arguments)
    // In whatever language the other side says it, the number is ENOENT.
    if result.code == 23, result.errors.contains(" (2)\n") { return [:] }
    guard result.code == 0 else { throw program.failure(of: arguments, result, to: action) }
    var files: [String: [UInt8]] = [:]
    for name in names { files[name] = try folder.read(name) }
    return files
  }

  func existing(
    of paths: [String], in folder: String
  ) throws(EnvironmentFault) -> Set<String> {
    // What it would send, if it left all alone that is there, is what is not there.
    let missing = try program.output(
      of: ["--dry-run", "--ignore-existing", "--8-bit-output", "--out-format=%n"] + Rsync.list
        + ["--", folder + "/", place],
      input: Rsync.names(paths), to: action
    ).output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    return Set(paths).subtracting(missing)
  }

  func send(_ paths: [String], from folder: String) throws(EnvironmentFault) {
    try program.output(
      of: [
        // Its own test, size and time, would miss a file that was written in the same second.
        "--checksum", "--times", "--omit-dir-times", "--chmod=F644", "--delay-updates",
      ] + Rsync.list + ["--", folder + "/", place],
      input: Rsync.names(paths), to: action)
  }

  func remove(_ paths: [String], folders: [String]) throws(EnvironmentFault) {
    // Whatever is named and is not in an empty folder is deleted at the place; a folder that has
    // something in it stays, and the inner ones go first.
    let byDepth = Dictionary(grouping: folders) { $0.utf8.count { $0 == UInt8(ascii: "/") } }
    let lists = [paths] + byDepth.sorted { $0.key > $1.key }.map(\.value)
    let empty = try TemporaryFolder()
    for list in lists where !list.isEmpty {
      let arguments =
        ["--delete-missing-args"] + Rsync.list + ["--", empty.path + "/", place]
      let result = try program.run(arguments, input: Rsync.names(list))
      // 24: the folders around what is named are not in the empty folder either.
      guard result.code == 0 || result.code == 24 else {
        throw program.failure(of: arguments, result, to: action)
      }
    }
  }

  private static func names(_ paths: [String]) -> [UInt8] {
    paths.flatMap { Array($0.utf8) + [0] }
  }
}
