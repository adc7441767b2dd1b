import ArchiveModel

/// The files of an archive that are no text, found by what authors write for them.
///
/// An address is looked for beside the article that names it, then in `media/`, then in `static/`
/// and `assets/` of the content and beside it, where the sites of other generators keep theirs.
/// Only files that `FolderWalk` lists can be found, so none outside of the archive.
public struct MediaIndex: Sendable {
  /// A file and its place on the site.
  public struct File: Sendable, Hashable {
    /// On disk.
    public var source: String
    /// Below the site's root, never changing: `media/map.png`; `img/map.png` for a file of
    /// `static/`; `media/articles/talks/map.png` for one beside an article.
    public var path: String
    /// As diagnostics name it.
    public var shownPath: String

    package init(source: String, path: String, shownPath: String) {
      self.source = source
      self.path = path
      self.shownPath = shownPath
    }

    /// Whether a browser takes it for an SVG drawing, which is by its name.
    var isDrawing: Bool { path.lowercased().hasSuffix(".svg") }

    /// Whether it is text by its name, so that a name in it can be replaced.
    package var isText: Bool { TextFile.isNamed(path) }
  }

  /// What an address leads to.
  public enum Finding: Sendable, Hashable {
    /// The file; `isOtherCase` where only its letters' case differs.
    case found(File, isOtherCase: Bool)
    /// It would lead out of the archive.
    case outside
    /// Nothing; with the name of a file that may be meant.
    case missing(nearest: String?)
  }

  /// By the path below the content folder (`media/map.png`) or, for `static/` and `assets/`, also
  /// by the address that the file had on the old site.
  private var files: [String: File]
  /// The keys of `files` by their form in lower case; of several the first.
  private var keyInLowerCase: [String: String]
  private let names: SpellingIndex
  private let sizes = ImageSizes()
  /// Files of `static/` or `assets/` whose address on the site another file has, with that file.
  public let doubles: [(file: File, other: File)]
  /// The files of `static/` whose addresses are theirs, by path: other sites may link to each.
  public private(set) var staticFiles: [File]
  /// Files that are not to be on the site.
  fileprivate var hidden: Set<File> = []

