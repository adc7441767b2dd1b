import ArchiveModel
import CResources
import Loading
import Templates

/// The templates and files that make pages of views.
///
/// A theme in `Themes/NAME` replaces the bundled one file by file: what it lacks, the bundled
/// theme gives.
public struct Theme: Sendable {
  /// A file that is published as it is.
  struct Asset: Sendable {
    /// Its address: `assets/broadsheet.css`.
    var path: String
    /// Where it comes from, for messages.
    var source: String
    var bytes: [UInt8]
  }

  let front: Template<FrontView>
  let article: Template<ArticleView>
  let withdrawn: Template<WithdrawnView>
  let entity: Template<EntityView>
  let list: Template<ListView>
  let index: Template<IndexView>
  let names: Template<NamesView>
  let search: Template<SearchView>
  let map: Template<MapsView>
  let text: Template<TextView>
  let redirect: Template<RedirectView>
  let namesakes: Template<NamesakesView>
  let assets: [Asset]
  /// Of all of its files, and of the language of its words.
  let fingerprint: UInt64
  /// What its pages say.
  let language: Language
  /// The picture in place of the title, if it has one.
  var logo: LogoView?

  /// The address of the stylesheet.
  static let stylesheet = "assets/broadsheet.css"

  /// The address of what `theme.yml` sets; empty where it sets nothing.
  var settingsStylesheet: String {
    assets.contains { $0.path == ThemeStyle.path } ? ThemeStyle.path : ""
  }

  /// The address of the script of the search page, and of its stylesheet.
  var searchScript: String { "assets/search.js" }
  var searchStylesheet: String { "assets/search.css" }

  /// Compiles a theme.
  ///
  /// - Throws: all that is wrong with its templates.
  init(_ files: ThemeFiles, in language: Language) throws(TemplateErrors) {
    let library = TemplateLibrary(language.templates + files.templates)
    self.language = language
    var errors: [TemplateError] = []
    func compiled<Content: View>(_ name: String, for view: Content.Type) -> Template<Content>? {
      do throws(TemplateErrors) {
        return try library.compile(name, for: view)
      } catch {
        errors += error.errors
        return nil
      }
    }
    let front = compiled("front", for: FrontView.self)
    let article = compiled("article", for: ArticleView.self)
    let withdrawn = compiled("withdrawn", for: WithdrawnView.self)
    let entity = compiled("entity", for: EntityView.self)
    let list = compiled("list", for: ListView.self)
    let index = compiled("index", for: IndexView.self)
    let names = compiled("names", for: NamesView.self)
    let search = compiled("search", for: SearchView.self)
    let map = compiled("map", for: MapsView.self)
    let text = compiled("text", for: TextView.self)
    let redirect = compiled("redirect", for: RedirectView.self)
    let namesakes = compiled("namesakes", for: NamesakesView.self)
    guard let front, let article, let withdrawn, let entity, let list, let index, let names,
      let search, let map, let text, let redirect, let namesakes
    else { throw TemplateErrors(errors) }
    self.front = front
    self.article = article
    self.withdrawn = withdrawn
    self.entity = entity
    self.list = list
    self.index = index
    self.names = names
    self.search = search
    self.map = map
    self.text = text
    self.redirect = redirect
    self.namesakes = namesakes
    assets = files.assets
    fingerprint = files.fingerprint(in: language)
  }
}

/// The files of a theme, the bundled ones and those that replace them.
struct ThemeFiles {
  private(set) var templates: [TemplateSource] = []
  private(set) var assets: [Theme.Asset] = []
  /// The colours of its stylesheet.
  private(set) var colors = ThemeColors(stylesheet: [])

  /// That of all files, and of a language.
  func fingerprint(in language: Language) -> UInt64 {
    var print = Fingerprint()
    print.add(language.tag)
    for file in templates {
      print.add(file.name)
      print.add(Fingerprint.of(file.bytes))
    }
    for file in assets {
      print.add(file.path)
      print.add(Fingerprint.of(file.bytes))
    }
    return print.value
  }

  /// The name of the theme that is part of the program.
  static let bundledName = "broadsheet"

  /// The files of a theme below `Themes`, over the bundled ones.
  ///
  /// - Parameters:
  ///   - replacements: path below the theme's folder, path for messages, and bytes.
  ///   - settings: what `theme.yml` sets, which becomes a stylesheet of its own.
  init(
    replacing replacements: [(path: String, source: String, bytes: [UInt8])],
    _ settings: ThemeSettings = ThemeSettings()
  ) {
    var files: [String: (source: String, bytes: [UInt8])] = [:]
    for (path, bytes) in ThemeFiles.bundled {
      files[path] = ("Themes/\(ThemeFiles.bundledName)/\(path)", bytes)
    }
    for file in replacements { files[file.path] = (file.source, file.bytes) }
    if let style = ThemeStyle.bytes(of: settings) {
      let own = files[ThemeStyle.path]
      files[ThemeStyle.path] = (own?.source ?? "theme.yml", (own?.bytes ?? []) + style)
    }
    colors = ThemeColors(stylesheet: files[Theme.stylesheet]?.bytes ?? [])
    for (path, file) in files.sorted(by: { $0.key < $1.key }) {
      if path.hasPrefix("templates/"), path.hasSuffix(".mustache") {
        let name = path.dropFirst("templates/".count).dropLast(".mustache".count)
        templates.append(
          TemplateSource(name: String(name), path: file.source, bytes: file.bytes))
      } else if path.hasPrefix("assets/") {
        assets.append(Theme.Asset(path: path, source: file.source, bytes: file.bytes))
      }
    }
  }

  /// The files of the theme that is part of the program, by their paths below its folder.
  static var bundled: [(path: String, bytes: [UInt8])] {
    UnsafeBufferPointer(start: first, count: dateline_theme_count).map { resource in
      (
        String(cString: resource.path),
        [UInt8](UnsafeBufferPointer(start: resource.bytes, count: resource.count))
      )
    }
  }

  /// The table of embedded files, as the address of its first entry.
  private static var first: UnsafePointer<dateline_resource>? { dateline_theme_files() }
}
