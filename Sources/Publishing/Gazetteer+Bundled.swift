import ArchiveModel
import CResources
import Recognition

extension Gazetteer {
  /// The gazetteer that is part of the program; it is used in place.
  static func bundled() throws(EnvironmentFault) -> Gazetteer {
    do throws(GazetteerError) {
      return try Gazetteer(
        bytes: UnsafeRawBufferPointer(
          start: dateline_gazetteer.bytes, count: dateline_gazetteer.count))
    } catch {
      throw EnvironmentFault(
        "use the gazetteer in the program", reason: "\(error)",
        suggestion: "install Dateline again")
    }
  }
}
