/// The tags of Liquid that belong together, found in one search of the body.
///
/// Needed only where a body has branches, or tags that nobody knows.
struct LiquidBranches {
  /// Where `else`, `elsif` and a later `when` lead: the end tag of their `if` or `case`.
  private(set) var skips: [Int: Int] = [:]
  /// The last place of each end tag, by its name: `endif`.
  private var lastEnds: [String: Int] = [:]

  /// Whether an end tag follows; that of `quote` is `endquote`.
  func hasEnd(_ name: String, after offset: Int) -> Bool { lastEnds[name] ?? -1 > offset }

  private struct Open {
    var name: String
    var branches = 0
    var skipped: [Int] = []
  }

  /// O(body).
  init(_ source: [UInt8], _ finder: inout ByteFinder) {
    var open: [Open] = []
    var i = 0
    while let start = finder.next("{%", from: i) {
      i = start + 2
      let name = LiquidBranches.name(of: source, after: i)
      switch name {
      case "raw", "comment":
        if let end = finder.nextTag("end" + name, from: i) { i = end.lowerBound }
      case "if", "unless", "case", "for", "ifchanged", "tablerow":
        open.append(Open(name: name))
      case "else", "elsif", "elseif", "when":
        guard let last = open.indices.last else { continue }
        open[last].branches += 1
        if open[last].name != "case" || open[last].branches > 1 {
          open[last].skipped.append(start)
        }
      default:
        guard name.hasPrefix("end") else { continue }
        lastEnds[name] = start
        guard let last = open.last, name == "end" + last.name else { continue }
        for branch in last.skipped { skips[branch] = start }
        open.removeLast()
      }
    }
  }

  private static func name(of source: [UInt8], after start: Int) -> String {
    var start = start
    if start < source.count, source[start] == UInt8(ascii: "-") { start += 1 }
    while start < source.count, isTagSpace(source[start]) { start += 1 }
    return String(
      decoding: source[start..<min(start + 40, source.count)].prefix(while: isNameByte),
      as: UTF8.self)
  }
}
