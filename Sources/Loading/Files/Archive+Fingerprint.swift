import ArchiveModel

extension Archive {
  /// Of all that an archive's editors say of the whole of it, by the bytes of the files: settings,
  /// records, ignored names, rules of privacy; not `ids.lock`, which decides addresses alone.
  ///
  /// Nil where what is read is not what the files hold, since changes are being tried.
  package var rulesFingerprint: UInt64? {
    guard files.pending.isEmpty, !files.showsHiddenNames else { return nil }
    var walk = FolderWalk(contentFolder: contentFolder, displayPrefix: "")
    walk.add("authorities") { $0 != "ids.lock" }
    var print = Fingerprint()
    for path in ["archive.yml", "privacy.yml"] + walk.files {
      print.add(path)
      if let bytes = try? files.read(path) { print.add(Fingerprint.of(bytes)) }
    }
    return print.value
  }

  /// The path for the system of a file, given by its path below the content folder.
  package func systemPath(of path: String) -> String { contentFolder + "/" + pathOnDisk(of: path) }
}

extension Archive {
  /// That of a file's bytes, given by its path below the content folder; nil if it cannot be read.
  package func fingerprint(of path: String) -> UInt64? {
    (try? files.read(pathOnDisk(of: path))).map(Fingerprint.of)
  }
}

extension Archive {
  /// The files that a build may read besides those of `rulesFingerprint`, as paths for the system:
  /// texts, pictures, the theme; O(files).
  package var inputFiles: [String] {
    var paths = [articleFiles, pageFiles, mediaFiles, bundleFiles, listFiles].flatMap {
      $0.map(systemPath)
    }
    for base in contentFolder == root ? [root] : [root, contentFolder] {
      var walk = FolderWalk(contentFolder: base, displayPrefix: "")
      for folder in ["static", "assets", "Themes/\(settings.theme)"] {
        walk.add(folder) { _ in true }
      }
      paths += walk.files.map { base + "/" + $0 }
    }
    return paths
  }

  /// That of `ids.lock`, which remembers addresses.
  package var lockFingerprint: UInt64? {
    (try? files.read(IdentityLockFile.path)).map(Fingerprint.of)
  }
}
