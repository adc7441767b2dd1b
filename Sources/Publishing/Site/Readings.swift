import ArchiveModel
import Cataloguing
import Loading
import Markup

/// Where the articles' readings are, by the handle that the catalogue keeps.
struct Readings: Sendable {
  /// Nil where nobody looked for names and no text is kept: then no page can be rendered.
  let store: ReadingStore?
  private(set) var places: [ReadingStore.Place]
  private(set) var links: [[LocalLink]]
  private(set) var leads: [LeadImage?]
  /// White-space words of the bodies.
  private(set) var wordCounts: [Int]
  /// What each was made of: `Reading.print`.
  private(set) var prints: [UInt64]

  /// Adds a reading; its handle.
  mutating func add(_ reading: Reading) -> Int {
    places.append(reading.place)
    links.append(reading.links)
    leads.append(reading.lead)
    wordCounts.append(reading.wordCount)
    prints.append(reading.print)
    return places.count - 1
  }

  /// An article's own entities; none where nobody looked for names.
  func entities(_ handle: Int) throws(EnvironmentFault) -> [LocalEntity] {
    try store?.entities(at: places[handle]) ?? []
  }

  func prose(_ handle: Int) throws(EnvironmentFault) -> Prose {
    try kept.prose(at: places[handle])
  }

  /// Adds what tells a reading's prose from others, without reading it.
  func addProse(_ handle: Int, to print: inout Fingerprint) {
    print.add(prints[handle])
    print.add(places[handle].prosePrint)
  }

  func body(_ handle: Int) throws(EnvironmentFault) -> SlottedHTML {
    try kept.body(at: places[handle])
  }

  private var kept: ReadingStore {
    guard let store else { preconditionFailure("a page needs readings that are kept") }
    return store
  }
}
