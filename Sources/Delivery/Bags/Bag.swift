import ArchiveModel
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A bag (RFC 8493) of an archive: its sources, its site with the data in it, a digest of each file.
///
/// The same archive and day make the same bytes.
package struct Bag {
  /// What is put into it.
  package enum Contents: Sendable {
    /// The site alone, which is public.
    case site
    /// The site and all it was made of, with what is not public.
    case sourcesAndSite
  }

  /// What was written.
  package struct Report: Sendable {
    /// How many files it holds, its own not counted.
    package var files = 0
    /// How many bytes they have.
    package var bytes = 0
    /// Links that lead out of the archive, and what is no file: not in the bag.
    package var passedOver: [String] = []
  }

  private let archive: Archive
  private let site: LocalSite
  private let contents: Contents

  /// A bag of an archive and its site.
  package init(of archive: Archive, _ site: LocalSite, _ contents: Contents) {
    self.archive = archive
    self.site = site
    self.contents = contents
  }

  /// Writes it beside its place and renames it, so that it is there whole or not at all.
  ///
  /// - Parameter date: `Bagging-Date`: 2017-03-26.
  /// - Returns: Nil, and nothing is written, where there is anything already.
  package func write(to path: String, date: String) throws(EnvironmentFault) -> Report? {
    let path = Paths.trimmed(path)
    var status = stat()
    guard lstat(path, &status) != 0 else { return nil }
    guard errno == ENOENT else { throw EnvironmentFault("make \(path)", errno: errno) }
    let temporary = "\(Paths.folder(of: path))/.dateline-\(Paths.name(of: path)).tmp"
    // One that was killed left it.
    try FolderRemoval.remove(temporary)
    do throws(EnvironmentFault) {
      let report = try fill(temporary, date)
      guard rename(temporary, path) == 0 else {
        throw EnvironmentFault("make \(path)", errno: errno)
      }
      return report
    } catch {
      try FolderRemoval.remove(temporary)
      throw error
    }
  }

  private func fill(_ folder: String, _ date: String) throws(EnvironmentFault) -> Report {
    let output = try NewFolder(folder)
    var report = Report()
    var payload: [(path: String, digest: String)] = []
    func add(_ file: String, as path: String) throws(EnvironmentFault) {
      let (hash, sizeBytes) = try output.copy("data/\(path)", from: file)
      payload.append(("data/\(path)", hash.hexadecimal))
      report.files += 1
      report.bytes += sizeBytes
    }

    for path in site.manifest.hashes.keys.sorted() {
      try add("\(site.path)/\(path)", as: "site/\(path)")
    }
    try add("\(site.path)/\(Manifest.name)", as: "site/\(Manifest.name)")
    if contents == .sourcesAndSite {
      for (source, name) in sources {
        let listing = try FolderListing(source)
        for entry in listing.entries where isSource(entry.path, of: source) {
          let place = "\(source)/\(entry.path)"
          if entry.isFile {
            try add(place, as: "\(name)/\(entry.path)")
          } else if let file = Paths.resolved(place), isFile(file),
            Paths.isInside(file, of: Paths.resolved(source) ?? source)
          {
            try add(file, as: "\(name)/\(entry.path)")
          } else {
            report.passedOver.append(place)
          }
        }
      }
    }

    let manifest = Bag.manifest(payload)
    let tags = [
      ("bag-info.txt", info(date, report)),
      (
        BagVerification.declaration,
        Array("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".utf8)
      ),
      ("manifest-sha256.txt", manifest),
    ]
    for (name, bytes) in tags { try output.write(name, bytes) }
    try output.write(
      "tagmanifest-sha256.txt",
      Bag.manifest(tags.map { ($0.0, ContentHash(of: $0.1.span).hexadecimal) }))
    return report
  }

  /// What the site was made of: folders, and what they are called in the bag.
  private var sources: [(folder: String, name: String)] {
    [
      (archive.contentFolder, "content"),
      ("\(archive.root)/Themes/\(archive.settings.theme)", "themes/\(archive.settings.theme)"),
      ("\(archive.root)/static", "static"),
    ].filter { access($0.folder, F_OK) == 0 }
  }

  /// Neither hidden files nor, where the content has no folder of its own, the site and the themes.
  private func isSource(_ path: String, of folder: String) -> Bool {
    guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return false }
    guard folder == archive.contentFolder, folder == archive.root else { return true }
    let place = Paths.resolved("\(folder)/\(path)") ?? path
    return !Paths.isInside(place, of: site.path) && !path.hasPrefix("Themes/")
      && !path.hasPrefix("static/")
  }

  private func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func manifest(_ lines: [(path: String, digest: String)]) -> [UInt8] {
    let sorted = lines.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return sorted.flatMap { Array("\($0.digest)  \(BagPath.encoded($0.path))\n".utf8) }
  }

  private func info(_ date: String, _ report: Report) -> [UInt8] {
    let settings = archive.settings
    let contact = settings.contact
    let isAddress = contact?.contains("@") == true
    let lines: [(label: String, value: String?)] = [
      ("Source-Organization", settings.publisher),
      ("Contact-Name", isAddress ? nil : contact), ("Contact-Email", isAddress ? contact : nil),
      (
        "External-Description",
        settings.title + (settings.subtitle.map { ": \($0)" } ?? "")
      ),
      ("External-Identifier", settings.baseURL), ("Bagging-Date", date),
      ("Payload-Oxum", "\(report.bytes).\(report.files)"),
      ("Bag-Software-Agent", "Dateline \(ProgramVersion.current)"),
    ]
    return lines.flatMap { label, value in value.map { Array("\(label): \($0)\n".utf8) } ?? [] }
  }
}
