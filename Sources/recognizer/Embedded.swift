import CResources
import Recognition

extension Gazetteer {
  /// The gazetteer that this program carries.
  static func embedded() throws(GazetteerError) -> Gazetteer {
    let resource = dateline_gazetteer
    return try Gazetteer(
      bytes: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
  }
}
