import ArchiveModel
import Loading
import Markup

#if canImport(Darwin)
  import Darwin
#endif

/// What the reading of every article depends on besides its file and the pictures that it names:
/// the program, the archive's rules, the words of its language.
struct ReadingKey: Equatable {
  private(set) var value: UInt64

  /// That of program and rules.
  ///
  /// Nil where nothing may be kept: changes are being tried, or the program does not find itself.
  init?(of archive: Archive) {
    guard let rules = archive.rulesFingerprint,
      let program = ReadingKey.program.flatMap(FileStamp.init(of:))
    else { return nil }
    var print = Fingerprint()
    print.add(ReadingKey.schema)
    print.add(ProgramVersion.current)
    // With it come model and gazetteer; a program that was built anew is another.
    print.add(program)
    print.add(MarkdownDocument.parserVersion)
    print.add(rules)
    // What the command line may say otherwise than the file.
    print.add(archive.settings.baseURL)
    print.add(archive.contentFolder)
    value = print.value
  }

  /// The same with what the renderer of Markdown says in a language.
  func adding(_ words: MarkdownWords) -> ReadingKey {
    var print = Fingerprint()
    print.add(value)
    for word in [words.note, words.notes, words.backToReference, words.done, words.notDone] {
      print.add(word)
    }
    var key = self
    key.value = print.value
    return key
  }

  /// To be raised whenever a record has another form.
  private static let schema = 1

  /// Where the program that runs is.
  private static var program: String? {
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
