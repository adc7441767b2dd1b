import ArchiveModel
import Loading
import Markup

/// A link of a body whose address is known only once all articles are.
struct LocalLink: Sendable {
  /// As the author wrote it; from the site's root also where the author wrote `base_url` before.
  var target: String
  var place: SourceRange
  /// Whether front matter names it: `related`, `follows`.
  var isRelation = false

  /// A link of a body.
  init(target: String, place: SourceRange) {
    self.target = target
    self.place = place
  }

  /// A link of front matter.
  init(relation target: String, place: SourceRange) {
    self.init(target: target, place: place)
    isRelation = true
  }
}

/// What a body names of the archive's own: other pages, which wait for the catalogue, and files.
struct LocalReferences: Sendable {
  /// By the number of their slot.
  private(set) var links: [LocalLink] = []
  private(set) var media: [MediaIndex.File] = []
  /// Of images, by the address in their tag without the slash before it.
  private(set) var sizes: [[UInt8]: ImageSize] = [:]
  private(set) var hasImages = false
  /// The first image's address from the root, and where it stands.
  private(set) var firstImage: (address: [UInt8], place: SourceRange)?
  /// Images that nobody who cannot see them learns anything of.
  private var silentCount = 0
  private var firstSilent: SourceRange?
  private(set) var diagnostics: [Diagnostic] = []
  /// The addresses that were looked for among the archive's files.
  private(set) var lookups: [String] = []

  private init() {}

  /// Looks at the links and images of a document, and gives files their addresses.
  ///
  /// O(links); one pass over the body if there is any. An image that is not found leaves its text.
  init(
    _ document: inout MarkdownDocument, of origin: TextOrigin, in index: MediaIndex, _ base: String?
  ) {
    var references = LocalReferences()
    var lines: BodyLines?
    document.rewriteLinks { address, place in
      let written = address.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      let target = LocalReferences.target(written, base) ?? ""
      guard !target.isEmpty || place.kind == .image else { return .keep }
      let bodyLines = lines ?? BodyLines(of: origin)
      lines = bodyLines
      let position = bodyLines.place(of: place.position)
      guard place.kind == .image else {
        return references.link(target, position, origin.path, index)
      }
      // One without a target has its bytes in its address.
      let result: LinkTarget =
        target.isEmpty
        ? .keep : references.image(target, place.statedSize, position, origin.path, index)
      if place.isSilent, result != .drop { references.noteSilent(position) }
      if references.firstImage == nil, case .replace(let address) = result {
        references.firstImage = (address, position)
      }
      return result
    }
    if let silent = references.silentImages { references.diagnostics.append(silent) }
    self = references
  }

  private mutating func image(
    _ target: String, _ stated: StatedSize?, _ place: SourceRange, _ article: String,
    _ index: MediaIndex
  ) -> LinkTarget {
    lookups.append(target)
    let (file, problems) = index.look(
      for: target, from: article, at: place, else: "the text in its place is shown")
    diagnostics += problems
    guard let file else { return .drop }
    media.append(file)
    let address = LocalReferences.encoded(file.path)
    hasImages = true
    if sizes[address] == nil {
      sizes[address] =
        index.size(of: file) ?? stated.flatMap { ImageSize(width: $0.width, height: $0.height) }
    }
    return .replace(Array("/".utf8) + address)
  }

  private mutating func link(
    _ target: String, _ place: SourceRange, _ article: String, _ index: MediaIndex
  ) -> LinkTarget {
    if !LinkIndex.namesText(target), !target.hasSuffix("/") {
      lookups.append(target)
      guard case .found(let file, let isOtherCase) = index.find(target, from: article) else {
        return slot(target, place)
      }
      media.append(file)
      if isOtherCase { diagnostics.append(index.otherCase(of: file, at: place)) }
      let suffix = target.utf8.drop { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
      return .replace(Array("/".utf8) + LocalReferences.encoded(file.path) + Array(suffix))
    }
    return slot(target, place)
  }

  /// Leaves a link open until all pages are known.
  private mutating func slot(_ target: String, _ place: SourceRange) -> LinkTarget {
    links.append(LocalLink(target: target, place: place))
    return .slot(Int32(links.count - 1))
  }

  /// A target on this site, from its root or relative; nil for other sites and for a place on the
  /// same page.
  static func target(_ written: String, _ base: String?) -> String? {
    if let base, written.hasPrefix(base) {
      let rest = written.dropFirst(base.count)
      if base.hasSuffix("/") { return "/" + rest }
      return rest.isEmpty || rest.hasPrefix("/") ? (rest.isEmpty ? "/" : String(rest)) : nil
    }
    guard let first = written.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "?"),
      !written.hasPrefix("//")
    else { return nil }
    let head = written.utf8.prefix { $0 != UInt8(ascii: "/") }
    return head.contains(UInt8(ascii: ":")) ? nil : written
  }

  /// A path as it stands in an address: what would end it or begin an escape is encoded.
  static func encoded(_ path: String) -> [UInt8] {
    let encoded = PercentEncoding.encoded(path) { byte in
      (0x21...0x7E).contains(byte) && !"%?#\"<>\\".utf8.contains(byte)
    }
    return Array(encoded.utf8)
  }

  private mutating func noteSilent(_ place: SourceRange) {
    silentCount += 1
    if firstSilent == nil { firstSilent = place }
  }

  /// One warning on images without a text in their place, at the first of them.
  private var silentImages: Diagnostic? {
    firstSilent.map { place in
      Diagnostic(
        .mediaAltMissing,
        "\(Labels.count(silentCount, "image has", "images have")) no text in its place", at: place,
        note: "whoever cannot see it learns nothing of it",
        suggestion: "say in the brackets what it shows: ![Floods in Mosul](floods.jpg)")
    }
  }
}
