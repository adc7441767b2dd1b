/// A tag or an output of Liquid: `{%- name … -%}`, `{{- … -}}`.
struct LiquidTag {
  var range: Range<Int>
  /// The tag's name; empty for an output.
  var name = ""
  /// What follows the name.
  var rest: ArraySlice<UInt8>
  var trimsBefore: Bool
  var trimsAfter: Bool

  /// What stands between the braces at `i` and `close`.
  init(_ source: [UInt8], from i: Int, to close: Int, isOutput: Bool) {
    range = i..<close + 2
    rest = source[(i + 2)..<close]
    trimsBefore = rest.first == UInt8(ascii: "-")
    if trimsBefore { rest = rest.dropFirst() }
    trimsAfter = rest.last == UInt8(ascii: "-")
    if trimsAfter { rest = rest.dropLast() }
    rest = withoutTagSpace(rest)
    guard !isOutput else { return }
    let word = rest.prefix(while: isNameByte)
    name = String(decoding: word, as: UTF8.self).lowercased()
    rest = rest[word.endIndex...]
  }

  /// Whether it is a call, as Zola writes shortcodes: `name(…)`; its name and what it is given.
  var call: (name: ArraySlice<UInt8>, arguments: ArraySlice<UInt8>)? {
    var whole = rest
    if !name.isEmpty { whole = rest.prefix(0) }
    let word = whole.prefix { isNameByte($0) || $0 == UInt8(ascii: ":") }
    guard let first = word.first, HTMLTokens.isLetter(first) || first == UInt8(ascii: "_"),
      word.endIndex < whole.endIndex, whole[word.endIndex] == UInt8(ascii: "("),
      whole.last == UInt8(ascii: ")"), word.endIndex + 1 < whole.endIndex
    else { return nil }
    return (word, whole[(word.endIndex + 1)..<(whole.endIndex - 1)])
  }
}
