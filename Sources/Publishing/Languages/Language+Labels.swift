import ArchiveModel
import Loading

extension Language {
  /// Takes a theme's own words; what cannot be taken is an error, and stays as it is.
  mutating func reword(_ labels: [ThemeSettings.Label]) -> [Diagnostic] {
    labels.flatMap { reword($0) }
  }

  private mutating func reword(_ label: ThemeSettings.Label) -> [Diagnostic] {
    if let phrase = Phrase(rawValue: label.key) {
      guard !label.isCounted else {
        return [Language.invalid("\(label.key) is one text", at: label.keyPlace)]
      }
      guard let form = label.forms.first else { return [] }
      let problems = Language.problems(
        of: form, holes: LabelText(Language.english[phrase]).holes)
      if problems.isEmpty { self[phrase] = form.value }
      return problems
    }
    if let counted = Counted(rawValue: label.key) { return reword(counted, label) }
    let known = Phrase.allCases.map(\.rawValue) + Counted.allCases.map(\.rawValue)
    return [
      Diagnostic(
        .settingUnknown, "pages have no label “\(label.key)”", at: label.keyPlace,
        note: "nothing is built with a theme that is not whole",
        suggestion: Spelling.nearest(to: label.key, in: known).map { "did you mean \($0)?" }
          ?? "dateline theme views lists the labels")
    ]
  }

  private mutating func reword(
    _ counted: Counted, _ label: ThemeSettings.Label
  ) -> [Diagnostic] {
    guard label.isCounted, label.forms.contains(where: { $0.key == "other" }) else {
      return [
        Language.invalid(
          "\(label.key) is a map of forms, of which one is other", at: label.keyPlace,
          suggestion: "write \(label.key): {one: \"{count} …\", other: \"{count} …\"}")
      ]
    }
    var forms: PluralForms = [:]
    var problems: [Diagnostic] = []
    for form in label.forms {
      guard let category = PluralCategory(rawValue: form.key) else {
        problems.append(
          Language.invalid(
            "“\(form.key)” is no form of what is counted", at: form.place,
            suggestion: "the forms are "
              + PluralCategory.allCases.map(\.rawValue).joined(separator: ", ")))
        continue
      }
      problems += Language.problems(of: form, holes: ["count"])
      forms[category] = form.value
    }
    if problems.isEmpty { reword(counted, forms) }
    return problems
  }

  /// Holes that the page does not fill, and braces that are none.
  private static func problems(
    of form: ThemeSettings.Entry, holes: Set<String>
  ) -> [Diagnostic] {
    let text = LabelText(form.value)
    let names = holes.sorted().map { "{\($0)}" }.joined(separator: ", ")
    if let unknown = text.holes.subtracting(holes).sorted().first {
      return [
        invalid(
          "nothing fills {\(unknown)} in this label", at: form.place,
          suggestion: holes.isEmpty
            ? "write it without a hole" : "the holes of this label are \(names)")
      ]
    }
    guard text.hasStrayBrace else { return [] }
    return [invalid("a brace in a label opens or closes a hole", at: form.place)]
  }

  private static func invalid(
    _ message: String, at place: SourceRange, suggestion: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .settingsInvalid, message, at: place,
      note: "nothing is built with a theme that is not whole", suggestion: suggestion)
  }
}
