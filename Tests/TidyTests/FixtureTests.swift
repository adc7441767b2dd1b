import ArchiveModel
import Testing

@Suite struct `Fixtures` {
  @Test func `Each kind of diagnostic has its folder, and no folder is left over`() {
    let files = Repository.files(below: "Tests/Fixtures/Invalid")
    let folders = Set(files.map { String($0.split(separator: "/")[3]) })

    #expect(folders == Set(Diagnostic.Code.allCases.map(\.rawValue)))
    for folder in folders {
      let isComplete = files.contains("Tests/Fixtures/Invalid/\(folder)/expected.txt")
      #expect(isComplete, "\(folder) says what it expects")
    }
  }
}
