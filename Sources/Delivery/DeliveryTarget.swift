import ArchiveModel
import Publishing

/// A place that a site is published to.
///
/// It is asked what it has, then whether anything of others is in the way, and then to change.
protocol DeliveryTarget: Sendable {
  /// Where it is, as people say it.
  var description: String { get }

  /// What Dateline has published there.
  func published() throws(EnvironmentFault) -> Published

  /// Which of the paths that a plan adds, at which nothing was published, have a file all the same.
  func occupied(
    by plan: DeliveryPlan, of site: LocalSite
  ) throws(EnvironmentFault) -> [OutputPath]

  /// Brings it up to date, in the order of the plan; interrupted at any moment it has only whole
  /// files, and is completed by the next delivery.
  func deliver(
    _ plan: DeliveryPlan, of site: LocalSite, _ note: DeliveryNote
  ) throws(EnvironmentFault)
}

/// What is said of a delivery to others than its readers.
struct DeliveryNote: Sendable {
  /// The title of the archive.
  var title: String
  /// Is told how many files of how many were sent.
  var progress: @Sendable (_ done: Int, _ total: Int) -> Void
}
