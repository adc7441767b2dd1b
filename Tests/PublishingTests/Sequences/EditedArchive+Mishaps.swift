import Foundation

/// What befalls the cache and the site: of the archive itself nothing changes.
extension EditedArchive {
  /// Where copies of cache and site are kept, as a disk's backup has them.
  private var backup: String { "\(root)/backup" }

  mutating func befall(_ edit: Edit) throws -> String? {
    switch edit {
    case .cacheRemoved, .cacheDamaged, .cacheCut, .cacheOverwritten, .cacheSwapped:
      return try befallCache(edit)
    case .cacheOfEarlier: return try restore(".dateline")
    case .outputOfEarlier: return try restore("Public")
    case .outputRemoved:
      guard (try? remove(asked.output)) != nil else { return nil }
      return asked.output
    case .publicFileAltered, .publicFileRemoved:
      let files = files(asked.output).filter { !$0.contains("/.") && !$0.contains("manifest-") }
      guard let path = any(files) else { return nil }
      if edit == .publicFileRemoved {
        try remove(path)
      } else {
        var bytes = try Data(contentsOf: URL(filePath: "\(root)/\(path)"))
        guard let place = any(Array(bytes.indices)) else { return nil }
        bytes[place] ^= 1
        if oneOf(2) {
          try bytes.write(to: URL(filePath: "\(root)/\(path)"))
        } else {
          try overwrite(path, bytes)
        }
      }
      return path
    default: return nil
    }
  }

  private mutating func befallCache(_ edit: Edit) throws -> String? {
    if edit == .cacheRemoved, oneOf(3) {
      guard (try? remove(".dateline")) != nil else { return nil }
      return "all of it"
    }
    guard let path = any(files(".dateline").filter { !$0.hasSuffix("/lock") }) else { return nil }
    let url = URL(filePath: "\(root)/\(path)")
    var bytes = try Data(contentsOf: url)
    var detail = ""
    switch edit {
    case .cacheDamaged:
      guard let place = any(Array(bytes.indices)) else { return nil }
      bytes[place] ^= UInt8(1 << below(8))
      try bytes.write(to: url)
      detail = " at \(place)"
    case .cacheCut:
      let length = below(bytes.count + 1)
      try bytes.prefix(length).write(to: url)
      detail = " to \(length)"
    case .cacheOverwritten:
      let length = below(4096)
      try Data((0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }).write(to: url)
    case .cacheSwapped:
      guard let other = any(files(".dateline").filter { $0 != path }) else { return nil }
      let theirs = URL(filePath: "\(root)/\(other)")
      try Data(contentsOf: theirs).write(to: url)
      try bytes.write(to: theirs)
      detail = " with \(other)"
    default: try remove(path)
    }
    return path + detail
  }

  // MARK: Backup

  /// Keeps copies of cache and site.
  mutating func backUp() throws {
    try? remove("backup")
    try FileManager.default.createDirectory(atPath: backup, withIntermediateDirectories: true)
    for part in [".dateline", "Public"]
    where FileManager.default.fileExists(atPath: "\(root)/\(part)") {
      try FileManager.default.copyItem(atPath: "\(root)/\(part)", toPath: "\(backup)/\(part)")
    }
    note("backup")
  }

  private func restore(_ part: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: "\(backup)/\(part)") else { return nil }
    try? remove(part)
    try FileManager.default.copyItem(atPath: "\(backup)/\(part)", toPath: "\(root)/\(part)")
    return part
  }
}
