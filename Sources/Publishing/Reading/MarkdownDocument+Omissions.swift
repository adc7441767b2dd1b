import ArchiveModel
import Loading
import Markup

extension MarkdownDocument {
  /// What of an article's body did not reach its page: one warning a kind, at the first place.
  borrowing func omissions(in source: Source) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func warn(_ omission: Omission, _ code: Diagnostic.Code, _ what: String, _ help: String) {
      guard let first = omission.first else { return }
      diagnostics.append(
        Diagnostic(
          code,
          "\(what) is left out"
            + (omission.count == 1
              ? ""
              : ", here and at \(Labels.count(omission.count - 1, "more place", "more places"))"),
          at: BodyLines(of: source).place(of: first), note: "the text in it is kept",
          suggestion: help))
    }
    warn(
      omittedHTML, .htmlDropped, "raw HTML (\(omittedHTMLNames.joined(separator: ", ")))",
      "write it as Markdown")
    warn(
      omittedLinks, .linkUnsafe, "a link that is neither http, https, mailto, tel nor relative",
      "give it such an address, or remove it")
    return diagnostics + deadFragments(in: source)
  }

  /// One warning on links into the text itself that lead nowhere, at the first of them.
  borrowing func deadFragments(in source: Source) -> [Diagnostic] {
    let dead = unresolvedFragments(reserved: Site.ownIDs)
    guard let first = dead.first else { return [] }
    let name = String(decoding: first.fragment, as: UTF8.self)
    let more =
      dead.count == 1
      ? "" : ", nor for \(Labels.count(dead.count - 1, "more link", "more links"))"
    return [
      Diagnostic(
        .linkBroken, "no heading of this text has the id “\(name)”\(more)",
        at: BodyLines(of: source).place(of: first.position), note: "the link leads nowhere",
        suggestion: "write {#\(name)} at the end of the heading that is meant")
    ]
  }
}

extension Site {
  /// The ids that the bundled theme's own elements have.
  static let ownIDs: Set<[UInt8]> = [Array("main".utf8), Array("companions".utf8)]
}
