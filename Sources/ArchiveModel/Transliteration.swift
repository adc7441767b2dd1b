/// Letters beyond ASCII as ASCII letters, for slugs and for comparing names.
public enum Transliteration {
  /// The ASCII letters for a letter, in its case where that can be; nil where we know none.
  ///
  /// Covers Latin-1, Latin Extended-A and -B in part, Vietnamese, Greek and Cyrillic.
  public static func ascii(_ scalar: Unicode.Scalar) -> String? { table[scalar] }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (ascii, letters) in groups {
      for letter in letters.unicodeScalars { table[letter] = ascii }
    }
    return table
  }()

  private static let groups: [(ascii: String, letters: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặªα"), ("A", "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦẠẢẤẦẨẪẬẮẰẲẴẶΑ"),
    ("ae", "æǽ"), ("AE", "ÆǼ"),
    ("b", "ḃб"), ("B", "ḂБ"),
    ("c", "çćĉċč"), ("C", "ÇĆĈĊČ"),
    ("ch", "чχ"), ("Ch", "ЧΧ"),
    ("d", "ďđðḋḍд"), ("D", "ĎĐÐḊḌД"),
    ("e", "èéêëēĕėęěȅȇẹẻẽếềểễệəε"), ("E", "ÈÉÊËĒĔĖĘĚȄȆẸẺẼẾỀỂỄỆƏΕ"),
    ("e", "еэ"), ("E", "ЕЭ"), ("yo", "ё"), ("Yo", "Ё"),
    ("f", "ḟфφ"), ("F", "ḞФΦ"),
    ("g", "ĝğġģǥǧǵгґγ"), ("G", "ĜĞĠĢǤǦǴГҐΓ"),
    ("h", "ĥħḥḫḩх"), ("H", "ĤĦḤḪḨХ"),
    ("i", "ìíîïĩīĭįıǐȉȋỉịиіιϊ"), ("I", "ÌÍÎÏĨĪĬĮİǏȈȊỈỊИІΙ"),
    ("ij", "ĳ"), ("IJ", "Ĳ"), ("i", "йї"), ("I", "ЙЇ"),
    ("j", "ĵǰ"), ("J", "Ĵ"),
    ("k", "ķǩкκ"), ("K", "ĶǨКΚ"),
    ("l", "ĺļľŀłлλ"), ("L", "ĹĻĽĿŁЛΛ"),
    ("m", "ṁṃмμ"), ("M", "ṀṂМΜ"),
    ("n", "ñńņňŉŋṅṇнν"), ("N", "ÑŃŅŇŊṄṆНΝ"),
    ("o", "òóôõöøōŏőơǒǫǭǿȍȏọỏốồổỗộớờởỡợºоωο"),
    ("O", "ÒÓÔÕÖØŌŎŐƠǑǪǬǾȌȎỌỎỐỒỔỖỘỚỜỞỠỢОΩΟ"),
    ("oe", "œ"), ("OE", "Œ"),
    ("p", "ṗпπ"), ("P", "ṖПΠ"), ("ps", "ψ"), ("Ps", "Ψ"),
    ("r", "ŕŗřȑȓṛрρ"), ("R", "ŔŖŘȐȒṚРΡ"),
    ("s", "śŝşšșṡṣсσς"), ("S", "ŚŜŞŠȘṠṢСΣ"), ("ss", "ß"), ("SS", "ẞ"),
    ("sh", "ш"), ("Sh", "Ш"), ("shch", "щ"), ("Shch", "Щ"),
    ("t", "ţťŧțṫṭтτ"), ("T", "ŢŤŦȚṪṬТΤ"), ("th", "þθ"), ("Th", "ÞΘ"),
    ("ts", "ц"), ("Ts", "Ц"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựу"), ("U", "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖỤỦỨỪỬỮỰУ"),
    ("v", "вβ"), ("V", "ВΒ"),
    ("w", "ŵẁẃẅ"), ("W", "ŴẀẂẄ"),
    ("x", "ξ"), ("X", "Ξ"),
    ("y", "ýÿŷȳỳỵỷỹыυ"), ("Y", "ÝŸŶȲỲỴỶỸЫΥ"),
    ("ya", "я"), ("Ya", "Я"), ("yu", "ю"), ("Yu", "Ю"), ("ye", "є"), ("Ye", "Є"),
    ("z", "źżžẓзζ"), ("Z", "ŹŻŽẒЗΖ"), ("zh", "ж"), ("Zh", "Ж"),
    ("'", "ъь"), ("'", "ЪЬ"),
  ]
}
