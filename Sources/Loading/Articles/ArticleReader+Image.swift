import ArchiveModel

/// The picture that stands for an article.
extension ArticleReader {
  /// A path, a list whose first item is one, or `{src, alt, caption, credit, license, width,
  /// height}`; `false`, as some themes have it, for none.
  mutating func readImage(_ value: FrontMatterValue, of key: String) {
    switch value.content {
    case .null: return
    case .text(_, isQuoted: false) where values.bool(value) != nil:
      keep(value, of: key)
    case .text:
      article.image = values.text(value, of: key).map(Article.Image.init)
    case .list(let items):
      guard let first = items.first(where: { !$0.isNull }) else { return }
      readImage(first, of: key)
      if items.count > 1 { keep(value, of: key) }
    case .map(let entries):
      readImage(entries, of: key, at: value)
    }
  }

  private mutating func readImage(
    _ entries: [FrontMatterEntry], of key: String, at place: FrontMatterValue
  ) {
    var image = Article.Image(source: "")
    var others: [FrontMatterEntry] = []
    for entry in entries {
      let name = "\(key).\(entry.key)"
      switch ArticleKey.foldedName(entry.key) {
      case "src", "path", "url", "image", "file", "source":
        image.source = values.text(entry.value, of: name) ?? image.source
      case "alt": image.alt = alt(entry.value, of: name)
      case "caption", "title", "description":
        image.caption = values.text(entry.value, of: name).map(CharacterReference.decoded)
      case "credit", "photographer", "attribution":
        image.credit = values.text(entry.value, of: name).map(CharacterReference.decoded)
      case "license", "licence": image.license = values.text(entry.value, of: name)
      case "width": image.width = pixels(entry.value, of: name)
      case "height": image.height = pixels(entry.value, of: name)
      default: others.append(entry)
      }
    }
    if !others.isEmpty {
      keep(FrontMatterValue(.map(others), at: place.offsets), of: key)
    }
    guard !image.source.isEmpty else {
      // Themes' switches for a picture that there is none of, as `cover: {hidden: true}`.
      if others.count < entries.count {
        values.wrongType(place, of: key, expected: "a path, or {src: …, alt: …}")
      }
      return
    }
    article.image = image
  }

  /// Empty is a statement here: the picture only decorates.
  private mutating func alt(_ value: FrontMatterValue, of key: String) -> String? {
    if case .text(let text, isQuoted: true) = value.content, text.isEmpty { return "" }
    return values.text(value, of: key).map(CharacterReference.decoded)
  }

  private mutating func pixels(_ value: FrontMatterValue, of key: String) -> Int? {
    guard let number = values.integer(value, of: key) else { return nil }
    guard (1...1_000_000).contains(number) else {
      values.warn("\(key) counts pixels, from 1", at: value.offsets, note: "the value is dropped")
      return nil
    }
    return number
  }

  /// `image_alt` and its like, which speak of an `image` before or after them.
  mutating func readImageDetails() {
    for (key, entry) in imageDetails {
      guard var image = article.image else {
        keep(entry.value, of: entry.key)
        continue
      }
      switch key {
      case .imageAlt: image.alt = image.alt ?? alt(entry.value, of: entry.key)
      case .imageCaption:
        image.caption =
          image.caption
          ?? values.text(entry.value, of: entry.key).map(CharacterReference.decoded)
      default:
        image.credit =
          image.credit
          ?? values.text(entry.value, of: entry.key).map(CharacterReference.decoded)
      }
      article.image = image
    }
  }
}
