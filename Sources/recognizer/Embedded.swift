import CResources
import Recognition

extension Gazetteer {
  /// The gazetteer that this program carries.
  static func embedded() throws(CompiledDataError) -> Gazetteer {
    let resource = dateline_gazetteer
    return try Gazetteer(
      bytes: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
  }
}

extension TaggerModel {
  /// The model that this program carries.
  static func embedded() throws(CompiledDataError) -> TaggerModel {
    let resource = dateline_model
    return try TaggerModel(
      bytes: UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
  }
}

extension Recognizer {
  /// A recogniser with all that this program carries, and without records.
  static func embedded() throws(CompiledDataError) -> Recognizer {
    Recognizer(gazetteer: try .embedded(), model: try .embedded(), authorities: [])
  }
}
