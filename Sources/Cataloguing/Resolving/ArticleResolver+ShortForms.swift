import ArchiveModel

extension ArticleResolver {
  /// Two names in one article that differ by middle names are one person, by the shorter name.
  func joinMiddleNames(_ work: inout [Candidate], _ forms: NameForms) {
    var isPerson = [Bool](repeating: false, count: forms.keyCount)
    for candidate in work {
      if case .name(.person, let number)? = candidate.identity { isPerson[Int(number)] = true }
    }
    let people = isPerson.indices.filter { isPerson[$0] }
    guard people.count > 1 else { return }
    // For each of them the shorter name, if there is just one, which is the name of nobody else.
    var heirs: [Int32: FoldedName] = [:]
    for person in people {
      let name = forms.names[person]
      let others = people.filter { forms.names[$0].differsByMiddleNames(from: name) }
      guard others.count == 1 else { continue }
      let (key, other) = (name.key, forms.names[others[0]])
      guard (other.key.text.utf8.count, other.key) < (key.text.utf8.count, key),
        people.count(where: { forms.names[$0].differsByMiddleNames(from: other) }) == 1
      else { continue }
      heirs[Int32(person)] = other
    }
    guard !heirs.isEmpty else { return }
    for i in work.indices {
      guard case .name(.person, let number)? = work[i].identity, let heir = heirs[number] else {
        continue
      }
      work[i].resolve(.name(.person, heir), by: .middleName)
    }
  }

  /// "the Syrian Democratic Forces (SDF)": what stands in brackets is the same, here and later.
  ///
  /// What stands behind the small letters of "continuous integration (CI)" names nobody.
  /// - Returns: the numbers of the acronyms, with what they stand for.
  func resolveBrackets(_ work: inout [Candidate], _ body: [UInt8]) -> [Int: LocalIdentity] {
    var meanings: [Int: LocalIdentity] = [:]
    var common: Set<Int> = []
    for i in work.indices where !work[i].isTitle && work[i].isAcronym {
      let short = work[i]
      let (start, end) = (Int(short.mention.start), Int(short.mention.end))
      guard short.mention.evidence == .text, start > 1, body[start - 1] == UInt8(ascii: "("),
        end < body.count, body[end] == UInt8(ascii: ")")
      else { continue }
      if i > 0, Int(work[i - 1].mention.end) == start - 2, !work[i - 1].isAcronym,
        work[i - 1].kind == .organization || work[i - 1].kind == short.kind
      {
        if let identity = work[i - 1].identity, meanings[short.form.number] == nil {
          meanings[short.form.number] = identity
        }
      } else if isSpelledOut(short.key, before: start - 1, in: body) {
        common.insert(short.form.number)
      }
    }
    guard !meanings.isEmpty || !common.isEmpty else { return [:] }
    for i in work.indices where work[i].mention.evidence == .text && work[i].isAcronym {
      guard work[i].rule != .ignored else { continue }
      if let identity = meanings[work[i].form.number] {
        work[i].resolve(identity, by: .inBrackets)
      } else if work[i].isOpen, common.contains(work[i].form.number) {
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

  func resolveShortForms(_ work: inout [Candidate], _ forms: NameForms) {
    let fullForms = fullForms(work, forms)
    var heirs: [LocalIdentity: LocalIdentity] = [:]
    // Of each name what was found last: most mentions repeat another.
    var found = [FullForm.Bearers?](repeating: nil, count: forms.keyCount)
    for i in work.indices {
      let isWholeOrganization = work[i].rule == .fullName && work[i].kind == .organization
      guard work[i].isOpen || isWholeOrganization else { continue }
      let number = work[i].form.number
      let bearers: FullForm.Bearers
      if let known = found[number], known.areOf(work[i]) {
        bearers = known
      } else {
        bearers = FullForm.Bearers(of: work[i], among: fullForms)
        found[number] = bearers
      }
      if bearers.count == 1, let (bearer, rule) = bearers.first {
        if let former = work[i].identity { heirs[former] = bearer }
        work[i].resolve(bearer, by: rule)
      } else if bearers.count > 0 {
        work[i].drop(by: .ambiguous)
      } else if isWholeOrganization {
        continue
      } else if work[i].kind == .person {
        work[i].resolve(.short(work[i].form.name), by: .unexplained)
      } else {
        work[i].resolve(.name(work[i].kind, work[i].form.name), by: .fullName)
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

  private func fullForms(_ work: [Candidate], _ forms: NameForms) -> [FullForm] {
    var fullForms: [FullForm] = []
    var seen: Set<LocalIdentity> = []
    for candidate in work {
      guard let identity = candidate.identity, seen.insert(identity).inserted else { continue }
      switch identity {
      case .authority(let index):
        fullForms.append(FullForm(records[Int(index)], identity))
      case .name(let kind, let number):
        fullForms.append(FullForm(forms.names[Int(number)], kind, identity))
      case .gazetteer:
        fullForms.append(FullForm(candidate.form.name, candidate.kind, identity))
      case .short:
        break
      }
    }
    return fullForms
  }
}
