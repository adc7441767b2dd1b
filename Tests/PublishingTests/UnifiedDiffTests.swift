import Testing

@testable import Publishing

@Suite struct `Differences of files` {
  private func diff(_ before: String?, _ after: String?) -> String {
    UnifiedDiff("a.yml", before.map { Array($0.utf8) }, after.map { Array($0.utf8) }).lines.joined()
  }

  @Test func `Equal files have none`() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
  }

  @Test func `A changed line stands between those around it`() {
    let lines = (1...9).map { "\($0)\n" }

    let changed = lines.joined().replacing("5\n", with: "five\n")

    #expect(
      diff(lines.joined(), changed) == """
        --- a/a.yml
        +++ b/a.yml
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func `Changes far apart are told apart`() {
    let lines = (1...20).map { "\($0)\n" }.joined()

    let text = diff(lines, "0\n" + lines.replacing("19\n", with: ""))

    #expect(text.contains("@@ -1,3 +1,4 @@\n+0\n 1\n"))
    #expect(text.contains("@@ -16,5 +17,4 @@\n 16\n 17\n 18\n-19\n 20\n"))
  }

  @Test func `A file that is new, and a last line without its end`() {
    #expect(
      diff(nil, "a\nb") == """
        --- /dev/null
        +++ b/a.yml
        @@ -0,0 +1,2 @@
        +a
        +b
        \\ No newline at end of file

        """)
    #expect(diff("a", "a\n").hasSuffix("-a\n\\ No newline at end of file\n+a\n"))
  }

  @Test func `Line ends of another kind are a difference`() {
    #expect(diff("a\n", "a\r\n").contains("-a\n+a\r\n"))
  }

  /// What was taken out and put in makes the one file of the other, whatever they are.
  @Test func `The lines that are kept and added are the new file`() {
    var state: UInt64 = 9
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      let old = (0..<random(12)).map { _ in "\(random(4))\n" }
      let new = (0..<random(12)).map { _ in "\(random(4))\n" }
      let hunks = UnifiedDiff("a", Array(old.joined().utf8), Array(new.joined().utf8)).lines
        .dropFirst(2).filter { !$0.hasPrefix("@@") }
      guard !hunks.isEmpty else {
        #expect(old == new)
        continue
      }
      // Files this short stand in one hunk as a whole.
      let kept = { (sign: Character) in
        hunks.filter { $0.first == " " || $0.first == sign }.map { String($0.dropFirst()) }
      }
      if old.count <= 4, new.count <= 4 {
        #expect(kept("-") == old)
        #expect(kept("+") == new)
      }
    }
  }
}
