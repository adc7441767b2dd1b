import ArchiveModel
import Recognition

extension ArticleResolver {
  /// Finds places that are not the ones of their name; O(mentions).
  ///
  /// "Washington said", "Paris, Texas", "Tripoli" in an article on Lebanon.
  func resolvePlaces(
    _ work: inout [Candidate], body: [UInt8], title: [UInt8], _ forms: inout NameForms
  ) {
    guard work.contains(where: { $0.kind == .place }) else { return }
    var elsewhere: [Int: LocalIdentity] = [:]
    for i in work.indices where work[i].isOpen && work[i].kind == .place {
      let candidate = work[i]
      let text = candidate.isTitle ? title : body
      if candidate.mention.kind == .demonym { continue }
      if isMetonym(candidate, text) {
        work[i].drop(by: .metonym)
      } else if let next = region(after: i, work, text), let country = country(of: candidate),
        let other = self.country(of: next), other != country
      {
        let name = "\(candidate.surface), \(next.surface)"
        let identity = LocalIdentity.name(.place, forms.name(NameKey(name)))
        elsewhere[candidate.form.number] = identity
        work[i].resolve(identity, by: .placeInRegion, name: name)
      }
    }
    // Only few articles have a name that countries decide.
    guard !elsewhere.isEmpty || work.contains(where: { $0.form.place.isShared }) else {
      return
    }
    let named = countries(work)
    for i in work.indices where work[i].isOpen && work[i].kind == .place {
      let candidate = work[i]
      guard candidate.mention.kind != .demonym else { continue }
      if let identity = elsewhere[candidate.form.number] {
        work[i].resolve(identity, by: .shortForm)
      } else if let bearers = candidate.form.place.undecided {
        guard !isRecord(candidate) else { continue }
        decide(&work[i], among: bearers, named, &forms)
      } else if case .gazetteer = candidate.mention.evidence,
        let bearers = candidate.form.place.others, let own = country(of: candidate),
        !named.all.contains(own)
      {
        let fitting = bearers.filter { named.all.contains($0.country) }
        guard fitting.count == 1 else { continue }
        work[i].resolve(
          .name(.place, forms.name(NameKey(fitting[0].name))), by: .placeByCountry,
          name: fitting[0].name)
      }
    }
  }

  /// The countries that an article names, by themselves or by demonyms and towns, without those of
  /// names that several bear.
  private func countries(_ work: [Candidate]) -> (all: Set<String>, byTowns: Set<String>) {
    var all: Set<String> = []
    var byTowns: Set<String> = []
    for candidate in work where candidate.form.place.others == nil {
      guard let country = country(of: candidate) else { continue }
      all.insert(country)
      if !isWholeCountry(candidate) { byTowns.insert(country) }
    }
    return (all, byTowns)
  }

  /// Takes the one of several bearers that the countries named speak for.
  ///
  /// Nobody where they speak for none, or for more than one. That the article names the United
  /// States says little.
  private func decide(
    _ candidate: inout Candidate, among bearers: [PlaceNames.Bearer],
    _ named: (all: Set<String>, byTowns: Set<String>), _ forms: inout NameForms
  ) {
    let fitting = bearers.filter { bearer in
      if let near = PlaceNames.neighbours[bearer.country] {
        return !near.isDisjoint(with: named.all)
      }
      return named.byTowns.contains(bearer.country)
    }
    if fitting.count == 1 {
      candidate.resolve(
        .name(.place, forms.name(NameKey(fitting[0].name))), by: .placeByCountry,
        name: fitting[0].name)
    } else {
      candidate.drop(by: .ambiguousPlace)
    }
  }

  /// The country or region that stands behind a place and a comma, and ends there: not in a list.
  private func region(after i: Int, _ work: [Candidate], _ text: [UInt8]) -> Candidate? {
    guard i + 1 < work.count, work[i + 1].isTitle == work[i].isTitle, work[i + 1].kind == .place
    else { return nil }
    let next = work[i + 1]
    guard next.mention.kind != .demonym, isRegion(next),
      text[Int(work[i].mention.end)..<Int(next.mention.start)].elementsEqual(", ".utf8)
    else { return nil }
    var end = Int(next.mention.end)
    guard end < text.count else { return next }
    switch text[end] {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ";"), UInt8(ascii: "\n"): return next
    case UInt8(ascii: ","): break
    default: return nil
    }
    // "Moscow, Ukraine, and Paris": a list.
    end += 2
    if i + 2 < work.count, work[i + 2].kind == .place, Int(work[i + 2].mention.start) == end {
      return nil
    }
    return text[min(end, text.count)...].starts(with: "and ".utf8) ? nil : next
  }

  /// "Washington said", "Moscow has denied": the subject of what governments do.
  private func isMetonym(_ candidate: Candidate, _ text: [UInt8]) -> Bool {
    guard candidate.form.place.isSeatOfGovernment else { return false }
    var words = WordsAround(text, after: Int(candidate.mention.end))
    guard var next = words.next() else { return false }
    if PlaceNames.auxiliaries.contains(next), let second = words.next() { next = second }
    guard PlaceNames.deedsOfGovernments.contains(next) else { return false }
    guard let before = WordsAround.word(before: Int(candidate.mention.start), in: text) else {
      return true
    }
    return !PlaceNames.prepositions.contains(before)
  }
}

/// The words, in small letters, around a name in a text, with nothing but a blank between.
struct WordsAround: IteratorProtocol {
  private let text: [UInt8]
  private var offset: Int

  init(_ text: [UInt8], after offset: Int) {
    self.text = text
    self.offset = offset
  }

  mutating func next() -> String? {
    guard offset < text.count, text[offset] == UInt8(ascii: " ") else { return nil }
    let start = offset + 1
    var end = start
    while end < text.count, WordsAround.isLetter(text[end]) { end += 1 }
    guard end > start else { return nil }
    offset = end
    return String(decoding: text[start..<end], as: UTF8.self).lowercased()
  }

  static func word(before offset: Int, in text: [UInt8]) -> String? {
    start(before: offset, in: text).map {
      String(decoding: text[$0..<offset - 1], as: UTF8.self).lowercased()
    }
  }

  /// Where the word begins that ends a blank before an offset.
  static func start(before offset: Int, in text: [UInt8]) -> Int? {
    guard offset > 1, text[offset - 1] == UInt8(ascii: " ") else { return nil }
    var start = offset - 1
    while start > 0, isLetter(text[start - 1]) { start -= 1 }
    return start < offset - 1 ? start : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
}
