import ArchiveModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Other programs, as a shell calls them.
enum Shell {
  /// What a command writes to its standard output; nil when it fails.
  static func output(of command: String) throws(EnvironmentFault) -> [UInt8]? {
    guard let pipe = popen(command, "r") else { throw EnvironmentFault("run sh", errno: errno) }
    let bytes = Files.drain(pipe)
    return pclose(pipe) == 0 ? bytes : nil
  }

  /// A word that the shell takes as it is.
  static func quoted(_ word: String) -> String {
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }
}
