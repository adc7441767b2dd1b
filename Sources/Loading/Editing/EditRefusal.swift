import ArchiveModel

/// Why a file is not edited: what was asked does not fit what it says, or it is written in a way
/// that an edit could spoil.
public struct EditRefusal: Error, Sendable, Hashable {
  /// What stands in the way.
  public var message: String
  /// Where.
  public var place: SourceRange
  /// What to do by hand.
  public var suggestion: String

  /// Refuses an edit.
  public init(_ message: String, at place: SourceRange, suggestion: String) {
    self.message = message
    self.place = place
    self.suggestion = suggestion
  }

  /// What a person is told.
  ///
  /// - Parameter text: the decoded text of the file, for line and column; nil where there is none.
  public func rendered(in text: [UInt8]?) -> String {
    var position = ""
    if let text {
      let place = SourcePosition(of: place.offsets.lowerBound, in: text)
      position = ":\(place.line):\(place.column)"
    }
    return "\(place.path.visible)\(position): error: \(message.visible)\n"
      + "  = note: nothing was written\n  = help: \(suggestion.visible)"
  }
}
