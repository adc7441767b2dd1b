import ArchiveModel
import Loading
import Publishing

/// One delivery of a site to a target: `dateline publish`.
///
///     let delivery = try Delivery(of: LocalSite("Public"), to: target, archive: archive)
///     let plan = try delivery.plan()
///     try delivery.run(plan)
package struct Delivery: Sendable {
  /// Why nothing can be delivered, though the machine is as it should be.
  package enum Refusal: Error {
    /// Files that Dateline did not publish are in the place of some of the site.
    case occupied([OutputPath])
    /// The target and the site, or the archive, are one.
    case mixes(String)
  }

  private let site: LocalSite
  private let target: any DeliveryTarget
  private let title: String

  /// Prepares a delivery; nothing is asked of the target yet.
  package init(
    of site: LocalSite, to place: Settings.Target.Place, of archive: Archive
  ) throws(EnvironmentFault) {
    self.site = site
    title = archive.settings.title
    let root = Paths.resolved(archive.root) ?? archive.root
    switch place {
    case .folder(let path):
      target = FolderTarget(Paths.trimmed(path.hasPrefix("/") ? path : root + "/" + path))
    case .git(let remote, let branch):
      target = GitTarget(remote: remote, branch: branch, archive: root)
    case .rsync(let destination):
      target = RemoteTarget(Rsync(Paths.trimmed(destination)))
    case .rclone(let destination):
      target = RemoteTarget(Rclone(Paths.trimmed(destination)))
    }
    self.archive = archive
  }

  private let archive: Archive

  /// Where the target is, as people say it.
  package var place: String { target.description }

  /// What would change there.
  ///
  /// - Parameters:
  ///   - sendsAll: whether files are sent that the target has by its manifest.
  ///   - replacesOthers: whether files are overwritten that Dateline did not publish.
  package func plan(
    sendsAll: Bool = false, replacesOthers: Bool = false
  ) throws(EnvironmentFault) -> Result<DeliveryPlan, Refusal> {
    if let folder = target as? FolderTarget {
      let path = Paths.resolved(folder.path) ?? folder.path
      if Paths.isInside(path, of: site.path) || Paths.isInside(site.path, of: path)
        || archive.mixes(withOutput: folder.path)
      {
        return .failure(.mixes(folder.path))
      }
    }
    var plan = try DeliveryPlan(site, over: target.published(), sendsAll: sendsAll)
    plan.replacesOthers = replacesOthers
    guard !replacesOthers, !plan.added.isEmpty else { return .success(plan) }
    let occupied = try target.occupied(by: plan, of: site)
    return occupied.isEmpty ? .success(plan) : .failure(.occupied(occupied))
  }

  /// Brings the target up to date.
  package func run(
    _ plan: DeliveryPlan, progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void
  ) throws(EnvironmentFault) {
    guard !plan.isEmpty else { return }
    try target.deliver(plan, of: site, DeliveryNote(title: title, progress: progress))
  }
}
