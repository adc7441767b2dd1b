import Templates

/// The picture at the head of an article.
struct LeadView: View {
  var source: String
  var alternative: String
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
    .text("src", "the address of the picture") { $0.source },
    .text("alt", "what stands for it in words") { $0.alternative },
    .number("width", "in pixels; 0 where nobody knows") { $0.width },
    .number("height", "the same") { $0.height },
    .flag("has_caption", "whether there is a caption or a credit") {
      !$0.caption.isEmpty || !$0.credit.isEmpty
    },
    .text("caption", "what it shows") { $0.caption },
    .text("credit", "who made it") { $0.credit },
  ]
}
