import Templates

/// The picture that stands for the archive's title.
struct LogoView: View {
  /// Below the site's root.
  var path: String
  /// From the page.
  var source = ""
  var alternative: String
  /// In pixels; 0 where nobody knows.
  var width: Int
  var height: Int

  static let fields: [Field<LogoView>] = [
    .text("src") { $0.source },
    .text("alt") { $0.alternative },
    .number("width") { $0.width },
    .number("height") { $0.height },
  ]
}
