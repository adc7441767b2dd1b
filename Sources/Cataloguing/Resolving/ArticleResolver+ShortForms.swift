import ArchiveModel

extension ArticleResolver {
  /// Two names in one article that differ by middle names are one person, by the shorter name.
  func joinMiddleNames(_ work: inout [Candidate]) {
    var people: [NameKey] = []
    for candidate in work {
      guard case .name(.person, let key)? = candidate.identity, !people.contains(key) else {
        continue
      }
      people.append(key)
    }
    guard people.count > 1 else { return }
    for i in work.indices {
      guard case .name(.person, let key)? = work[i].identity else { continue }
      let others = people.filter { $0.differsByMiddleNames(from: key) }
      guard others.count == 1, (others[0].text.utf8.count, others[0]) < (key.text.utf8.count, key),
        people.count(where: { $0.differsByMiddleNames(from: others[0]) }) == 1
      else { continue }
      work[i].resolve(.name(.person, others[0]), by: .middleName)
    }
  }

  /// "the Syrian Democratic Forces (SDF)": what stands in brackets is the same, here and later.
  ///
  /// What stands behind the small letters of "continuous integration (CI)" names nobody.
  /// - Returns: the acronyms with what they stand for.
  func resolveBrackets(_ work: inout [Candidate], _ body: [UInt8]) -> [NameKey: Identity] {
    var meanings: [NameKey: Identity] = [:]
    var common: Set<NameKey> = []
    for i in work.indices where !work[i].isTitle && work[i].isAcronym {
      let short = work[i]
      let (start, end) = (Int(short.mention.start), Int(short.mention.end))
      guard short.mention.evidence == .text, start > 1, body[start - 1] == UInt8(ascii: "("),
        end < body.count, body[end] == UInt8(ascii: ")")
      else { continue }
      if i > 0, Int(work[i - 1].mention.end) == start - 2, !work[i - 1].isAcronym,
        work[i - 1].kind == .organization || work[i - 1].kind == short.kind
      {
        if let identity = work[i - 1].identity, meanings[short.key] == nil {
          meanings[short.key] = identity
        }
      } else if isSpelledOut(short.key, before: start - 1, in: body) {
        common.insert(short.key)
      }
    }
    guard !meanings.isEmpty || !common.isEmpty else { return [:] }
    for i in work.indices where work[i].mention.evidence == .text && work[i].isAcronym {
      guard work[i].rule != .ignored else { continue }
      if let identity = meanings[work[i].key] {
        work[i].resolve(identity, by: .inBrackets)
      } else if work[i].isOpen, common.contains(work[i].key) {
        work[i].drop(by: .junk)
      }
    }
    return meanings
  }

  /// Whether the words before an offset begin with an acronym's letters, and all with small ones.
  private func isSpelledOut(_ acronym: NameKey, before offset: Int, in body: [UInt8]) -> Bool {
    var end = offset
    for letter in acronym.text.utf8.reversed() {
      guard let start = WordsAround.start(before: end, in: body), body[start] == letter else {
        return false
      }
      end = start
    }
    return true
  }

  /// A weak name counts only beside a strong one of the same record.
  func resolveWeakForms(_ work: inout [Candidate]) {
    var named: Set<Int32> = []
    for candidate in work {
      if case .authority(let index)? = candidate.identity { named.insert(index) }
    }
    for i in work.indices where work[i].isOpen {
      guard case .weakAuthority(let index) = work[i].mention.evidence else { continue }
      if named.contains(index) {
        work[i].resolve(.authority(index), by: .weakRecord)
      } else {
        work[i].drop(by: .weakAlone)
      }
    }
  }

  func resolveShortForms(_ work: inout [Candidate]) {
    let fullForms = fullForms(work)
    var heirs: [Identity: Identity] = [:]
    for i in work.indices {
      let isWholeOrganization = work[i].rule == .fullName && work[i].kind == .organization
      guard work[i].isOpen || isWholeOrganization else { continue }
      let bearers = fullForms.compactMap { form in
        form.rule(for: work[i]).flatMap { rule in
          form.identity == work[i].identity ? nil : (form.identity, rule)
        }
      }
      if bearers.count == 1 {
        if let former = work[i].identity { heirs[former] = bearers[0].0 }
        work[i].resolve(bearers[0].0, by: bearers[0].1)
      } else if !bearers.isEmpty {
        work[i].drop(by: .ambiguous)
      } else if isWholeOrganization {
        continue
      } else if work[i].kind == .person {
        work[i].resolve(.short(work[i].key), by: .unexplained)
      } else {
        work[i].resolve(.name(work[i].kind, work[i].key), by: .fullName)
      }
    }
    guard !heirs.isEmpty else { return }
    // What stood for a name that turned out to be short itself follows it.
    for i in work.indices {
      if let former = work[i].identity, let heir = heirs[former] {
        work[i].resolve(heir, by: work[i].rule)
      }
    }
  }

  private func fullForms(_ work: [Candidate]) -> [FullForm] {
    var fullForms: [FullForm] = []
    var seen: Set<Identity> = []
    for candidate in work {
      guard let identity = candidate.identity, seen.insert(identity).inserted else { continue }
      switch identity {
      case .authority(let index):
        let record = records[Int(index)]
        fullForms.append(FullForm(identity: identity, kind: record.kind, keys: record.keys))
      case .name(let kind, let key):
        fullForms.append(FullForm(identity: identity, kind: kind, keys: [key]))
      case .gazetteer:
        fullForms.append(
          FullForm(identity: identity, kind: candidate.kind, keys: [candidate.key]))
      case .short:
        break
      }
    }
    return fullForms
  }
}
