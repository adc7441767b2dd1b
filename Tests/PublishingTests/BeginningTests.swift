import ArchiveModel
import Foundation
import Loading
import Testing

@testable import Publishing

@Suite final class `A new archive` {
  private let root =
    FileManager.default.temporaryDirectory.path + "/dateline-new-"
    + UUID().uuidString

  deinit { try? FileManager.default.removeItem(atPath: root) }

  private func begin(_ baseURL: String?, language: String = "en") throws {
    let today = try ArchiveDate(parsing: "2017-03-26")
    let beginning = try ArchiveBeginning(
      title: "The Example Times", baseURL: baseURL, language: language, today: today)
    _ = try beginning.write(to: root)
  }

  @Test(arguments: ["en", "de", "ar", "en-GB"])
  func `It builds without a word`(_ language: String) async throws {
    try begin("https://example.org/", language: language)
    let site = try await BuiltSite.build(root)

    #expect(site.problems == [])
    #expect(site.page("2017/03/26/how-an-article-is-written/") != nil)
    #expect(site.page("about/") != nil)
  }

  @Test func `Without an address it says that, and nothing else`() async throws {
    try begin(nil)
    let site = try await BuiltSite.build(root)

    #expect(site.report.diagnostics.map(\.code.rawValue) == ["base-url-missing"])
  }

  @Test func `The example of a record gives a page once its hashes are gone`() async throws {
    try begin("https://example.org/")
    let before = try await BuiltSite.build(root)
    #expect(before.page("people/neil-armstrong/") == nil)

    let file = root + "/Content/authorities/people.yml"
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    // The sentence above the example stays a remark.
    let end = try #require(lines.firstIndex(of: ""))
    let text = lines[end...].map { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : String($0) }
    try text.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let site = try await BuiltSite.build(root)

    #expect(site.problems == [])
    #expect(
      site.contents("people/neil-armstrong/index.html")?.contains("20 July 1969") == true)
  }
}

@Suite struct `The doctor` {
  @Test func `A program counts that is on the path and may be run`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/dateline-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/ssh", withIntermediateDirectories: true)
    for (name, mode) in [("git", 0o755), ("rsync", 0o644)] {
      #expect(
        FileManager.default.createFile(
          atPath: "\(folder)/\(name)", contents: Data(), attributes: [.posixPermissions: mode]))
    }

    let found = Doctor.tools(on: "/nowhere::\(folder)")

    #expect(found.first { $0.name == "git" }?.text == folder + "/git")
    #expect(found.filter { $0.state == .missing }.count == found.count - 1)
    #expect(found.first { $0.name == "ssh" }?.text.contains("SSH") == true)
  }

  @Test func `It tells what stands in the way of a build, and of wrong settings`() throws {
    let root = try written(
      """
      -- archive.yml --
      titel: T
      base_url: nowhere
      -- articles/a.md --
      Text.
      """)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try "a file".write(toFile: root + "/Public", atomically: true, encoding: .utf8)

    let archive = try #require(try Archive.open(root))
    let findings = Doctor.look(at: archive)

    func state(_ name: String) -> Doctor.State? { findings.first { $0.name == name }?.state }
    #expect(state("archive") == .wrong && state("Public") == .obstacle)
    #expect(state(".dateline") == .well && state("ids.lock") == .well)
    #expect(state("dateline") == .well && state("libcmark") == .well)
  }

  @Test func `The version names the model`() {
    #expect(ProgramVersion.described.hasPrefix("\(ProgramVersion.current) (model 1-"))
  }
}
