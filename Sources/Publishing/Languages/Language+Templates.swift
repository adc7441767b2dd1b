import Templates

extension Language {
  /// The phrases as templates.
  ///
  /// `{{>labels.page_of}}` shows one, and fills its holes from the view that it stands in. They are compiled into the pages, and cost nothing when one is rendered.
  var templates: [TemplateSource] {
    Phrase.allCases.map { phrase in
      let markup = Language.markup[phrase] ?? [:]
      var text = HTML()
      for part in LabelText(self[phrase]).parts {
        switch part {
        case .text(let words): text.text(words)
        case .hole(let name): text.append(Language.tag(markup[name] ?? "{{\(name)}}"))
        }
      }
      return TemplateSource(
        name: "labels.\(phrase.rawValue)", path: "theme.yml", bytes: text.bytes)
    }
  }

  /// A date as `date.mustache` shows it, without its line's end: a full stop may follow.
  private static let date =
    "{{#iso_date}}<time datetime=\"{{iso_date}}\">{{date}}</time>{{/iso_date}}"
    + "{{^iso_date}}{{date}}{{/iso_date}}"

  /// The holes into which templates put more than a text.
  private static let markup: [Phrase: [String: String]] = [
    .expires: ["date": date], .expiresOn: ["date": date],
    .nameRemovedOn: ["date": date], .articleWithdrawnOn: ["date": date],
    .reviewed: ["date": date], .askForMore: ["contact": "{{>contact}}"],
    .namedOnlyAs: ["short_name": "<bdi>{{short_name}}</bdi>"],
    // The script of the search page puts a number there.
    .paragraph: ["number": "#"], .decade: ["year": "#"],
    .nowAt: ["target": "<a href=\"{{target.href}}\" dir=\"auto\">{{target.name}}</a>"],
  ]

  /// Mustache of ours, as it is.
  private static func tag(_ text: String) -> HTML { HTML(trusted: Array(text.utf8)) }
}
