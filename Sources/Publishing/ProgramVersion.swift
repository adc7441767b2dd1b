import ArchiveModel
import Recognition

/// Which version of the program this is.
public enum ProgramVersion {
  /// Of the program alone.
  public static let current = "0.1.0"

  /// As `dateline --version` prints it: with the model that finds names, by its format's version
  /// and its checksum, since another model finds others.
  public static var described: String { "\(current) (model \(model))" }

  private static var model: String {
    do throws(EnvironmentFault) {
      return try TaggerModel.bundledIdentity()
    } catch {
      return "damaged"
    }
  }
}
