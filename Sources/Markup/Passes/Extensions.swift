/// What of Markdown beyond CommonMark a document understands; each is on unless it is switched off.
public struct MarkdownExtensions: Sendable, Hashable {
  /// Tables (GFM, 4.10).
  public var tables = true
  /// `~~struck~~` and `~struck~` (GFM, 6.5).
  public var strikethrough = true
  /// `- [ ]` and `- [x]` (GFM, 5.3).
  public var tasks = true
  /// `[^1]` and `[^1]: text`.
  public var footnotes = true
  /// Bare addresses that begin with `http://`, `https://` or `www.` (GFM, 6.9).
  public var autolinks = true
  /// `{#id}` at the end of a heading.
  public var headingIDs = true
  /// Elements of raw HTML, as far as an allow-list goes; where it is off, only their text stays.
  public var html = true
  /// What is said of notes and boxes to those who do not see them.
  public var words = MarkdownWords()

  /// All of them.
  public init() {}

  /// CommonMark alone.
  public static var none: MarkdownExtensions {
    var none = MarkdownExtensions()
    none.tables = false
    none.strikethrough = false
    none.tasks = false
    none.footnotes = false
    none.autolinks = false
    none.headingIDs = false
    return none
  }
}

/// What a rendered document itself says, as attributes of HTML hold it.
public struct MarkdownWords: Sendable, Hashable {
  /// Of the place that refers to a note.
  public var note = "Note {number}"
  /// Of the list of notes.
  public var notes = "Notes"
  /// Of the way back from a note.
  public var backToReference = "Back to reference {reference} of note {number}"
  /// Of a box with a tick, and of one without.
  public var done = "Done"
  /// The other.
  public var notDone = "Not done"
  /// Of links to what pages of other sites would show.
  public var embeds = EmbedWords()

  /// In English.
  public init() {}

  /// A text with its numbers in place.
  static func fill(_ text: String, number: Int, reference: Int = 0) -> String {
    text.replacing("{number}", with: String(number))
      .replacing("{reference}", with: String(reference))
  }
}

/// What a link says that stands for what another site would show in the page; plain text.
public struct EmbedWords: Sendable, Hashable {
  /// A film.
  public var video = "Video"
  /// A recording.
  public var audio = "Audio"
  /// What somebody wrote on a network.
  public var post = "Post"
  /// A map.
  public var map = "Map"
  /// Pages.
  public var document = "Document"
  /// A chart.
  public var chart = "Chart"
  /// Any of them on a service whose name is known.
  public var onService = "{what} on {service}"

  /// In English.
  public init() {}

  /// What may be shown.
  enum Kind {
    case video, audio, post, map, document, chart
  }

  /// "Video".
  subscript(kind: Kind) -> String {
    switch kind {
    case .video: video
    case .audio: audio
    case .post: post
    case .map: map
    case .document: document
    case .chart: chart
    }
  }

  /// "Video on YouTube".
  func say(_ kind: Kind, on service: String) -> String {
    onService.replacing("{what}", with: self[kind]).replacing("{service}", with: service)
  }
}

extension MarkdownExtensions {
  /// Those of which a sign stands in the source: what an article does not use costs it a search.
  func used(in source: UnsafeBufferPointer<UInt8>) -> MarkdownExtensions {
    var used = self
    used.tables = tables && ByteSearch.contains(source, "|")
    used.strikethrough = strikethrough && ByteSearch.contains(source, "~")
    used.footnotes = footnotes && ByteSearch.contains(source, "[^")
    used.tasks =
      tasks
      && (ByteSearch.contains(source, "[ ] ") || ByteSearch.contains(source, "[x] ")
        || ByteSearch.contains(source, "[X] "))
    used.autolinks =
      autolinks && (ByteSearch.contains(source, "://") || ByteSearch.contains(source, "www."))
    used.headingIDs = headingIDs && ByteSearch.contains(source, "{#")
    return used
  }

  /// Whether any asks for a pass of ours over the source or libcmark's tree.
  var needsPasses: Bool {
    tables || strikethrough || tasks || footnotes || autolinks || headingIDs
  }
}
