/// One tag of a template, between its delimiters.
struct Tag {
  enum Kind {
    case value, unescaped, section, inverted, close, partial, parent, block, comment, delimiters
  }

  var kind: Kind
  /// All of it, with the delimiters.
  var offsets: Range<Int>
  /// What stands between, without the sign of its kind and white space around.
  var content: Range<Int>

  /// Kinds that show nothing of their own: alone on a line, they take the line with them.
  var mayStandAlone: Bool {
    switch kind {
    case .value, .unescaped: false
    case .section, .inverted, .close, .partial, .parent, .block, .comment, .delimiters: true
    }
  }
}
