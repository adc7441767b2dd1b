import ArchiveModel

/// Settings that become `.well-known/security.txt`.
extension SettingsReader {
  /// A map of `contact`, `expires`, `policy` and `languages`; the first two must be there.
  mutating func readSecurity(_ value: FrontMatterValue) {
    guard case .map(let entries) = value.content else {
      if !value.isNull {
        values.wrongType(value, of: "security", expected: "a map of contact and expires")
      }
      return
    }
    let problems = values.diagnostics.count
    var security = Settings.Security()
    for entry in entries {
      let name = "security.\(entry.key)"
      switch ArticleKey.foldedName(entry.key) {
      case "contact": security.contacts = entry.value.items.compactMap { contact($0, of: name) }
      case "expires": security.expires = moment(entry.value, of: name) ?? ""
      case "policy": security.policy = values.webURL(entry.value, of: name)
      case "languages":
        security.languages = values.texts(entry.value, of: name).filter(ValueReader.isLanguageTag)
      default:
        values.unknownSetting(
          entry, among: ["contact", "expires", "policy", "languages"], of: "security")
      }
    }
    guard values.diagnostics.count == problems else { return }
    guard !security.contacts.isEmpty, !security.expires.isEmpty else {
      values.error(
        .settingsInvalid, "security has a contact and a day on which it expires (RFC 9116)",
        at: value.offsets,
        suggestion: "write security: {contact: desk@example.org, expires: 2027-12-31}")
      return
    }
    settings.security = security
  }

  private mutating func contact(_ value: FrontMatterValue, of key: String) -> String? {
    guard let text = values.text(value, of: key) else { return nil }
    if ValueReader.isWebURL(text) { return text }
    let address = text.hasPrefix("mailto:") ? String(text.dropFirst("mailto:".count)) : text
    let isAddress = address.utf8.allSatisfy {
      (0x21...0x7E).contains($0) && !"<>\"(),:;\\[]?#%".utf8.contains($0)
    }
    guard isAddress, address.split(separator: "@", omittingEmptySubsequences: false).count == 2,
      !address.hasPrefix("@"), !address.hasSuffix("@")
    else {
      values.error(
        .settingsInvalid, "a contact is an e-mail address or a web address", at: value.offsets)
      return nil
    }
    return "mailto:" + address
  }

  /// A day, which ends with it, or a moment with its zone.
  private mutating func moment(_ value: FrontMatterValue, of key: String) -> String? {
    guard let text = values.text(value, of: key) else { return nil }
    switch SettingsReader.date(text) {
    case .moment(let day, let time) where time.offsetMinutes != nil:
      return ArchiveDate.moment(day, time).description
    case .date(let date) where date.isExact && date.precision == .day:
      return "\(date.earliest)T23:59:59Z"
    default: break
    }
    values.error(
      .settingsInvalid, "expires is a day such as 2027-12-31, or a moment with its zone",
      at: value.offsets)
    return nil
  }

  private static func date(_ text: String) -> ArchiveDate {
    do throws(ArchiveDate.ParsingFailure) {
      return try ArchiveDate(parsing: text)
    } catch {
      return .undated
    }
  }
}
