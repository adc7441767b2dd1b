/// The letters of scripts other than the Latin, below which names stand in the A to Z as readers of
/// those scripts look them up.
enum Alphabet: String, CaseIterable {
  case greek, cyrillic, hebrew, arabic

  /// A letter of one.
  struct Letter {
    /// "Ж", "ب".
    var name: String
    /// Its address below `names/`, which never changes: `cyrillic-zhe`, `arabic-ba`.
    var path: String
    /// Whose letter it is.
    var alphabet: Alphabet
    /// Its place in it.
    var position: Int
  }

  /// The one that a language, by its tag, is written in.
  init?(ofLanguage tag: String) {
    switch tag.lowercased().prefix(while: { $0 != "-" }) {
    case "el": self = .greek
    case "be", "bg", "mk", "ru", "sr", "uk": self = .cyrillic
    case "he", "yi": self = .hebrew
    case "ar", "ckb", "fa", "ps", "ur": self = .arabic
    default: return nil
    }
  }

  /// The letter below which a name stands, and the name as it is ordered there; nil where it
  /// begins with another script.
  static func place(of name: String) -> (letter: Letter, key: [UInt32])? {
    // Nearly all names begin with a letter of ASCII, and to fold them was a tenth of assembling.
    for byte in name.utf8 {
      guard byte < 0x80 else { break }
      if (0x61...0x7A).contains(byte | 0x20) { return nil }
    }
    var scalars = folded(name)
    // The article of Arabic is no part of the name that readers look for; it is a bare alif, while
    // the names of Germany and of Ilham begin with one that has a hamza.
    let start = Array(name.unicodeScalars.prefix(2))
    if start == ["\u{0627}", "\u{0644}"], scalars.count > 3, scalars[2] != 0x20 {
      scalars.removeFirst(2)
    }
    guard let first = scalars.first, let letter = letters[first] else { return nil }
    return (letter, scalars)
  }

  /// A name without case and marks, its variants of letters as the letters that they stand with.
  private static func folded(_ name: String) -> [UInt32] {
    var scalars: [UInt32] = []
    for scalar in name.unicodeScalars.lazy.flatMap({ $0.properties.lowercaseMapping.unicodeScalars }
    ) {
      let isLetter =
        scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark
      if isLetter, scalar.value != tatweel {
        scalars.append(variants[scalar.value] ?? scalar.value)
      } else if scalar == " ", !scalars.isEmpty {
        scalars.append(0x20)
      }
    }
    return scalars
  }

  /// The stroke that only makes Arabic words longer.
  private static let tatweel: UInt32 = 0x0640

  private static let variants: [UInt32: UInt32] = {
    let pairs = [
      "أا", "إا", "آا", "ٱا", "ىي", "یي", "کك", "ةه", "ؤو", "ئي", "ёе", "ѐе", "ѝи", "ςσ", "άα",
      "έε",
      "ήη", "ίι", "όο", "ύυ", "ώω", "ϊι", "ϋυ", "ΐι", "ΰυ", "ךכ", "םמ", "ןנ", "ףפ", "ץצ",
    ]
    return Dictionary(
      uniqueKeysWithValues: pairs.map { pair in
        let scalars = pair.unicodeScalars.map(\.value)
        return (scalars[0], scalars[scalars.count - 1])
      })
  }()

  /// The letters by their scalar.
  private static let letters: [UInt32: Letter] = {
    var letters: [UInt32: Letter] = [:]
    for alphabet in allCases {
      for (position, entry) in alphabet.table.split(separator: " ").enumerated() {
        guard let scalar = entry.unicodeScalars.first else { continue }
        letters[scalar.value] = Letter(
          name: String(scalar).uppercased(), path: "\(alphabet.rawValue)-\(entry.dropFirst())",
          alphabet: alphabet, position: position)
      }
    }
    return letters
  }()

  /// A letter and its name each, in order; those of several languages together.
  private var table: String {
    switch self {
    case .greek:
      "αalpha βbeta γgamma δdelta εepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi "
        + "οomicron πpi ρrho σsigma τtau υupsilon φphi χchi ψpsi ωomega"
    case .cyrillic:
      "аa бbe вve гghe ґghe-upturn дde ђdje ѓgje еie єye жzhe зze ѕdze иi іbyelorussian-i їyi "
        + "йshort-i јje кka лel љlje мem нen њnje оo пpe рer сes тte ћtshe ќkje уu ўshort-u фef "
        + "хha цtse чche џdzhe шsha щshcha ъhard-sign ыyeru ьsoft-sign эe юyu яya"
    case .hebrew:
      "אalef בbet גgimel דdalet הhe וvav זzayin חhet טtet יyod כkaf לlamed מmem נnun סsamekh "
        + "עayin פpe צtsadi קqof רresh שshin תtav"
    case .arabic:
      "ءhamza اalif بba پpeh تta ثtha جjim چcheh حhha خkha دdal ذthal رra زzay ژjeh سsin شshin "
        + "صsad ضdad طtta ظdha عayn غghayn فfa قqaf كkaf گgaf لlam مmim نnun هha وwaw يya"
    }
  }
}
