import ArchiveModel
import Cataloguing
import Loading

/// A review at a terminal: one item after the other, each answered with a letter.
///
/// Who is named where stays as it was read when it began; records that an answer makes are known to
/// the questions that follow.
public struct ReviewSession: Sendable {
  private var desk: Desk
  private var rest: ArraySlice<DeskReview.Item>
  private let total: Int

  /// The archive as it is now.
  public var archive: Archive { desk.archive }

  /// What an item may be answered with.
  public struct Choice: Sendable {
    /// What is typed.
    public let key: String
    /// What it does.
    public let label: String
  }

  /// Begins with all items.
  public init(_ desk: Desk, _ review: DeskReview) {
    self.desk = desk
    rest = review.items[...]
    total = review.items.count
  }

  /// How many items have been asked or passed over, and how many there are.
  public var progress: (done: Int, total: Int) { (total - rest.count, total) }

  /// The next item that earlier answers have not settled; nil at the end.
  public mutating func next() -> DeskReview.Item? {
    while let item = rest.popFirst() { if !isSettled(item) { return item } }
    return nil
  }

  private func isSettled(_ item: DeskReview.Item) -> Bool {
    let former = Set(archive.authorities.flatMap(\.formerAddresses))
    if item.subjects.contains(where: { former.contains($0.address + "/") }) { return true }
    if item.subjects.contains(where: { isIgnored($0.name) }) { return true }
    switch item {
    case .suggestion(let kept, let other, _): return desk.areDistinct(kept.number, other.number)
    case .conflict(let subjects): return desk.areDistinct(subjects[0].number, subjects[1].number)
    case .newName(let subject), .sensitive(let subject, _):
      return desk.record(of: subject.number) != nil
    }
  }

  private func isIgnored(_ name: String) -> Bool {
    let key = NameKey(name)
    return archive.ignoredNames.contains { NameKey($0) == key }
  }

  // MARK: Questions

  /// The item as a person reads it.
  public func question(_ item: DeskReview.Item, columns: Int, hasColor: Bool) -> String {
    let ink = Ink(isOn: hasColor)
    var lines: [String] = []
    switch item {
    case .suggestion: lines.append(ink.paint("Are these one?", .bold))
    case .conflict: lines.append(ink.paint("One name: is it one?", .bold))
    case .newName: lines.append(ink.paint("A frequent name without a record", .bold))
    case .sensitive:
      lines.append(ink.paint("A person without a record, in sentences that may do harm", .bold))
    }
    if let why = item.why { lines.append(why.visible) }
    for (index, subject) in item.subjects.enumerated() {
      let number = item.subjects.count > 1 ? "\(index + 1)  " : ""
      lines.append("")
      lines.append(
        number + ink.paint(subject.name.visible, .bold) + "  \(subject.address)  "
          + ink.paint(subject.standing, .faint))
      for sentence in subject.sentences {
        lines += sentence.lines(columns: columns, indent: 4, ink: ink)
        lines.append("    " + ink.paint(sentence.path.visible, .faint))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What may be answered, besides the next one and to quit.
  public func choices(for item: DeskReview.Item) -> [Choice] {
    var choices: [Choice]
    switch item {
    case .suggestion:
      choices = [
        Choice(key: "m", label: "merge 2 into 1"), Choice(key: "w", label: "merge 1 into 2"),
        Choice(key: "n", label: "no, they are two"),
      ]
    case .conflict(let subjects):
      choices = subjects.indices.map {
        Choice(key: "\($0 + 1)", label: "all are \($0 + 1)")
      }
      choices += [
        Choice(key: "n", label: "no, they are \(subjects.count)"),
        Choice(key: "i", label: "ignore the name"),
      ]
    case .newName:
      choices = [
        Choice(key: "r", label: "make a record"), Choice(key: "i", label: "ignore the name"),
      ]
    case .sensitive:
      choices = [
        Choice(key: "s", label: "suppress"),
        Choice(key: "r", label: "a public person: make a record"),
        Choice(key: "i", label: "ignore the name"),
      ]
    }
    return choices
  }

  /// The change that an answer asks for; nil for one that there is not.
  public func change(
    for key: String, _ item: DeskReview.Item
  ) throws(DeskProblem) -> DeskChange? {
    guard choices(for: item).contains(where: { $0.key == key }) else { return nil }
    let addresses = item.subjects.map(\.address)
    switch key {
    case "m": return try desk.merging([addresses[1]], into: addresses[0])
    case "w": return try desk.merging([addresses[0]], into: addresses[1])
    case "n": return try desk.distinguishing(addresses)
    case "r": return try desk.recording(addresses[0])
    case "i": return try desk.ignoring(item.subjects[0].name)
    case "s": return try desk.suppressing(addresses[0])
    default:
      guard let number = Int(key) else { return nil }
      let kept = addresses[number - 1]
      return try desk.merging(addresses.filter { $0 != kept }, into: kept)
    }
  }

  /// Writes what an answer asked for.
  public mutating func apply(_ change: DeskChange) throws(DeskProblem) {
    try Desk.apply(change, to: archive)
    do throws(EnvironmentFault) { try desk.reopen() } catch { throw .fault(error) }
  }
}

extension DeskReview.Sentence {
  /// The sentence in lines of a terminal, the name in bold.
  func lines(columns: Int, indent: Int, ink: Ink) -> [String] {
    DeskMention.lines(text, range, columns: columns, indent: indent, ink: ink)
  }
}
