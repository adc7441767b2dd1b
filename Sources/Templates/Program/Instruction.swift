/// One step of a compiled template: a few numbers, so that running one costs no reference count.
enum Instruction: Sendable {
  /// Append a run of the template's own bytes.
  case literal(start: Int32, count: Int32)
  /// A line begins: append the indentation of the partial that is being shown.
  case indentation
  /// Append a text, escaped.
  case text(Source)
  /// Append a text as it is: the lenient rule alone compiles to this.
  case unescapedText(Source)
  /// Append a number.
  case number(Source)
  /// Append markup.
  case html(Source)
  /// Run the next `count` instructions only if there is something.
  case ifPresent(Source, count: Int32)
  /// Run the next `count` instructions only if there is nothing.
  case ifAbsent(Source, count: Int32)
  /// Run the next `count` instructions for each view, with its place in `slot`.
  case forEach(Source, slot: Int32, count: Int32)
  /// Run a partial.
  case call(subroutine: Int32, Indent)
  /// Run the one of a table's partials that a text names.
  case choose(Source, table: Int32)

  /// Where a value comes from.
  struct Source: Sendable, Hashable {
    /// Which view: each type of view has one slot, for the innermost view of that type.
    var slot: Int32
    /// How many bytes behind that view's place the view lies that is read: others than 0 where a view
    /// stored in it is looked into.
    var offset: Int32
    /// How to read it: an index into the table of its kind (`Program`).
    var index: Int32
  }

  /// How the lines of a partial are indented.
  struct Indent: Sendable {
    /// A run of the template's own bytes: the white space before the tag.
    var start: Int32 = 0
    var count: Int32 = 0
    /// Whether it comes on top of the indentation of the template that includes it.
    var isNested = false
  }
}
