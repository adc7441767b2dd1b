import ArchiveModel
import Testing

@testable import Loading

@Suite struct `A raw wire text` {
  private func wire(_ text: String) -> Source { source(text, path: "articles/wire.txt") }

  private func body(_ source: Source) -> String { String(decoding: source.body, as: UTF8.self) }

  // MARK: Date, address, headline

  @Test func `A leading date is the article's, and its first sentence the headline`() {
    let source = wire(
      " date 2017-03-26 Iraqi officials opened an inquiry. More followed.\n\nText.\n")

    #expect(source.isPlainText)
    #expect(source.article.date.description == "2017-03-26")
    #expect(source.article.title == "Iraqi officials opened an inquiry")
    #expect(source.article.inferred == [.title, .date])
    #expect(body(source).hasPrefix("Iraqi officials"))
  }

  @Test func `A first line of its own is the headline`() {
    let source = wire("COALITION LOOKS INTO STRIKES\n\nOfficials said.\n")

    #expect(source.article.title == "COALITION LOOKS INTO STRIKES")
    #expect(body(source) == "Officials said.\n")
  }

  @Test func `What follows a leading date on its line is text, however short`() {
    let source = wire(" date 2017-03-26 How it began\n\nIt began at noon.\n")

    #expect(source.article.title == "How it began")
    #expect(body(source) == "How it began\n\nIt began at noon.\n")
  }

  @Test func `A long first sentence is cut at a word`() {
    let source = wire(String(repeating: "many words ", count: 40) + "end.\n")

    #expect(source.article.title.hasSuffix("words…"))
    #expect(source.article.title.unicodeScalars.count <= 100)
  }

