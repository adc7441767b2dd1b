import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The editor of whoever sits there.
struct Editor {
  /// A command of the shell, such as `code --wait`.
  let command: String

  /// The one that `VISUAL` names, else `EDITOR`.
  ///
  /// - Throws: `Outcome.environment`, told, where neither does.
  static func named() throws -> Editor {
    for name in ["VISUAL", "EDITOR"] {
      if let value = getenv(name), value.pointee != 0 {
        return Editor(command: String(cString: value))
      }
    }
    Terminal.complain(
      """
      error: neither VISUAL nor EDITOR names an editor, and nothing was written
        = help: export EDITOR=nano, or leave --edit out
      """)
    throw Outcome.environment
  }

  /// Opens a file and waits until the editor ends.
  ///
  /// The command may have options, so a shell reads it; the file is an argument of its own, which
  /// no shell reads.
  func open(_ file: String) throws {
    let arguments = ["/bin/sh", "-c", "\(command) \"$1\"", "sh", file]
    var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    var child = pid_t()
    let code = posix_spawn(&child, "/bin/sh", nil, nil, strings, environ)
    guard code == 0 else { throw EnvironmentFault("run \(command)", errno: code) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw EnvironmentFault(
        "edit \(file)", reason: "“\(command.visible)” did not end well",
        suggestion: "the file is written; open it yourself")
    }
  }
}
