import ArchiveModel

/// Whether search engines and readers may find an article.
extension ArticleReader {
  mutating func readUnlisted(_ value: FrontMatterValue, of key: String) {
    guard let flag = values.bool(value) else {
      if !value.isNull { values.wrongType(value, of: key, expected: "true or false") }
      return
    }
    if flag { article.isUnlisted = true }
  }

  /// The words of the robots meta element: `noindex, nofollow`.
  mutating func readRobots(_ value: FrontMatterValue, of key: String) {
    for text in values.texts(value, of: key) {
      let words = text.lowercased().split { $0 == "," || $0 == " " }
      if words.contains("noindex") || words.contains("none") { article.isUnlisted = true }
    }
  }

  /// `sitemap: false` of Jekyll, `{disable: true}` of Hugo, `in_search_index: false` of Zola.
  mutating func readListed(_ value: FrontMatterValue, of key: String) {
    if let flag = values.bool(value) {
      if !flag { article.isUnlisted = true }
      return
    }
    guard case .map(let entries) = value.content else {
      if !value.isNull { values.wrongType(value, of: key, expected: "true or false") }
      return
    }
    if entries.contains(where: { $0.key == "disable" && values.bool($0.value) == true }) {
      article.isUnlisted = true
    }
    keep(value, of: key)
  }

  /// Whoever writes `private: true` wants no reader: a site of files has none but public pages.
  mutating func readPrivate(_ value: FrontMatterValue, of key: String) {
    guard !value.isNull else { return }
    guard let flag = values.bool(value) else {
      values.error(
        .statusUnknown, "\(key): expected true or false", at: value.offsets,
        suggestion: "write status: draft for what nobody may see, noindex: true for what search "
          + "engines may not")
      return
    }
    guard flag else { return }
    isDraft = true
    values.warn(
      "no page of a public archive is private", at: value.offsets,
      note: "the article is a draft, which no reader sees",
      suggestion: "write status: draft, or noindex: true if readers may see it")
  }
}
