/// What a page may ask for: only files of its own site (Content Security Policy, level 3).
///
/// No page has a script of its own or a style in an attribute; JSON-LD is data, and never run. Sound
/// and films are files of the archive that a link opens: a browser then makes a page of its own
/// around them, for which the host's header holds too, hence `media-src`.
enum ContentPolicy {
  static let text =
    "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; "
    + "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
}
