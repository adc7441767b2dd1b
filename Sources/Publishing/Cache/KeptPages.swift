import ArchiveModel

/// Which pages the last build left in the output folder, and what each was made of, by `PagePrints`.
///
/// A file `pages` in `.dateline`: a head of eight bytes each (magic, key, fingerprint of the manifest
/// that it belongs to, count), then a page's path as a fingerprint, its number and its size; at the
/// end the fingerprint of all this. It is written once the manifest is, and counts as long as that is
/// the one it knows.
struct KeptPages: Sendable {
  /// A page as it was left.
  struct Page: Sendable {
    /// That of its path.
    var path: UInt64
    /// What it was made of.
    var print: UInt64
    var sizeBytes: Int
  }

  private var pages: [UInt64: Page] = [:]

  private static let magic: UInt64 = 0x7365_6761_706C_7464  // "dtlpages"
  private static let headBytes = 32
  private static let pageBytes = 24

  /// None.
  init() {}

  /// Reads the pages of the last build; none where the file is damaged, or belongs to another.
  init(at path: String, key: UInt64, manifest: UInt64) {
    guard let bytes = CacheFiles.bytes(at: path), bytes.count >= KeptPages.headBytes + 8 else {
      return
    }
    pages = bytes.withUnsafeBytes { bytes in
      func number(at place: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      let end = bytes.count - 8
      let count = (end - KeptPages.headBytes) / KeptPages.pageBytes
      guard number(at: 0) == KeptPages.magic, number(at: 8) == key, number(at: 16) == manifest,
        number(at: 24) == UInt64(count), end == KeptPages.headBytes + count * KeptPages.pageBytes,
        number(at: end) == Fingerprint.of(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
      else { return [:] }
      var pages: [UInt64: Page] = [:]
      pages.reserveCapacity(count)
      for index in 0..<count {
        let place = KeptPages.headBytes + index * KeptPages.pageBytes
        pages[number(at: place)] = Page(
          path: number(at: place), print: number(at: place + 8),
          sizeBytes: Int(truncatingIfNeeded: number(at: place + 16)))
      }
      return pages
    }
  }

  /// Whether all pages are new.
  var isEmpty: Bool { pages.isEmpty }

  /// The size of a page in bytes, if it was made of the same.
  func size(of path: String, madeOf print: UInt64) -> Int? {
    guard let page = pages[Fingerprint.of(path)], page.print == print else { return nil }
    return page.sizeBytes
  }

  /// What is to be remembered of a page.
  static func page(_ path: String, madeOf print: UInt64, sizeBytes: Int) -> Page {
    Page(path: Fingerprint.of(path), print: print, sizeBytes: sizeBytes)
  }

  /// Remembers the pages of a build that has ended; that this cannot be harms nothing.
  static func remember(_ pages: [Page], at path: String, key: UInt64, manifest: UInt64) {
    var record = RecordWriter(reserving: headBytes + pages.count * pageBytes + 8)
    for number in [magic, key, manifest, UInt64(pages.count)] { record.write(fixed: number) }
    for page in pages {
      record.write(fixed: page.path)
      record.write(fixed: page.print)
      record.write(fixed: UInt64(page.sizeBytes))
    }
    record.write(fixed: Fingerprint.of(record.bytes))
    CacheFiles.replace(path, with: record.bytes)
  }
}
