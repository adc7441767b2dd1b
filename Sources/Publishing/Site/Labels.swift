/// Numbers in messages, which are in English.
public enum Labels {
  /// "1 article", "1,204 articles".
  public static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(grouped(number)) \(number == 1 ? one : many)"
  }

  /// "1,204".
  public static func grouped(_ number: Int) -> String { Language.english.grouped(number) }
}
