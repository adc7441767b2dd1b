import Testing

@testable import Recognition

@Suite struct `Credits` {
  /// What is a credit stands between brackets ⟦ ⟧.
  @Test(arguments: [
    "They left. (⟦Reporting by Jane Roe in Mosul; Editing by John Doe⟧)",
    "(⟦Reporting by Jane Roe; Additional reporting by Kofi Doe in Erbil;\nEditing by A. N. Other⟧)",
    "They left.\n\n⟦Additional reporting by Jane Roe and Jean-Paul al-Doe in Mosul.⟧",
    "They left. ⟦Writing by Jane Roe. Editing by John Doe⟧\n\nMosul is large.",
    "⟦Compiled by Jane Roe, @janeroe⟧\n\nMosul is large.",
    "(⟦Writing and additional reporting by Mosul Bureau⟧)",
    "⟦Photo by Jane Roe / Example Press⟧\n\nMosul",
    "Strikes in Mosul\n\n⟦By JANE ROE⟧\nExample Press\n\nMOSUL (AP) — They left.",
    "Strikes in Mosul\n    ⟦By Jane Roe and John van Doe⟧\n    MOSUL - They left.",
    "⟦By JANE ROE, Example Press⟧",
    "They left.\n\n⟦Copyright 2017 Example Press⟧. All rights are reserved by Mosul.",
    "⟦Copyright © 2017 Jane Roe⟧\n\n⟦© 2017 Jane Roe⟧",
    "⟦© Jane Roe/Example News⟧\nThe president met Jane Doe.",
    "(⟦copyright Jane Roe; used with permission⟧) Mosul",
    "⟦Follow @janeroe on Twitter⟧. ⟦Follow Jane Roe on Facebook⟧",
    "They left. ⟦Press writer Jane Roe in Mosul contributed to this report⟧.",
    // None is one of these.
    "The report, edited by the ministry, was late. It was (edited by Jane Roe).",
    "Reporting by Reuters showed that Mosul fell. Editing by Jane Roe was praised.",
    "Edited by Jane Roe, the Mosul Review is read widely.",
    "By Jane Roe's account, Mosul fell.",
    "By Sunday Mosul had fallen",
    "By Sunday March\nMosul fell",
    "He stood\nby John Doe and\nBy Jane Roe in Mosul they stood.",
    "Copyright law in Iraq is new. Copyright in Mosul is old.",
    "Follow the Tigris to Mosul. Follow me to Baghdad.",
    "Jane Roe contributed to the fall of Mosul. She contributed 5 dollars to Jane Doe's report.",
    "Written by hand, the letter reached Mosul.",
  ])
  func `Are told from the text`(_ marked: String) {
    let plain = Array(marked.filter { $0 != "⟦" && $0 != "⟧" }.utf8)
    var tokens = ContiguousArray<Token>()
    Tokenizer(lexicon: WordLexicon()).tokenize(plain.span, into: &tokens)

    Boilerplate.mark(plain.span, &tokens)

    var shown = ""
    var last = 0
    var isCredit = false
    for token in tokens {
      let between = String(decoding: plain[last..<Int(token.start)], as: UTF8.self)
      let credit = token.shape.contains(.credit)
      let isNew = isCredit && credit && token.gap == .block
      if isCredit, !credit || isNew { shown += "⟧" }
      shown += between
      if credit, !isCredit || isNew { shown += "⟦" }
      isCredit = credit
      shown += String(decoding: plain[Int(token.start)..<Int(token.end)], as: UTF8.self)
      last = Int(token.end)
    }
    if isCredit { shown += "⟧" }
    #expect(shown == marked)
  }

  @Test func `Have no mentions`() throws {
    let text = """
      MOSUL (Reuters) - Iraq spoke.

      (Reporting by Jane Roe in Baghdad; Editing by Michael Jordan in Paris)
      """

    #expect(try Reading(text).names.filter { $0.contains("Paris") || $0.contains("Roe") } == [])
    #expect(try Reading(text).names.contains("place Iraq"))
  }
}
