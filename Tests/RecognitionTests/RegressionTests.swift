import ArchiveModel
import Recognition
import Testing

/// The list of RECOGNITION.md §4 that never breaks, and what else was once wrong.
@Suite struct `Names and words that look alike` {
  @Test(arguments: [
    ("This is what IS is.", []),
    ("They told us that the US would help us.", ["place US"]),
    ("He who runs the WHO knows who is ill.", ["organization WHO"]),
    ("The IT office said it was down.", []),
    ("In May they met; by March 2017 it was over.", []),
    ("They ate turkey in Turkey.", ["place Turkey"]),
    ("Turkey the bird is tasty. The turkey was cold.", []),
    ("Turkey closed the border.", ["place Turkey"]),
    ("Michael Jordan played in Jordan.", ["person Michael Jordan", "place Jordan"]),
    ("Jordan took in refugees.", ["place Jordan"]),
    ("He flew from Atlanta to Georgia.", ["place Atlanta", "place Georgia"]),
    (
      "Chad borders Niger, and Chad Smith sings.",
      ["place Chad", "place Niger", "person Chad Smith"]
    ),
    ("Paris Hilton went to Paris.", ["person Paris Hilton", "place Paris"]),
    (
      "In Washington they honour George Washington.",
      ["place Washington", "person George Washington"]
    ),
    (
      "President George W. Bush spoke. Bush left by a bush.",
      ["person George W. Bush", "person Bush"]
    ),
    ("Reading is fun, but he lives in Reading.", ["place Reading"]),
    ("Mobile phones work in Mobile too.", ["place Mobile"]),
    ("Nice people live in Nice.", ["place Nice"]),
    ("The Polish army will polish its boots.", ["demonym Polish"]),
    ("Polish the boots.", []),
    ("The US-led coalition came.", ["demonym US"]),
    ("The U.S.-backed fighters came.", ["demonym U.S."]),
    ("An Iraqi-born man came.", ["demonym Iraqi"]),
    ("A London-based group came.", ["place London"]),
    ("Iraq’s army met “Iraq” (Iraq).", ["place Iraq", "place Iraq", "place Iraq"]),
    ("Officials in New\nYork and New\u{A0}York left.", ["place New\nYork", "place New\u{A0}York"]),
    ("It cost US$ 5 million and US$4.", []),
    ("IRAQI forces left MOSUL.", ["demonym IRAQI", "place MOSUL"]),
    ("WHO MAY TURN IT ON FOR US", []),
  ])
  func `Each is read as a reader would`(_ text: String, _ expected: [String]) throws {
    #expect(try Reading(text).names == expected)
  }

  @Test(arguments: [
    ("He reads the New York Times.", ["organization New York Times"]),
    ("The Bank of England met.", ["organization Bank of England"]),
    ("The University of Mosul reopened.", ["organization University of Mosul"]),
    ("The Mosul Dam holds.", ["place Mosul Dam"]),
    ("The Battle of Mosul began.", ["event Battle of Mosul"]),
    (
      "The Iraqi Ministry of Displacement and Migration says so.",
      ["organization Iraqi Ministry of Displacement and Migration"]
    ),
    (
      "The Joint Special Forces Command did it.", ["organization Joint Special Forces Command"]
    ),
    (
      "Mosul Mayor Abdul Sattar al-Habbo met Iraqi Prime Minister Haider al-Abadi.",
      ["place Mosul", "person Abdul Sattar al-Habbo", "demonym Iraqi", "person Haider al-Abadi"]
    ),
  ])
  func `A place does not cut a longer name`(_ text: String, _ expected: [String]) throws {
    #expect(try Reading(text).names == expected)
  }

  @Test func `In a headline a capital alone is no sign of a name`() throws {
    let reading = try Reading("Strike Kills Hundreds As Jane Doe Visits Mosul", as: .headline)

    #expect(reading.names == ["person Jane Doe", "place Mosul"])
  }
}
