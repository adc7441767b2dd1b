import ArchiveModel
import Testing

@testable import Loading

/// What the fast reader leaves to libyaml.
@Suite struct `YAML beyond the common subset` {
  @Test(arguments: [
    // Anchors stand for what they name, the newest of a name, also in keys.
    ("a: &x [1, two]\nb: *x", "a=[1,two];b=[1,two]"),
    ("a: &x one\nb: &x two\nc: *x", "a=one;b=two;c=two"),
    ("a: &x one\n*x : two", "a=one;one=two"),
    ("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", "a={b=1;c=2};d={c=3;b=1}"),
    // Types are the readers' matter: what is written is text.
    ("? a\n: 0x10\n? \"b\"\n: !!str no", "a=0x10;b=no"),
    ("!!map {a: ! 'x', b: !!seq [~, '~', ]}", "a=x;b=[null,~]"),
    ("%YAML 1.1\n---\na: >-\n  one\n  two\n...", "a=one two"),
    ("\u{FEFF}a: \"\\0\\x41\\U0001F600\"", "a=\0A😀"),
    ("# nothing", ""), ("", ""), ("~", ""),
  ])
  func `It says what the specification says`(_ text: String, _ expected: String) throws {
    let bytes = Array(text.utf8)

    #expect(values(of: try YAMLDocument(bytes, 0..<bytes.count).entries()) == expected)
  }

  @Test(arguments: [
    ("a: {b: 1, \"b\": 2}", "the key “b” stands here twice", "\"b\""),
    ("b: 1\na: 2\n? a\n: 3\nb: 4", "the key “a” stands here twice", "a"),
    ("<<: {a: 1}\n<<: {a: 2}", "the key “<<” stands here twice", "<<"),
    ("a: &x [*x]", "a value that begins with & is an anchor", "&x [*x]"),
    (
      "a: 1\n---\nb: 2\n", "but found another document (expected a single document in the stream)",
      "-"
    ),
    ("a: 1\nb: !!int 2", "tags of types are not supported", "!!int 2"),
    ("[a]: b", "a key is a word, not a list or a map", "[a]: b"),
    ("- a", "front matter has keys and values", "- a"),
    ("é: x: y", "a value that holds a colon and a blank stands in quotes", "x: y"),
    ("a: \"\\q\"", "text stands after the closing quote", "\"\\q\""),
    (
      "a: \u{1}", "front matter holds no control characters (control characters are not allowed)",
      "\u{1}"
    ),
  ])
  func `What it refuses is told with its place`(
    _ text: String, _ message: String, _ place: String
  ) throws {
    let failure = try #require(refusal(of: Array(text.utf8)))

    #expect(failure.message == message)
    #expect(String(decoding: Array(text.utf8)[failure.offsets], as: UTF8.self) == place)
  }

  @Test func `The first of two equal keys is told as well`() throws {
    let failure = try #require(refusal(of: Array("a: {bé: 1, c: 2, bé: 3}".utf8)))

    #expect(failure.isDuplicateKey)
    #expect(failure.offsets == 18..<21)
    #expect(failure.other == 4..<7)
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000),
    String(repeating: "- ", count: 100_000),
    String(repeating: "? ", count: 100_000),
    "a: " + String(repeating: "{b: ", count: 100_000),
    (0..<100).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func `Deep nesting is refused, and overflows no stack`(_ text: String) throws {
    let failure = try #require(refusal(of: Array(text.utf8)))

    #expect(failure.message.hasPrefix("nested too deeply"))
  }

  @Test func `A bomb of aliases is refused at once`() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1...6 { text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1)]\n" }
    let few = try #require(refusal(of: Array(text.utf8)))
    let many = try #require(
      refusal(of: Array((text + String(repeating: "- *a0\n", count: 30)).utf8)))

    #expect(few.message == "too many values: aliases multiply these here")
    #expect(many.message.hasPrefix("too many aliases"))
  }

  @Test func `A value of a megabyte is one value`() throws {
    let word = String(repeating: "é", count: 500_000)
    let bytes = Array("a: &x \"\(word)\"\nb: *x".utf8)

    #expect(
      values(of: try YAMLDocument(bytes, 0..<bytes.count).entries()) == "a=\(word);b=\(word)")
  }

  private func refusal(of text: [UInt8]) -> FrontMatterFailure? {
    do throws(FrontMatterFailure) {
      _ = try YAMLDocument(text, 0..<text.count).entries()
      return nil
    } catch {
      return error
    }
  }

  private func values(of entries: [FrontMatterEntry]) -> String {
    entries.map { "\($0.key)=\(value(of: $0.value))" }.joined(separator: ";")
  }

  private func value(of value: FrontMatterValue) -> String {
    switch value.content {
    case .null: "null"
    case .text(let text, _): text
    case .list(let items): "[" + items.map { self.value(of: $0) }.joined(separator: ",") + "]"
    case .map(let entries): "{" + values(of: entries) + "}"
    }
  }
}
