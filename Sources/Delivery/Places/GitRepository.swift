import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The repository that a folder is in.
struct GitRepository: Sendable {
  let folder: String
  private(set) var program = Program(
    name: "git", remedy: "install it (git, in every package manager), and make sure it is found",
    // A hook of git's is told of the index and the folder that its command works with.
    environment: [
      "GIT_DIR": nil, "GIT_WORK_TREE": nil, "GIT_INDEX_FILE": nil, "GIT_PREFIX": nil,
      "GIT_OBJECT_DIRECTORY": nil, "GIT_ALTERNATE_OBJECT_DIRECTORIES": nil,
    ])

  init(folder: String) { self.folder = folder }

  /// Makes sure that there is one.
  func open() throws(EnvironmentFault) {
    guard try run(["rev-parse", "--git-dir"]).code != 0 else { return }
    let result = try run(["rev-parse", "--git-dir"])
    throw EnvironmentFault(
      "publish with git",
      reason: "\(folder) is in no repository that can be read: \(result.errors)",
      suggestion: "make it one (git init), or publish to a folder")
  }

  /// Its own folder, or that of its work tree.
  func gitFolder() throws(EnvironmentFault) -> String {
    try output(["rev-parse", "--absolute-git-dir"], to: "find the repository").text
  }

  func run(_ arguments: [String], input: [UInt8] = []) throws(EnvironmentFault) -> Program.Result {
    try program.run(["-C", folder] + arguments, input: input)
  }

  @discardableResult
  func output(
    _ arguments: [String], input: [UInt8] = [], to action: String
  ) throws(EnvironmentFault) -> Program.Result {
    try program.output(of: ["-C", folder] + arguments, input: input, to: action)
  }

  /// The same, with an index of our own.
  fileprivate func with(index: String) -> GitRepository {
    var repository = self
    repository.program.environment["GIT_INDEX_FILE"] = index
    return repository
  }
}

/// An index that is gone when its owner is; one that a killed delivery left is taken away first.
struct GitIndex: ~Copyable {
  private let path: String
  private let repository: GitRepository

  init(in repository: GitRepository) throws(EnvironmentFault) {
    path = try repository.gitFolder() + "/dateline-index"
    self.repository = repository.with(index: path)
    unlink(path)
    unlink(path + ".lock")
  }

  deinit {
    unlink(path)
    unlink(path + ".lock")
  }

  @discardableResult
  func output(
    _ arguments: [String], input: [UInt8] = [], to action: String
  ) throws(EnvironmentFault) -> Program.Result {
    try repository.output(arguments, input: input, to: action)
  }
}
