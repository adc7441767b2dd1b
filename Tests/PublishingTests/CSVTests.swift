import Testing

@testable import Publishing

@Suite struct `Tables` {
  private func cells(_ text: String) throws -> [[String]] { try CSVText.rows(text).map(\.cells) }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a;b\r\n1;\"2;3\"\r\n", [["a", "b"], ["1", "2;3"]]),
    ("a\tb\n\"x\"\"y\"\t\n", [["a", "b"], ["x\"y", ""]]),
    ("a,b\n\"1\n2\r\n3\r4\",x", [["a", "b"], ["1\n2\n3\n4", "x"]]), ("", []),
    ("a,b\n\n,\n1,2", [["a", "b"], ["1", "2"]]), ("a\r1\r", [["a"], ["1"]]),
  ])
  func `Are read as spreadsheets write them`(_ text: String, _ expected: [[String]]) throws {
    #expect(try cells(text) == expected)
  }

  @Test(arguments: [("a\n\"b", 2), ("a\n\n\"b\" c\n", 3)])
  func `A quote that is not closed is told with its line`(_ text: String, _ line: Int) {
    let failure = #expect(throws: CSVText.Failure.self) { try CSVText.rows(text) }

    #expect(failure?.line == line)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+44 20", "'+44 20"), ("-x", "'-x"),
    ("-122.4", "-122.4"), ("Ra'ad", "Ra'ad"), ("'=x", "''=x"), ("'tis", "'tis"), ("", ""),
  ])
  func `A formula is marked as text, and comes back as it was`(_ cell: String, _ written: String) {
    #expect(CSVText.guarded(cell) == written)
    #expect(CSVText.unguarded(written) == cell)
  }

  @Test func `Any row comes back as it was`() throws {
    var state: UInt64 = 5
    func pick(_ pieces: [String]) -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }
    for _ in 0..<500 {
      let row = (0..<5).map { _ in
        (0..<3).map { _ in pick(["a", "\"", ",", "\n", "é", "'", "=", "|", " ", ""]) }.joined()
      }
      let text =
        CSVText.row(["h1", "h2", "h3", "h4", "h5"], lineEnd: "\n")
        + CSVText.row(row, lineEnd: "\n")

      let read = try cells(text).dropFirst().first?.map(CSVText.unguarded)

      #expect(read == row || row.allSatisfy(\.isEmpty))
    }
  }

  @Test(arguments: [
    ("a|b", ["a", "b"]), (" a  b | c ", ["a b", "c"]), ("a\\|b|c\\\\", ["a|b", "c\\"]),
    ("", []), ("||a|", ["a"]),
  ])
  func `The items of a list stand apart by bars`(_ cell: String, _ items: [String]) {
    #expect(RecordColumn.items(cell) == items)
  }
}
