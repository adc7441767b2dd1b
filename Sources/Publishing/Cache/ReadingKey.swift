import ArchiveModel
import Loading
import Markup

#if canImport(Darwin)
  import Darwin
#endif

/// What the reading of every article depends on besides its file and the pictures that it names.
///
/// The program, the archive's rules, the words of its language; not where the archive is.
struct ReadingKey: Equatable {
  private(set) var value: UInt64

  /// That of program and rules.
  ///
  /// Nil where nothing may be kept: changes are being tried, or the program does not find itself.
  init?(of archive: Archive) {
    guard let rules = ReadingKey.rules(of: archive),
      let program = ReadingKey.program.flatMap(FileStamp.init(of:))
    else { return nil }
    var print = Fingerprint()
    print.add(ReadingKey.code)
    // With it come model and gazetteer; a program that was built anew is another.
    print.add(program)
    print.add(rules)
    value = print.value
  }

  /// That of what an archive's files and the command line say for all articles; nil while changes
  /// are being tried.
  static func rules(of archive: Archive) -> UInt64? {
    guard let rules = archive.rulesFingerprint else { return nil }
    var print = Fingerprint()
    print.add(rules)
    // What the command line may say otherwise than the file.
    print.add(archive.settings.baseURL)
    // What stands before paths in messages.
    print.add(archive.shownPath(of: ""))
    return print.value
  }

  /// That of the form of records, and of what the program and its libraries call themselves.
  static var code: UInt64 {
    var print = Fingerprint()
    print.add(schema)
    print.add(ProgramVersion.current)
    print.add(MarkdownDocument.parserVersion)
    return print.value
  }

  /// The same with what the renderer of Markdown says in a language.
  func adding(_ words: MarkdownWords) -> ReadingKey {
    var print = Fingerprint()
    print.add(value)
    print.add(words)
    var key = self
    key.value = print.value
    return key
  }

  /// To be raised whenever a record has another form.
  private static let schema = 3

  /// Where the program that runs is.
  static var program: String? {
    #if canImport(Darwin)
      var path = [CChar](repeating: 0, count: Int(PATH_MAX))
      var count = UInt32(path.count)
      guard _NSGetExecutablePath(&path, &count) == 0 else { return nil }
      return path.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    #else
      return "/proc/self/exe"
    #endif
  }
}

extension Fingerprint {
  /// Adds what the renderer of Markdown says in a language.
  mutating func add(_ words: MarkdownWords) {
    for word in [words.note, words.notes, words.backToReference, words.done, words.notDone] {
      add(word)
    }
  }
}
