import ArchiveModel

extension Archive {
  /// The files of a theme in `Themes/NAME`: `templates/…` and `assets/…`.
  ///
  /// None where there is no such folder. The name is a single folder's: nothing is read outside
  /// of `Themes`.
  /// - Returns: Each file with its path below the theme's folder and its path in diagnostics.
  public func files(
    ofTheme name: String
  ) throws(EnvironmentFault) -> (
    files: [(path: String, source: String, bytes: [UInt8])], diagnostics: [Diagnostic]
  ) {
    let folder = "\(root)/Themes/\(name)"
    var walk = FolderWalk(contentFolder: folder, displayPrefix: "Themes/\(name)/")
    walk.add("templates") { $0.hasSuffix(".mustache") }
    walk.add("assets") { _ in true }
    var files: [(path: String, source: String, bytes: [UInt8])] = []
    var disk = DiskPaths(hiding: hiddenNames)
    for path in disk.shown(walk.files) {
      let place = disk.pathOnDisk(of: path)
      let bytes = try bytes(of: "\(folder)/\(place)")
      files.append((path, "Themes/\(name)/\(place)", redacted(bytes, of: path)))
    }
    return (files, walk.diagnostics)
  }

  /// Whether a text is the path of an article file that is no more, as `ids.lock` may have it;
  /// O(log files).
  public func isGone(_ path: String) -> Bool {
    guard path.hasPrefix("articles/"), path.hasSuffix(".md") || path.hasSuffix(".txt") else {
      return false
    }
    var (low, high) = (0, articleFiles.count)
    while low < high {
      let middle = (low + high) / 2
      if articleFiles[middle].precedesByBytes(path) { low = middle + 1 } else { high = middle }
    }
    return low == articleFiles.count || articleFiles[low] != path
  }

  /// The path of a file whose copy on the site is equal to it, so that nobody needs all its bytes in
  /// memory; nil where they must be looked at.
  public func unchangedCopy(of file: MediaIndex.File) throws(EnvironmentFault) -> String? {
    guard !file.isDrawing, hiddenNames.isEmpty || !file.isText else { return nil }
    let head = try bytes(of: file.source, prefixBytes: 64)
    return settings.keepsEXIF || !ImagePrivacy.concerns(head) ? file.source : nil
  }

  /// The bytes of a file for its copy on the site: of a drawing without what runs, of an image
  /// without what tells where it was made, unless the settings keep that.
  public func bytes(of file: MediaIndex.File) throws(EnvironmentFault) -> [UInt8] {
    let bytes = try bytes(of: file.source)
    if file.isDrawing {
      return redacted(DrawingSafety.cleaned(bytes)?.copy ?? bytes, of: file.path)
    }
    if file.isText { return redacted(bytes, of: file.path) }
    return settings.keepsEXIF ? bytes : ImagePrivacy.stripped(bytes) ?? bytes
  }

  /// A file without the names that are redacted, if it is text.
  private func redacted(_ bytes: [UInt8], of path: String) -> [UInt8] {
    guard !hiddenNames.isEmpty, TextFile.isNamed(path), !bytes.contains(0) else { return bytes }
    return hiddenNames.redacted(bytes)?.bytes ?? bytes
  }

  /// The bytes of an article or page as they are on disk, read again; nil if it is gone.
  public func bytes(ofText contentPath: String) -> [UInt8]? {
    do throws(FileFailure) {
      return try files.read(pathOnDisk(of: contentPath))
    } catch {
      return nil
    }
  }

  /// What of a drawing is not in its copy on the site, since a browser would run it, by name.
  ///
  /// None where it cannot be read: its copy cannot then be made either.
  public func activeParts(of file: MediaIndex.File) -> [String] {
    guard file.isDrawing else { return [] }
    do throws(FileFailure) {
      return DrawingSafety.cleaned(try readFile(at: file.source))?.names ?? []
    } catch {
      return []
    }
  }

  private func bytes(
    of path: String, prefixBytes: Int? = nil
  ) throws(EnvironmentFault) -> [UInt8] {
    do throws(FileFailure) {
      return try readFile(at: path, prefixBytes: prefixBytes)
    } catch {
      throw EnvironmentFault("read \(path)", reason: error.reason)
    }
  }
}

extension Source {
  /// The decoded text of a file anywhere, in which its diagnostics count; nil if it is gone.
  public static func text(ofFile path: String) -> [UInt8]? {
    do throws(FileFailure) {
      return Archive.text(of: try readFile(at: path), path: path)
    } catch {
      return nil
    }
  }
}
