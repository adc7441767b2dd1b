/// What is said of one thing and of several, in the categories of CLDR.
typealias PluralForms = [PluralCategory: String]

/// The categories of CLDR: which of them a language tells apart is its own affair.
enum PluralCategory: String, Sendable, CaseIterable {
  case zero, one, two, few, many, other
}

/// Something that pages count.
///
/// Its raw value is the name by which `labels` in `theme.yml` reword it, as a map of categories.
enum Counted: String, Sendable, CaseIterable {
  /// "12 articles".
  case articles = "count_articles"
  /// "12 places".
  case places = "count_places"
  /// "1,204 names".
  case names = "count_names"
  /// How often a text names somebody: "named 3 times".
  case mentions = "count_mentions"
  /// Before what they name: "2 articles name".
  case articlesNaming = "count_articles_naming"
}

/// How a language counts whole numbers (CLDR 47, plurals.xml).
enum PluralRule: Sendable {
  /// One, and all others: English, German, Spanish and most.
  case one
  /// Zero and one, and all others: French, Portuguese of Brazil.
  case zeroOrOne
  /// Six ways.
  case arabic

  /// The category of a number that is not negative.
  func category(of number: Int) -> PluralCategory {
    switch self {
    case .one: number == 1 ? .one : .other
    case .zeroOrOne: number < 2 ? .one : .other
    case .arabic:
      switch (number, number % 100) {
      case (0, _): .zero
      case (1, _): .one
      case (2, _): .two
      case (_, 3...10): .few
      case (_, 11...99): .many
      default: .other
      }
    }
  }
}

extension PluralForms {
  /// The form for a number: one that is meant for this number alone, such as "twice", else that of
  /// the category.
  func form(of number: Int, by rule: PluralRule) -> String {
    let exact: PluralCategory? = number == 0 ? .zero : number == 2 ? .two : nil
    return exact.flatMap { self[$0] } ?? self[rule.category(of: number)] ?? self[.other] ?? ""
  }
}
