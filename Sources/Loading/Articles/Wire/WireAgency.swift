/// News agencies by the signatures that they put into datelines and below texts.
enum WireAgency {
  /// The agency of a signature: "Reuters" of `Reuters`, "Xinhua" of `XINHUA`; nil of what is none.
  ///
  /// A signature may name two outlets, as `Borneo Bulletin/ANN` does: the first known one counts.
  static func named(_ signature: some StringProtocol) -> String? {
    for part in signature.split(separator: "/") {
      let name = part.split(separator: " ").joined(separator: " ")
      if let known = names[name] ?? names[name.lowercased()] { return known }
    }
    return nil
  }

  /// Signatures of fewer letters count only as written, since `ap` and `pa` are words; the others
  /// in any case.
  private static let shortestFolded = 4

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for agency in agencies {
      names[agency] = agency
      if agency.utf8.count >= shortestFolded { names[agency.lowercased()] = agency }
    }
    return names.merging(others) { own, _ in own }
  }()

  /// As they write themselves.
  private static let agencies = [
    "AAP", "AFP", "AGERPRES", "Agence France-Presse", "Agencia EFE", "ANA", "Anadolu Agency",
    "ANI", "ANSA", "Antara", "AP", "APA", "APP", "APS", "Associated Press", "ATS", "Belga",
    "Bernama", "BNO", "Bloomberg", "BTA", "Caixin", "Canadian Press", "CNA", "CTK",
    "Deutsche Welle",
    "dpa", "EFE", "GNA", "IANS", "INA", "Interfax", "IPS", "IRIN", "IRNA", "ITAR-TASS",
    "Jiji Press",
    "KCNA", "KUNA", "Kyodo", "Kyodo News", "Lusa", "MAP", "MENA", "MONTSAME", "MTI", "NAN", "NNA",
    "Notimex", "NTB", "NZPA", "PAP", "Petra", "PNA", "Prensa Latina", "Press Association",
    "Press Trust of India", "PTI", "Reuters", "RFE/RL", "RIA Novosti", "Ritzau", "SANA", "SAPA",
    "SPA", "STT", "Tanjug", "TASS", "Ukrinform", "UNB", "UNI", "United News of Bangladesh",
    "United Press International", "UPI", "UrduPoint", "VNA", "Voice of America", "VOA", "WAFA",
    "WAM", "Wikinews", "Xinhua", "Yonhap",
  ]

  /// Other spellings.
  private static let others = [
    "the associated press": "Associated Press", "the canadian press": "Canadian Press",
    "thomson reuters": "Reuters", "xinhua news agency": "Xinhua", "yonhap news agency": "Yonhap",
    "DPA": "dpa", "Efe": "EFE", "Ansa": "ANSA",
  ]
}
