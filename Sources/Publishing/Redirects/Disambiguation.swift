import ArchiveModel
import Cataloguing
import Loading

/// An address that was one entity's and of which several were made: its page asks which is meant.
struct Disambiguation: Sendable {
  /// Below the site's root: `people/john-smith/`.
  var path: String
  /// The entities' numbers, in the order of the A to Z.
  var entities: [Int]
}

extension Disambiguation {
  /// The addresses that several records state as their own of before, and readers may know of.
  ///
  /// O(n) in records. Redirects from there give way to the page that asks.
  static func all(
    _ catalog: Catalog, of archive: Archive, _ privacy: EntityPrivacy,
    insteadOf redirects: inout [Redirect]
  ) -> [Disambiguation] {
    var bearers: [String: [Int]] = [:]
    for (number, entity) in catalog.entities.enumerated() where entity.isListed && !entity.isPrivate
    {
      guard case .authority(let index) = entity.identity else { continue }
      for path in Set(archive.authorities[Int(index)].formerAddresses) {
        bearers[path, default: []].append(number)
      }
    }
    bearers = bearers.filter { $1.count > 1 && !privacy.suppressed.contains($0) }
    guard !bearers.isEmpty else { return [] }
    redirects.removeAll { $0.query == nil && bearers[$0.path] != nil }
    return bearers.sorted { $0.key < $1.key }.map { path, entities in
      Disambiguation(path: path, entities: entities)
    }
  }

  /// What the entities are called alike: "John Smith" of "John Smith (architect)" and "John Smith
  /// (footballer)"; their names, where nothing is alike.
  func name(in catalog: Catalog) -> String {
    let names = entities.map { catalog.entities[$0].name }
    let plain = names.map { name in
      guard name.hasSuffix(")"), let start = name.lastIndex(of: "(") else { return name }
      return name[..<start].split(separator: " ").joined(separator: " ")
    }
    let isAlike = Set(plain.map { NameKey($0) }).count == 1
    return isAlike && !plain[0].isEmpty ? plain[0] : names.joined(separator: " · ")
  }
}
