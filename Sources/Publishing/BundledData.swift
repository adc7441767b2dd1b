import ArchiveModel
import CResources
import Recognition

extension Gazetteer {
  /// The gazetteer that is part of the program; it is used in place.
  static func bundled() throws(EnvironmentFault) -> Gazetteer {
    do throws(CompiledDataError) {
      return try Gazetteer(bytes: dateline_gazetteer.buffer)
    } catch {
      throw EnvironmentFault(damaged: "gazetteer", error)
    }
  }
}

extension TaggerModel {
  /// The tagger's model that is part of the program; it is used in place.
  static func bundled() throws(EnvironmentFault) -> TaggerModel {
    do throws(CompiledDataError) {
      return try TaggerModel(bytes: dateline_model.buffer)
    } catch {
      throw EnvironmentFault(damaged: "model", error)
    }
  }
}

extension TaggerModel {
  /// What tells the model in the program from others: `1-5f3a90c2`.
  static func bundledIdentity() throws(EnvironmentFault) -> String {
    do throws(CompiledDataError) {
      return try TaggerModel.identity(of: dateline_model.buffer)
    } catch {
      throw EnvironmentFault(damaged: "model", error)
    }
  }
}

extension dateline_resource {
  fileprivate var buffer: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes, count: count)
  }
}

extension EnvironmentFault {
  fileprivate init(damaged name: String, _ error: CompiledDataError) {
    self.init(
      "use the \(name) in the program", reason: "\(error)", suggestion: "install Dateline again")
  }
}