  @Test func `A short form does not end the sentence that becomes a headline`() {
    let source = wire("Iraqi officials and the U.S. Army said Gen. Ash left. He did not say why.\n")

    #expect(
      source.article.title == "Iraqi officials and the U.S. Army said Gen. Ash left")
  }

  @Test func `An address in the first line is the original's, and may tell the day`() {
    let source = wire("https://example.org/2022/07/20/a\r\n\r\nHeadline here\r\n\r\nText.\r\n")

    #expect(source.article.originalURL == "https://example.org/2022/07/20/a")
    #expect(source.article.date.description == "2022-07-20")
    #expect(source.article.title == "Headline here")
    #expect(source.article.inferred == [.title, .date, .originalURL])
    #expect(body(source) == "Text.\n")
  }

  @Test(arguments: [
    ("https://example.org/news/2022-08-02/hub/101", "2022-08-02"),
    ("https://example.org/2022/06/hub/", "2022-06"),
    ("https://example.org/2022/13/hub/", nil), ("https://example.org/hub-2022", nil),
    ("https://example.org/article/5000/11/12", nil),
  ])
  func `Only a whole day or month in an address is a date`(_ address: String, _ date: String?) {
    #expect(ArchiveDate(inPathOf: address)?.description == date)
  }

  @Test func `Front matter counts more than what is inferred, and nothing is lost`() {
    let source = wire(
      """
      ---
      title: Stated
      date: 2016
      byline: Nora Ellery
      ---
       date 2017-03-26 PORT ELLERY, March 26 (Reuters) - Text.
      """)

    #expect(source.article.title == "Stated")
    #expect(source.article.date.description == "2016")
    #expect(source.article.byline == "Nora Ellery")
    #expect(source.article.inferred == [.dateline, .source])
    #expect(source.article.wireNotes == ["date 2017-03-26"])
    #expect(body(source) == "PORT ELLERY, March 26 (Reuters) - Text.\n")
  }

  @Test func `A line that front matter makes needless stays in the text`() {
    let source = wire(
      "---\ntitle: T\nbyline: Nora Ellery\nrights: Ours\n---\nBy Sam Ash\n\nText.\n\n© 2017 X\n")

    #expect(source.article.inferred == [])
    #expect(body(source) == "By Sam Ash\n\nText.\n\n© 2017 X\n")
  }

  @Test(arguments: [
    "Date palms died.\n", "date 2017-02-30 Text.\n", "--- \nNo front matter.\n",
    "date 2017-03 Text.\n",
  ])
  func `A text that only speaks of a date has none`(_ text: String) {
    let source = wire(text)

    #expect(source.article.date == .undated)
    #expect(source.isSound)
  }

  @Test(arguments: [
    ("Sunday, March 26, 2017", "2017-03-26"), ("26 March 2017", "2017-03-26"),
    ("lundi 21 mai 2012", "2012-05-21"), ("1er juillet 2012", "2012-07-01"),
    ("26. März 2017", "2017-03-26"), ("26 marzo 2017", "2017-03-26"),
  ])
  func `A date in words below the headline is the article's`(_ line: String, _ date: String) {
    let source = wire("Talks resume\n\n\(line)\n\nText.\n")

    #expect(source.article.date.description == date)
    #expect(body(source) == "Text.\n")
  }

  @Test func `A date below the headline may have a time`() {
    let source = wire("Talks resume\nMarch 26, 2017 10:00 AM\nText goes on.\n")

    #expect(source.article.date.day?.description == "2017-03-26")
    #expect(source.article.date.description.contains("T10:00"))
    #expect(body(source) == "Text goes on.\n")
  }

  @Test(arguments: [
    ("UPDATE 2-Talks resume", "Update 2"), ("WRAPUP 1-Talks resume", "Roundup 1"),
    ("CORRECTED: Talks resume", "Corrected"), ("REFILE-Talks resume", "Refiled"),
    ("BREAKING: Talks resume", "Breaking news"), ("URGENT - Talks resume", "Urgent"),
    ("(OFFICIAL) Talks resume", "Official correction"), ("RPT-Talks resume", "Repeat"),
  ])
  func `A prefix tells the version, and the headline goes without`(
    _ line: String, _ version: String
  ) {
    let source = wire("\(line)\n\nText.\n")

    #expect(source.article.version?.description == version)
    #expect(source.article.title == "Talks resume")
    #expect(source.article.inferred == [.title, .version])
  }

  @Test func `Of several prefixes the first tells the version, and all are kept`() {
    let source = wire("REFILE-UPDATE 3-Talks resume\n\nText.\n")

    #expect(source.article.version == Article.Version(.refile))
    #expect(source.article.title == "Talks resume")
    #expect(source.article.wireNotes == ["REFILE-UPDATE 3-"])
  }

  @Test(arguments: ["Update on the talks", "Breaking bread in Mosul", "URGENT"])
  func `A headline that begins with such a word and no mark keeps it`(_ line: String) {
    #expect(wire("\(line)\n\nText.\n").article.title == line)
    #expect(wire("\(line)\n\nText.\n").article.version == nil)
  }

  // MARK: What stands above

  @Test func `Slug lines, fields and control marks are notes of the wire, never text`() {
    let slugs = wire("slug: MOSUL-STRIKES\ntake: 1 of 2\n\nMosul strikes\n\nText.\n")
    let control = wire(
      "^BC-Mosul Strikes,2nd Ld-Writethru,0420<\n^Talks resume<\n^Eds: UPDATES.<\n   Text.\n")
    let line = wire("IRAQ-MOSUL/STRIKES (UPDATE 2)\nTalks resume\n\nText.\n")
    let level = wire("r i BC-Mosul-Strikes 03-26 0420\n\nTalks resume\n\nText.\n")

    #expect(slugs.article.wireNotes == ["slug: MOSUL-STRIKES", "take: 1 of 2"])
    #expect(slugs.article.title == "Mosul strikes")
    #expect(
      control.article.wireNotes == ["BC-Mosul Strikes,2nd Ld-Writethru,0420", "Eds: UPDATES."])
    #expect(control.article.title == "Talks resume")
    #expect(body(control) == "Text.\n")
    #expect(line.article.wireNotes == ["IRAQ-MOSUL/STRIKES (UPDATE 2)"])
    #expect(level.article.wireNotes == ["r i BC-Mosul-Strikes 03-26 0420"])
    #expect(level.article.title == "Talks resume")
  }

  @Test func `Fields above the text are read, but a single one may be a headline`() {
    let source = wire(
      """
      Title: Talks resume
      Date: 26 March 2017
      By: Jane Doe
      Source: Example Agency
      URL: https://example.org/1
      Section: World

      Text.
      """)

    #expect(source.article.title == "Talks resume")
    #expect(source.article.date.description == "2017-03-26")
    #expect(source.article.authors == ["Jane Doe"])
    #expect(source.article.source == "Example Agency")
    #expect(source.article.originalURL == "https://example.org/1")
    #expect(source.article.wireNotes == ["Section: World"])
    #expect(wire("Title: a short history\n\nText.\n").article.title == "Title: a short history")
  }

  @Test func `A page's buttons are not its headline`() {
    let source = wire("Share\nTweet\nPrint\n\nTalks resume\n\nText.\n")

    #expect(source.article.title == "Talks resume")
    #expect(source.article.wireNotes == ["Share", "Tweet", "Print"])
    #expect(wire("Share\n\nText.\n").article.title == "Share")
  }

  // MARK: Dateline

  @Test(
    arguments: [
      (
        "BAGHDAD, March 26 (Reuters) - Iraqi", "BAGHDAD, March 26 (Reuters)", ["Baghdad"], "Reuters"
      ),
      ("PARIS/BERLIN, Jan 3 - French", "PARIS/BERLIN, Jan 3", ["Paris", "Berlin"], nil),
      ("WASHINGTON (AP) — The", "WASHINGTON (AP)", ["Washington"], "AP"),
      ("MOSUL, Iraq (AFP) – Iraqi", "MOSUL, Iraq (AFP)", ["Mosul, Iraq"], "AFP"),
      ("BAGHDAD -- Iraqi", "BAGHDAD", ["Baghdad"], nil),
      ("BAGHDAD (AP) _ Iraqi", "BAGHDAD (AP)", ["Baghdad"], "AP"),
      (
        "RIO DE JANEIRO, Jan 3 (EFE).- The", "RIO DE JANEIRO, Jan 3 (EFE)", ["Rio de Janeiro"],
        "EFE"
      ),
      ("PORT-AU-PRINCE, Haiti - The", "PORT-AU-PRINCE, Haiti", ["Port-au-Prince, Haiti"], nil),
      ("MOSCOW, March 26. /TASS/. The", "MOSCOW, March 26. /TASS/", ["Moscow"], "TASS"),
      ("New Delhi, May 6 2022 (IANS) The", nil, [], nil),
      ("New Delhi, May 6 2022 (IANS) - The", "New Delhi, May 6 2022 (IANS)", ["New Delhi"], "IANS"),
      ("CAIRO - 13 July 2022: The", "CAIRO - 13 July 2022", ["Cairo"], nil),
      ("KUWAIT: A new", "KUWAIT", ["Kuwait"], nil),
      ("BEIJING, July 18 (Xinhua) -- Chinese", "BEIJING, July 18 (Xinhua)", ["Beijing"], "Xinhua"),
      (
        "SÃO PAULO/N’DJAMENA, Jan 3 (dpa) - It", "SÃO PAULO/N’DJAMENA, Jan 3 (dpa)",
        ["São Paulo", "N’Djamena"], "dpa"
      ),
      ("ST. LOUIS, Mo. (UPI) -- The", "ST. LOUIS, Mo. (UPI)", ["St. Louis, Mo."], "UPI"),
    ] as [(String, String?, [String], String?)])
  func `A dateline tells places and agency, and stays where it is printed`(
    _ line: String, _ dateline: String?, _ places: [String], _ agency: String?
  ) {
    let source = wire("Talks resume\n\n\(line) officials spoke.\n\nMore.\n")

    #expect(source.article.dateline == dateline)
    #expect(source.article.datelinePlaces == places)
    #expect(source.article.source == agency)
    #expect(source.article.inferred.contains(.dateline) == (dateline != nil))
    #expect(source.dateline.map { String(decoding: source.body[$0], as: UTF8.self) } == dateline)
    #expect(body(source) == "\(line) officials spoke.\n\nMore.\n")
  }

  @Test(arguments: [
    "The talks - which failed - resume.", "TODAY – Two priests spoke.", "WATCH: The talks.",
    "UPDATE: The talks resume.", "APTN: Congratulations.\n\nX.", "AFP. The agency said so.",
    "BAGHDAD is calm, March 26 or not.", "In Baghdad, March 26 - a Sunday - was calm.",
    "BAGHDAD - well-known", "IRAQI OFFICIALS - THE ARMY SAID NO.", "MPs (from Basra) said - no.",
  ])
  func `What may be the beginning of a sentence is no dateline`(_ line: String) {
    let source = wire("Talks resume\n\nA deck of more than forty letters stands here.\n\n\(line)\n")

    #expect(source.article.dateline == nil)
    #expect(source.article.source == nil)
  }

  @Test func `A headline that was not stated is the first sentence behind the dateline`() {
    let source = wire("BAGHDAD, March 26, 2017 (Reuters) - Iraqi officials spoke. More.\n")

    #expect(source.article.title == "Iraqi officials spoke")
    #expect(source.article.date.description == "2017-03-26")
  }

  @Test func `A text may begin with its day, or with its agency alone`() {
    let day = wire("Titre\n\nUn chapeau.\n\n22 mai 2012. - Prévu samedi.\n")
    let agency = wire("Talks resume\n\n(Reuters) - Officials spoke.\n")

    #expect(day.article.date.description == "2012-05-22")
    #expect(day.article.dateline == nil)
    #expect(agency.article.source == "Reuters")
    #expect(agency.article.datelinePlaces == [])
  }

  @Test func `A dateline on a line of its own goes with the next line`() {
    let source = wire("Talks resume\n\nJane Doe\nBAGHDAD —\nOfficials spoke.\n")

    #expect(source.article.dateline == "BAGHDAD")
    #expect(body(source) == "Jane Doe\n\nBAGHDAD — Officials spoke.\n")
  }

  // MARK: Byline, credits, ending

  @Test(
    arguments: [
      ("By Jane Doe", ["Jane Doe"], nil),
      ("By Jane Doe and John Smith", ["Jane Doe", "John Smith"], nil),
      ("By JANE DOE, Reuters", ["JANE DOE"], "Reuters"),
      ("By Jane Doe in Baghdad", ["Jane Doe"], nil),
      ("By Ahmed Al-Jarallah, Editor", ["Ahmed Al-Jarallah"], nil),
    ] as [(String, [String], String?)])
  func `A byline names the authors and perhaps the agency`(
    _ line: String, _ authors: [String], _ agency: String?
  ) {
    let source = wire("Talks resume\n\n\(line)\n\nText.\n")

    #expect(source.article.byline == line)
    #expect(source.article.authors == authors)
    #expect(source.article.source == agency)
    #expect(source.article.inferred.contains(.byline))
    #expect(body(source) == "Text.\n")
  }

  @Test(arguments: [
    "By Monday", "By the river the talks went on", "By Jane Doe the river was crossed.", "By 2017",
    "by Jane Doe",
  ])
  func `Other lines that begin so are text`(_ line: String) {
    let source = wire("Talks resume\n\n\(line)\n\nText.\n")

    #expect(source.article.byline == nil)
    #expect(body(source).hasPrefix(line))
  }

  @Test func `A byline's second line names the outlet`() {
    let source = wire("Talks resume\n\nBy JANE DOE\nAssociated Press Writer\n\nText.\n")

    #expect(source.article.byline == "By JANE DOE, Associated Press Writer")
    #expect(source.article.authors == ["JANE DOE"])
  }

  @Test(arguments: [
    "(Reporting by Jane Doe; Editing by A. N. Other)",
    "(Reporting by Jane Doe; Additional reporting by Kofi\nMensah in Erbil; Editing by X)",
    "Reporting by Jane Doe; Writing by John Smith",
    "Kofi Mensah in Erbil contributed to this report.", "(With inputs from Agencies)",
  ])
  func `Credits below the text are the article's, on one line`(_ credits: String) {
    let source = wire("Talks resume\n\nText.\n\n\(credits)\n")

    #expect(
      source.article.credits == credits.split(separator: "\n").joined(separator: " "))
    #expect(source.article.inferred.contains(.credits))
    #expect(body(source) == "Text.\n")
  }

  @Test func `Credits behind the last sentence are found as well`() {
    let source = wire("Talks resume\n\nText (long). (Reporting by Jane Doe; Editing by X)\n-30-\n")

    #expect(source.article.credits == "(Reporting by Jane Doe; Editing by X)")
    #expect(body(source) == "Text (long).\n")
  }

  @Test(arguments: ["-30-", "- 30 -", "ENDS", "###", "# # #", "(more)", "NNNN", "-END-", "—ends—"])
  func `Marks of the end go`(_ mark: String) {
    #expect(body(wire("Talks resume\n\nText.\n\n\(mark)\n")) == "Text.\n")
  }

  @Test(arguments: ["30", "Ends", "more", "___", "He ENDS", "(30 days)"])
  func `What may be text at the end stays`(_ line: String) {
    #expect(body(wire("Talks resume\n\nText.\n\n\(line)\n")) == "Text.\n\n\(line)\n")
  }

  @Test func `A line of rights and an agency's signature are taken from the end`() {
    let source = wire("Talks resume\n\nText.\n\n(AFP)\n© 2017 Example Times.\n")

    #expect(source.article.rights == "© 2017 Example Times.")
    #expect(source.article.source == "AFP")
    #expect(body(source) == "Text.\n")
    #expect(body(wire("Talks resume\n\nText.\n\n© Nora Ellery/X\n")).hasSuffix("© Nora Ellery/X\n"))
  }
}
