import ArchiveModel

/// Where an article stood on paper, and what kind of text it is.
extension ArticleReader {
  /// `{date, edition, section, page, column}`, or the page alone.
  mutating func readPrint(_ value: FrontMatterValue, of key: String) {
    guard case .map(let entries) = value.content else {
      readPrintDetail(value, of: key, as: .page)
      return
    }
    var print = article.print ?? Article.PrintEdition()
    for entry in entries {
      let name = "\(key).\(entry.key)"
      switch ArticleKey.foldedName(entry.key) {
      case "date": print.date = values.date(entry.value, of: name)
      case "edition": print.edition = values.text(entry.value, of: name)
      case "section": print.section = values.text(entry.value, of: name)
      case "page", "pages": print.page = values.text(entry.value, of: name)
      case "column": print.column = values.text(entry.value, of: name)
      default:
        values.warn(
          "\(key) has the keys date, edition, section, page and column", at: entry.keyOffsets,
          note: "“\(entry.key)” is dropped")
      }
    }
    article.print = print == Article.PrintEdition() ? nil : print
  }

  /// `page` and `edition` at the top, which do not overrule those of `print`.
  mutating func readPrintDetail(_ value: FrontMatterValue, of key: String, as detail: ArticleKey) {
    guard let text = values.text(value, of: key) else { return }
    var print = article.print ?? Article.PrintEdition()
    switch detail {
    case .edition: print.edition = print.edition ?? text
    default: print.page = print.page ?? text
    }
    article.print = print
  }

  /// One of our kinds; another word is mostly the name of a layout, and kept as that.
  mutating func readKind(_ value: FrontMatterValue, of key: String) {
    guard case .text(let written, _) = value.content else {
      if !value.isNull { keep(value, of: key) }
      return
    }
    let word = written.lowercased().split { $0 == "_" || $0 == " " }.joined(separator: "-")
    if let kind = Article.Kind(rawValue: word) {
      article.kind = kind
      return
    }
    keep(value, of: key)
    let kinds = Article.Kind.allCases.map(\.rawValue)
    guard let meant = Spelling.nearest(to: word, in: kinds) else { return }
    values.warn(
      "\(key) is one of \(kinds.joined(separator: ", "))", at: value.offsets,
      note: "the value is kept, but shown nowhere", suggestion: "did you mean \(meant)?")
  }
}
