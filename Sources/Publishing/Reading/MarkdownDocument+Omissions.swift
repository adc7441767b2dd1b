import ArchiveModel
import Loading
import Markup

extension MarkdownDocument {
  /// What of a text did not reach its page, or not as its author wrote it.
  ///
  /// One warning a kind, at the first place. To be called after `identifyHeadings`.
  borrowing func omissions(in origin: TextOrigin) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func warn(
      _ omission: Omission, _ code: Diagnostic.Code, _ what: String, _ note: String, _ help: String
    ) {
      guard let first = omission.first else { return }
      let more =
        omission.count == 1
        ? "" : ", here and at \(Labels.count(omission.count - 1, "more place", "more places"))"
      diagnostics.append(
        Diagnostic(
          code, what + more, at: BodyLines(of: origin).place(of: first), note: note,
          suggestion: help))
    }
    warn(
      omittedHTML, .htmlDropped,
      "raw HTML (\(omittedHTMLNames.joined(separator: ", "))) is left out",
      "the text in it is kept, that of scripts, styles and comments is not", "write it as Markdown")
    warn(
      omittedLinks, .linkUnsafe,
      "a link that is neither http, https, mailto, tel nor relative is left out",
      "the text in it is kept", "give it such an address, or remove it")
    warn(
      embeds, .embedLinked, "what another site would show in this page is a link to it",
      "no page of the archive asks another host for anything",
      "if it should last, put a copy into media/")
    warn(
      externalImages, .imageExternal, "an image of another site is a link to it",
      "no page of the archive asks another host for anything",
      "put the image into media/ and write its path")
    return diagnostics + deadFragments(in: origin)
  }

  /// One warning on links into the text itself that lead nowhere, at the first of them.
  private borrowing func deadFragments(in origin: TextOrigin) -> [Diagnostic] {
    let dead = unresolvedFragments()
    guard let first = dead.first else { return [] }
    let name = String(decoding: first.fragment, as: UTF8.self)
    let more =
      dead.count == 1
      ? "" : ", nor for \(Labels.count(dead.count - 1, "more link", "more links"))"
    return [
      Diagnostic(
        .linkBroken, "no heading of this text has the id “\(name)”\(more)",
        at: BodyLines(of: origin).place(of: first.position), note: "the link leads nowhere",
        suggestion: "write {#\(name)} at the end of the heading that is meant")
    ]
  }
}

extension Site {
  /// The ids that the bundled theme's own elements have.
  static let ownIDs: Set<[UInt8]> = [Array("main".utf8), Array("companions".utf8)]
}