  /// Lists the files; O(files).
  init(
    content: [(path: String, file: File)], old: [(address: String, file: File)],
    staticFiles: [File] = []
  ) {
    var files: [String: File] = [:]
    for (path, file) in content { files[path] = file }
    var owners = Dictionary(
      content.map { ($0.file.path.lowercased(), $0.file) }, uniquingKeysWith: { first, _ in first })
    var doubles: [(file: File, other: File)] = []
    for (address, file) in old {
      if files[address] == nil { files[address] = file }
      if let other = owners[file.path.lowercased()] {
        if other != file { doubles.append((file, other)) }
      } else {
        owners[file.path.lowercased()] = file
      }
    }
    self.files = files
    self.doubles = doubles
    let lesser = Set(doubles.lazy.map(\.file))
    self.staticFiles = staticFiles.filter { !lesser.contains($0) }
    let keys = files.keys.sorted { $0.precedesByBytes($1) }
    keyInLowerCase = Dictionary(
      keys.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    names = SpellingIndex(Set(keys.map(MediaIndex.name)))
  }

  /// All files, by path.
  package var all: [File] {
    Set(files.values).sorted { $0.shownPath.precedesByBytes($1.shownPath) }
  }

  /// The same without some files: nobody finds them.
  package func without(_ hidden: Set<File>) -> MediaIndex {
    guard !hidden.isEmpty else { return self }
    var rest = self
    rest.files = files.filter { !hidden.contains($0.value) }
    rest.keyInLowerCase = keyInLowerCase.filter { rest.files[$0.value] != nil }
    rest.staticFiles.removeAll(where: hidden.contains)
    rest.hidden = hidden
    return rest
  }

  /// What an article means by an address: relative, or from the site's root.
  ///
  /// O(length); where nothing is found, the names near it are looked at too.
  ///
  /// - Parameter article: its path below the content folder.
  public func find(_ address: String, from article: String) -> Finding {
    let written = address.prefix { $0 != "?" && $0 != "#" }
    guard let path = PercentEncoding.decoded(String(written)),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") })
    else { return .outside }
    var candidates: [String] = []
    if !path.hasPrefix("/") {
      guard let beside = MediaIndex.resolved(path, in: MediaIndex.folder(of: article)) else {
        return .outside
      }
      candidates.append(beside)
    }
    // A path that begins with `..` from a page of the old site ends at that site's root.
    guard let rooted = MediaIndex.resolved(path, in: []) ?? candidates.first else {
      return .outside
    }
    candidates += [rooted, "media/" + rooted]
    for candidate in candidates {
      if let file = files[candidate] { return .found(file, isOtherCase: false) }
    }
    for candidate in candidates {
      if let key = keyInLowerCase[candidate.lowercased()], let file = files[key] {
        return .found(file, isOtherCase: true)
      }
    }
    return .missing(nearest: names.nearest(to: MediaIndex.name(rooted)))
  }

  /// The size of the image that a file is, if it is one that tells: its beginning is read once.
  public func size(of file: File) -> ImageSize? { sizes.size(of: file.source) }

  /// The parts of a path without dots, joined; nil where it leads above its start.
  public static func resolved(_ path: String, in folder: [Substring]) -> String? {
    var parts = path.hasPrefix("/") ? [] : folder
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// The folders around a file.
  public static func folder(of path: String) -> [Substring] {
    path.split(separator: "/").dropLast()
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension Archive {
  /// The archive's files that are no text; walks `static` and `assets`, so to be made once a build.
  public func mediaIndex() -> MediaIndex {
    let content = contentFolder
    var found = mediaFiles.map { ($0, file($0, at: $0)) }
    found += bundleFiles.map { ($0, file($0, at: "media/" + $0)) }
    // Last, so that they take no other file's place.
    var old: [(address: String, file: MediaIndex.File)] = found.flatMap { path, file in
      writtenPaths(of: path).map { ($0, file) }
    }
    var staticFiles: [MediaIndex.File] = []
    for (base, prefix) in [(content, shownPath(of: "")), (root, "")] {
      for folder in ["static", "assets"] {
        var walk = FolderWalk(contentFolder: base, displayPrefix: prefix)
        walk.add(folder) { _ in true }
        var disk = DiskPaths(hiding: hiddenNames)
        for path in disk.shown(walk.files) {
          // Hugo and Zola serve `static/img/a.png` as `/img/a.png`; Jekyll `assets/` as it is.
          let address = folder == "static" ? String(path.dropFirst("static/".count)) : path
          let place = disk.pathOnDisk(of: path)
          let file = MediaIndex.File(
            source: "\(base)/\(place)", path: address, shownPath: prefix + place)
          old.append((address, file))
          old += writtenPaths(of: path, on: disk).map { written in
            (folder == "static" ? String(written.dropFirst("static/".count)) : written, file)
          }
          if folder == "static" { staticFiles.append(file) }
        }
      }
      if base == root, content == root { break }
    }
    return MediaIndex(content: found, old: old, staticFiles: staticFiles)
  }

  /// The files that the site holds: `media/` and `static/` whole, then those elsewhere that are
  /// named, by path.
  ///
  /// - Parameter withheld: files that only a withdrawn article shows; those named too stay.
  public func published(
    _ named: Set<MediaIndex.File>, of index: MediaIndex, withholding withheld: Set<MediaIndex.File>
  ) -> [MediaIndex.File] {
    let hidden = withheld.subtracting(named).union(index.hidden)
    let whole = (mediaFiles.map { file($0, at: $0) } + index.staticFiles)
      .filter { !hidden.contains($0) }
    let others = named.subtracting(whole)
    return whole + others.sorted { $0.path.precedesByBytes($1.path) }
  }

  /// A file of the content folder and its place on the site.
  private func file(_ path: String, at address: String) -> MediaIndex.File {
    MediaIndex.File(
      source: "\(contentFolder)/\(pathOnDisk(of: path))", path: address,
      shownPath: shownPath(of: path))
  }

  /// Other forms that the path of a file has where a text names it and a name in it is redacted:
  /// that depends on how the text was written.
  private func writtenPaths(of path: String, on disk: DiskPaths? = nil) -> [String] {
    let place = disk?.pathOnDisk(of: path) ?? pathOnDisk(of: path)
    guard place != path else { return [] }
    let plain = hiddenNames.redacted(place)
    let encoded = hiddenNames.redacted(PercentEncoding.encoded(place) { $0 > 0x20 && $0 != 0x25 })
    return Set([plain, PercentEncoding.decoded(encoded) ?? plain]).subtracting([path]).sorted()
  }
}
