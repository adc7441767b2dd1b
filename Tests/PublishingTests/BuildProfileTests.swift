import ArchiveModel
import Foundation
import Testing

@testable import Publishing

/// What `dateline build --profile` tells.
@Suite struct `A profile of a build` {
  private let archive = """
    -- articles/talks.md --
    ---
    title: Talks resume
    date: 2017-03-26
    ---
    Lise Grande met the governor in Mosul.
    -- articles/aid.md --
    ---
    title: Aid arrives
    date: 2017-03-27
    ---
    Lise Grande thanked the drivers in Mosul.
    """

  @Test func `It has each stage once, in order, and the work of each`() async throws {
    let profile = BuildProfile(cores: 2)
    let site = try await built(archive) { $0.profile = profile }

    #expect(
      profile.rows.map(\.stage) == [
        .compare, .load, .read, .resolve, .search, .publish, .remember,
      ])
    for row in profile.rows {
      #expect(row.use.wallNanoseconds > 0)
      #expect(row.work.allSatisfy { $0.work.stage == row.stage && $0.nanoseconds > 0 })
    }
    let works = profile.rows.flatMap(\.work).map(\.work)
    #expect(works == BuildProfile.Work.allCases)
    #expect(site.report.laps.map(\.stage) == BuildReport.Stage.allCases)
  }

  @Test func `Where nothing has changed it has what was compared, and no more`() async throws {
    let site = try await built(archive) { $0.settlingNanoseconds = 0 }
    let profile = BuildProfile(cores: 2)
    let again = try await site.rebuilt {
      $0.settlingNanoseconds = 0
      $0.profile = profile
    }

    #expect(again.report.laps.isEmpty)
    #expect(profile.rows.map(\.stage) == [.compare])
  }

  @Test func `Its site is the one of a build without it`() async throws {
    let plain = try await built(archive)
    let profiled = try await built(archive) { $0.profile = BuildProfile(cores: 2) }

    #expect(profiled.files == plain.files)
    #expect(
      profiled.contents("manifest-sha256.txt") == plain.contents("manifest-sha256.txt"))
  }

  @Test func `An article that is kept costs a look into the cache alone`() async throws {
    let site = try await built(archive)
    let profile = BuildProfile(cores: 2)
    _ = try await site.rebuiltByStages { $0.profile = profile }

    let read = try #require(profile.rows.first { $0.stage == .read })
    #expect(read.work.map(\.work) == [.cache])
  }

  @Test func `Work is the time that a thread worked, not the time that it waited`() throws {
    let profile: BuildProfile? = BuildProfile(cores: 2)
    let sum = profile.timed(.markdown) { (0..<2_000_000).reduce(0) { $0 &+ $1 &* $1 } }
    profile.timed(.recognition) { Thread.sleep(forTimeInterval: 0.2) }
    profile?.end(.read)

    let row = try #require(profile?.rows.first)
    #expect(sum != 0)
    #expect(row.work.map(\.work) == [.markdown, .recognition])
    #expect(row.work[1].nanoseconds < 100_000_000)
    #expect(row.use.wallNanoseconds > 200_000_000)
  }

  #if os(Linux)
    @Test func `It counts bytes read and written and memory in use`() throws {
      let folder = FileManager.default.temporaryDirectory.path + "/profile-\(UUID().uuidString)"
      let profile = BuildProfile(cores: 2)
      try Data(count: 3_000_000).write(to: URL(filePath: folder))
      var kept = [UInt8](repeating: 1, count: 64 << 20)
      profile.end(.load)
      kept[0] = try Data(contentsOf: URL(filePath: folder))[0]
      profile.end(.read)
      try FileManager.default.removeItem(atPath: folder)

      // Other tests run meanwhile, so there may be more.
      let (first, second) = (profile.rows[0], profile.rows[1])
      #expect(first.use.writtenBytes ?? 0 >= 3_000_000)
      #expect(second.use.readBytes ?? 0 >= 3_000_000)
      #expect(first.peakBytes ?? 0 >= 64 << 20)
      #expect(first.use.heapBytes != nil)
      #expect(first.use.allocations == nil, "the C library does not count them")
      #expect(kept[0] == 0)
    }
  #endif

  @Test func `It is printed as a table, and as a line of JSON`() async throws {
    let profile = BuildProfile(cores: 2)
    _ = try await built(archive) { $0.profile = profile }

    let lines = profile.text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("stage "))
    #expect(lines[0].split(separator: " ").prefix(4) == ["stage", "wall", "ms", "cpu"])
    let names = lines.map { $0.prefix { $0 != "." }.split(separator: " ").first ?? "" }
    for name in ["compare", "read", "markdown", "recognition", "the", "publish", "all"] {
      #expect(names.contains(Substring(name)))
    }
    #expect(profile.text.contains("the C library counts no allocations"))

    let data = Data(profile.json)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let stages = try #require(json["stages"] as? [[String: Any]])
    #expect(stages.compactMap { $0["stage"] as? String } == profile.rows.map(\.stage.rawValue))
    let read = try #require(stages.first { $0["stage"] as? String == "read" })
    let work = try #require(read["cpu_us"] as? [String: Int])
    #expect(work.keys.sorted().contains("front_matter"))
    #expect(read["allocations"] is NSNull)
  }
}
