import Loading

/// The difference of two texts as `diff -u` and git write it.
struct UnifiedDiff {
  private static let context = 3
  /// Beyond so many lines between equal ends, the whole middle is told as changed.
  private static let maximumCells = 4_000_000

  private enum Step { case both(Int, Int), old(Int), new(Int) }

  /// The lines of the difference, with their ends; empty where the texts are equal.
  let lines: [String]

  /// Compares files; one that is nil is not there.
  init(_ path: String, _ before: [UInt8]?, _ after: [UInt8]?) {
    let old = UnifiedDiff.lines(of: before ?? [])
    let new = UnifiedDiff.lines(of: after ?? [])
    let steps = UnifiedDiff.steps(old, new)
    let changes = steps.indices.filter { if case .both = steps[$0] { false } else { true } }
    guard !changes.isEmpty else {
      lines = []
      return
    }
    var lines = [
      "--- \(before == nil ? "/dev/null" : "a/" + path)\n",
      "+++ \(after == nil ? "/dev/null" : "b/" + path)\n",
    ]
    var next = 0
    while next < changes.count {
      var last = next
      while last + 1 < changes.count,
        changes[last + 1] - changes[last] <= 2 * UnifiedDiff.context
      { last += 1 }
      let start = max(0, changes[next] - UnifiedDiff.context)
      let end = min(steps.count, changes[last] + UnifiedDiff.context + 1)
      lines += UnifiedDiff.hunk(steps, start..<end, old, new)
      next = last + 1
    }
    self.lines = lines
  }

  private static func hunk(
    _ steps: [Step], _ range: Range<Int>, _ old: [String], _ new: [String]
  ) -> [String] {
    var (oldStart, newStart) = (0, 0)
    for step in steps[..<range.lowerBound] {
      switch step {
      case .both: (oldStart, newStart) = (oldStart + 1, newStart + 1)
      case .old: oldStart += 1
      case .new: newStart += 1
      }
    }
    var (oldCount, newCount) = (0, 0)
    var body: [String] = []
    for step in steps[range] {
      switch step {
      case .both(let i, _):
        (oldCount, newCount) = (oldCount + 1, newCount + 1)
        body.append(" " + shown(old[i]))
      case .old(let i):
        oldCount += 1
        body.append("-" + shown(old[i]))
      case .new(let i):
        newCount += 1
        body.append("+" + shown(new[i]))
      }
    }
    func place(_ start: Int, _ count: Int) -> String {
      "\(count == 0 ? start : start + 1)" + (count == 1 ? "" : ",\(count)")
    }
    return ["@@ -\(place(oldStart, oldCount)) +\(place(newStart, newCount)) @@\n"] + body
  }

  private static func shown(_ line: String) -> String {
    line.utf8.last == UInt8(ascii: "\n") ? line : line + "\n\\ No newline at end of file\n"
  }

  /// Lines with their ends.
  private static func lines(of text: [UInt8]) -> [String] {
    var lines: [String] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
      lines.append(String(decoding: text[start..<end], as: UTF8.self))
      start = end
    }
    return lines
  }

  /// A shortest way from one text to the other: by the longest common subsequence of what is left
  /// between equal ends.
  private static func steps(_ old: [String], _ new: [String]) -> [Step] {
    var head = 0
    while head < min(old.count, new.count), same(old[head], new[head]) { head += 1 }
    var tail = 0
    while tail < min(old.count, new.count) - head,
      same(old[old.count - 1 - tail], new[new.count - 1 - tail])
    { tail += 1 }
    var steps = (0..<head).map { Step.both($0, $0) }
    let oldMiddle = head..<old.count - tail
    let newMiddle = head..<new.count - tail
    if oldMiddle.count * newMiddle.count <= maximumCells {
      steps += middle(old, oldMiddle, new, newMiddle)
    } else {
      steps += oldMiddle.map { .old($0) } + newMiddle.map { .new($0) }
    }
    for i in 0..<tail { steps.append(.both(old.count - tail + i, new.count - tail + i)) }
    return steps
  }

  private static func middle(
    _ old: [String], _ oldRange: Range<Int>, _ new: [String], _ newRange: Range<Int>
  ) -> [Step] {
    let width = newRange.count + 1
    var common = [Int32](repeating: 0, count: (oldRange.count + 1) * width)
    for i in oldRange.reversed() {
      for j in newRange.reversed() {
        let cell = (i - oldRange.lowerBound) * width + j - newRange.lowerBound
        common[cell] =
          same(old[i], new[j])
          ? common[cell + width + 1] + 1 : max(common[cell + width], common[cell + 1])
      }
    }
    var steps: [Step] = []
    var (i, j) = (oldRange.lowerBound, newRange.lowerBound)
    while i < oldRange.upperBound || j < newRange.upperBound {
      let cell = (i - oldRange.lowerBound) * width + j - newRange.lowerBound
      if i < oldRange.upperBound, j < newRange.upperBound, same(old[i], new[j]) {
        steps.append(.both(i, j))
        (i, j) = (i + 1, j + 1)
      } else if j == newRange.upperBound
        || i < oldRange.upperBound && common[cell + width] >= common[cell + 1]
      {
        steps.append(.old(i))
        i += 1
      } else {
        steps.append(.new(j))
        j += 1
      }
    }
    return steps
  }

  /// Whether two lines are the same byte for byte: strings that look alike may differ.
  private static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
}

extension DeskChange {
  /// The difference of all files, as `git apply` takes it.
  public func diff(in archivePrefix: String) -> String {
    files.flatMap { UnifiedDiff(archivePrefix + $0.path, $0.before, $0.after).lines }.joined()
  }
}
