import ArchiveModel
import Cataloguing

/// What the software makes of one half of the gold, over all archives that have some.
struct GoldMeasure {
  /// A mention and what became of it.
  struct Line {
    let file: String
    let surface: String
    let fate: BCubed.Fate
  }

  private(set) var lines: [Line] = []
  /// Mentions whose entity has an authority record, by whether they are links to it.
  private(set) var onRecord = 0
  private(set) var onOther = 0
  /// Mentions that are links to a place of the gazetteer, by whether it is where it should be.
  private(set) var atPlace = 0
  private(set) var elsewhere: [Line] = []
  var score: BCubed { BCubed(lines.map(\.fate)) }

  /// Takes what an archive's articles of a half make.
  ///
  /// - Parameter halves: which articles count.
  mutating func add(
    _ answers: [GoldArchive.Answer], of halves: [GoldArticle.Half], in archive: GoldArchive,
    _ catalog: Catalog, _ places: [String: GoldPlace]
  ) {
    let records = Set(archive.archive.authorities.map { "\($0.kind.name)/\($0.id)" })
    for answer in answers where halves.contains(answer.article.half) {
      let alignment = GoldAlignment(answer.gold, answer.system)
      let file = answer.article.file.lastPathComponent
      for (gold, found) in zip(answer.gold, alignment.systemOfGold) where !gold.isOptional {
        let entity = "\(archive.name):\(gold.entity)"
        let fate: BCubed.Fate
        if let found {
          let system = answer.system[found].entity.map { catalog.entities[$0] }
          fate =
            system.map { .linked(gold: entity, system: name(of: $0, in: archive)) }
            ?? .unlinked(gold: entity)
          let record = "\(gold.kind.name)/\(gold.entity)"
          if records.contains(record) {
            let isRight = system.map { "\($0.kind.name)/\($0.id)" } == record
            (onRecord, onOther) = (onRecord + (isRight ? 1 : 0), onOther + (isRight ? 0 : 1))
          }
          if let place = places[gold.entity], let point = system.flatMap(catalog.coordinates) {
            if place.holds(point) {
              atPlace += 1
            } else {
              elsewhere.append(Line(file: file, surface: gold.surface, fate: fate))
            }
          }
        } else {
          fate = .missed(gold: entity)
        }
        lines.append(Line(file: file, surface: gold.surface, fate: fate))
      }
      for index in alignment.invented {
        let found = answer.system[index]
        guard let entity = found.entity.map({ catalog.entities[$0] }) else { continue }
        lines.append(
          Line(
            file: file, surface: entity.name,
            fate: .invented(system: name(of: entity, in: archive))))
      }
    }
  }

  private func name(of entity: Catalog.Entity, in archive: GoldArchive) -> String {
    "\(archive.name):\(entity.kind.name)/\(entity.id)"
  }

  /// The figures in one line.
  var summary: String {
    let score = score
    let faults = faults
    let count = { (fault: Fault) in faults.count { $0.fault == fault } }
    let names = lines.count - count(.invented)
    let wrong = [Fault.merged, .split, .unlinked, .missed].reduce(0) { $0 + count($1) }
    return """
      B3 P \(percent(score.precision)) R \(percent(score.recall)) F1 \(percent(score.f1)); \
      wrong merges \(score.wrongMerges) of \(score.systemEntities) \
      (\(percent(score.wrongMergeShare)) %); splits \(score.splits) of \(score.goldEntities); \
      right links \(names - wrong) of \(names), unlinked \(count(.unlinked)), \
      missed \(count(.missed)), invented \(count(.invented)); \
      to their records \(onRecord) of \(onRecord + onOther), \
      to the right place of the gazetteer \(atPlace) of \(atPlace + count(.elsewhere))
      """
  }

  /// What is wrong with a mention.
  enum Fault: String {
    case merged, split, unlinked, missed, invented
    /// A link to another place of the name; it may be one of the others besides.
    case elsewhere
  }

  /// What is wrong, a line a mention: fault, file, name, gold entity, system entity.
  var disagreements: [String] {
    faults.map { fault, line in
      [
        fault.rawValue, line.file, line.surface, line.fate.gold ?? "-", line.fate.system ?? "-",
      ].joined(separator: "\t")
    }.sorted()
  }

  /// Of a system entity that holds several of the gold, the one with most mentions is right; of an
  /// entity of the gold that is spread over several, so is the one with most.
  private var faults: [(fault: Fault, line: Line)] {
    var both: [String: [String: Int]] = [:]
    for line in lines {
      if case .linked(let gold, let system) = line.fate {
        both[system, default: [:]][gold, default: 0] += 1
      }
    }
    let mainGold = both.mapValues { counts in
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    var mainSystem: [String: (count: Int, name: String)] = [:]
    for (system, counts) in both.sorted(by: { $0.key < $1.key }) {
      for (gold, count) in counts where count > (mainSystem[gold]?.count ?? 0) {
        mainSystem[gold] = (count, system)
      }
    }
    let others: [(Fault, Line)] = lines.compactMap { line in
      switch line.fate {
      case .linked(let gold, let system):
        if mainGold[system] != gold { return (.merged, line) }
        return mainSystem[gold]?.name == system ? nil : (.split, line)
      case .unlinked: return (.unlinked, line)
      case .missed: return (.missed, line)
      case .invented: return (.invented, line)
      }
    }
    return elsewhere.map { (.elsewhere, $0) } + others
  }

  /// A share as a percentage with one decimal.
  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
