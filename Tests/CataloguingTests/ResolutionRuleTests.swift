import ArchiveModel
import Cataloguing
import Testing

/// Each rule of resolution within an article, and its opposite: marked texts as in `MarkedText`.
@Suite struct `Rules of resolution` {
  @Test func `Brackets explain an acronym that is not the initials`() {
    let resolution = resolved(
      "The [organization:Popular Mobilization] ([organization:PMU]) came. The [organization:PMU] left."
    )

    #expect(resolution.bodyEntities == [0, 0, 0])
    #expect(resolution.rules == [.fullName, .inBrackets, .inBrackets])
  }

  @Test func `An acronym follows its expansion to the longer name that it is a part of`() {
    let resolution = resolved(
      "The [organization:Iraqi Board of Pardons] met. The [organization:Board of Pardons] "
        + "([organization:BPX]) left; [organization:BPX] said so.")

    #expect(resolution.bodyEntities == [0, 0, 0, 0])
  }

  @Test func `An acronym behind small letters that spell it out names nobody`() {
    let common = resolved(
      "We use continuous integration ([organization:CI]). The [organization:CI] failed.")
    let other = resolved(
      "We asked the officials ([organization:KX]). The [organization:KX] agreed.")

    #expect(common.bodyEntities == [-1, -1])
    #expect(common.rules == [.junk, .junk])
    #expect(other.bodyEntities == [0, 0])
  }

  @Test func `Who gave a name to an illness is not meant by it`() {
    let resolution = resolved(
      "He had [person:Creutzfeldt Jakob] disease. [person:Alois Alzheimer] studied others.")

    #expect(resolution.bodyEntities == [-1, 0])
  }

  @Test func `An acronym that nothing explains stands for itself`() {
    let resolution = resolved(
      "The [organization:Popular Mobilization] met the [organization:SDF].")

    #expect(resolution.bodyEntities == [0, 1])
  }

  @Test func `An organisation's first words are short for it, a head before of is not`() {
    let short = resolved(
      "[organization:Amnesty International] asked. [organization:Amnesty] insisted.")
    let head = resolved(
      "The [organization:Golden Front for Peace] met the [organization:Golden Front].")

    #expect(short.bodyEntities == [0, 0])
    #expect(short.rules[1] == .shortOrganization)
    #expect(head.bodyEntities == [0, 1])
  }

  @Test func `The fullest form is displayed, though the short one stands first`() {
    let resolution = resolved(
      "[organization:Amnesty] asked. [organization:Amnesty International] insisted.")

    #expect(resolution.entities.map(\.name) == ["Amnesty International"])
  }

  @Test func `A ministry without its country is the one of the article`() {
    let resolution = resolved(
      "The [organization:Iraqi Ministry of Health] and then the [organization:Ministry of Health].")
    let two = resolved(
      "The [organization:Iraqi Ministry of Health], the [organization:Syrian Ministry of Health]: "
        + "the [organization:Ministry of Health].")

    #expect(resolution.bodyEntities == [0, 0])
    #expect(two.bodyEntities == [0, 1, -1])
  }

  @Test func `Two organisations that begin alike leave the short form to itself`() {
    let resolution = resolved(
      "[organization:Delta Air Lines] and [organization:Delta Oil] met. [organization:Delta] won.")

    #expect(resolution.bodyEntities == [0, 1, -1])
    #expect(resolution.rules[2] == .ambiguous)
  }

  @Test func `A middle initial makes nobody else, another first name does`() {
    let same = resolved("[person:Donald J. Trump] came. [person:Donald Trump] spoke.")
    let other = resolved("[person:Donald Trump] came. [person:Melania Trump] spoke.")

    #expect(same.bodyEntities == [0, 0])
    #expect(other.bodyEntities == [0, 1])
  }

  @Test func `Of two middle initials each keeps its own`() {
    let resolution = resolved(
      "[person:George W. Bush] and [person:George H. Bush] met [person:George Bush].")

    #expect(Set(resolution.bodyEntities) == [0, 1, 2])
  }

  @Test func `A surname that was taken for an organisation is its person's`() {
    let resolution = resolved("[person:Lise Grande] came. [organization:Grande] spoke.")

    #expect(resolution.bodyEntities == [0, 0])
  }

  @Test(arguments: [
    "[place:Washington] said that it would not sign.", "[place:Moscow] has denied it.",
    "Then [place:Beijing] warned them.",
  ])
  func `A capital that speaks is its government, and no place`(_ text: String) {
    #expect(resolved(text).bodyEntities == [-1])
    #expect(resolved(text).rules == [.metonym])
  }

  @Test(arguments: [
    "Officials in [place:Washington] said that it would not sign.",
    "[place:Moscow] was calm.", "[place:Mosul] said nothing.",
  ])
  func `A capital that is somewhere, or another town, is a place`(_ text: String) {
    #expect(resolved(text).bodyEntities == [0])
  }

  @Test(arguments: [
    "[person:2]", "[organization:A]", "[person:Prime Minister]", "[organization:Breaking News]",
    "[place:North]", "[organization:17:30]", "[person:...]", "[organization:Church]",
    "[place:Aramaic]", "[organization:US Secretary of Defense]", "[organization:High Commissioner]",
    "[organization:UN Secretary-General]", "[organization:MSF Head of Mission]",
  ])
  func `What can name nobody is nobody`(_ text: String) {
    #expect(resolved(text + " was here.").bodyEntities == [-1])
    #expect(resolved(text + " was here.").rules == [.junk])
  }

  @Test(arguments: [
    "[person:U Thant]", "[organization:Prime Minister's Office]", "[person:習]",
    "[organization:Office of the High Commissioner for Human Rights]",
    "[organization:Church of England]", "[organization:Council of Ministers]",
  ])
  func `What is short or strange may be a name`(_ text: String) {
    #expect(resolved(text + " was here.").rules != [.junk])
  }

  @Test func `A surname with a particle in small letters is short`() {
    let resolution = resolved(
      "[person:Osama bin Laden] fled. [person:bin Laden] hid. [person:de la Croix] did not.")

    #expect(resolution.bodyEntities == [0, 0, 1])
    #expect(resolution.entities[1].identity == .short(NameKey("de la Croix")))
  }

  @Test func `A headline introduces nobody`() {
    let resolution = resolved(
      "[person:Lise Grande] came.", title: "[person:Stunning Defeat] for [person:Grande]")

    #expect(resolution.titleEntities == [-1, 0])
    #expect(resolution.rules[1] == .headlineOnly)
  }

  @Test func `Georgia is a country beside Tbilisi's people, and nobody's without company`() {
    let records = [record("russia", .place, "Russia", country: "RU")]
    let country = resolved(
      "[place:Georgia] and [authority 0 place:Russia] signed.", authorities: records)
    let unsure = resolved("[place:Georgia] votes today.")

    #expect(country.bodyEntities == [0, 1])
    #expect(unsure.bodyEntities == [-1])
    #expect(unsure.rules == [.ambiguousPlace])
  }

  @Test func `A surname that the article does not explain is left to the archive`() {
    let resolution = resolved("[person:Grande] urged restraint.")

    #expect(resolution.entities.map(\.identity) == [.short(NameKey("Grande"))])
    #expect(resolution.rules == [.unexplained])
  }

  @Test func `The archive's list of ignored names makes a name nobody's`() {
    #expect(resolved("[person:Lise Grande] spoke.", ignored: ["LISE GRANDE"]).rules == [.ignored])
  }
}
