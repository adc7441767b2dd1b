import ArchiveModel

/// The names of the authority records, and what each stands for.
struct AuthorityNames: Sendable {
  /// What a name means.
  struct Meaning: Sendable, Hashable {
    /// Nil where records of several kinds claim the name: then it is no mention at all.
    var kind: MentionKind?
    var evidence: Mention.Evidence
    /// Strings that are never this record hold its index here instead.
    var neverRecord: Int32 = -1
  }

  /// The bytes of `table`.
  let bytes: [UInt8]
  /// Nil where there is no name.
  let table: NameTable?
  /// By a name's payload.
  let meanings: [Meaning]
  /// The ids of the records, which a gazetteer's entry may share.
  let ids: [String]
  /// By record: the hash of the first word of its name, or 0.
  let firstWords: [UInt64]

  /// Reads the records: O(names), nothing per text.
  ///
  /// A strong name of two records belongs to neither; a weak one yields to a strong one.
  init(_ records: [AuthorityRecord], lexicon: WordLexicon) {
    let claims = Claims(records, lexicon: lexicon)
    var builder = NameTableBuilder(lexicon: lexicon)
    var meanings: [Meaning] = []
    func add(_ name: String, _ flags: NameTable.Flags, _ meaning: Meaning) {
      if builder.add(name, flags: flags, payload: Int32(meanings.count)) {
        meanings.append(meaning)
      }
    }
    for name in claims.names {
      var flags: NameTable.Flags = name.isExact ? .exact : []
      if name.meaning.kind == .demonym { flags.insert(.demonym) }
      add(name.text, flags, name.meaning)
    }
    for (record, index) in zip(records, Int32(0)...) {
      for string in record.never {
        add(string, .never, Meaning(kind: nil, evidence: .text, neverRecord: index))
      }
    }
    let bytes = builder.build()
    table = meanings.isEmpty ? nil : NameTable(bytes.span.bytes, at: 0)
    self.bytes = bytes
    self.meanings = meanings
    ids = records.map(\.id.description)
    firstWords = records.map { builder.key($0.name)?.tokens.first?.hash ?? 0 }
  }
}

/// Who claims which name, and what becomes of it where several do.
private struct Claims {
  struct Name {
    var text: String
    var isExact: Bool
    var meaning: AuthorityNames.Meaning
  }
  private enum Strength: Int { case strong, demonym, weak }
  private struct Claim {
    var text: String
    var record: Int32
    var kind: MentionKind
    var strength: Strength
    var isExact: Bool
    var isDotted: Bool
  }

  private(set) var names: [Name] = []

  init(_ records: [AuthorityRecord], lexicon: WordLexicon) {
    let builder = NameTableBuilder(lexicon: lexicon)
    var claims: [[UInt8]: [Claim]] = [:]
    for (record, index) in zip(records, Int32(0)...) {
      let kind = MentionKind(record.kind)
      let lists: [([String], MentionKind, Strength)] = [
        ([record.name] + record.names, kind, .strong), (record.demonyms, .demonym, .demonym),
        (record.weak, kind, .weak),
      ]
      for (texts, kind, strength) in lists {
        for text in texts {
          guard let (key, tokens) = builder.key(text) else { continue }
          // Casing tells names apart only where one of them says so; so they meet here by letters.
          claims[key, default: []].append(
            Claim(
              text: text, record: index, kind: kind, strength: strength,
              isExact: record.isCaseSensitive,
              isDotted: tokens.contains { $0.shape.contains(.dotted) }))
        }
      }
    }
    for key in claims.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let all = claims[key], let best = all.map(\.strength.rawValue).min() else { continue }
      let strongest = all.filter { $0.strength.rawValue == best }
      let first = strongest[0]
      let isOne = strongest.allSatisfy { $0.record == first.record }
      let isOneKind = strongest.allSatisfy { $0.kind == first.kind }
      let evidence: Mention.Evidence =
        switch first.strength {
        case _ where !isOne: .text
        case .strong, .demonym: .authority(first.record)
        case .weak: .weakAuthority(first.record)
        }
      // "US" matches "U.S." as well; "U.S." alone would not match "US".
      let text = (strongest.first { !$0.isDotted } ?? first).text
      names.append(
        Name(
          text: text, isExact: strongest.allSatisfy(\.isExact),
          meaning: AuthorityNames.Meaning(kind: isOneKind ? first.kind : nil, evidence: evidence)))
    }
  }
}
