#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A question to whoever sits at the terminal.
struct Question {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Whether there is somebody to ask: a pipe never answers.
  static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks until an answer is right.
  ///
  /// - Parameter wrong: why an answer, without blanks around it, is not; nil if it is.
  /// - Throws: `Outcome.misuse` where the input ends.
  func ask(_ wrong: (String) -> String?) throws -> String {
    while true {
      Terminal.draw("\(text)\n> ")
      guard let line = readLine() else {
        Terminal.draw("\n")
        Terminal.complain("error: the questions were not answered, and nothing was written")
        throw Outcome.misuse
      }
      let answer = line.trimmed
      guard let reason = wrong(answer) else { return answer }
      Terminal.complain(reason)
    }
  }
}

extension String {
  /// Without blanks and tabs at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
