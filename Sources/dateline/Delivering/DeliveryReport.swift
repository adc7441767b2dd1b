import ArchiveModel
import Delivery
import Publishing

/// What a delivery says.
struct DeliveryReport {
  private let plan: DeliveryPlan
  private let target: String
  private let place: String
  private let isDryRun: Bool

  /// So many changes are shown unless all are asked for.
  private static let shown = 50

  init(_ plan: DeliveryPlan, of target: String, at place: String, isDryRun: Bool) {
    self.plan = plan
    self.target = target
    self.place = place
    self.isDryRun = isDryRun
  }

  private var changes: [(kind: String, sign: String, path: OutputPath)] {
    plan.added.map { ("added", "+", $0) } + plan.changed.map { ("changed", "~", $0) }
      + plan.removed.map { ("removed", "-", $0) }
  }

  /// Prints a line a file.
  func printChanges(showsAll: Bool, asJSON: Bool) {
    let all = changes
    if asJSON {
      for change in all {
        var json = JSONText()
        json.object { json in
          json.member("type", "change")
          json.member("change", change.kind)
          json.member("file", change.path.description)
        }
        Terminal.print(json.bytes)
      }
      return
    }
    for change in all.prefix(showsAll ? all.count : DeliveryReport.shown) {
      print("\(change.sign) \(change.path.description.visible)")
    }
    if !showsAll, all.count > DeliveryReport.shown {
      print("… and \(Labels.grouped(all.count - DeliveryReport.shown)) more; --verbose shows all")
    }
  }

  /// A line for a person.
  var text: String {
    guard !plan.isEmpty else { return "\(target): \(place) is up to date" }
    let counts = [
      (plan.added.count, "added"), (plan.changed.count, "changed"),
      (plan.removed.count, "removed"),
    ].map { "\(Labels.grouped($0.0)) \($0.1)" }.joined(separator: ", ")
    return "\(target): \(isDryRun ? "would be " : "")\(counts), \(size) → \(place)"
  }

  /// The same as one line of JSON.
  var json: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("type", "publication")
      json.member("schema", 1)
      json.member("target", target)
      json.member("place", place)
      json.key("dry_run")
      json.value(isDryRun)
      json.member("added", plan.added.count)
      json.member("changed", plan.changed.count)
      json.member("removed", plan.removed.count)
      json.member("unchanged", plan.unchanged)
      json.member("bytes", plan.bytes)
    }
    return json.bytes
  }

  private var size: String {
    plan.bytes < 1_000_000
      ? "\(Labels.grouped((plan.bytes + 999) / 1000)) kB"
      : "\(Labels.grouped(plan.bytes / 1_000_000)).\(plan.bytes / 100_000 % 10) MB"
  }
}
