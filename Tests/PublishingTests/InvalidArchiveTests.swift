import ArchiveModel
import Testing

@Suite struct `Invalid archives` {
  @Test(arguments: Diagnostic.Code.allCases)
  func `Every diagnostic has an archive that provokes it`(_ code: Diagnostic.Code) async throws {
    let fixture = Fixture("Invalid/\(code.rawValue)")

    try await fixture.built { site in
      #expect(site.report.diagnostics.contains { $0.code == code })
      try fixture.golden("expected.txt").expect(try site.console)
    }
  }
}
