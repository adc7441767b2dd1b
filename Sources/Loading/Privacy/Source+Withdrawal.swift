import ArchiveModel

extension Archive {
  /// The rule that withdraws an article, by its path or its id; nil if none does.
  public func withdrawal(of article: Article) -> PrivacyRules.Withdrawal? {
    guard !withdrawals.isEmpty else { return nil }
    return withdrawals[article.path] ?? article.id.flatMap { withdrawals[$0] }
  }

  /// The rules by the paths and ids of their articles.
  ///
  /// An address that was public stands for the article that has it, by the lock, or had it before:
  /// it is what readers write to an editor.
  static func withdrawals(
    _ rules: PrivacyRules, content: String, shownPrefix: String, _ disk: DiskPaths
  ) -> [String: PrivacyRules.Withdrawal] {
    var withdrawals: [String: PrivacyRules.Withdrawal] = [:]
    let names = HiddenNames(rules)
    lazy var keys = articleKeys(content: content)
    for rule in rules.withdrawals {
      var name = rule.article
      if name.hasPrefix(shownPrefix) { name.removeFirst(shownPrefix.count) }
      // As the archive gives it, where it holds a name that is redacted.
      withdrawals[names.redacted(name)] = rule
      withdrawals[disk.shownPath(of: name)] = rule
      guard !name.hasSuffix(".md"), !name.hasSuffix(".txt") else { continue }
      if let scheme = name.firstRange(of: "://") {
        name = String(name[scheme.upperBound...].drop { $0 != "/" })
      }
      let address = name.drop { $0 == "/" }
      for form in [String(address), address + "/"] {
        guard let key = keys[form] else { continue }
        withdrawals[names.redacted(key)] = rule
        withdrawals[disk.shownPath(of: key)] = rule
      }
    }
    return withdrawals
  }

  /// The keys of the articles by their addresses.
  private static func articleKeys(content: String) -> [String: String] {
    let lock = IdentityLockFile.read(contentFolder: content).lock
    var keys = lock.formerAddresses
    for (key, address) in lock.articles { keys[address] = key }
    return keys
  }
}

extension Source {
  /// Takes the article off the site, if it is on it: what was never public stays unseen.
  mutating func withdraw(by rule: PrivacyRules.Withdrawal) {
    switch article.status {
    case .published, .redacted, .embargoed, .withdrawn: article.status = .withdrawn
    case .draft: return
    }
    withdrawal = rule
  }
}

extension Article {
  /// What is left of an article that a rule withdraws: its address, its date and the reason; of its
  /// headline what the rule leaves.
  ///
  /// An address that would tell a hidden headline becomes another one, `…/withdrawn/`.
  public func withdrawn(by rule: PrivacyRules.Withdrawal) -> Article {
    var rest = Article(
      path: self.path, title: rule.keepsHeadline ? self.title : "Withdrawn article")
    rest.id = self.id
    rest.date = self.date
    rest.status = .withdrawn
    rest.embargo = self.embargo
    rest.language = self.language
    rest.section = self.section
    rest.categories = self.categories
    rest.inferred = self.inferred.intersection([.date])
    if rule.keepsHeadline {
      rest.slug = self.slug
      rest.url = self.url
      rest.aliases = self.aliases
      rest.inferred = self.inferred.intersection([.date, .title])
    } else {
      rest.slug = Slug("withdrawn")
    }
    rest.corrections = [Correction(date: rule.date, kind: rule.kind, text: rule.reason)]
    return rest
  }
}
