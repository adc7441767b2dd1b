extension AddressPattern {
  /// What an article has for the parts of its address.
  public struct Values: Sendable {
    /// The last part: as stated, else of the file's name, else of the headline.
    public var slug: Slug
    /// The article's own id.
    public var id: Slug?
    /// When it was first published, as exactly as that is known.
    public var date: ArchiveDate
    /// Its section, from the top: `world`, `iraq`.
    public var section: [Slug]
    /// All its categories, where it has several.
    public var categories: [Slug]
    /// The folders of its file below `articles/`.
    public var folders: [Slug]
    /// The name of its file, without a date in front of it.
    public var fileName: Slug?
    /// The slug that its author states.
    public var statedSlug: Slug?
    /// What stands behind the date in the name of its file, as it is; nil where there is no date.
    public var plainTitle: PlainName?
    /// The name of its file as it is, with a date in front of it.
    public var plainName: PlainName?

    /// An article with a slug and a date.
    public init(
      slug: Slug, id: Slug? = nil, date: ArchiveDate, section: [Slug] = [],
      categories: [Slug] = [], folders: [Slug] = [], fileName: Slug? = nil,
      statedSlug: Slug? = nil, plainTitle: PlainName? = nil, plainName: PlainName? = nil
    ) {
      self.slug = slug
      self.id = id
      self.date = date
      self.section = section
      self.categories = categories
      self.folders = folders
      self.fileName = fileName
      self.statedSlug = statedSlug
      self.plainTitle = plainTitle
      self.plainName = plainName
    }
  }

  /// The longest address, in bytes, so that a path stays portable.
  public static let maximumBytes = 180
  /// The longest part of it that folders, sections and categories have together.
  private static let maximumFolderBytes = 60

  /// The address of an article, `2017/03/26/slug/`, without a slash in front; a number above 1 sets
  /// it apart from others that would have the same.
  ///
  /// What the article does not have is left out; where that is all of its date, or its year is not
  /// known, `undated` stands there instead (`ArchiveDate.period`).
  public func address(of values: Values, number: Int = 1) -> String {
    let whole = expanded(values, number: number, slugBytes: Slug.maximumBytes)
    let excess = whole.utf8.count - AddressPattern.maximumBytes
    guard excess > 0 else { return whole }
    let cut = expanded(values, number: number, slugBytes: max(20, Slug.maximumBytes - excess))
    guard cut.utf8.count > AddressPattern.maximumBytes else { return cut }
    // A pattern may name many long things; the shortest that tells articles apart is left.
    return AddressPattern.standard.expanded(values, number: number, slugBytes: Slug.maximumBytes)
  }

  private func expanded(_ values: Values, number: Int, slugBytes: Int) -> String {
    var address = ""
    var saysUndated = false
    var folderBytes = 0
    // The number stands at what is the article's own: once, at the last place.
    let numbered = segments.lastIndex { $0.contains(where: AddressPattern.isOwn) }
    for (index, segment) in segments.enumerated() {
      let ownNumber = index == numbered ? number : 1
      if segment.count == 1, case .placeholder(let placeholder) = segment[0],
        let folders = AddressPattern.folders(placeholder, values)
      {
        for folder in folders {
          folderBytes += folder.description.utf8.count + 1
          guard folderBytes <= AddressPattern.maximumFolderBytes else { break }
          address += folder.description + "/"
        }
        continue
      }
      if segment.count == 1, case .placeholder(let placeholder) = segment[0],
        let name = AddressPattern.plainName(placeholder, values)
      {
        address += name.numbered(ownNumber, shorter: Slug.maximumBytes - slugBytes) + "/"
        continue
      }
      var text = segment.map { self.text(of: $0, values, ownNumber, slugBytes) }.joined()
      if values.date.period == .undated, !saysUndated,
        segment.contains(where: AddressPattern.isDate)
      {
        saysUndated = true
        text = text.isEmpty ? "undated" : "undated-" + text
      }
      text = AddressPattern.tidied(text, number: ownNumber)
      if !text.isEmpty { address += text + "/" }
    }
    let first = String(Substring(address.utf8.prefix { $0 != UInt8(ascii: "/") }))
    let isOnlyFile = isFile && address.utf8.count == first.utf8.count + 1
    if !isOnlyFile, ReservedAddress.names.contains(first.lowercased()), first != "undated" {
      // A section may have the name of one of our lists.
      address = first + "-articles" + address.dropFirst(first.count)
    }
    return isFile ? address.dropLast() + ".html" : address
  }

  /// What is a path of its own: each part a segment; nil for other placeholders.
  private static func folders(_ placeholder: Placeholder, _ values: Values) -> [Slug]? {
    switch placeholder {
    case .section: values.section.isEmpty ? Array(values.folders.prefix(1)) : values.section
    case .categories: values.categories.isEmpty ? values.section : values.categories
    case .folder: values.folders
    default: nil
    }
  }

  /// What stands in an address as it does in the file's name; nil for other placeholders, and where
  /// a slug stands there instead.
  private static func plainName(_ placeholder: Placeholder, _ values: Values) -> PlainName? {
    switch placeholder {
    case .title: values.statedSlug == nil ? values.plainTitle : nil
    case .basename: values.plainName?.lowercased
    case .slugorbasename: values.statedSlug == nil ? values.plainName?.lowercased : nil
    default: nil
    }
  }

  private func text(
    of part: Part, _ values: Values, _ number: Int, _ slugBytes: Int
  ) -> String {
    switch part {
    case .literal(let text): return text
    case .placeholder(let placeholder):
      let date = values.date
      switch placeholder {
      case .year: return date.year.map { AddressPattern.digits($0, 4) } ?? ""
      case .shortYear: return date.year.map { AddressPattern.digits($0 % 100, 2) } ?? ""
      case .month: return date.month.map { AddressPattern.digits($0, 2) } ?? ""
      case .monthNumber: return date.month.map(String.init) ?? ""
      case .day: return date.day.map { AddressPattern.digits($0.day, 2) } ?? ""
      case .dayNumber: return date.day.map { String($0.day) } ?? ""
      case .dayOfYear: return date.day.map { AddressPattern.digits($0.dayOfYear, 3) } ?? ""
      case .section, .categories, .folder:
        return (AddressPattern.folders(placeholder, values) ?? []).map(\.description)
          .joined(separator: "-")
      case .slug, .title: return own(values.slug, number, slugBytes)
      case .id: return own(values.id ?? values.slug, number, slugBytes)
      case .filename, .basename:
        return own(values.fileName ?? values.slug, number, slugBytes)
      case .slugorbasename:
        return own(values.statedSlug ?? values.fileName ?? values.slug, number, slugBytes)
      }
    }
  }

  private func own(_ slug: Slug, _ number: Int, _ bytes: Int) -> String {
    let slug = slug.cut(to: bytes)
    return (number > 1 ? slug.numbered(number, longest: bytes) : slug).description
  }

  /// What is left where a part is missing: single hyphens, none at the ends, at most 80 bytes.
  private static func tidied(_ text: String, number: Int) -> String {
    if Slug(exactly: text) != nil, !hasDoubleHyphen(text) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let isHyphen = byte == UInt8(ascii: "-")
      if isHyphen, bytes.last == nil || bytes.last == UInt8(ascii: "-") { continue }
      bytes.append(byte)
    }
    if bytes.count > Slug.maximumBytes {
      let suffix = number > 1 ? "-\(number)" : ""
      bytes.removeSubrange((Slug.maximumBytes - suffix.utf8.count)...)
      bytes += suffix.utf8
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    let tidied = String(decoding: bytes, as: UTF8.self)
    let isWord = !tidied.isEmpty && !tidied.utf8.contains(UInt8(ascii: "_"))
    // `con`, `aux` are no names on some disks; what stands between hyphens may make one.
    return isWord ? Slug(tidied).description : tidied
  }

  private static func hasDoubleHyphen(_ text: String) -> Bool {
    var isHyphen = false
    for byte in text.utf8 {
      let wasHyphen = isHyphen
      isHyphen = byte == UInt8(ascii: "-")
      if isHyphen, wasHyphen { return true }
    }
    return false
  }

  private static func isDate(_ part: Part) -> Bool {
    switch part {
    case .placeholder(.year), .placeholder(.shortYear), .placeholder(.month),
      .placeholder(.monthNumber), .placeholder(.day), .placeholder(.dayNumber),
      .placeholder(.dayOfYear):
      true
    default: false
    }
  }

  private static func isOwn(_ part: Part) -> Bool {
    if case .placeholder(let placeholder) = part { placeholder.isOwn } else { false }
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}

extension CalendarDay {
  /// From 1 to 366.
  fileprivate var dayOfYear: Int {
    let first = CalendarDay(year: year, month: 1, day: 1)
    return ordinal - (first?.ordinal ?? ordinal) + 1
  }
}
