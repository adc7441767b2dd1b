import ArchiveModel

/// spaCy's small English model beside ours: a script of ours calls it in another process.
struct SpacyNames {
  private let command: String

  /// Nil where the Python program has no spaCy.
  init?(python: String, script: String) throws(EnvironmentFault) {
    command = "\(Shell.quoted(python)) \(Shell.quoted(script))"
    guard try Shell.output(of: "\(command) --check 2>/dev/null") != nil else { return nil }
  }

  /// Its tag of each line of a set, given the set's own tokens and sentences, and its seconds for
  /// that, without those to start.
  func tags(of path: String, lines: Int) throws(EnvironmentFault) -> ([ConllTag], Double) {
    let output = try output("--seconds \(Shell.quoted(path))").split(
      separator: "\n", omittingEmptySubsequences: false)
    guard output.count > lines, let seconds = output.dropLast().last.flatMap({ Double($0) }) else {
      throw EnvironmentFault("read spaCy's names", reason: "it wrote \(output.count) lines")
    }
    return (output[..<lines].map { ConllTag($0.split(separator: "\t").last ?? "") }, seconds)
  }

  /// Its seconds over the texts of a folder, a figure a run.
  func seconds(folder: String) throws(EnvironmentFault) -> [Double] {
    try output("--speed \(Shell.quoted(folder))").split(separator: "\n").compactMap { Double($0) }
  }

  private func output(_ arguments: String) throws(EnvironmentFault) -> String {
    guard let bytes = try Shell.output(of: "\(command) \(arguments)") else {
      throw EnvironmentFault("measure spaCy", reason: "its script failed, as it says above")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
