import ArchiveModel
import Cataloguing

/// Whom the editor tells apart from whom, by `not_same_as`: each stands on the other's page.
struct Distinctions: Sendable {
  private var others: [Int: [Int]] = [:]

  /// O(entities + records), and nothing at all where no record says so.
  init(_ catalog: Catalog, _ authorities: [AuthorityRecord]) {
    let named = Set(authorities.flatMap(\.notSameAs))
    guard !named.isEmpty else { return }
    var bearers: [String: [Int]] = [:]
    var numbers: [Int: Int] = [:]
    for (number, entity) in catalog.entities.enumerated() where entity.isListed {
      if case .authority(let index) = entity.identity { numbers[Int(index)] = number }
      // An id alone, or with the folder of its kind.
      for id in [entity.id.description, "\(entity.kind.folder)/\(entity.id)"]
      where named.contains(id) {
        bearers[id, default: []].append(number)
      }
    }
    for (index, record) in authorities.enumerated() {
      guard let number = numbers[index] else { continue }
      for id in record.notSameAs {
        let all = bearers[id] ?? []
        let alike = all.filter { catalog.entities[$0].kind == record.kind }
        for other in alike.isEmpty ? all : alike where other != number {
          add(other, to: number)
          add(number, to: other)
        }
      }
    }
  }

  /// Those that are not to be confused with an entity.
  subscript(number: Int) -> [Int] { others[number] ?? [] }

  private mutating func add(_ other: Int, to number: Int) {
    if others[number]?.contains(other) != true { others[number, default: []].append(other) }
  }
}

extension Catalog {
  /// The entities with a page whose displayed name folds to the same, in the order of the A to Z,
  /// in which they are neighbours.
  func namesakes(of number: Int) -> [Int] {
    let key = NameKey(entities[number].name)
    var first = number
    while first > 0, NameKey(entities[first - 1].name) == key { first -= 1 }
    var namesakes: [Int] = []
    for other in first..<entities.count {
      guard NameKey(entities[other].name) == key else { break }
      if other != number, entities[other].hasPage, entities[other].isListed {
        namesakes.append(other)
      }
    }
    return namesakes
  }
}
