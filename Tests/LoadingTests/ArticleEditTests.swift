import ArchiveModel
import Testing

@testable import Loading

@Suite struct `Edits of articles` {
  @Test(arguments: [
    (
      "---\ntitle: T # c\n---\nText.\n",
      "---\ntitle: T # c\nentities: {ignore: [May]}\n---\nText.\n"
    ),
    (
      "---\r\ntitle: 'Mosul: the end'\r\nentities: {ignore: [ June ]}\r\n---\r\nText.\r\n",
      "---\r\ntitle: 'Mosul: the end'\r\nentities: {ignore: [ June, May ]}\r\n---\r\nText.\r\n"
    ),
    (
      "---\ntitle: Mosul: the end\nentities:\n  is:\n    the president: barack-obama\ndate: 2017\n---\nT.",
      "---\ntitle: Mosul: the end\nentities:\n  is:\n    the president: barack-obama\n"
        + "  ignore: [May]\ndate: 2017\n---\nT."
    ),
    (
      "---\ntitle: T\nentities:\n---\nText.", "---\ntitle: T\nentities: {ignore: [May]}\n---\nText."
    ),
    (
      "---\ntitle: T\nentities:\n  ignore:\n  - June # c\n---\nText.",
      "---\ntitle: T\nentities:\n  ignore:\n  - June # c\n  - May\n---\nText."
    ),
    ("\n# A heading\n\nText.", "---\nentities: {ignore: [May]}\n---\n\n# A heading\n\nText."),
    (
      "+++\ntitle = \"T\"\n[params]\na = 1\n+++\nText.",
      "+++\ntitle = \"T\"\n[params]\na = 1\n\n[entities]\nignore = [\"May\"]\n+++\nText."
    ),
    (
      "+++\nentities = {ignore = [\"June\"]} # c\ntitle = \"T\"\n+++\nText.",
      "+++\nentities = {ignore = [\"June\", \"May\"]} # c\ntitle = \"T\"\n+++\nText."
    ),
    (
      "+++\ntitle = \"T\"\n[entities] # c\n\"is\" = {June = \"june\"}\n+++\nText.",
      "+++\ntitle = \"T\"\n[entities] # c\nignore = [\"May\"]\n\"is\" = {June = \"june\"}\n+++\nText."
    ),
    (
      "{\"title\": \"T\"}\nText.",
      "{\"title\": \"T\", \"entities\": {\"ignore\": [\"May\"]}}\nText."
    ),
    (
      "{\n  \"title\": \"T\",\n  \"entities\": {\"ignore\": []}\n}\n\nText.",
      "{\n  \"title\": \"T\",\n  \"entities\": {\"ignore\": [\"May\"]}\n}\n\nText."
    ),
    (
      "---json\n{\n  \"title\": \"T\"\n}\n---\nText.",
      "---json\n{\n  \"title\": \"T\",\n  \"entities\": {\"ignore\": [\"May\"]}\n}\n---\nText."
    ),
  ])
  func `A name is ignored, and all else stays`(_ before: String, _ after: String) throws {
    var edit = try ArticleEdit(Array(before.utf8), path: "articles/a.md", shownAs: "a.md")

    try edit.ignore("May")

    #expect(String(decoding: try edit.finished(), as: UTF8.self) == after)
  }

  @Test(arguments: [
    ("---\ntitle: T\n---\n", "---\ntitle: T\nentities: {is: {the president: barack-obama}}\n---\n"),
    (
      "---\nentities: {is: {\"Mr A.\": a, the president: x}}\n---\n",
      "---\nentities: {is: {\"Mr A.\": a, the president: barack-obama}}\n---\n"
    ),
    (
      "---\nentities:\n  is:\n    Mr A.: a # c\n---\n",
      "---\nentities:\n  is:\n    Mr A.: a # c\n    the president: barack-obama\n---\n"
    ),
    (
      "+++\n[entities.is]\n\"Mr A.\" = \"a\"\n+++\n",
      "+++\n[entities.is]\n\"the president\" = \"barack-obama\"\n\"Mr A.\" = \"a\"\n+++\n"
    ),
    (
      "{\"entities\": {\"is\": {\"the president\": \"x\"}}}\n",
      "{\"entities\": {\"is\": {\"the president\": \"barack-obama\"}}}\n"
    ),
  ])
  func `A name stands for a record`(_ before: String, _ after: String) throws {
    var edit = try ArticleEdit(Array(before.utf8), path: "articles/a.md", shownAs: "a.md")

    try edit.identify("the president", as: "barack-obama")

    #expect(String(decoding: try edit.finished(), as: UTF8.self) == after)
  }

