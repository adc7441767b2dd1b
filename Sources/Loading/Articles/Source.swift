import ArchiveModel

/// One article file, decoded and read: what its author says of it, and its text.
public struct Source: Sendable {
  /// The front matter, read and checked; what it lacks is inferred and marked as that.
  public var article: Article
  /// The Markdown, or the wire text, in UTF-8.
  ///
  /// Without front matter, and without a headline that became the title. Line ends are LF; it
  /// holds no control character but tab and LF. A wire text's paragraphs are a line each, and what
  /// of it is in `article` (a byline, credits) is not here, but for the dateline.
  public var body: [UInt8] = []
  /// Where `body` begins in the decoded text of the file: diagnostics on Markdown count from there.
  public var bodyStart: Int
  /// Where in `body` the dateline stands that a wire text's paragraph begins with.
  public var dateline: Range<Int>?
  /// Whether the body is a wire text (`.txt`), in which Markdown's characters are text.
  public var isPlainText: Bool
  /// What the file's name gives for the address, where it begins with a date, as Jekyll's do.
  ///
  /// `hub` of `2014-12-23-hub.md`; of other names nothing, since there the title gives it.
  public var fileSlug: Slug?
  /// Where the keys stand, for diagnostics that come later, such as a slug that collides.
  public var places: [(key: ArticleKey, range: SourceRange)]
  /// Where the bytes of `body` stood in the file, where names were taken out of it: offsets from
  /// `bodyStart` on, of the text as it is here and as its author wrote it.
  var edits = TextEdits()
  /// The redactions that the file had need of, by their numbers.
  package var redactions: Set<Int> = []
  /// What the bytes of its file were, to tell whether they still are; nil where they were not read.
  package private(set) var fingerprint: UInt64?
  /// The rule that withdraws the article, if one of `privacy.yml` does.
  public var withdrawal: PrivacyRules.Withdrawal?
  /// What was wrong with the file; with any error among them the article is left out.
  public var diagnostics: [Diagnostic]

  /// Whether the article may be built.
  public var isSound: Bool { diagnostics.allSatisfy { $0.severity != .error } }

  /// Where a key's value stands, or the file's beginning where the key is not written.
  public func place(of key: ArticleKey) -> SourceRange {
    places.first { $0.key == key }?.range ?? filePlace
  }

  /// Where an offset in the text, counted as `bodyStart` is, stands in the file.
  public func place(inText offset: Int) -> SourceRange {
    let offset = edits.source(of: offset)
    return SourceRange(path: filePlace.path, offsets: offset..<offset)
  }

  /// Where a place in the file stands in `body`.
  public func offset(inBodyOf place: SourceRange) -> Int {
    edits.output(of: place.offsets.lowerBound) - bodyStart
  }

  /// The file's first byte.
  public var filePlace: SourceRange

  /// Reads an article of an archive, given by its path in the content folder.
  ///
  /// A file that cannot be read is a source as well: empty, with the error that says why.
  public static func read(_ path: String, in archive: Archive) -> Source {
    var source = read(
      path: path, shownAs: archive.shownPath(of: path), timeZone: archive.settings.timeZone,
      hiding: archive.hiddenNames
    ) { () throws(FileFailure) in try archive.files.read(archive.pathOnDisk(of: path)) }
    if let withdrawal = archive.withdrawal(of: source.article) { source.withdraw(by: withdrawal) }
    return source
  }

  /// Reads a file anywhere.
  ///
  /// - Parameters:
  ///   - file: Its path for the system.
  ///   - path: Its path as an article's: relative to the content folder.
  ///   - shownPath: Its path in diagnostics.
  ///   - timeZone: What its times without a zone are in.
  public static func read(
    file: String, path: String, shownAs shownPath: String, timeZone: TimeZone? = nil
  ) -> Source {
    read(path: path, shownAs: shownPath, timeZone: timeZone, hiding: nil) {
      () throws(FileFailure) in try readFile(at: file)
    }
  }

