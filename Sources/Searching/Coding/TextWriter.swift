/// Writes texts by what came before.
struct TextWriter: ~Copyable {
  private(set) var model: TextModel

  /// A text after nothing.
  init() { model = TextModel() }

  /// Texts after what a model has learnt, one after the other.
  init(after model: borrowing TextModel) { self.model = TextModel(model) }

  /// The symbols of a text that begins as a model has it.
  mutating func symbols(of text: [UInt8], after model: borrowing TextModel) -> [UInt8] {
    self.model.become(model)
    return symbols(of: text)
  }

  /// The symbols of a text, which the model learns.
  mutating func symbols(of text: [UInt8]) -> [UInt8] {
    var bits = BitWriter(capacity: text.count)
    model.write(text, to: &bits)
    return bits.finished()
  }
}
