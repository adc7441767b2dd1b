import ArchiveModel

/// What decides identity, address, time and visibility: wrong, it is an error (DESIGN §11).
extension ArticleReader {
  mutating func readIdentifier(_ value: FrontMatterValue, of key: String) {
    guard let id = values.text(value, of: key) else { return }
    let isSafe =
      id.utf8.count <= 200 && !id.utf8.contains(UInt8(ascii: "\\"))
      && !id.split(separator: "/").contains { $0 == ".." || $0 == "." }
    guard isSafe else {
      values.error(
        .identifierInvalid, "an id has at most 200 bytes, no backslash and no part “..”",
        at: value.offsets, suggestion: "write letters, digits and hyphens")
      return
    }
    article.id = id
  }

  mutating func readDate(_ entry: FrontMatterEntry) {
    article.date = values.decisiveDate(entry.value, of: entry.key)
    hasDate = !entry.value.isNull
    if !hasDate {
      values.warn(
        "\(entry.key) has no value", at: entry.keyOffsets, note: "the article has no stated date",
        suggestion: "write \(entry.key): 2017-03-26, or delete the line")
    }
  }

  mutating func readSlug(_ value: FrontMatterValue, of key: String) {
    guard let text = values.text(value, of: key) else { return }
    if let slug = Slug(exactly: text) {
      article.slug = slug
      return
    }
    // What differs only in case or length has one meaning.
    let made = Slug(text)
    guard ArticleReader.isSlugButForForm(text) else {
      values.error(
        .slugInvalid, "a slug has lower-case letters a to z, digits, and hyphens between them",
        at: value.offsets, suggestion: "write \(made)")
      return
    }
    values.warn(
      "a slug has lower-case letters and at most \(Slug.maximumBytes) bytes", at: value.offsets,
      note: "\(made) is taken", suggestion: "write \(made)")
    article.slug = made
  }

  private static func isSlugButForForm(_ text: String) -> Bool {
    text.utf8.allSatisfy { FrontMatterScanner.isKeyByte($0) && $0 != UInt8(ascii: "_") }
      && text.utf8.first != UInt8(ascii: "-") && text.utf8.last != UInt8(ascii: "-")
  }

  mutating func readURL(_ value: FrontMatterValue, of key: String) {
    guard let text = values.text(value, of: key) else { return }
    do throws(SitePath.Failure) {
      article.url = try SitePath.normalized(text)
      guard !(article.url?.utf8.contains(UInt8(ascii: "?")) ?? false) else {
        throw SitePath.Failure(rule: "the address of a page holds no question mark")
      }
    } catch {
      article.url = nil
      values.error(
        error.escapes ? .addressEscapes : .slugInvalid, "\(key): \(error.rule)",
        at: value.offsets, suggestion: error.suggestion)
    }
  }

  mutating func readAliases(_ value: FrontMatterValue, of key: String) {
    let items: [FrontMatterValue]
    switch value.content {
    case .null: return
    case .list(let list): items = list
    case .text, .map: items = [value]
    }
    for item in items where !item.isNull {
      guard case .text(let text, _) = item.content else {
        values.error(.aliasInvalid, "an alias is a path", at: item.offsets)
        continue
      }
      do throws(SitePath.Failure) {
        let path = try SitePath.normalized(TemplateTags(in: text).text)
        if !article.aliases.contains(path) { article.aliases.append(path) }
      } catch {
        values.error(
          error.escapes ? .addressEscapes : .aliasInvalid, error.rule, at: item.offsets,
          suggestion: error.suggestion)
      }
    }
  }

  mutating func readStatus(_ value: FrontMatterValue) {
    guard !value.isNull else { return }
    let text = value.asText.lowercased()
    if let status = Article.Status(rawValue: text == "publish" ? "published" : text) {
      article.status = status
      return
    }
    let names = Article.Status.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: text, in: names)
    values.error(
      .statusUnknown, "a status is one of \(names.joined(separator: ", "))", at: value.offsets,
      suggestion: nearest.map { "did you mean \($0)?" })
  }

  mutating func readDraft(_ value: FrontMatterValue, of key: String) {
    guard !value.isNull else { return }
    guard let flag = values.bool(value) else {
      values.error(
        .statusUnknown, "\(key): expected true or false", at: value.offsets,
        suggestion: "write \(key): true")
      return
    }
    if flag { isDraft = true }
  }

  /// `published: false` is a draft's; with a date it tells when.
  mutating func readPublished(_ value: FrontMatterValue, of key: String) {
    guard !value.isNull else { return }
    if let flag = values.bool(value) {
      if !flag { isDraft = true }
    } else if !hasDate {
      article.date = values.decisiveDate(value, of: key)
      hasDate = true
    }
  }

  mutating func readLanguage(_ value: FrontMatterValue, of key: String) {
    guard let text = values.text(value, of: key) else { return }
    let tag = text.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
    // A language is part of no address, but what looks like a way out of the site is no typo.
    guard !text.utf8.contains(where: { "/\\".utf8.contains($0) }) else {
      values.error(
        .addressEscapes, "\(key) is a language tag, and no path", at: value.offsets,
        suggestion: "write a tag such as en, ar or pt-BR")
      return
    }
    guard ValueReader.isLanguageTag(tag) else {
      values.diagnostics.append(
        Diagnostic(
          .languageInvalid, "\(key) is a language tag such as en, ar or pt-BR (BCP 47)",
          at: values.place(value.offsets), note: "the archive's language is taken"))
      return
    }
    article.language = tag
  }
}
