import ArchiveModel

extension WireText.Wants {
  /// What an article lacks after its front matter was read.
  init(_ article: Article) {
    self = []
    if article.title.isEmpty { insert(.title) }
    if article.originalURL == nil { insert(.url) }
    if article.byline == nil, article.authors.isEmpty { insert(.byline) }
    if article.dateline == nil { insert(.dateline) }
    if article.source == nil { insert(.source) }
    if article.rights == nil { insert(.rights) }
  }
}

extension Article {
  /// Takes what a wire text tells, and marks it as inferred: the text was asked only for what front
  /// matter leaves open.
  mutating func take(_ wire: WireText, wantsDate: Bool, clean: (String) -> String) {
    func set(_ key: WritableKeyPath<Fields, String?>, _ text: String?, _ inference: Inferences) {
      guard let text = text.map(clean), !text.isEmpty else { return }
      self[dynamicMember: key] = text
      self.inferred.insert(inference)
    }
    if let text = wire.title.map(clean), !text.isEmpty {
      self.title = text
      self.inferred.insert(.title)
    }
    if self.date == .undated, wantsDate, let date = wire.date {
      self.date = date
      self.inferred.insert(.date)
    }
    if let version = wire.version {
      self.version = version
      self.inferred.insert(.version)
    }
    if let byline = wire.byline { self.authors = byline.authors.map(clean) }
    set(\.byline, wire.byline?.text, .byline)
    set(\.dateline, wire.dateline, .dateline)
    set(\.source, wire.source, .source)
    set(\.originalURL, wire.url, .originalURL)
    set(\.credits, wire.credits, .credits)
    set(\.rights, wire.rights, .rights)
    self.datelinePlaces = wire.places.map(clean)
    self.wireNotes = wire.notes.map(clean).filter { !$0.isEmpty }
  }
}
