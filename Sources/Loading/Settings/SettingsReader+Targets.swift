import ArchiveModel

/// Settings that say where a site is published.
extension SettingsReader {
  private static let kinds = ["folder", "git", "rsync", "rclone"]

  /// A map of names, each with the place that it stands for: `{rsync: user@host:/var/www/site}`.
  mutating func readTargets(_ value: FrontMatterValue) {
    guard case .map(let entries) = value.content else {
      if !value.isNull {
        values.wrongType(
          value, of: "targets", expected: "a map of names, such as {live: {folder: /srv/www}}")
      }
      return
    }
    for entry in entries {
      guard !entry.key.isEmpty, entry.key.utf8.allSatisfy(FrontMatterScanner.isKeyByte),
        !entry.key.hasPrefix("-")
      else {
        values.error(
          .settingsInvalid, "the name of a target has letters, digits and hyphens",
          at: entry.keyOffsets, suggestion: "write live, for example")
        continue
      }
      if let place = targetPlace(entry) {
        settings.targets.append(Settings.Target(name: entry.key, place: place))
      }
    }
  }

  private mutating func targetPlace(_ target: FrontMatterEntry) -> Settings.Target.Place? {
    let name = "targets.\(target.key)"
    guard case .map(let entries) = target.value.content else {
      values.error(
        .settingsInvalid, "a target says of which kind it is", at: target.value.offsets,
        suggestion: "write \(target.key): {rsync: user@example.org:/var/www/site}, or folder, git, "
          + "rclone")
      return nil
    }
    var kinds: [(kind: String, text: String)] = []
    var branch: String?
    let problems = values.diagnostics.count
    for entry in entries {
      switch ArticleKey.foldedName(entry.key) {
      case let kind where SettingsReader.kinds.contains(kind):
        if let text = place(entry.value, of: "\(name).\(kind)") { kinds.append((kind, text)) }
      case "branch": branch = place(entry.value, of: "\(name).branch")
      default:
        values.unknownSetting(entry, among: SettingsReader.kinds + ["branch"], of: name)
      }
    }
    guard values.diagnostics.count == problems else { return nil }
    guard kinds.count == 1, let (kind, text) = kinds.first else {
      values.error(
        .settingsInvalid, "a target has one of folder, git, rsync, rclone",
        at: kinds.isEmpty ? target.keyOffsets : target.value.offsets)
      return nil
    }
    if branch != nil, kind != "git" {
      values.error(
        .settingsInvalid, "only a target in git has a branch", at: target.value.offsets,
        suggestion: "delete branch")
      return nil
    }
    switch kind {
    case "folder": return .folder(text)
    case "git": return .git(remote: text == "." ? nil : text, branch: branch ?? "gh-pages")
    case "rsync": return .rsync(text)
    default: return .rclone(text)
    }
  }

  /// A place is given to another program as it stands, which must not take it for an option.
  private mutating func place(_ value: FrontMatterValue, of key: String) -> String? {
    let problems = values.diagnostics.count
    guard let text = values.text(value, of: key) else {
      if values.diagnostics.count == problems {
        values.error(.settingsInvalid, "\(key) is empty", at: value.offsets)
      }
      return nil
    }
    guard !text.hasPrefix("-") else {
      values.error(
        .settingsInvalid, "\(key) begins with a hyphen, as an option does", at: value.offsets)
      return nil
    }
    return text
  }
}
