/// The terminal's colours (ANSI escapes), or none.
package struct Ink: Sendable {
  /// What a colour or a style is for.
  package enum Style: String, Sendable {
    case red = "31"
    case yellow = "33"
    case bold = "1"
    case faint = "2"
    case underlinedGreen = "4;32"
    case underlinedYellow = "4;33"
    case underlinedBlue = "4;34"
    case underlinedMagenta = "4;35"
    case underlinedCyan = "4;36"
  }

  package let isOn: Bool

  /// Ink that colours, or does not.
  package init(isOn: Bool) { self.isOn = isOn }

  /// The text in a style; as it is where there are no colours.
  package func paint(_ text: String, _ style: Style) -> String {
    isOn ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
