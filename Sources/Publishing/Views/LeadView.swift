import Templates

/// The picture at the head of an article.
struct LeadView: View {
  var source: String
  var alternative: String
  /// In pixels; 0 where nobody knows.
  var width: Int
  var height: Int
  var caption: String
  var credit: String

  /// Nil where the page does not show it at its head.
  init?(_ lead: LeadImage, root: String) {
    guard case .site(let path) = lead.address, !lead.isInBody else { return nil }
    source = root + path
    alternative = lead.image.alt ?? ""
    width = lead.size?.width ?? 0
    height = lead.size?.height ?? 0
    caption = lead.image.caption ?? ""
    credit = lead.image.credit ?? ""
  }

  static let fields: [Field<LeadView>] = [
    .text("src") { $0.source },
    .text("alt") { $0.alternative },
    .number("width") { $0.width },
    .number("height") { $0.height },
    .flag("has_caption") { !$0.caption.isEmpty || !$0.credit.isEmpty },
    .text("caption") { $0.caption },
    .text("credit") { $0.credit },
  ]
}
