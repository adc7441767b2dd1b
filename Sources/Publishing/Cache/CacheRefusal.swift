/// Why nothing that the last build read is of use to this one.
public enum CacheRefusal: Sendable {
  /// Another version of the program left it, or what holds for all articles is not as it was:
  /// settings, records, rules of privacy.
  case foreign
  /// It is damaged, or not whole.
  case damaged
  /// It cannot be had: another build has it, or nothing can be written there.
  case unavailable
}
