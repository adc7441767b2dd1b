/// A language of templates or attributes that articles bring along from another system.
public enum Dialect: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Shortcodes of Hugo: `{{< figure >}}`, `{{% ref %}}`.
  case hugo
  /// Tags and outputs of Liquid, as Jekyll and Eleventy read them: `{% include %}`, `{{ page.title }}`.
  case liquid
  /// Shortcodes of Zola: `{{ youtube(id="…") }}`, `{% quote() %}`.
  case zola
  /// Attribute lists and extensions of kramdown: `{: .wide}`, `{::comment}`.
  case kramdown
  /// Shortcodes of WordPress, and its mark for the end of an excerpt: `[caption]`, `<!--more-->`.
  case wordPress = "wordpress"

  /// Its own name.
  public var name: String {
    switch self {
    case .hugo: "Hugo"
    case .liquid: "Liquid"
    case .zola: "Zola"
    case .kramdown: "kramdown"
    case .wordPress: "WordPress"
    }
  }

  /// In the order of their declaration.
  public static func < (a: Dialect, b: Dialect) -> Bool { a.order < b.order }

  private var order: Int {
    switch self {
    case .hugo: 0
    case .liquid: 1
    case .zola: 2
    case .kramdown: 3
    case .wordPress: 4
    }
  }
}
