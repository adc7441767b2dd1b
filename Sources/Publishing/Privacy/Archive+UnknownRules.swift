import ArchiveModel
import Loading

extension Archive {
  /// Rules that redact a name which stands nowhere: most likely a slip.
  func unusedRedactions(besides used: Set<Int>) -> [Diagnostic] {
    privacy.redactions.enumerated().filter { !used.contains($0.offset) }.map { _, rule in
      Diagnostic(
        .privacyUnknown, "the name “\(rule.name)” stands nowhere in the archive", at: rule.place,
        note: "the rule does nothing",
        suggestion: "look at its spelling, or list the others behind also:")
    }
  }

  /// Rules that withdraw an article which is not there: each an error, since the one that was meant
  /// would go on being public.
  func unknownWithdrawals(among readings: borrowing [Reading]) -> [Diagnostic] {
    guard !privacy.withdrawals.isEmpty else { return [] }
    let found = Set(readings.compactMap { withdrawal(of: $0.article)?.place })
    let missing = privacy.withdrawals.filter { !found.contains($0.place) }
    guard !missing.isEmpty else { return [] }
    let names = SpellingIndex(Set(readings.map(\.article.path) + readings.compactMap(\.article.id)))
    return missing.map { rule in
      Diagnostic(
        .privacyInvalid, "no article has the path, id or address “\(rule.article)”",
        at: rule.place, note: "no page is written until this is mended",
        suggestion: names.nearest(to: rule.article).map { "did you mean \($0)?" }
          ?? "write its path below Content; if the file is gone, delete the rule")
    }
  }
}
