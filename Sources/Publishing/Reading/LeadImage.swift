import ArchiveModel
import Loading

/// The picture that front matter puts at the head of an article, once it was looked for.
struct LeadImage: Sendable {
  /// Where it is.
  enum Address: Sendable, Equatable {
    /// A file of the site, by its path below the root, as it stands in an address.
    case site(String)
    /// Another site's: named to those who show a preview of the page, never shown in it.
    case remote(String)
  }

  let address: Address
  let size: ImageSize?
  let image: Article.Image
  /// Whether the body begins with the same picture, so that it stands there already.
  var isInBody = false
}

extension LeadImage {
  /// What looking for a picture came to.
  struct Finding {
    var lead: LeadImage?
    /// The address that was looked for among the archive's files.
    var lookup: String?
    var file: MediaIndex.File?
    var diagnostics: [Diagnostic] = []
  }

  /// Looks for the picture of an article as for those in its body; nil if it states none.
  static func find(for source: Source, in index: MediaIndex, _ base: String?) -> Finding? {
    guard let image = source.article.image else { return nil }
    let place = source.place(of: .image)
    var finding = Finding()
    guard let target = LocalReferences.target(image.source, base), !target.isEmpty else {
      let isRemote = ["https://", "http://", "//"].contains { image.source.hasPrefix($0) }
      finding.lead =
        isRemote ? LeadImage(address: .remote(image.source), size: nil, image: image) : nil
      finding.diagnostics = [
        Diagnostic(
          isRemote ? .imageExternal : .mediaMissing,
          isRemote
            ? "the picture of this article is on another site"
            : "“\(image.source)” is neither a path nor the address of a picture",
          at: place, note: "the article is shown without it",
          suggestion: "put the image into media/ and write its path")
      ]
      return finding
    }
    finding.lookup = target
    let (file, diagnostics) = index.look(
      for: target, from: source.article.path, at: place, else: "the article is shown without it")
    finding.file = file
    finding.diagnostics = diagnostics
    guard let file else { return finding }
    let stated = image.width.flatMap { width in
      image.height.flatMap { ImageSize(width: width, height: $0) }
    }
    finding.lead = LeadImage(
      address: .site(String(decoding: LocalReferences.encoded(file.path), as: UTF8.self)),
      size: index.size(of: file) ?? stated, image: image)
    return finding
  }

  /// The warning on a picture that nobody who cannot see it learns anything of.
  func silence(at place: SourceRange) -> [Diagnostic] {
    guard image.alt == nil, !isInBody, case .site = address else { return [] }
    return [
      Diagnostic(
        .mediaAltMissing, "the picture of this article has no text in its place", at: place,
        note: "whoever cannot see it learns nothing of it",
        suggestion: "write image: {src: …, alt: …} with what it shows, or alt: \"\" if that is "
          + "nothing")
    ]
  }
}

extension MediaIndex {
  /// What an address leads to, with what an author should know of it.
  func look(
    for target: String, from path: String, at place: SourceRange, else note: String
  ) -> (file: File?, diagnostics: [Diagnostic]) {
    switch find(target, from: path) {
    case .found(let file, isOtherCase: false): return (file, [])
    case .found(let file, isOtherCase: true):
      return (file, [otherCase(of: file, at: place)])
    case .outside:
      return (
        nil,
        [
          Diagnostic(
            .mediaOutside, "this image lies outside of the archive", at: place, note: note,
            suggestion: "put the file beside the article or into media/")
        ]
      )
    case .missing(let nearest):
      return (
        nil,
        [
          Diagnostic(
            .mediaMissing, "there is no file “\(target)” beside the article or in media/",
            at: place,
            note: note,
            suggestion: nearest.map { "did you mean \($0)?" } ?? "put the file into media/")
        ]
      )
    }
  }

  /// The warning on a name that differs in capitals from the file's.
  func otherCase(of file: File, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .mediaCase, "the file is named “\(file.shownPath)”, in other letters’ case", at: place,
      note: "it is used", suggestion: "write its name as it is")
  }
}
