/// Which version of the program this is.
public enum ProgramVersion {
  /// As `dateline --version` prints it.
  public static let current = "0.1.0"
}
