import ArchiveModel
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A branch of the repository that the archive is in, and of a remote, as GitHub Pages has it.
///
/// A delivery is one commit upon what is there. It is made by git's plumbing with an index of its
/// own: no file of the work tree, no index, no `HEAD` and no configuration is looked at or touched.
struct GitTarget: DeliveryTarget {
  /// A name or an address; nil where the branch stays here.
  let remote: String?
  let branch: String
  private let git: GitRepository

  init(remote: String?, branch: String, archive: String) {
    self.remote = remote
    self.branch = branch
    git = GitRepository(folder: archive)
  }

  var description: String { remote.map { "\(branch) of \($0)" } ?? "the branch \(branch)" }

  private var reference: String { "refs/heads/\(branch)" }
  private var action: String { "publish to \(description)" }

  func published() throws(EnvironmentFault) -> Published {
    guard let tip = try tip() else { return Published() }
    let result = try git.run(["cat-file", "blob", "\(tip):\(Manifest.name)"])
    // A branch of others has none.
    return Published(
      manifest: Manifest(parsing: result.code == 0 ? result.output : []), revision: tip)
  }

  func occupied(
    by plan: DeliveryPlan, of site: LocalSite
  ) throws(EnvironmentFault) -> [OutputPath] {
    guard let tip = plan.revision else { return [] }
    let list = try git.output(["ls-tree", "-r", "-z", "--name-only", tip], to: action).output
    let found = Set(list.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    return plan.added.filter { found.contains($0.description) }
  }

  func deliver(
    _ plan: DeliveryPlan, of site: LocalSite, _ note: DeliveryNote
  ) throws(EnvironmentFault) {
    // Whoever has published meanwhile is not overwritten: then the branch, or the remote, refuses.
    let tip = plan.revision
    let index = try GitIndex(in: git)
    if let tip { try index.output(["read-tree", tip], to: action) }

    let sent = plan.passes.flatMap { $0 }.map(\.description) + [Manifest.name]
    let hashes = try hash(sent, of: site, note)
    var lines: [UInt8] = []
    let nothing = String(repeating: "0", count: tip?.count ?? 40)
    for path in plan.removed {
      lines += Array("0 \(nothing)\t\(path)".utf8) + [0]
    }
    for (path, hash) in zip(sent, hashes) { lines += Array("100644 \(hash)\t\(path)".utf8) + [0] }
    try index.output(["update-index", "-z", "--index-info"], input: lines, to: action)
    let tree = try index.output(["write-tree"], to: action).text

    let commit = try commit(tree, upon: tip, plan, note.title)
    if let remote {
      let arguments = ["push", "--quiet", "--", remote, "\(commit):\(reference)"]
      let result = try git.run(arguments)
      guard result.code == 0 else {
        throw git.program.failure(
          of: arguments, result, to: action,
          suggestion: "publish again once that is mended: nothing was changed there")
      }
      // Keeps what was sent, so that the next delivery need not fetch it.
      try git.output(["update-ref", "refs/dateline/\(branch)", commit], to: action)
    } else {
      try git.output(
        ["update-ref", "-m", "dateline publish", reference, commit, tip ?? ""], to: action)
    }
    note.progress(sent.count, sent.count)
  }

  /// The commit that the branch has; nil where there is no branch yet.
  ///
  /// What the remote has is fetched unless it is here.
  private func tip() throws(EnvironmentFault) -> String? {
    try git.open()
    guard try git.run(["check-ref-format", reference]).code == 0 else {
      throw EnvironmentFault(
        action, reason: "git takes no branch of that name",
        suggestion: "write another branch: in archive.yml")
    }
    let checkedOut = try git.output(
      ["for-each-ref", "--format=%(worktreepath)", reference], to: action
    ).text
    guard try git.run(["symbolic-ref", "-q", "HEAD"]).text != reference, checkedOut.isEmpty else {
      throw EnvironmentFault(
        action, reason: "that branch is checked out here, and its files are yours",
        suggestion: "write another branch: in archive.yml, such as gh-pages")
    }
    guard let remote else {
      let result = try git.run(["rev-parse", "--verify", "--quiet", "\(reference)^{commit}"])
      return result.code == 0 ? result.text : nil
    }
    let list = try git.output(["ls-remote", "--", remote, reference], to: action).text
    guard let line = list.split(separator: "\n").first(where: { $0.hasSuffix("\t\(reference)") }),
      let commit = line.split(separator: "\t").first.map(String.init)
    else { return nil }
    if try git.run(["cat-file", "-e", "\(commit)^{commit}"]).code != 0 {
      try git.output(
        [
          "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules",
          "--", remote, "+\(reference):refs/dateline/\(branch)",
        ], to: action)
    }
    return commit
  }

  /// Stores files, and tells the name that git has for the bytes of each.
  private func hash(
    _ paths: [String], of site: LocalSite, _ note: DeliveryNote
  ) throws(EnvironmentFault) -> [String] {
    guard !site.path.utf8.contains(UInt8(ascii: "\n")) else {
      throw EnvironmentFault(
        action, reason: "the path of \(site.path) has a line end in it",
        suggestion: "name another folder with --output")
    }
    let list = paths.map { "\(site.path)/\($0)\n" }.joined()
    let result = try git.output(
      ["hash-object", "-w", "--no-filters", "--stdin-paths"], input: Array(list.utf8), to: action)
    let hashes = result.text.split(separator: "\n").map(String.init)
    guard hashes.count == paths.count else {
      throw EnvironmentFault(
        action, reason: "git stored \(hashes.count) files of \(paths.count)")
    }
    return hashes
  }

  private func commit(
    _ tree: String, upon tip: String?, _ plan: DeliveryPlan, _ title: String
  ) throws(EnvironmentFault) -> String {
    let message = """
      Publish \(title)

      \(Labels.grouped(plan.added.count)) added, \(Labels.grouped(plan.changed.count)) changed, \
      \(Labels.grouped(plan.removed.count)) removed
      """
    // A name that git would have to guess is no name to publish under.
    let arguments =
      ["-c", "user.useConfigOnly=true", "commit-tree", tree]
      + (tip.map { ["-p", $0] } ?? []) + ["-F", "-"]
    let result = try git.run(arguments, input: Array(message.utf8))
    guard result.code == 0 else {
      throw git.program.failure(
        of: arguments, result, to: action,
        suggestion: "tell git who you are: git config user.name and git config user.email")
    }
    return result.text
  }
}
