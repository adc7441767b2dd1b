/// A template as its author wrote it.
public struct TemplateSource: Sendable {
  /// The name by which others include it: `article`, `rows/person`.
  public var name: String
  /// The file, for messages.
  public var path: String
  /// The text, in UTF-8.
  public var bytes: [UInt8]

  /// Names a text.
  public init(name: String, path: String, bytes: [UInt8]) {
    self.name = name
    self.path = path
    self.bytes = bytes
  }
}
