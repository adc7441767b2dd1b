import ArchiveModel

/// What the recogniser may take for a name and no reader would: an index entry of it is noise.
enum JunkNames {
  /// Whether a folded name can name nobody.
  ///
  /// No letter at all, one letter, numerals and measures, common words, titles without a name.
  static func contains(_ key: NameKey) -> Bool {
    let isASCII = key.text.utf8.allSatisfy { $0 < 0x80 }
    let letters =
      isASCII
      ? key.text.utf8.count { (0x61...0x7A).contains($0) }
      : key.text.unicodeScalars.count { $0.properties.isAlphabetic }
    // One letter of a Latin name; a name of one letter in another script may be whole.
    if letters == 0 || letters == 1 && isASCII { return true }
    return isAlone(
      key.text[..<(key.text.utf8.firstIndex(of: UInt8(ascii: " ")) ?? key.text.endIndex)])
      && key.text.split(separator: " ").allSatisfy(isAlone)
  }

  /// Whether a folded name of an organisation or a place is a common noun, a language, or an office
  /// that somebody holds: "Church", "Aramaic", "US Secretary of Defense", "High Commissioner".
  static func isCommon(_ key: NameKey) -> Bool {
    if key.isSingleWord { return nouns.contains(key.text) || abbreviations.contains(key.text) }
    if key.text == "secretary general" || key.text.hasSuffix(" secretary general") { return true }
    var (head, rest) = word(of: key.text[...])
    if !rest.utf8.contains(UInt8(ascii: " ")), ["the", "la", "le", "les"].contains(head) {
      return nouns.contains(String(rest))
    }
    // The last word before "of" or "for".
    if head == "of" || head == "for" { return false }
    var isOffice = head == "office"
    while !rest.isEmpty {
      let (next, others) = word(of: rest)
      if next == "of" || next == "for" { break }
      isOffice = isOffice || next == "office"
      (head, rest) = (next, others)
    }
    return !isOffice && offices.contains(String(head))
  }

  /// The first word of a folded name, and what follows the blank behind it.
  private static func word(of name: Substring) -> (Substring, Substring) {
    let end = name.utf8.firstIndex(of: UInt8(ascii: " ")) ?? name.endIndex
    return (name[..<end], name[end...].dropFirst())
  }

  /// Whether a word names nobody beside others like it: it has a place in the list, or is a number.
  private static func isAlone(_ word: Substring) -> Bool {
    alone.contains(String(word)) || word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Words that name nobody, alone or beside each other, written by hand for this project: "Prime
  /// Minister", "Breaking News".
  private static let alone: Set<String> = Set(
    """
    a an the of and or in on at to for from by with is are was were be been it its this that these
    those he she they we you i who what when where why how all any no not yes more most new old
    today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec am pm gmt utc est edt
    mr mrs ms miss dr prof sir president vice prime minister deputy chief senator governor mayor
    secretary general colonel captain major lieutenant sergeant king queen prince princess lord lady
    pope bishop archbishop cardinal imam sheikh ayatollah ambassador judge justice chairman
    chairwoman chair director spokesman spokeswoman spokesperson officer commissioner commander
    chancellor premier representative congressman congresswoman professor doctor attorney executive
    photo photos image images video videos file breaking news update updated exclusive analysis
    opinion editorial correction advertisement read related share comments copyright reuters/handout
    north south east west northern southern eastern western
    part chapter section page figure table note notes summary introduction conclusion
    one two three four five six seven eight nine ten hundred thousand million billion percent
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Nouns that stand with a capital where a text means one that it has named, and languages.
  private static let nouns: Set<String> = Set(
    """
    church engineers army navy police government parliament ministry council court state states
    party union forces coalition committee commission department university hospital school company
    group board bank mission assembly office agency authority federation association institute
    center centre club team league museum palace mosque airport camp city province district village
    river bridge street road county region territory republic kingdom empire constitution bible
    handbook playbook guide guidelines standards newsletter blog website internet web media press
    crusaders soldiers officials islam christianity judaism
    aramaic arabic hebrew english french spanish german italian latin persian farsi urdu hindi
    mandarin cantonese swahili esperanto
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// What follows the name of somebody who gave it to something else, and is not meant.
  private static let eponymous: Set<String> = ["disease", "syndrome", "virus"]

  /// Whether a name that ends at an offset stands before one of these.
  static func isEponym(before offset: Int, in text: [UInt8]) -> Bool {
    // Few words begin as they do.
    guard offset + 1 < text.count else { return false }
    switch text[offset + 1] | 0x20 {
    case UInt8(ascii: "d"), UInt8(ascii: "s"), UInt8(ascii: "v"): break
    default: return false
    }
    var words = WordsAround(text, after: offset)
    return words.next().map(eponymous.contains) ?? false
  }

  /// Abbreviations of common nouns: of techniques, formats, illnesses, offices, units.
  private static let abbreviations: Set<String> = Set(
    """
    2fa ai api apis ascii atm cad cd cgi cots ci cli cms cpu crm css csv cx dns dvd faas faq faqs gif gis gps
    gpu gui html http https iaas ide iot ip isp it jpeg json kpi kpis lan led llm mfa ml mp3 mvp ocr
    ok paas pc pcs pdf pdfs php png qa qr ram rfc rfi rfp rfps rfq rfqs roi rss saas sdk seo sla sms sow sql
    ssh ssl svg tls tv ui uri url urls usb ux vm vms vpn wifi www xml yaml
    aids bmi bse cjd copd covid covid19 cpr dna dvt flu gm gmo gmos hiv icu ivf mers mri mrsa ptsd rna
    sars sti std tb
    ceo ceos cfo cio coo cto dj dui evp gm hr mc md mep meps mp mps pa phd pm pow pows pr svp vip vp
    ad asap bc bce ce diy eg eta etc gdp gnp ied ieds ipo kg km kmh mph np ngo ngos pov ppp rip rsvp
    suv suvs ufo ufos uav uavs vat wmd ww1 ww2 wwi wwii
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Offices that one person holds, as the head of a name.
  private static let offices: Set<String> = [
    "secretary", "minister", "commissioner", "president", "chairman", "chairwoman", "director",
    "ambassador", "governor", "mayor", "spokesman", "spokeswoman", "commander", "envoy",
    "rapporteur", "coordinator", "prosecutor", "representative", "head", "chief",
  ]
}
