import Testing

@Suite struct `Source files` {
  /// What is never in a program that others rely on, and the word for it here, taken apart.
  @Test(arguments: ["try" + "!", "fatal" + "Error(", "TO" + "DO", "FIX" + "ME"])
  func `They crash on purpose nowhere, and leave nothing for later`(_ word: String) {
    for file in Repository.sources {
      for (index, line) in file.lines.enumerated() where line.contains(word) {
        Issue.record("\(file.path):\(index + 1): \(line)")
      }
    }
  }

  /// A longer file is a table, and stands here with its reason.
  private static let tables: Set<String> = []

  @Test func `They fit in a head`() {
    for file in Repository.sources where !Self.tables.contains(file.path) {
      let count = file.lines.count - 1
      #expect(count <= 400, "\(file.path) has \(count) lines")
    }
  }
}
