import ArchiveModel
import Recognition
import Testing

@Suite struct `Names by the look of the text` {
  @Test(arguments: [
    ("Gen. Qwerty Uiopas spoke.", ["person Qwerty Uiopas"]),
    ("Defense Secretary Jim Mattis spoke.", ["person Jim Mattis"]),
    ("Safaa Saadi Jawad, one of the engineers, spoke.", ["person Safaa Saadi Jawad"]),
    (
      "Then Osama bin Laden and Ludwig van Beethoven met.",
      ["person Osama bin Laden", "person Ludwig van Beethoven"]
    ),
    (
      "Then Ban Ki-moon and Jean-Claude Juncker met.",
      ["person Ban Ki-moon", "person Jean-Claude Juncker"]
    ),
    ("Then J. Doe met J.K. Rowling.", ["person J. Doe", "person J.K. Rowling"]),
    ("Mr. Qwerty’s house burnt.", ["person Qwerty"]),
    ("They met in Central Park on Friday.", ["place Central Park"]),
    ("They reached Mount Qwerty.", ["place Mount Qwerty"]),
    (
      "After World War II and World War I it changed.", ["event World War II", "event World War I"]
    ),
    ("The 9th Armoured Division came.", ["organization 9th Armoured Division"]),
    (
      "The Department of Health said so in Iraq.",
      ["organization Department of Health", "place Iraq"]
    ),
    (
      "The Department for Environment, Food and Rural Affairs said so.",
      ["organization Department for Environment, Food and Rural Affairs"]
    ),
    ("President Anna Ashworth spoke.", ["person Anna Ashworth"]),
    (
      "The Office of the High Commissioner for Human Rights said so.",
      ["organization Office of the High Commissioner for Human Rights"]
    ),
    ("Meanwhile Soldiers Everywhere Rejoiced.", []),
    ("General Motors Company cars came.", ["organization General Motors Company"]),
  ])
  func `Titles, given names and heads show a name`(_ text: String, _ expected: [String]) throws {
    #expect(try Reading(text).names == expected)
  }

  @Test func `A surname is known after the full name`() throws {
    let text =
      "Lise Grande came to Mosul.\n\nGrande urged all parties to stop, and Grande’s team left."

    #expect(
      try Reading(text).names == [
        "person Lise Grande", "place Mosul", "person Grande", "person Grande",
      ])
  }

  @Test func `A surname inside someone else's name is not that person`() throws {
    let text = "Lise Grande came. Then Qwerty Grande left."

    #expect(try Reading(text).names == ["person Lise Grande", "person Qwerty Grande"])
  }

  @Test func `Brackets explain an acronym`() throws {
    let text = "The Qwerty Uiop Zxcvb (QUZ) came. Later the QUZ left."

    #expect(
      try Reading(text).names == [
        "organization Qwerty Uiop Zxcvb", "organization QUZ", "organization QUZ",
      ])
  }

  @Test func `A title before a place's name keeps them apart`() throws {
    #expect(
      try Reading("Then Iraqi President Fuad Masum left Baghdad.").names == [
        "demonym Iraqi", "person Fuad Masum", "place Baghdad",
      ])
  }

  @Test func `Another language has names of lists only`() throws {
    let reading = try Reading("Gestern kam Jens Müller nach Berlin.", as: .foreign)

    #expect(reading.names == ["place Berlin"])
  }

  @Test(arguments: [
    ("Trump spoke.", ["Trump = trump"]),
    ("Melania Trump spoke.", ["Melania Trump = ?"]),
    ("First Lady Melania Trump spoke.", ["Melania Trump = ?"]),
    ("Then Donald J. Trump spoke.", ["Donald J. Trump = trump"]),
    ("Donald Trump Jr. spoke.", ["Donald Trump Jr. = ?"]),
    ("Then Qwerty Trump spoke.", ["Qwerty Trump = ?"]),
    ("Yesterday Trump spoke.", ["Trump = trump"]),
    ("President Donald Trump spoke.", ["Donald Trump = trump"]),
    ("The Trump Organization paid.", ["Trump Organization = ?"]),
  ])
  func `A namesake of a record is someone else`(_ text: String, _ expected: [String]) throws {
    let trump = AuthorityRecord("trump", .person, "Donald Trump", names: ["Trump"])

    #expect(try Reading(text, records: [trump]).bearers == expected)
  }

  @Test func `A surname is known after a record's full name too`() throws {
    let grande = AuthorityRecord("lise-grande", .person, "Lise Grande")

    let reading = try Reading("Lise Grande came. Grande spoke.", records: [grande])

    #expect(reading.bearers == ["Lise Grande = lise-grande", "Grande = ?"])
  }

  @Test func `A surname that is a month or a verb is careful`() throws {
    let text = """
      Theresa May met Edward Said on May 5. In May it rained, and May left. Said one: yes. May I go?
      """

    #expect(
      try Reading(text).names == ["person Theresa May", "person Edward Said", "person May"])
  }
}