  private static func read(
    path: String, shownAs shownPath: String, timeZone: TimeZone?, hiding names: HiddenNames?,
    bytes: () throws(FileFailure) -> [UInt8]
  ) -> Source {
    do throws(FileFailure) {
      let bytes = try bytes()
      var source = Source(
        bytes, path: path, shownAs: shownPath, timeZone: timeZone, hiding: names)
      source.fingerprint = Fingerprint.of(bytes)
      return source
    } catch {
      var source = Source([], path: path, shownAs: shownPath)
      source.diagnostics = [
        Diagnostic(
          .fileUnreadable, "this file cannot be read: \(error.reason)", at: source.filePlace,
          note: "the article is left out of this build")
      ]
      return source
    }
  }

  /// Reads the bytes of an article file, of which nothing is redacted: O(bytes).
  public init(
    _ bytes: [UInt8], path: String, shownAs shownPath: String, timeZone: TimeZone? = nil
  ) {
    self.init(bytes, path: path, shownAs: shownPath, timeZone: timeZone, hiding: nil)
  }

  /// Reads the bytes of an article file: O(bytes).
  ///
  /// - Parameter names: what is redacted, before anything else is made of the text.
  package init(
    _ bytes: [UInt8], path: String, shownAs shownPath: String, timeZone: TimeZone?,
    hiding names: HiddenNames?
  ) {
    var text = DecodedText(bytes)
    isPlainText = path.hasSuffix(".txt")
    filePlace = SourceRange(path: shownPath)
    var frontMatter = FrontMatter(of: text.bytes, path: shownPath, isPlainText: isPlainText)
    diagnostics = text.diagnostics(frontMatterEnd: frontMatter.bodyStart, path: shownPath)
    diagnostics += frontMatter.diagnostics
    var decoded = text.bytes
    if let removal = names?.redact(&frontMatter.entries, &decoded, from: frontMatter.bodyStart) {
      edits = removal.edits
      redactions = removal.redactions
    }

    let fileName = FileName(path)
    var reader = ArticleReader(path: path, shownPath: shownPath)
    reader.read(frontMatter.entries)
    article = reader.article
    places = reader.places
    diagnostics += reader.values.diagnostics.map(Source.sayingThatItIsLeftOut)
    fileSlug = fileName.day == nil ? nil : fileName.slug
    // Jekyll shows nobody what lies in `_drafts`, whatever it says of itself.
    if article.status == .published, path.utf8.contains(UInt8(ascii: "_")),
      path.split(separator: "/").contains("_drafts")
    {
      article.status = .draft
    }

    bodyStart = frontMatter.bodyStart
    if article.date == .undated, !reader.hasDate, let day = fileName.day {
      article.date = .day(day)
      article.inferred.insert(.date)
    }
    if isPlainText {
      let wire = WireText(
        decoded, from: bodyStart, wants: WireText.Wants(article), knownDate: article.date)
      bodyStart = wire.bodyStart
      dateline = wire.datelineInBody
      article.take(wire, wantsDate: !reader.hasDate) { reader.values.clean($0, at: 0..<0) }
      body = wire.body
    } else if article.title.isEmpty,
      let heading = LeadingHeading(in: decoded, from: bodyStart)
    {
      article.title = heading.text
      bodyStart = heading.bodyStart
    }
    if article.title.isEmpty {
      article.title = fileName.words
      article.inferred.insert(.title)
    }
    if let timeZone { article.settleTimes(in: timeZone) }
    if !isPlainText { body = Array(decoded[bodyStart...]) }
    if let names { article.note(redactions: Set(redactions.map(names.date)).sorted()) }
    // A draft may have none yet.
    if article.status != .draft, body.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
      diagnostics.append(
        Diagnostic(
          .fileEmpty, bytes.isEmpty ? "the file is empty" : "the article has no body",
          at: place(inText: bodyStart),
          note: "its page has a headline and no text",
          suggestion: "write the text, or status: draft until there is one"))
    }
  }

  /// What an error does, where it does not say so itself.
  private static func sayingThatItIsLeftOut(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.severity == .error, diagnostic.note == nil else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.note = "the article is left out of this build"
    return diagnostic
  }
}
