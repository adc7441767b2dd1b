import Foundation

/// What is done to articles.
extension EditedArchive {
  mutating func editArticle(_ edit: Edit) throws -> String? {
    switch edit {
    case .articleAdded: return try addArticle()
    case .wireAdded:
      let path = "Content/articles/\(below(2))/w\(below(6)).txt"
      try write(
        path,
        "BC-TALKS-\(step)\nOmar Haddad\nMOSUL, March 2\(below(10)) (Wire) - \(sentence())\n\n"
          + "\(sentence())\n")
      return path
    case .articleMended:
      guard let path = any(broken.keys.sorted()), let text = broken.removeValue(forKey: path)
      else { return nil }
      try? remove(path)
      try write(path, text)
      return path
    default: break
    }
    let candidates = articles.filter { edit != .draftPublished || isDraft($0) }
    guard let path = any(candidates), let text = try? text(path) else { return nil }
    return try changeFile(edit, path, text) ?? changeLine(edit, path, text)
  }

  /// Adds an article, or writes another in its place.
  mutating func addArticle() throws -> String {
    let path = "Content/articles/\(below(2))/a\(below(12)).md"
    if broken.removeValue(forKey: path) != nil { try? remove(path) }
    try write(path, story())
    return path
  }

  // MARK: Whole files

  private mutating func changeFile(_ edit: Edit, _ path: String, _ text: String) throws -> String? {
    let disk = FileManager.default
    switch edit {
    case .textChanged:
      try write(
        path, oneOf(2) ? text + "\n\(sentence())\n" : text.replacing("Mosul", with: "Erbil"))
    case .articleRemoved: try remove(path)
    case .articleRenamed:
      let name = "r\(step)." + (path.split(separator: ".").last ?? "md")
      let place = "Content/articles/\(below(3))/\(name)"
      try disk.createDirectory(
        atPath: "\(root)/Content/articles/\(place.split(separator: "/")[2])",
        withIntermediateDirectories: true)
      try disk.moveItem(atPath: "\(root)/\(path)", toPath: "\(root)/\(place)")
      return "\(path) to \(place)"
    case .textsSwapped, .filesSwapped:
      guard let other = any(articles.filter { $0 != path }) else { return nil }
      if edit == .textsSwapped {
        let theirs = try self.text(other)
        try write(other, text)
        try write(path, theirs)
      } else {
        let aside = "\(root)/aside"
        try disk.moveItem(atPath: "\(root)/\(path)", toPath: aside)
        try disk.moveItem(atPath: "\(root)/\(other)", toPath: "\(root)/\(path)")
        try disk.moveItem(atPath: aside, toPath: "\(root)/\(other)")
      }
      return "\(path) and \(other)"
    case .articleTouched:
      try disk.setAttributes([.modificationDate: Date()], ofItemAtPath: "\(root)/\(path)")
    case .articleSavedAgain: try write(path, text)
    case .changedInItsSecond:
      // One letter for another: neither size nor time tell.
      var bytes = Data(text.utf8)
      guard let place = any(bytes.indices.filter { bytes[$0] == UInt8(ascii: "e") }) else {
        return nil
      }
      bytes[place] = UInt8(ascii: "a")
      try overwrite(path, bytes)
    case .articleBroken:
      broken[path] = text
      switch below(4) {
      case 0: try write(path, "---\ntitle: [\ndate: 2017-02-30\n---\n")
      case 1: try write(path, text.replacing("\ndate: ", with: "\ndate: 30 February "))
      case 2: try Data([0xFF, 0xFE, 0x00, 0xD8, 0x0A]).write(to: URL(filePath: "\(root)/\(path)"))
      default:
        // A folder where the file was.
        try remove(path)
        try write("\(path)/inside.md", "Within.\n")
      }
    default: return nil
    }
    return path
  }

  // MARK: Lines

