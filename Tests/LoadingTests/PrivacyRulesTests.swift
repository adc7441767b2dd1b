import ArchiveModel
import Testing

@testable import Loading

@Suite struct `Privacy rules` {
  private func archive(_ rules: String) throws -> Archive {
    try TemporaryArchive("-- Content/archive.yml --\ntitle: T\n-- Content/privacy.yml --\n\(rules)")
      .open()
  }

  @Test func `Every key is read`() throws {
    let archive = try archive(
      """
      suppress: [people/lise-grande, organization/acme]
      noindex:
        - /places/mosul/
      redact:
        - name: Lise  Grande
          also: ["Grande, Lise", Lise M. Grande]
          date: 2026-01-04
          reason: Letter of 3 January.
        - {name: Ann Lee, with: a witness, date: 2026-02}
      withdraw:
        - article: articles/2017/x.md
          date: 2026-01-04
          kind: legal
          reason: By order of a court.
          headline: false
      """)

    #expect(archive.diagnostics == [])
    let rules = archive.privacy
    #expect(rules.suppressed.map(\.address) == ["people/lise-grande/", "organizations/acme/"])
    #expect(rules.unindexed.map(\.address) == ["places/mosul/"])
    #expect(rules.redactions.map(\.name) == ["Lise Grande", "Ann Lee"])
    #expect(rules.redactions.map(\.replacement) == ["L. G.", "a witness"])
    #expect(rules.redactions.map(\.date.description) == ["2026-01-04", "2026-02"])
    #expect(rules.redactions.first?.also == ["Grande, Lise", "Lise M. Grande"])
    #expect(rules.redactions.first?.reason == "Letter of 3 January.")
    let withdrawal = try #require(rules.withdrawals.first)
    #expect(withdrawal.article == "articles/2017/x.md")
    #expect(withdrawal.kind == "legal")
    #expect(withdrawal.reason == "By order of a court.")
    #expect(!withdrawal.keepsHeadline)
    #expect(withdrawal.place.path == "Content/privacy.yml")
  }

  @Test func `Without the file nothing is hidden`() throws {
    let archive = try TemporaryArchive("-- Content/archive.yml --\ntitle: T\n").open()

    #expect(archive.privacy == PrivacyRules())
    #expect(archive.diagnostics == [])
  }

  @Test(arguments: [
    ("suppres: [people/ann-lee]", 1, "privacy.yml has no key “suppres”", "did you mean suppress?"),
    (
      "suppress: [peple/ann-lee]", 12,
      "a kind is one of people, organizations, places, events, works, not “peple”",
      "did you mean people/ann-lee?"
    ),
    (
      "suppress: Ann Lee", 11, "suppress has addresses of pages, such as people/lise-grande",
      "write a kind, a slash and an id"
    ),
    (
      "redact: [Ann Lee]", 10, "redact has a list of items with keys: name and date",
      "write - name: Ann Lee"
    ),
    (
      "redact: {name: Ann Lee}", 9, "a redaction has a date", "write date: 2026-01-04"
    ),
    (
      "redact: {name: Ann Lee, wiht: X, date: 2026}", 25, "a redaction has no key “wiht”",
      "did you mean with?"
    ),
    (
      "redact: {name: May, date: 2026}", 16,
      "“May” is a word of almost every text, and would be removed there", "write the full name"
    ),
    (
      "redact: {name: Ann Lee, also: [L.], date: 2026}", 32,
      "“L.” has too few letters for a name that is removed wherever it stands",
      "write the full name"
    ),
    (
      "withdraw: {article: a, date: 2026, kind: legel}", 42,
      "the kind of a withdrawal is one of legal, error, privacy, rights, duplicate",
      "did you mean legal?"
    ),
    (
      "withdraw: {article: a, kind: legal}", 11, "a withdrawal has a date",
      "write date: 2026-01-04"
    ),
  ])
  func `Whatever is wrong is an error with its place, and no page is written`(
    _ line: String, _ column: Int, _ message: String, _ help: String
  ) throws {
    let archive = try archive(line)

    let problem = try #require(archive.diagnostics.first)
    #expect(archive.diagnostics.count == 1)
    #expect(problem.code == .privacyInvalid)
    #expect(problem.severity == .error)
    #expect(problem.message == message)
    #expect(problem.suggestion == help)
    #expect(problem.note == "no page is written until this is mended")
    #expect(problem.place.path == "Content/privacy.yml")
    #expect(problem.place.offsets.lowerBound == column - 1)
    #expect(!archive.hasSoundSettings)
  }

  @Test(arguments: ["redact: [", "redact: {name: [}", "a: 1\na: 1", "- x", "\u{1}: 1"])
  func `What cannot be read as a whole is an error`(_ text: String) throws {
    let archive = try archive(text)

    #expect(archive.diagnostics.contains { $0.code == .privacyInvalid })
    #expect(!archive.hasSoundSettings)
  }

  @Test func `A file of a similar name is not passed over in silence`() throws {
    let archive = try TemporaryArchive(
      "-- Content/archive.yml --\ntitle: T\n-- Content/privacy.yaml --\nsuppress: []\n"
    ).open()

    #expect(archive.diagnostics.map(\.code) == [.privacyInvalid])
    #expect(archive.diagnostics.first?.suggestion == "name it privacy.yml")
  }
}