  @Test func `A wire text gets front matter, and stays the same text`() throws {
    let wire = "BC-IRAQ\n\nMOSUL, Iraq (AP) - Iraqi forces advanced in May on Thursday.\n"
    var edit = try ArticleEdit(Array(wire.utf8), path: "articles/a.txt", shownAs: "a.txt")

    try edit.ignore("May")

    let after = String(decoding: try edit.finished(), as: UTF8.self)
    #expect(after == "---\nentities: {ignore: [May]}\n---\n" + wire)
  }

  @Test(arguments: [
    "---\ntitle: T\nentities: &a {ignore: [June]}\n---\n", "---\ntitle: T\n", "---\na: [\n---\n",
    "---\nentities: [May]\n---\n", "+++\nentities.add = []\n+++\n",
  ])
  func `What an edit could spoil is refused, and told how to do by hand`(_ file: String) throws {
    var edit = try ArticleEdit(Array(file.utf8), path: "articles/a.md", shownAs: "a.md")

    let refusal = #expect(throws: EditRefusal.self) {
      try edit.ignore("May")
      _ = try edit.finished()
    }

    #expect(refusal?.suggestion.contains("entities: {ignore: [May]}") ?? false)
  }
}

@Suite struct `Edits of privacy rules` {
  @Test(arguments: [
    ("", "suppress:\n  - people/a\n"),
    (
      "# Private.\nnoindex: [people/b]\n",
      "# Private.\nnoindex: [people/b]\nsuppress:\n  - people/a\n"
    ),
    ("suppress: [people/b] # c\n", "suppress: [people/b, people/a] # c\n"),
    ("suppress:\n- people/b # c\n# d\n", "suppress:\n- people/b # c\n- people/a\n# d\n"),
    ("suppress: [people/a]\n", "suppress: [people/a]\n"), ("suppress:\n", "suppress: [people/a]\n"),
  ])
  func `An entity is suppressed, and all else stays`(_ before: String, _ after: String) throws {
    var edit = try PrivacyEdit(Array(before.utf8), shownAs: "privacy.yml")

    try edit.suppress("a", .person)

    #expect(String(decoding: try edit.finished(), as: UTF8.self) == after)
  }

  @Test func `A redaction joins others, whatever they are written as`() throws {
    let before = """
      redact:
        # At her request.
        - name: Ann Lee   # c
          date: 2026-01-04
          reason: "law: the first"
      withdraw: []
      """
    var edit = try PrivacyEdit(Array(before.utf8), shownAs: "privacy.yml")

    try edit.redact(
      "Bob O'Neil", also: ["B. O'Neil, Jr."], with: nil, date: "2026-02-01", reason: "a: b")

    let added =
      #"  - {name: Bob O'Neil, also: ["B. O'Neil, Jr."], date: 2026-02-01, reason: "a: b"}"#
    #expect(
      String(decoding: try edit.finished(), as: UTF8.self)
        == before.replacing("\nwithdraw", with: "\n\(added)\nwithdraw"))
  }

  @Test func `A name that would be removed everywhere is refused`() throws {
    var edit = try PrivacyEdit([], shownAs: "privacy.yml")

    try edit.redact("the", also: [], with: nil, date: "2026-02-01", reason: nil)

    #expect(throws: EditRefusal.self) { try edit.finished() }
  }
}
