/// How well mentions are gathered into entities: B³ (Bagga and Baldwin, LREC 1998).
///
/// For each mention, precision is the share of those in its system entity that are of its gold
/// entity, and recall the share of those of its gold entity that are in its system entity; each is
/// averaged over mentions. What the two sides do not have in common counts as `Fate` says.
struct BCubed {
  /// What became of a mention.
  enum Fate: Hashable {
    /// It is of this entity of the gold, and is a link to this one of the system.
    case linked(gold: String, system: String)
    /// Of this entity of the gold; the system saw it and left it without a link: an entity of its
    /// own, with precision 1 and recall one in the entity's mentions.
    case unlinked(gold: String)
    /// Of this entity of the gold; the system did not see it: recall 0.
    case missed(gold: String)
    /// A link to this entity of the system on what is no name: precision 0, and it counts among the
    /// mentions of the entity.
    case invented(system: String)

    var gold: String? {
      switch self {
      case .linked(let gold, _), .unlinked(let gold), .missed(let gold): gold
      case .invented: nil
      }
    }

    var system: String? {
      switch self {
      case .linked(_, let system), .invented(let system): system
      case .unlinked, .missed: nil
      }
    }
  }

  let precision: Double
  let recall: Double
  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
  /// System entities with mentions of the gold.
  let systemEntities: Int
  /// Those of them with mentions of two or more of its entities.
  let wrongMerges: Int
  /// Entities of the gold, and those whose links are to two or more of the system.
  let goldEntities: Int
  let splits: Int

  var wrongMergeShare: Double {
    systemEntities > 0 ? Double(wrongMerges) / Double(systemEntities) : 0
  }

  init(_ mentions: [Fate]) {
    var ofGold: [String: Int] = [:]
    var ofSystem: [String: Int] = [:]
    var ofBoth: [String: [String: Int]] = [:]
    var systemsOfGold: [String: Set<String>] = [:]
    for fate in mentions {
      if let gold = fate.gold { ofGold[gold, default: 0] += 1 }
      if let system = fate.system { ofSystem[system, default: 0] += 1 }
      if case .linked(let gold, let system) = fate {
        ofBoth[system, default: [:]][gold, default: 0] += 1
        systemsOfGold[gold, default: []].insert(system)
      }
    }
    var precisions: [Double] = []
    var recalls: [Double] = []
    for fate in mentions {
      switch fate {
      case .linked(let gold, let system):
        let both = Double(ofBoth[system]?[gold] ?? 0)
        precisions.append(both / Double(ofSystem[system] ?? 1))
        recalls.append(both / Double(ofGold[gold] ?? 1))
      case .unlinked(let gold):
        precisions.append(1)
        recalls.append(1 / Double(ofGold[gold] ?? 1))
      case .missed: recalls.append(0)
      case .invented: precisions.append(0)
      }
    }
    precision = BCubed.mean(precisions)
    recall = BCubed.mean(recalls)
    systemEntities = ofBoth.count
    wrongMerges = ofBoth.values.count { $0.count > 1 }
    goldEntities = ofGold.count
    splits = systemsOfGold.values.count { $0.count > 1 }
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
