import CCmark

extension MarkdownDocument {
  /// The version of libcmark that the program runs with, such as `0.30.2`.
  public static var parserVersion: String { String(cString: cmark_version_string()) }
}
