/// A JSON object of plain values, such as a small request: `{"action": "ignore", "name": "May"}`.
package struct JSONFields: Sendable {
  private let values: [String: String]

  /// Reads an object; nil for anything else, also where something follows it, a key stands twice,
  /// or a value is a list or an object.
  package init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var document = JSONDocument(bytes, 0..<bytes.count)
    var values: [String: String] = [:]
    do throws(FrontMatterFailure) {
      for entry in try document.entries() {
        switch entry.value.content {
        case .text(let text, _): values[entry.key] = text
        case .null: continue
        case .list, .map: return nil
        }
      }
    } catch {
      return nil
    }
    guard bytes[document.position...].allSatisfy({ [0x20, 0x0A, 0x0D, 0x09].contains($0) }) else {
      return nil
    }
    self.values = values
  }

  /// The value of a key as text; nil where there is none.
  package subscript(_ key: String) -> String? { values[key] }
}
