import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

/// After any sequence of edits the site is the one that a clean build makes of the same archive,
/// with the same `ids.lock`, byte for byte: pages, addresses, diagnostics and figures.
///
/// `DATELINE_SEQUENCES=200` makes so many, `DATELINE_FIRST_SEQUENCE=17` says which is the first: a
/// sequence that fails names its number and all that was done.
@Suite struct `After any sequence of edits` {
  @Test func `The site is the one that a clean build makes`() async throws {
    let count = Self.number("DATELINE_SEQUENCES") ?? 40
    let first = Self.number("DATELINE_FIRST_SEQUENCE") ?? 0

    var done: [Edit: Int] = [:]
    var comparisonCount = 0
    try await withThrowingTaskGroup(of: EditSequence.Outcome.self) { group in
      var next = first
      for _ in 0..<2 where next < first + count {
        group.addTask { [next] in try await EditSequence(number: next).run() }
        next += 1
      }
      while let outcome = try await group.next() {
        comparisonCount += outcome.comparisonCount
        for edit in outcome.edits { done[edit, default: 0] += 1 }
        if next < first + count {
          group.addTask { [next] in try await EditSequence(number: next).run() }
          next += 1
        }
      }
    }

    let edits = done.values.reduce(0, +)
    print("\(count) sequences from \(first): \(edits) edits, \(comparisonCount) comparisons")
    #expect(comparisonCount >= count)
    // Fewer may miss one.
    if count >= 40 { #expect(Edit.allCases.filter { done[$0] == nil }.isEmpty) }
  }

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}

/// Edits of an archive with builds among them, each of which may be held against a clean one.
private struct EditSequence {
  let number: Int

  struct Outcome: Sendable {
    var edits: [Edit] = []
    var comparisonCount = 0
  }

  func run() async throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.path + "/dateline-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var archive = try EditedArchive(root: folder + "/paper", seed: UInt64(number))
    var outcome = Outcome()
    do {
      _ = try await build(&archive)
      let count = 1 + archive.below(12)
      for index in 0..<count {
        let edit = try await performOne(index, &archive)
        outcome.edits.append(edit)
        let isLast = index == count - 1
        guard isLast || archive.oneOf(2) else { continue }
        if isLast || archive.oneOf(2) {
          try await compare(&archive)
          outcome.comparisonCount += 1
        } else {
          _ = try await build(&archive)
        }
      }
      // And once more, where nothing changed but what the build itself left.
      try await compare(&archive)
      outcome.comparisonCount += 1
    } catch {
      Issue.record("\(error)\n\(story(of: archive))")
    }
    return outcome
  }

  /// Does one of all things, and tells which.
  ///
  /// Every other edit is the next of all that there are, counted on from sequence to sequence, so
  /// that none is left to chance.
  private func performOne(
    _ index: Int, _ archive: inout EditedArchive
  ) async throws -> Edit {
    let all = Edit.allCases
    var edit = index % 2 == 0 ? all[(number * 3 + index / 2) % all.count] : archive.pick(all)
    if try await perform(edit, &archive) { return edit }
    // What must come first.
    switch edit {
    case .articleMended: _ = try archive.perform(.articleBroken)
    case .draftPublished: _ = try archive.perform(.articleDrafted)
    case .privacyRulesRemoved: _ = try archive.perform(.nameRedacted)
    case .cacheOfEarlier, .outputOfEarlier:
      try archive.backUp()
      _ = try archive.perform(.textChanged)
    default: break
    }
    _ = try await build(&archive)
    while try await !perform(edit, &archive) { edit = archive.pick(all) }
    return edit
  }

  private func perform(_ edit: Edit, _ archive: inout EditedArchive) async throws -> Bool {
    guard edit == .buildKilled else { return try archive.perform(edit) }
    try await kill(&archive)
    return true
  }

  // MARK: Builds

  private func build(_ archive: inout EditedArchive) async throws -> BuildReport {
    if archive.oneOf(3) { try archive.backUp() }
    let (jobs, settling) = (1 + archive.below(3), archive.pick([0, 1_000_000, 2_000_000_000]))
    let waste = archive.pick([0, 64 << 20])
    archive.note("build, jobs \(jobs), settling \(settling), waste \(waste)")
    return try await archive.build {
      $0.jobs = jobs
      $0.settlingNanoseconds = settling
      $0.leastWasteBytes = waste
    }
  }

  /// Builds, and makes a clean build of a copy.
  private func compare(_ archive: inout EditedArchive) async throws {
    let parent = (archive.root as NSString).deletingLastPathComponent
    // The same name, in another folder.
    let copy = parent + "/clean/paper"
    try? FileManager.default.removeItem(atPath: parent + "/clean")
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for part in ["Content", "Themes", "static"]
    where FileManager.default.fileExists(atPath: "\(archive.root)/\(part)") {
      try FileManager.default.copyItem(
        atPath: "\(archive.root)/\(part)", toPath: "\(copy)/\(part)")
    }
    let before = archive.site
    let report = try await build(&archive)
    let clean = archive.moved(to: copy)
    let cleanReport = try await clean.build { _ in }
    archive.note("compared")

    let told = "\(story(of: archive))"
    let mine = archive.site
    // Where errors forbid a site, the one that is there stays.
    let theirs = cleanReport.files > 0 ? clean.site : before
    #expect(mine.keys.sorted() == theirs.keys.sorted(), "\(told)")
    for (path, bytes) in theirs where mine[path] != nil && mine[path] != bytes {
      Issue.record("\(path) differs\n\(told)")
    }
    #expect(cleanReport.kept == 0)
    #expect(report.diagnostics == cleanReport.diagnostics, "\(told)")
    #expect(report.figures == cleanReport.figures, "\(told)")
  }

  /// Begins a build in a process of its own, which is killed at some moment.
  private func kill(_ archive: inout EditedArchive) async throws {
    let stage = archive.pick(BuildReport.Stage.allCases)
    let done = archive.below(archive.oneOf(2) ? 4 : 60)
    let wait = archive.below(3) * archive.below(20_000)
    let (root, asked) = (archive.root, archive.asked)
    archive.note("killed in \(stage) after \(done), and \(wait) µs")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [
        root = root as String, asked = asked as EditedArchive.Asked,
        stage = stage.rawValue as String, done = done as Int, wait = wait as Int
      ] in
      let progress = Publishing.Progress()
      let stages = BuildReport.Stage.allCases.map(\.rawValue)
      Thread.detachNewThread {
        func isDue() -> Bool {
          let now = progress.now
          let order = (stages.firstIndex(of: now.stage.rawValue) ?? 0, now.done)
          return order >= (stages.firstIndex(of: stage) ?? 0, done)
        }
        while !isDue() { usleep(50) }
        usleep(UInt32(wait))
        Glibc.kill(getpid(), SIGKILL)
      }
      _ = try await EditedArchive.built(root, asked, progress) { _ in }
      // It was done before it was killed.
      Glibc.kill(getpid(), SIGKILL)
    }
  }

  private func story(of archive: EditedArchive) -> String {
    "sequence \(number):\n" + archive.history.map { "  \($0)" }.joined(separator: "\n")
  }
}
