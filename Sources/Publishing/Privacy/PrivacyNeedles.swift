import ArchiveModel
import Loading

/// All that must not stand in a site by the archive's rules, and where that counts.
struct PrivacyNeedles: Sendable {
  /// One thing to look for.
  enum Needle: Sendable {
    /// A name that is redacted.
    case name(String)
    /// The headline of a withdrawn article, which its tombstone is not to have.
    case headline(String, article: String)
    /// A stretch of a withdrawn article's text.
    case words(String, article: String)
    /// The address of a suppressed entity.
    case address(String)
    /// The name of a suppressed entity, where names are listed.
    case listed(String, address: String)

    /// For people.
    var description: String {
      switch self {
      case .name(let name): "the name “\(name)”, which is redacted"
      case .headline(let headline, let article):
        "the headline “\(headline)” of \(article), which is withdrawn"
      case .words(let words, let article): "“\(words) …” of \(article), which is withdrawn"
      case .address(let address): "the address \(address), which is suppressed"
      case .listed(let name, let address):
        "“\(name)” in a list of names, where \(address) is suppressed"
      }
    }

    /// The word for programs.
    var kind: String {
      switch self {
      case .name: "name"
      case .headline: "headline"
      case .words: "words"
      case .address: "address"
      case .listed: "listed"
      }
    }
  }

  private(set) var phrases = HiddenPhrases()
  /// By the number of the phrase.
  private(set) var needles: [Needle] = []
  /// Numbers of phrases that stand in what is public too, and so prove nothing.
  private var shared: Set<Int> = []

  /// A stretch of text is so many words: fewer may stand anywhere by chance.
  private static let wordsOfStretch = 12
  private static let fewestWords = 8

  /// Takes the names and addresses from the rules, and reads the withdrawn articles for the rest.
  init(of archive: Archive, jobs: Int) async {
    for redaction in archive.privacy.redactions {
      for name in redaction.names { add(.name(name), name) }
    }
    let lock = IdentityLockFile.read(of: archive).lock
    let privacy = EntityPrivacy(archive, lock)
    for address in privacy.suppressed.sorted() {
      add(.address(address), String(address.dropLast()))
      for name in PrivacyNeedles.names(of: address, archive, lock) {
        add(.listed(name, address: address), name)
      }
    }
    let withdrawn = await addWithdrawn(of: archive, jobs: jobs)
    await findShared(in: archive, besides: withdrawn, jobs: jobs)
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { phrases.isEmpty }

  private mutating func add(
    _ needle: Needle, _ phrase: String, as style: HiddenPhrases.Style = .name
  ) {
    phrases.add(phrase, as: style)
    needles.append(needle)
  }

  /// The names of an entity, by its address.
  private static func names(
    of address: String, _ archive: Archive, _ lock: IdentityLock
  ) -> [String] {
    for record in archive.authorities
    where IdentityLock.address(of: record.id, record.kind) == address {
      return [record.name] + record.names
    }
    return lock.entities.filter { key, id in
      IdentityLock.address(of: id, key.kind) == address && !key.name.hasPrefix("=")
    }.map(\.key.name).sorted()
  }

  // MARK: Withdrawn articles

  /// The paths of the withdrawn articles, whose words are added.
  private mutating func addWithdrawn(of archive: Archive, jobs: Int) async -> Set<String> {
    let texts = TextReader(archive, .empty)
    let mark = Array("withdrawn".utf8)
    let isRuled = !archive.privacy.withdrawals.isEmpty
    let found = await archive.articleFiles.concurrentChunks(jobs: jobs) { paths in
      paths.map { path -> (path: String, lines: [String], source: Source)? in
        guard isRuled || archive.bytes(ofText: path)?.firstRange(of: mark) != nil else {
          return nil
        }
        let source = texts.source(path)
        guard source.article.status == .withdrawn else { return nil }
        let body = texts.body(of: source)
        let text = String(decoding: body.document.readingText.bytes, as: UTF8.self)
        return (path, PrivacyNeedles.stretches(of: text), source)
      }
    }
    var paths: Set<String> = []
    for case .some(let (path, lines, source)) in found {
      paths.insert(path)
      if source.withdrawal?.keepsHeadline == false, PrivacyNeedles.isDistinct(source.article.title)
      {
        add(
          .headline(source.article.title, article: archive.shownPath(of: path)),
          source.article.title, as: .sentence)
      }
      let summary = PrivacyNeedles.stretches(of: source.article.summary ?? "")
      for line in lines + summary {
        add(.words(line, article: archive.shownPath(of: path)), line, as: .sentence)
      }
    }
    return paths
  }

  private static func isDistinct(_ headline: String) -> Bool {
    headline.split { $0.isWhitespace }.count > 2
  }

  /// The beginnings of the sentences of a text that are long enough to be its own.
  private static func stretches(of text: String) -> [String] {
    var stretches: [String] = []
    var words: [Substring] = []
    func end() {
      if words.count >= fewestWords {
        stretches.append(words.prefix(wordsOfStretch).joined(separator: " "))
      }
      words = []
    }
    for line in text.split(separator: "\n") {
      for word in line.split(whereSeparator: \.isWhitespace) {
        words.append(word)
        let last = word.last { !"\"'”’)]".contains($0) }
        if let last, ".!?".contains(last) { end() }
      }
      end()
    }
    return stretches
  }

  /// Finds which words of withdrawn articles stand in other texts of the archive as well, as those
  /// of an article that was there twice.
  private mutating func findShared(
    in archive: Archive, besides withdrawn: Set<String>, jobs: Int
  ) async {
    guard !withdrawn.isEmpty else { return }
    let phrases = phrases
    let others = archive.articleFiles.filter { !withdrawn.contains($0) } + archive.pageFiles
    let found = await others.concurrentChunks(jobs: jobs) { paths in
      paths.map { path in
        Set(phrases.matches(in: archive.bytes(ofText: path) ?? []).map(\.phrase))
      }
    }
    for number in found.reduce(into: Set<Int>(), { $0.formUnion($1) }) {
      if case .words = needles[number] { shared.insert(number) }
    }
  }

  // MARK: What counts

  /// Whether a phrase counts where it stands: `next` is the byte behind it, `previous` the one
  /// before.
  func isMeant(
    _ match: HiddenPhrases.Match, in bytes: [UInt8], of path: String
  ) -> Bool {
    let range = match.range
    let next = range.upperBound < bytes.count ? bytes[range.upperBound] : 0
    let previous = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0
    switch needles[match.phrase] {
    case .name, .headline: return true
    case .words: return !shared.contains(match.phrase)
    case .address:
      // `people/lise-grande-2` is another one.
      return next != UInt8(ascii: "-")
    case .listed:
      // A name that is an entry, not a word of a headline.
      let isElement = previous == UInt8(ascii: ">") && next == UInt8(ascii: "<")
      let isValue = previous == UInt8(ascii: "\"") && next == UInt8(ascii: "\"")
      return (isElement || isValue) && PrivacyNeedles.listsNames(path)
    }
  }

  /// Whether a file of the site lists names: the A to Z, the lists by kind, data on entities.
  private static func listsNames(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let first = parts.first else { return false }
    switch first {
    case "names", "search": return true
    case "data":
      return parts.dropFirst().contains { $0.contains("entit") || $0.contains("mention") }
    default:
      return parts.count == 2 && EntityKind.allCases.contains { $0.folder == first }
    }
  }
}
