import ArchiveModel
import Loading

/// What a host would not take of a planned site.
extension PublishingPlan {
  /// The warnings of a plan: too many files or rules, and names that the host does not allow.
  ///
  /// - Parameter others: how many files the site has besides: those of the search index.
  func hostProblems(_ site: Site, besides others: Int = 0) -> [Diagnostic] {
    tooManyFiles(site, count: files.count + others + 1) + nameProblems(site) + mapProblems(site)
  }

  /// The warning that a site has more files than its host takes; empty where it has not.
  private func tooManyFiles(_ site: Site, count: Int) -> [Diagnostic] {
    let settings = site.settings
    guard let maximum = site.budget.limit, count > maximum  // The manifest is one more.
    else { return [] }
    let stubs = files.count { if case .redirect = $0.address { true } else { false } }
    let remedy =
      stubs > 0 && settings.host.hasMap
      ? "write redirects: maps, which saves \(Labels.count(stubs, "page", "pages"))"
      : "write a higher minimum_articles or page_size, or choose a host that takes more"
    let note =
      site.budget.dropped.isEmpty
      ? "\(Labels.count(stubs, "of them leads", "of them lead")) from an old address to a new one"
      : "left out already: \(site.budget.summary)"
    return [
      Diagnostic(
        .filesTooMany,
        "the site has \(Labels.count(count, "file", "files")), and its host takes "
          + Labels.grouped(maximum),
        at: site.settingsPlace, note: note, suggestion: remedy)
    ]
  }

  private func nameProblems(_ site: Site) -> [Diagnostic] {
    let limits = HostLimits(of: site.settings.host)
    let host = site.settings.host.rawValue
    guard limits.pathBytes != nil || !limits.forbidden.isEmpty else { return [] }
    return files.compactMap { file in
      let problem: String
      if let most = limits.pathBytes, file.path.utf8.count > most {
        problem = "\(host) takes paths of at most \(Labels.grouped(most)) bytes"
      } else if let sign = file.path.first(where: limits.forbidden.contains) {
        problem = "\(host) takes no file with “\(sign)” in its name"
      } else {
        return nil
      }
      return Diagnostic(
        .hostLimit, problem,
        at: site.origin(of: file.address) ?? site.settingsPlace,
        note: "/\(file.path) is written, and the host may refuse the whole site",
        suggestion: "choose another name")
    }
  }

  private func mapProblems(_ site: Site) -> [Diagnostic] {
    let limits = HostLimits(of: site.settings.host)
    guard limits.rules != nil || limits.mapBytes != nil,
      files.contains(where: { $0.address == .redirectMap })
    else { return [] }
    let map = site.redirectFile(isList: false)
    let lines = map.split(separator: UInt8(ascii: "\n"))
    let problem: String
    if let most = limits.rules, lines.count > most {
      problem = "has \(Labels.grouped(lines.count)) rules, and follows \(Labels.grouped(most))"
    } else if let most = limits.mapBytes, map.count > most {
      problem = "has \(Labels.grouped(map.count)) bytes, and takes \(Labels.grouped(most))"
    } else if let most = limits.ruleBytes, lines.contains(where: { $0.count > most }) {
      problem = "has a rule that is longer than the \(Labels.grouped(most)) bytes that it follows"
    } else {
      return []
    }
    return [
      Diagnostic(
        .hostLimit, "the map of old addresses for \(site.settings.host.rawValue) \(problem)",
        at: site.settingsPlace, note: "some old addresses may lead nowhere by it",
        suggestion: "write redirects: stubs, which makes a page of each that has no question mark")
    ]
  }
}

extension FileBudget {
  /// "40 citation files of articles, 12 feeds of names"; empty where nothing is left out.
  var summary: String { dropped.map { $0.kind.label($0.count) }.joined(separator: ", ") }
}

extension Site {
  /// Where messages on the settings as a whole point.
  var settingsPlace: SourceRange { SourceRange(path: archive.shownPath(of: "archive.yml")) }

  /// The warning that a file is larger than its host takes; nil where it is not.
  func hostProblem(ofFile path: String, _ address: Address, bytes: Int) -> Diagnostic? {
    guard let most = HostLimits(of: settings.host).fileBytes, bytes > most else { return nil }
    return Diagnostic(
      .hostLimit,
      "\(settings.host.rawValue) takes files of at most \(Labels.grouped(most)) bytes, and this "
        + "has \(Labels.grouped(bytes))",
      at: origin(of: address) ?? settingsPlace,
      note: "/\(path) is written, and the host may refuse the whole site",
      suggestion: "make it smaller, or keep it elsewhere and link to it")
  }

  /// The warning that a site is larger than its host takes; empty where it is not.
  func hostProblems(ofSite bytes: Int) -> [Diagnostic] {
    guard let most = HostLimits(of: settings.host).siteBytes, bytes > most else { return [] }
    return [
      Diagnostic(
        .hostLimit,
        "\(settings.host.rawValue) takes sites of at most \(Labels.grouped(most)) bytes, and this "
          + "one has \(Labels.grouped(bytes))",
        at: settingsPlace, note: "the site is written whole",
        suggestion: "make pictures smaller, or choose a host that takes more")
    ]
  }
}