  private mutating func changeLine(_ edit: Edit, _ path: String, _ text: String) throws -> String? {
    guard path.hasSuffix(".md"), text.hasPrefix("---\n") else { return nil }
    let line: String
    switch edit {
    case .headlineChanged: line = "title: \(pick(["Talks", "Story", "Grande"])) \(below(20))"
    case .dateChanged: line = "date: \(date())"
    case .mattersChanged: line = matter()
    case .aliasAdded: line = "aliases: [/old/\(step)/, /older/\(below(3))/]"
    case .addressFixed: line = oneOf(2) ? "slug: slug-\(below(4))" : "url: /fixed/\(below(4))/"
    case .articleDrafted: line = pick(["status: draft", "draft: true"])
    case .draftPublished:
      try write(
        path, text.replacing("\nstatus: draft", with: "").replacing("\ndraft: true", with: ""))
      return path
    case .embargoed: line = "embargo: \(pick(["2017-06-01", "2017-12-31T18:00:00Z", "2018-01-01"]))"
    case .withdrawn: line = "status: withdrawn"
    case .unlisted: line = pick(["noindex: true", "in_search_index: false", "status: published"])
    case .related:
      let other = pick(articles).dropFirst("Content".count)
      line = pick(["follows: ", "related: ", "translation_of: "]) + other
    default: return nil
    }
    try write(path, setting(line, in: text))
    return "\(path), \(line)"
  }

  private func isDraft(_ path: String) -> Bool {
    (try? text(path)).map { $0.contains("\nstatus: draft") || $0.contains("\ndraft: true") } == true
  }

  /// A text whose front matter has a line, in the place of one with its key.
  private func setting(_ line: String, in text: String) -> String {
    let key = line.prefix { $0 != ":" } + ":"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = lines.dropFirst().firstIndex(of: "---") ?? 1
    if let place = lines[..<end].firstIndex(where: { $0.hasPrefix(key) }) {
      lines[place] = line
    } else {
      lines.insert(line, at: end)
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Words

  private mutating func story() -> String {
    let extras = [
      "authors: [\(pick(Self.people))]", "source: Wire", "subtitle: Second line",
      "summary: \(sentence())", "image: {src: /media/p\(below(3)).svg, alt: A picture}",
      "aliases: [/old/\(below(9))/]", "lang: de", "byline: By \(pick(Self.people))",
      "corrections: [{date: 2017-09-01, text: It was noon.}]", "sources: [{name: A letter}]",
      "entities: {ignore: [Mosul]}", "about: [\(pick(Self.people))]", "kind: \(step)",
      "follows: /articles/0/a\(below(12)).md", matter(), matter(),
    ]
    let lines = Dictionary(
      (0..<below(5)).map { _ in pick(extras) }.map { (String($0.prefix { $0 != ":" }), $0) },
      uniquingKeysWith: { first, _ in first })
    return """
      ---
      title: Story \(below(20))
      date: \(date())
      \(lines.keys.sorted().map { (lines[$0] ?? "") + "\n" }.joined())---
      \((0..<1 + below(4)).map { _ in sentence() }.joined(separator: " "))

      ## What else

      \(sentence()) See [another](/articles/\(below(2))/a\(below(12)).md) and [a page](/imprint/).

      \(oneOf(2) ? "![A picture](/media/p\(below(3)).svg)" : "| a | b |\n|---|---|\n| 1 | 2 |\n")

      """
  }

  mutating func sentence() -> String {
    let (who, where_) = (pick(Self.people), pick(Self.places))
    let last = who.split(separator: " ").last ?? ""
    return pick([
      "\(who) met the governor in \(where_).", "\(last) spoke of \(pick(Self.groups)).",
      "“We are ready,” \(who) told \(pick(Self.groups)) in \(where_).",
      "At least \(1 + below(90)) people were killed in \(where_), \(who) said.",
      "\(where_) and \(pick(Self.places)) are quiet since 3 May 2017.",
      "\(pick(Self.groups)) left \(where_) with \(last).",
    ])
  }

  private mutating func matter() -> String {
    pick([
      "tags: [tag\(below(3)), \(pick(Self.places))]", "section: World",
      "section: World/\(pick(Self.places))", "section: Culture",
      "series: {name: The valley, part: \(below(9))}", "authors: [\(pick(Self.people))]",
      "source: Wire \(below(2))", "type: \(pick(["analysis", "opinion", "obituary"]))",
    ])
  }

  private mutating func date() -> String {
    pick([
      "2017-0\(1 + below(9))-\(10 + below(19))", "2017-12-31", "2018-01-01T00:30:00+03:00",
      "2016-12-31T23:30:00Z", "2017-0\(1 + below(9))", "2016", "circa 1923", "2017-03-26",
    ])
  }
}
