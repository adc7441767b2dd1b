import ArchiveModel
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of this machine, such as one of a web server or on a stick.
struct FolderTarget: DeliveryTarget {
  let path: String

  init(_ path: String) { self.path = path }

  var description: String { path }

  func published() throws(EnvironmentFault) -> Published {
    // A disk that is not there must not become a folder where it would be.
    let parent = Paths.folder(of: path)
    guard access(parent, F_OK) == 0 else {
      throw EnvironmentFault(
        "publish to \(path)", reason: "there is no folder \(parent)",
        suggestion: "connect the disk, or make the folder")
    }
    guard access(path, F_OK) == 0 else { return Published() }
    let folder = try DiskFolder(path)
    return Published(
      manifest: Manifest(parsing: try folder.read(Manifest.name) ?? []),
      uncertain: Set(Manifest.lines(try folder.read(Journal.name) ?? []).map(\.path)))
  }

  func occupied(
    by plan: DeliveryPlan, of site: LocalSite
  ) throws(EnvironmentFault) -> [OutputPath] {
    guard access(path, F_OK) == 0 else { return [] }
    let folder = try DiskFolder(path)
    var occupied: [OutputPath] = []
    for path in plan.added {
      if case .nothing = try folder.kind(of: path.description) { continue }
      // A folder of what was published may become a file.
      if case .folder = try folder.kind(of: path.description) { continue }
      occupied.append(path)
    }
    return occupied
  }

  func deliver(
    _ plan: DeliveryPlan, of site: LocalSite, _ note: DeliveryNote
  ) throws(EnvironmentFault) {
    let output = try OutputFolder(path)
    if plan.replacesOthers {
      let folder = try DiskFolder(path)
      for path in plan.added { try folder.remove(path.description) }
    }
    // What stays is told as well, lest it be taken for what is no longer part of the site.
    let kept = Set(plan.added + plan.changed)
    let total = kept.count
    var done = 0
    for pass in plan.passes {
      for path in pass {
        try copy(path, of: site, plan, to: output)
        done += 1
        if done % 64 == 0 { note.progress(done, total) }
      }
    }
    for path in plan.manifest.hashes.keys where !kept.contains(path) {
      try copy(path, of: site, plan, to: output)
    }
    let report = try output.finish()
    if let refusal = report.refusals.first {
      throw EnvironmentFault(
        "publish \(path)/\(refusal.path)", reason: refusal.reason.description,
        suggestion: "move what is there; all other files are published")
    }
  }

  private func copy(
    _ path: OutputPath, of site: LocalSite, _ plan: DeliveryPlan, to output: OutputFolder
  ) throws(EnvironmentFault) {
    guard let hash = plan.manifest.hashes[path] else { return }
    try output.copy(
      path, from: "\(site.path)/\(path)", hash, sizeBytes: try site.sizeBytes(of: path))
  }
}
