import ArchiveModel
import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a file of records begins with: by what its records were made, and how much follows.
///
///     magic, form, code, program, rules, count of records, their length in bytes, fingerprint of
///     all this: eight bytes each, the lowest first
struct RecordHead: Sendable, Equatable {
  /// What readings depend on besides their files, on any machine.
  ///
  /// As `ReadingKey` has it, but for the program, which is known by its bytes here.
  struct Origin: Sendable, Equatable {
    /// `ReadingKey.code`.
    var code: UInt64
    /// The fingerprint of the program's own bytes.
    var program: UInt64
    /// Of `ReadingKey.rules`, and of the words of the language.
    var rules: UInt64
  }

  var origin: Origin
  var recordCount = 0
  /// Of all records together.
  var bodyBytes = 0

  static let bytes = 64
  private static let magic: UInt64 = 0x6463_6572_6C74_6164  // "datlrecd"
  /// To be raised whenever a file has another form.
  private static let form: UInt64 = 1

  /// A head for an archive as it stands.
  ///
  /// O(bytes of the program).
  init(of archive: Archive, in language: Language) throws(RecordFailure) {
    guard let rules = ReadingKey.rules(of: archive) else {
      throw .fault(EnvironmentFault("make records", reason: "changes of the archive are tried"))
    }
    guard let program = RecordHead.programFingerprint else {
      throw .fault(EnvironmentFault("make records", reason: "the program does not find itself"))
    }
    var print = Fingerprint()
    print.add(rules)
    print.add(language.markdownWords)
    origin = Origin(code: ReadingKey.code, program: program, rules: print.value)
  }

  /// A head with nothing behind it yet.
  init(_ origin: Origin) { self.origin = origin }

  /// Reads a head.
  init(_ bytes: [UInt8], ofFile path: String) throws(RecordFailure) {
    let numbers = bytes.withUnsafeBytes { bytes in
      var record = RecordReader(bytes)
      return (0..<8).map { _ in record.fixed() }
    }
    guard bytes.count >= 16, numbers[0] == RecordHead.magic else {
      throw .refused(
        RecordRefusal(
          "\(path) is no file of records",
          help: "name one that dateline annotate --records made"))
    }
    guard numbers[1] == RecordHead.form else { throw .refused(.otherVersion(path)) }
    origin = Origin(code: numbers[2], program: numbers[3], rules: numbers[4])
    recordCount = Int(truncatingIfNeeded: numbers[5])
    bodyBytes = Int(truncatingIfNeeded: numbers[6])
    guard bytes.count == RecordHead.bytes, numbers[7] == sum, recordCount >= 0, bodyBytes >= 0
    else { throw .damaged(path) }
  }

  /// Whether a file is one of records, of whatever form.
  static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var record = RecordReader(bytes)
      return record.fixed() == magic && record.isSound
    }
  }

  var encoded: [UInt8] {
    var record = RecordWriter(reserving: RecordHead.bytes)
    for number in [RecordHead.magic, RecordHead.form] + numbers + [sum] {
      record.write(fixed: number)
    }
    return record.bytes
  }

  /// Refuses a file of another origin.
  func expect(_ expected: Origin, ofFile path: String) throws(RecordFailure) {
    guard origin.code == expected.code else { throw .refused(.otherVersion(path)) }
    guard origin.program == expected.program else {
      throw .refused(
        RecordRefusal(
          "\(path) was made by another build of Dateline, which may read otherwise",
          help: "run the same program everywhere: annotate its articles again with this one"))
    }
    guard origin.rules == expected.rules else {
      throw .refused(
        RecordRefusal(
          "\(path) was made with other settings, records or rules",
          help: "archive.yml, privacy.yml, authorities/, the theme's language and --base-url must "
            + "be the same everywhere: annotate its articles again"))
    }
  }

  private var numbers: [UInt64] {
    [origin.code, origin.program, origin.rules]
      + [recordCount, bodyBytes].map { UInt64(bitPattern: Int64($0)) }
  }

  private var sum: UInt64 {
    var print = Fingerprint()
    for number in numbers { print.add(number) }
    return print.value
  }

  /// Of the bytes of the program that runs; nil where it does not find itself.
  private static let programFingerprint: UInt64? = {
    guard let path = ReadingKey.program else { return nil }
    // A link of the system's, which the cache's own reading would not follow.
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    return resolved.flatMap { CacheFiles.bytes(at: String(cString: $0)) }.map(Fingerprint.of)
  }()
}

extension RecordRefusal {
  fileprivate static func otherVersion(_ path: String) -> RecordRefusal {
    RecordRefusal(
      "\(path) was made by another version of Dateline",
      help: "annotate its articles again with this one")
  }
}

extension RecordFailure {
  /// That a file is not what was written.
  static func damaged(_ path: String) -> RecordFailure {
    .fault(
      EnvironmentFault(
        "read \(path)", reason: "it is damaged, or a part of it is missing",
        suggestion: "copy it again, or annotate its articles again"))
  }
}
