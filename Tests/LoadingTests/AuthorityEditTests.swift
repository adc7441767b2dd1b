import ArchiveModel
import Testing

@testable import Loading

@Suite struct `Edits of authority records` {
  /// A file before and after an edit; all else stays byte for byte.
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let before: String
    let edit: @Sendable (inout AuthorityEdit) throws -> Void
    let after: String

    init(
      _ what: String, _ before: String, _ after: String,
      _ edit: @escaping @Sendable (inout AuthorityEdit) throws -> Void
    ) {
      self.what = what
      self.before = before
      self.after = after
      self.edit = edit
    }

    var testDescription: String { what }
  }

  static let cases = [
    Case(
      "A name joins a list in brackets, and the comment stays",
      """
      # People.
      lise-grande: # of the UN
        type:   person
        name: 'Lise Grande'   # as she writes it
        names: [ Grande ,  "L. Grande" ] # two
        summary: >
          Humanitarian
          coordinator.

      """,
      """
      # People.
      lise-grande: # of the UN
        type:   person
        name: 'Lise Grande'   # as she writes it
        names: [ Grande ,  "L. Grande", Lise G. ] # two
        summary: >
          Humanitarian
          coordinator.

      """
    ) { try $0.append(["Lise G.", "Grande"], to: "names", of: "lise-grande") },
    Case(
      "A name joins a list of lines, as deep as these",
      """
      a:
        type: person
        name: A
        names:
        -   B   # the first
          # the second
        -   C   # and last
        # of the summary
        summary: S
      """,
      """
      a:
        type: person
        name: A
        names:
        -   B   # the first
          # the second
        -   C   # and last
        -   "D: d"
        # of the summary
        summary: S
      """
    ) { try $0.append(["D: d"], to: "names", of: "a") },
    Case(
      "A list in brackets over lines gets another line",
      "a:\n  type: person\n  name: A\n  names: [\n    B,\n    C\n  ]\n",
      "a:\n  type: person\n  name: A\n  names: [\n    B,\n    C,\n    D\n  ]\n"
    ) { try $0.append(["D"], to: "names", of: "a") },
    Case(
      "One name becomes a list of two",
      "a:\n  type: person\n  name: A\n  names: B, the first # c\n",
      "a:\n  type: person\n  name: A\n  names: [\"B, the first\", C] # c\n"
    ) { try $0.append(["C"], to: "names", of: "a") },
    Case(
      "An empty list, and a key without a value, take what comes",
      "a:\n  type: person\n  name: A\n  names: []\n  weak:   # none yet\n  never: ~\n",
      "a:\n  type: person\n  name: A\n  names: [B]\n  weak: [C]   # none yet\n  never: [D]\n"
    ) {
      try $0.append(["B"], to: "names", of: "a")
      try $0.append(["C"], to: "weak", of: "a")
      try $0.append(["D"], to: "never", of: "a")
    },
    Case(
      "A new key stands where it usually does",
      "a:\n    type: person\n    name: A\n    # on the page\n    page: always\nb: {type: place, name: B}\n",
      "a:\n    type: person\n    name: A\n    names: [C]\n    # on the page\n    page: always\n"
        + "    former_ids: [c]\nb: {type: place, name: B, names: [D], page: never}\n"
    ) {
      try $0.append(["C"], to: "names", of: "a")
      try $0.append(["c"], to: "former_ids", of: "a")
      try $0.set("page", of: "b", to: .text("never"))
      try $0.append(["D"], to: "names", of: "b")
    },
    Case(
      "A value keeps its quotes and its comment",
      "a:\n  type: person # or group\n  name: \"A\"  # c\n  summary: 'S'\n",
      "a:\n  type: organization # or group\n  name: \"B\"  # c\n  summary: 'It''s'\n"
    ) {
      try $0.set("type", of: "a", to: .text("organization"))
      try $0.set("name", of: "a", to: .text("B"))
      try $0.set("summary", of: "a", to: .text("It's"))
    },
    Case(
      "Values are quoted where YAML wants it, and only there",
      "a:\n  type: person\n  name: A\n",
      """
      a:
        type: person
        name: A
        names: ["no", "1984", "2017-03-26", "B: b", "C #c", "[d]", "e, f", "*g", "- h", "", "~"]
        weak: [17 March strike, Ra'ad, Zeid Ra’ad, "C#d", "é: ü", "say \\"no\\"", back\\slash]
        summary: "'tis quoted"

      """
    ) {
      try $0.append(
        ["no", "1984", "2017-03-26", "B: b", "C #c", "[d]", "e, f", "*g", "- h", "", "~"],
        to: "names", of: "a")
      try $0.append(
        ["17 March strike", "Ra'ad", "Zeid Ra’ad", "C#d", "é: ü", "say \"no\"", "back\\slash"],
        to: "weak", of: "a")
      try $0.set("summary", of: "a", to: .text("'tis quoted"))
    },
    Case(
      "A key goes with its lines, and with no other",
      "a:\n  type: person\n  name: A\n  # before\n  names:\n    - B\n\n    - C # c\n  # after\n  page: never\n",
      "a:\n  type: person\n  name: A\n  # before\n  # after\n"
    ) {
      try $0.remove("names", of: "a")
      try $0.remove("page", of: "a")
    },
    Case(
      "Names leave lists of both kinds, and an empty list goes",
      "a: {type: person, name: A, names: [B, C, D], weak: [E]}\nb:\n  type: place\n  name: B\n  names:\n    - C # c\n    - D\n",
      "a: {type: person, name: A, names: [C]}\nb:\n  type: place\n  name: B\n  names:\n    - D\n"
    ) {
      try $0.remove(["B", "D"], from: "names", of: "a")
      try $0.remove(["E"], from: "weak", of: "a")
      try $0.remove(["C"], from: "names", of: "b")
    },
    Case(
      "A record gets another id, and who refers to it follows",
      "a:\n  type: person\n  name: A\n  not_same_as: [b, c]\nb: # the second\n  type: person\n  name: B\n  not_same_as: a\n",
      "a:\n  type: person\n  name: A\n  not_same_as: [d, c]\nd: # the second\n  type: person\n  name: B\n  not_same_as: a\n"
    ) {
      try $0.rename("b", to: "d")
      try $0.replaceReferences(to: "b", with: "d")
    },
    Case(
      "A record goes; comments around it and one empty line stay",
      "# Head.\n\na:\n  type: person\n  name: A\n  # inside\n\n# Of b.\nb:\n  type: person\n  name: B\n\nc:\n  type: person\n  name: C\n",
      "# Head.\n\n# Of b.\nb:\n  type: person\n  name: B\n\nc:\n  type: person\n  name: C\n"
    ) {
      let comments = try $0.delete("a")
      #expect(comments == ["inside"])
    },
    Case(
      "A record joins the others behind an empty line, where they have one",
      "a:\n  type: person\n  name: A\n\nb:\n  type: person\n  name: B",
      "a:\n  type: person\n  name: A\n\nb:\n  type: person\n  name: B\n\nc:\n  type: person\n  name: C"
    ) { try $0.add("c", [EditEntry("type", .text("person")), EditEntry("name", .text("C"))]) },
    Case(
      "The first record of a file", "",
      "c:\n  type: person\n  name: C\n"
    ) { try $0.add("c", [EditEntry("type", .text("person")), EditEntry("name", .text("C"))]) },
    Case(
      "A record behind comments alone, without a last line end", "# People.",
      "# People.\nc:\n  type: person\n  name: C"
    ) { try $0.add("c", [EditEntry("type", .text("person")), EditEntry("name", .text("C"))]) },
    Case(
      "The last record goes, and there is still no last line end",
      "a:\n  type: person\n  name: A\nb:\n  type: person\n  name: B",
      "a:\n  type: person\n  name: A"
    ) { _ = try $0.delete("b") },
    Case(
      "A document keeps its marks",
      "---\na:\n  type: person\n  name: A\n...\nrest",
      "---\na:\n  type: person\n  name: B\nc:\n  type: person\n  name: C\n...\nrest"
    ) {
      try $0.set("name", of: "a", to: .text("B"))
      try $0.add("c", [EditEntry("type", .text("person")), EditEntry("name", .text("C"))])
    },
    Case(
      "Line ends and the byte order mark stay, and new lines end as most do",
      "\u{FEFF}a:\r\n  type: person\n  name: A\r\n  page: auto\r\n",
      "\u{FEFF}a:\r\n  type: person\n  name: B\r\n  names: [C]\r\n  page: auto\r\n"
    ) {
      try $0.set("name", of: "a", to: .text("B"))
      try $0.append(["C"], to: "names", of: "a")
    },
    Case(
      "A block that keeps its last line ends keeps them",
      "a:\n  type: person\n  name: A\n  note: |+\n    Text.\n\n\nb: {type: person, name: B}\n",
      "a:\n  type: person\n  name: A\n  note: |+\n    Text.\n\n\n  page: never\nb: {type: person, name: B}\n"
    ) { try $0.set("page", of: "a", to: .text("never")) },
    Case(
      "A note of several lines is a block",
      "a:\n  type: person\n  name: A\n  note: Short. # c\n  page: auto\n",
      "a:\n  type: person\n  name: A\n  note: |\n    One.\n\n    Two: #2.\n  page: auto\n"
    ) {
      try $0.remove("note", of: "a")
      try $0.set("note", of: "a", to: .text("One.\n\nTwo: #2.\n"))
    },
    Case(
      "A key inside geo",
      "a:\n  type: place\n  name: A\n  geo: {lat: 1, lon: 2} # c\nb:\n  type: place\n  name: B\n  geo:\n    lat: 3\n    lon: 4\n",
      "a:\n  type: place\n  name: A\n  geo: {lat: 1.5, lon: 2, country: \"NO\"} # c\nb:\n  type: place\n  name: B\n  geo:\n    lat: 3\n    lon: -4.25\n"
    ) {
      try $0.set("lat", in: ["geo"], of: "a", to: .literal("1.5"))
      try $0.set("country", in: ["geo"], of: "a", to: .text("NO"))
      try $0.set("lon", in: ["geo"], of: "b", to: .literal("-4.25"))
    },
    Case(
      "A long list has a line an item",
      "a:\n  type: person\n  name: A\n",
      "a:\n  type: person\n  name: A\n  names:\n"
        + (1...8).map { "    - The name number \($0)\n" }.joined()
    ) { try $0.append((1...8).map { "The name number \($0)" }, to: "names", of: "a") },
    Case(
      "A record beside one with anchors",
      "a: &x\n  type: person\n  name: A\nb:\n  type: person\n  name: B\nc:\n  <<: *x\n  name: C\n",
      "a: &x\n  type: person\n  name: A\nb:\n  type: person\n  name: B\n  page: never\nc:\n  <<: *x\n  name: C\n"
    ) { try $0.set("page", of: "b", to: .text("never")) },
    Case(
      "Comments of a record that is merged",
      "a:\n  type: person\n  name: A\n\nb:\n  type: person\n  name: B\n",
      "a:\n  type: person\n  name: A\n  # of c\n\nb:\n  type: person\n  name: B\n"
    ) { try $0.comment(["of c"], in: "a") },
  ]

  @Test(arguments: cases)
  func `An edit changes what it is about and nothing else`(_ example: Case) throws {
    var edit = try AuthorityEdit(Array(example.before.utf8), path: "a.yml")

    try example.edit(&edit)

    let after = String(decoding: try edit.finished(), as: UTF8.self)
    #expect(after == example.after)
    #expect(Array(after.utf8) == Array(example.after.utf8))
  }

  @Test(arguments: [
    ("a: &x\n  type: person\n  name: A\n", 1),
    ("\n\"a\": {type: person, name: !!str A}\n", 2),
    ("a:\n  type: person\n  name: A\n  names: [B, # c\n    C]\n", 1),
    ("a:\n  type: person\n  name: A\n  names: [B]\n  names: [C]\n", 1),
    ("a:\n  type: person\n  name: A\na:\n  type: person\n  name: B\n", 1),
    ("{a: {type: person, name: A}}\n", 1),
    ("a: *b\n", 1),
  ])
  func `What an edit could spoil is refused, with the place and what to do`(
    _ file: String, _ line: Int
  ) throws {
    var edit = try AuthorityEdit(Array(file.utf8), path: "people.yml")

    let refusal = #expect(throws: EditRefusal.self) {
      try edit.append(["X Y"], to: "names", of: "a")
      _ = try edit.finished()
    }

    let told = refusal?.rendered(in: Array(file.utf8)) ?? ""
    #expect(told.hasPrefix("people.yml:\(line):"), "\(told)")
    #expect(told.contains("nothing was written"))
    #expect(told.contains("add X Y to names of a") || told.contains("twice"), "\(told)")
  }

  @Test func `A record that would not be sound is refused`() throws {
    var edit = try AuthorityEdit(Array("a:\n  type: person\n  name: A\n".utf8), path: "p.yml")

    try edit.set("type", of: "a", to: .text("wepon"))

    #expect(throws: EditRefusal.self) { try edit.finished() }
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x61, 0x00], Array("caf".utf8) + [0xE9], Array("a: b\u{0C}\n".utf8),
  ])
  func `A file that is not UTF-8 is refused`(_ file: [UInt8]) {
    #expect(throws: EditRefusal.self) { try AuthorityEdit(file, path: "p.yml") }
  }
}

extension Slug: ExpressibleByStringLiteral {
  /// A slug that a test is sure of.
  public init(stringLiteral text: String) { self = Slug(exactly: text) ?? Slug(text) }
}
