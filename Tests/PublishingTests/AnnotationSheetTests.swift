import Foundation
import Loading
import Publishing
import Testing

@Suite struct `What annotate shows a person` {
  private static let archive = """
    -- authorities/all.yml --
    anna-ash:
      type: person
      name: Anna Ash
    port-ellery:
      type: place
      name: Port Ellery
    harbour-board:
      type: organization
      name: Harbour Board
      names: [董事会]
    -- articles/quay.md --
    ---
    title: Quay of Port Ellery opens
    date: 2017-03
    ---
    Chairwoman Anna Ash of the Harbour Board opened the quay of Port
    Ellery on Sunday, after a year of repairs that nobody had wanted.

    It rained. Anna Ash left.
    """

  /// The sheet of `quay.md`, or of another text in its place.
  private func sheet(
    _ archive: String = archive, columns: Int = 60, hasColor: Bool = false
  ) throws -> String {
    let root = try written(archive)
    defer { try? FileManager.default.removeItem(atPath: root) }
    let annotator = try Annotator(archive: try Archive.open(root))
    let file = root + "/Content/articles/quay.md"
    let output = try #require(
      annotator.annotate(file, as: .sheet(columns: columns, hasColor: hasColor)).output)
    // The first line has the folder's name, which is another each time.
    return String(decoding: output, as: UTF8.self).split(
      separator: "\n\n", maxSplits: 1
    ).last.map(String.init) ?? ""
  }

  @Test func `Names are marked, numbered, and told of where they are new and in a list`() throws {
    #expect(
      try sheet() == """
        Quay of [Port Ellery]¹ opens
            ¹ Port Ellery: place, sure, =port-ellery

        Chairwoman [Anna Ash]² of the [Harbour Board]³ opened the
        quay of [Port Ellery]¹ on Sunday, after a year of repairs
        that nobody had wanted.
            ² Anna Ash: person, sure, =anna-ash
            ³ Harbour Board: organization, sure, =harbour-board

        It rained. [Anna Ash]² left.

        3 names, 5 mentions
          person
            ² Anna Ash       ×2    sure  =anna-ash  (Chairwoman)
          organization
            ³ Harbour Board  ×1    sure  =harbour-board
          place
            ¹ Port Ellery    ×2    sure  =port-ellery
        """)
  }

  @Test func `On a terminal with colours each kind has its own`() throws {
    let lines = try sheet(hasColor: true).split(separator: "\n")

    #expect(
      lines[0] == "\u{1B}[1mQuay of \u{1B}[0m\u{1B}[4;36mPort Ellery\u{1B}[0m\u{1B}[2m¹\u{1B}[0m"
        + "\u{1B}[1m opens\u{1B}[0m")
  }

  @Test(arguments: [20, 33, 80])
  func `No line is wider than the terminal`(_ columns: Int) throws {
    let text = Self.archive.replacing(
      "It rained.", with: "董事会董事会董事会 \(String(repeating: "x", count: 99))")

    for line in try sheet(text, columns: columns).split(separator: "\n") {
      let wide = line.unicodeScalars.count { $0.value >= 0x2E80 }
      #expect(line.unicodeScalars.count + wide <= columns, "\(line)")
    }
  }

  @Test func `Nothing in a text can steer the terminal`() throws {
    let hostile = "\u{1B}]0;owned\u{7}\u{202E}\u{9B}31m"
    let text = Self.archive.replacing("It rained.", with: hostile)

    let sheet = try sheet(text, hasColor: false)

    #expect(
      !sheet.unicodeScalars.contains {
        $0.value < 0x20 && $0 != "\n" || 0x7F...0x9F ~= $0.value || $0.value == 0x202E
      })
    #expect(sheet.contains(#"\u{202E}"#))
  }

  @Test func `A text without names says so`() throws {
    let text = "-- articles/quay.md --\n---\ntitle: It rained\n---\nIt rained.\n"

    #expect(try sheet(text) == "It rained\n\nIt rained.\n\nNo names.")
  }
}
