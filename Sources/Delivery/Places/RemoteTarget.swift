import ArchiveModel
import Publishing

/// How files get to another machine.
protocol Transport: Sendable {
  /// Where to, as people say it.
  var description: String { get }
  /// How many files go at a time, after which the target's manifest tells of them.
  var filesAtATime: Int { get }

  /// Fetches files at the top of the place; those that are not there are left out.
  func fetch(_ names: [String]) throws(EnvironmentFault) -> [String: [UInt8]]
  /// Which of some paths, of files of a folder, have a file at the place.
  func existing(of paths: [String], in folder: String) throws(EnvironmentFault) -> Set<String>
  /// Sends files of a folder, over what is there, or beside it first and renamed.
  func send(_ paths: [String], from folder: String) throws(EnvironmentFault)
  /// Removes files, and folders unless something is in them; nothing where there is none.
  func remove(_ paths: [String], folders: [String]) throws(EnvironmentFault)
}

/// A place on another machine, with a manifest and, while a delivery is at work, a journal of what
/// it is about to change, as the writer has them (DESIGN §8).
struct RemoteTarget<Way: Transport>: DeliveryTarget {
  private let transport: Way

  init(_ transport: Way) { self.transport = transport }

  var description: String { transport.description }

  func published() throws(EnvironmentFault) -> Published {
    let files = try transport.fetch([Manifest.name, Journal.name])
    return Published(
      manifest: Manifest(parsing: files[Manifest.name] ?? []),
      uncertain: Set(Manifest.lines(files[Journal.name] ?? []).map(\.path)))
  }

  func occupied(
    by plan: DeliveryPlan, of site: LocalSite
  ) throws(EnvironmentFault) -> [OutputPath] {
    let existing = try transport.existing(of: plan.added.map(\.description), in: site.path)
    return plan.added.filter { existing.contains($0.description) }
  }

  func deliver(
    _ plan: DeliveryPlan, of site: LocalSite, _ note: DeliveryNote
  ) throws(EnvironmentFault) {
    let own = try TemporaryFolder()
    try own.write(Journal.name, journal(of: plan))
    try transport.send([Journal.name], from: own.path)

    var present = plan.before
    var done = 0
    let total = plan.added.count + plan.changed.count
    note.progress(0, total)
    for pass in plan.passes {
      var rest = pass[...]
      while !rest.isEmpty {
        let part = rest.prefix(transport.filesAtATime)
        rest = rest.dropFirst(part.count)
        try transport.send(part.map(\.description), from: site.path)
        done += part.count
        note.progress(done, total)
        guard done < total, part.count == transport.filesAtATime else { continue }
        // What is there now need not be sent again if the rest fails.
        for path in part { present.hashes[path] = plan.manifest.hashes[path] }
        try own.write(Manifest.name, present.text)
        try own.write(Journal.name, journal(of: plan, without: present))
        try transport.send([Manifest.name], from: own.path)
        try transport.send([Journal.name], from: own.path)
      }
    }
    if !plan.removed.isEmpty {
      try transport.remove(plan.removed.map(\.description), folders: plan.emptied)
    }
    try transport.send([Manifest.name], from: site.path)
    try transport.remove([Journal.name], folders: [])
  }

  /// The hash of nothing, for a file of which only a journal tells: its path alone is read there.
  private static var unknown: ContentHash { ContentHash(of: [UInt8]().span) }

  /// What may be old or new, or gone, from now on.
  private func journal(of plan: DeliveryPlan, without present: Manifest = Manifest()) -> [UInt8] {
    var lines = Manifest()
    for path in plan.added + plan.changed {
      guard let hash = plan.manifest.hashes[path], present.hashes[path] != hash else { continue }
      lines.hashes[path] = hash
    }
    for path in plan.removed {
      lines.hashes[path] = plan.before.hashes[path] ?? Self.unknown
    }
    return lines.text
  }
}
