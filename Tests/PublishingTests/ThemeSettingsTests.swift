import ArchiveModel
import Loading
import Testing

@testable import Publishing

@Suite struct `Settings of a theme` {
  private func archive(_ theme: String) -> String {
    """
    -- archive.yml --
    title: The Example Times
    theme: mine
    -- articles/talks.md --
    ---
    title: Talks resume
    date: 2017-03-26
    ---
    The talks resumed.
    -- Themes/mine/theme.yml --
    \(theme)
    """
  }

  @Test func `Colours, type and words are set without a template or a stylesheet`() async throws {
    let site = try await built(
      archive(
        """
        colors: {ink: "#123"}
        dark_colors: {ink: "#eeeeee"}
        type: {scale: 1.125, serif: "Georgia, serif"}
        labels: {back_to_top: Up & away, count_articles: {one: one story, other: "{count} stories"}}
        """))
    #expect(site.report.diagnostics.filter { $0.place.path.hasSuffix("theme.yml") } == [])
    #expect(
      site.contents("assets/settings.css") == """
        /* Made of theme.yml. */
        :root { font-size: 112.5%; --serif: Georgia, serif; }
        @media not all and (prefers-color-scheme: dark) { :root { --ink: #112233; } }
        @media screen and (prefers-color-scheme: dark) { :root { --ink: #eeeeee; } }

        """)
    let front = try #require(site.contents("index.html"))
    #expect(front.contains("<link rel=\"stylesheet\" href=\"assets/settings.css\">"))
    #expect(front.contains("Up &amp; away"))
    #expect(try #require(site.contents("2017/index.html")).contains("one story"))
  }

  @Test func `A theme that sets nothing has no stylesheet of settings`() async throws {
    let site = try await built(archive("name: mine"))
    #expect(site.contents("assets/settings.css") == nil)
    #expect(try #require(site.contents("index.html")).contains("settings.css") == false)
  }

  @Test(
    arguments: [
      ("labels: {back_to_topp: Up}", "setting-unknown", "did you mean back_to_top?"),
      (
        "labels: {page_of: \"{page} of {total}\"}", "settings-invalid",
        "the holes of this label are {current}, {total}"
      ),
      ("labels: {back_to_top: \"{{title}}\"}", "settings-invalid", "write it without a hole"),
      (
        "labels: {count_articles: stories}", "settings-invalid",
        "write count_articles: {one: \"{count} …\", other: \"{count} …\"}"
      ),
      ("colors: {inc: \"#123\"}", "setting-unknown", "did you mean ink?"),
      (
        "colors: {ink: red}", "settings-invalid",
        "write it in quotes, since # begins a comment: ink: \"#1d1a16\""
      ),
      ("colours_dark: {ink: \"#123\"}", "setting-unknown", nil),
      ("type: {scale: 9}", "settings-invalid", nil),
      (
        "type: {serif: \"x; } body { display: none\"}", "settings-invalid",
        "write, for example, serif: Charter, Georgia, serif"
      ),
      ("logo: assets/logo.svg", "settings-invalid", nil),
      ("logo: ../secret.svg", "settings-invalid", nil),
    ] as [(String, String, String?)])
  func `A mistake in theme.yml is an error at its place, and nothing is built`(
    _ line: String, _ code: String, _ help: String?
  ) async throws {
    let site = try await built(archive(line))
    let problem = try #require(site.report.diagnostics.first { $0.severity == .error })
    #expect(problem.code.rawValue == code)
    #expect(problem.place.path == "Themes/mine/theme.yml")
    #expect(!problem.place.offsets.isEmpty)
    if let help { #expect(problem.suggestion == help) }
    #expect(site.contents("index.html") == nil)
  }

  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48),
    ("#1d1a16", "#fdfbf6", 16.7),
  ])
  func `Contrast is that of WCAG`(_ one: String, _ other: String, _ ratio: Double) throws {
    #expect(abs(try #require(Contrast.ratio(one, other)) - ratio) < 0.1)
    #expect(Contrast.ratio(one, other) == Contrast.ratio(other, one))
  }

  @Test func `The bundled theme has enough contrast by day and by night`() throws {
    let colors = ThemeFiles(replacing: []).colors
    var settings = ThemeSettings()
    settings.colors = colors.entries(isDark: false)
    settings.darkColors = colors.entries(isDark: true)

    #expect(settings.colors.count == 9)
    #expect(settings.darkColors.count == 9)
    #expect(colors.problems(with: settings) == [])
  }
}
