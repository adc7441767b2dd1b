import ArchiveModel
import Testing

@testable import Loading

@Suite struct `The paragraphs of a wire text` {
  /// Below a headline of their own.
  private func body(_ text: String) -> String {
    String(
      decoding: source("Talks resume\n\n" + text, path: "articles/wire.txt").body, as: UTF8.self)
  }

  @Test func `Lines that were wrapped at a width are one paragraph`() {
    let text = """
      Officials opened an inquiry on Sunday into two strikes on the west
      of the town, and promised a report within a month, which will tell
      why nobody was warned.
      Residents said homes were hit.
      """

    #expect(
      body(text) == """
        Officials opened an inquiry on Sunday into two strikes on the west of the town, and \
        promised a report within a month, which will tell why nobody was warned.

        Residents said homes were hit.

        """)
  }

  @Test func `Words that a line's end divided are whole again, and compounds keep their hyphen`() {
    let text = """
      The officials opened an inquiry on Monday into the long-term and well-
      known plans of the U.S.-led coalition, which the United Nations' hu-
      manitarian coordinator called a catastrophe for the town and a three-
      year-old disgrace; she will speak about it again on Tuesday at noon.
      """

    let joined = body(text)
    #expect(joined.contains("well-known plans"))
    #expect(joined.contains("humanitarian coordinator"))
    #expect(joined.contains("three-year-old"))
  }

  @Test func `An indent begins a paragraph`() {
    #expect(body("   One.\n   Two.\n   Three.\n") == "One.\n\nTwo.\n\nThree.\n")
    #expect(
      body("    One goes on\nhere.\n    Two.\n") == "One goes on here.\n\nTwo.\n")
  }

  @Test func `A text that is moved in as a whole is wrapped like any other`() {
    let text = """
          Officials opened an inquiry on Sunday into two strikes on the
          West of the town, and promised a report within a month, which
          Will tell why nobody was warned.
      """

    #expect(!body(text).dropLast().contains("\n"))
  }

  @Test func `Long lines that nothing wrapped are a paragraph each`() {
    let line = String(repeating: "Many words make a long line. ", count: 8)

    #expect(body("\(line)\n\(line)\nShort.\n").split(separator: "\n").count == 3)
  }

  @Test func `Short lines stay apart, but a sentence goes on`() {
    #expect(
      body("* At least 200 dead\n* Inquiry opened\n") == "* At least 200 dead\n\n* Inquiry opened\n"
    )
    #expect(body("The talks,\nHe said,\nwere long.\n") == "The talks, He said, were long.\n")
  }

  @Test func `Markdown's characters are text`() {
    #expect(body("# One\n\n* *Two* _three_ [x](y)\n") == "# One\n\n* *Two* _three_ [x](y)\n")
  }

  @Test func `Any pieces of wires in any order give valid text, and lose no word`() {
    let pieces = [
      " date 2017-03-26 ", "https://example.org/2017/03/26/a", "\n", "\n\n", "\n   ", "By Jane Doe",
      "BAGHDAD, March 26 (Reuters) - ", "PARIS/BERLIN (AP) — ", "UPDATE 2-", "Talks resume", "é—",
      "(Reporting by Jane Doe; ", "Editing by X)", "-30-", "###", "© 2017 Example",
      "Share\nTweet\n",
      "slug: TOWN-QUAY", "^BC-Town<", "26 March 2017", "Officials opened an inquiry, ", "\n(AFP)\n",
      "(", ":",
      "/TASS/. ", "\u{FFFD}", "Title: ", "22 mai 2012. - ", "\t", "Many words make a long line. ",
    ]
    var seed: UInt64 = 7
    func next(below limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for round in 0..<2_000 {
      var text = round % 4 == 0 ? "---\ntitle: T\nbyline: B\ndate: 2016\n---\n" : ""
      for _ in 0..<next(below: 24) { text += pieces[next(below: pieces.count)] }
      let source = source(text, path: "articles/wire.txt")

      #expect(String(validating: source.body, as: UTF8.self) != nil)
      if let dateline = source.dateline {
        #expect(String(validating: source.body[dateline], as: UTF8.self) == source.article.dateline)
      }
      let shown = Words(of: source)
      let lost = Words.split(Array(text.utf8)).filter { !shown.contains($0) }
      #expect(
        Set(lost).subtracting(Words.marks).subtracting(["b", "t", "byline"]) == [], "\(text)")
    }
  }

  @Test(arguments: ["corpora/wire", "corpora/wire-grey", "corpora/seed"])
  func `Every text of the corpora is read, and no word of it is lost`(_ name: String) throws {
    guard let folder = SharedData.folder(name) else { return }
    let names = SharedData.names(in: folder, ending: ".txt")
    for name in names {
      let bytes = try readFile(at: folder + "/" + name)
      let source = Source(bytes, path: "articles/" + name, shownAs: name)
      #expect(source.isSound, "\(name) \(source.diagnostics)")
      #expect(!source.article.title.isEmpty && source.article.title.utf8.count <= 400, "\(name)")
      #expect(String(validating: source.body, as: UTF8.self) != nil, "\(name)")

      var shown = Words(of: source)
      var lost: [String] = []
      for word in Words.split(Archive.text(of: bytes, path: name)) where !shown.take(word) {
        lost.append(word)
      }
      #expect(lost.filter { !Words.marks.contains($0) } == [], "\(name)")
    }
    #expect(!names.isEmpty)
  }
}

/// The words that an article shows, each as often as it does.
private struct Words {
  private var counts: [String: Int] = [:]

  /// The words that are marks of a wire and not shown: what names a field, and ends of a text.
  static let marks: Set<String> = [
    "am", "date", "title", "by", "source", "url", "30", "ends", "end", "more", "wrapup", "sunday",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "slug",
  ]

  init(of source: Source) {
    let article = source.article
    var fields = [article.byline, article.credits, article.rights, article.source]
    if article.inferred.contains(.title) { fields.append(article.title) }
    fields += [article.originalURL, article.version?.description]
    fields += article.wireNotes
    fields.append(article.date.description.replacing("T", with: " "))
    if let day = article.date.day {
      fields.append("\(ArchiveDate.monthName(day.month)) \(day.day) \(day.month)")
    }
    for field in fields { add(field ?? "") }
    add(String(decoding: source.body, as: UTF8.self))
  }

  private mutating func add(_ text: String) {
    for word in Words.split(Array(text.utf8)) { counts[word, default: 0] += 1 }
  }

  func contains(_ word: String) -> Bool { counts[word] != nil }

  mutating func take(_ word: String) -> Bool {
    guard let count = counts[word], count > 0 else { return false }
    counts[word] = count - 1
    return true
  }

  /// Letters and digits between other signs, in small letters; a hyphen joins, also over a line's
  /// end, where the text may have divided a word.
  static func split(_ text: [UInt8]) -> [String] {
    var joined: [UInt8] = []
    var i = 0
    while i < text.count {
      if text[i] == UInt8(ascii: "-"), let last = joined.last, last > 0x40 {
        var next = i + 1
        while next < text.count, " \n".utf8.contains(text[next]) { next += 1 }
        let isJoint = next == i + 1 || text[(i + 1)...].first == 0x0A
        if isJoint, next < text.count, text[next] | 0x20 >= 0x61 {
          i = next
          continue
        }
      }
      joined.append(text[i])
      i += 1
    }
    let words = String(decoding: joined, as: UTF8.self).lowercased()
    return words.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
