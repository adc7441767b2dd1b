/// The names in a byline as printed: "By Jane Doe and John Smith in Baghdad".
enum Byline {
  /// The names, as far as they look like names: capitalised, and without digits.
  static func names(in byline: String) -> [String] {
    var words = byline.split(separator: " ")
    if words.first?.lowercased() == "by" { words.removeFirst() }
    // A place or an outlet may follow the names.
    if let preposition = words.firstIndex(where: { ["in", "for", "of", "at"].contains($0) }) {
      words.removeSubrange(preposition...)
    }
    let names = words.joined(separator: " ").replacing(" and ", with: ",")
      .replacing(" & ", with: ",").split { $0 == "," || $0 == ";" }
    return names.compactMap { part in
      let name = part.split(separator: " ").joined(separator: " ")
      let isName = (name.first?.isUppercase ?? false) && !name.contains { $0.isNumber || $0 == "@" }
      return isName ? name : nil
    }
  }
}
