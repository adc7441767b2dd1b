import Templates

/// The picture that stands for the archive’s title.
struct LogoView: View {
  var path: String
  var source = ""
  var alternative: String
  var width: Int
  var height: Int

  static let fields: [Field<LogoView>] = [
    .text("src", "the address of the picture") { $0.source },
    .text("alt", "what stands for it in words") { $0.alternative },
    .number("width", "in pixels; 0 where nobody knows") { $0.width },
    .number("height", "the same") { $0.height },
  ]
}
