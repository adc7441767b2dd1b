import Foundation

/// What is done to settings, theme and the archive's other files.
extension EditedArchive {
  mutating func editSetting(_ edit: Edit) throws -> String? {
    let (key, value): (String, String?)
    switch edit {
    case .titleChanged:
      (key, value) = pick([
        ("subtitle", "Number \(step)"), ("publisher", "Publisher \(step)"),
        ("license", pick(["CC BY 4.0", nil])), ("contact", "desk@example.org"),
        ("humans", "Made by \(step)"),
      ])
    case .baseURLChanged:
      (key, value) = ("base_url", pick([nil, "https://example.org/", "https://a.example/b/c/"]))
    case .languageChanged:
      (key, value) = pick([
        ("language", pick([nil, "de", "fr", "ar", "en-GB"])),
        ("time_zone", pick(["Asia/Baghdad", "-11:00", nil])),
      ])
    case .sectionsChanged:
      (key, value) = (
        "sections", pick([nil, "[Culture, World]", "[{name: World, description: Step \(step)}]"])
      )
    case .permalinksChanged:
      (key, value) = (
        "permalinks", pick([nil, "/:section/:slug/", "/:year/:slug.html", "{World: /w/:slug/}"])
      )
    case .fewestArticlesChanged:
      (key, value) = pick([
        ("minimum_articles", "\(1 + below(3))"), ("privacy", pick(["strict", "open", "standard"])),
      ])
    case .listsChanged:
      (key, value) = pick([
        ("page_size", "\(1 + below(4))"), ("citations", pick(["articles", "years", nil])),
      ])
    case .linksChanged:
      (key, value) = pick([
        ("links", pick(["file", "directory"])), ("mentions", pick(["all", "none", "first"])),
        ("demonyms", pick(["link", "ignore"])),
      ])
    case .hostChanged:
      (key, value) = pick([
        ("host", pick(["github", "netlify", "nginx", nil])),
        ("max_files", pick(["60", "200", nil])),
      ])
    case .markdownChanged:
      (key, value) = pick([
        ("markdown", pick(["{tables: false}", "{html: false, footnotes: false}", nil])),
        ("keep_exif", "\(oneOf(2))"),
      ])
    case .themeSwitched: (key, value) = ("theme", settings["theme"] == "own" ? nil : "own")
    case .templateChanged:
      let path = "Themes/own/templates/item.mustache"
      if files("Themes").contains(path), oneOf(3) {
        try remove(path)
      } else {
        try write(
          path,
          "<article class=\"item\"><h3><a href=\"{{href}}\">{{title}}</a></h3>"
            + "<p>\(step) {{>date}}</p></article>\n")
      }
      return path
    case .styleChanged: return try writeStyle()
    case .themeSettingsChanged:
      let path = "Themes/own/theme.yml"
      try write(
        path,
        "colors: {ink: \"#11110\(below(10))\"}\nlabels: {back_to_top: Up \(step)}\n"
          + (oneOf(2) ? "logo: {file: media/p0.svg, alt: The Times}\n" : ""))
      return path
    default: return nil
    }
    settings[key] = value
    try writeSettings()
    return "\(key): \(value ?? "nothing")"
  }

  func writeSettings() throws {
    let lines = settings.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }
    try write("Content/archive.yml", "title: The Example Times\n" + lines.joined())
  }

  @discardableResult mutating func writeStyle() throws -> String {
    let path = "Themes/own/assets/own.css"
    try write(path, "p { margin: \(below(9))px }\n")
    return path
  }

  // MARK: Other files

  mutating func editFile(_ edit: Edit) throws -> String? {
    let pictures = files("Content/media")
    switch edit {
    case .imageAdded: return try writePicture("p\(below(3)).svg")
    case .imageChanged:
      guard let path = any(pictures), let text = try? text(path) else { return nil }
      if oneOf(3) {
        // As large as before, in the same second.
        try overwrite(path, Data(text.replacing("height=\"3\"", with: "height=\"5\"").utf8))
      } else {
        try write(path, text.replacing("width=\"", with: "width=\"1"))
      }
      return path
    case .imageRemoved:
      guard let path = any(pictures) else { return nil }
      try remove(path)
      return path
    case .fileOfItsAddressAdded:
      let path = "\(pick(["Content/", ""]))static/docs/\(below(2)).txt"
      try write(path, "Step \(step)\n")
      return path
    case .pageAdded, .pageChanged:
      let path =
        edit == .pageAdded ? "Content/pages/p\(below(3)).md" : any(files("Content/pages"))
      guard let path else { return nil }
      try write(
        path,
        "---\ntitle: Page \(below(2))\n---\n\(sentence()) "
          + "[It](/articles/\(below(2))/a\(below(12)).md), step \(below(3)).\n")
      return path
    case .pageRemoved:
      guard let path = any(files("Content/pages")) else { return nil }
      try remove(path)
      return path
    case .lockLineRemoved:
      let path = "Content/authorities/ids.lock"
      guard let text = try? text(path) else { return nil }
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count > 3 else { return nil }
      let line = lines.remove(at: 1 + below(lines.count - 2))
      try write(path, lines.joined(separator: "\n"))
      return String(line)
    default: return nil
    }
  }

  @discardableResult mutating func writePicture(_ name: String) throws -> String {
    let path = "Content/media/\(name)"
    try write(
      path,
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(1 + below(9))\" height=\"3\"/>\n")
    return path
  }
}
