import Testing

@Suite struct `Imports` {
  /// The targets as DESIGN §2 lists them: each may import what stands above it.
  private static let targets = [
    "CCmark", "CYaml", "CResources", "ArchiveModel", "Markup", "Loading", "Recognition",
    "Cataloguing", "Searching", "Templates", "Publishing", "Delivery", "Preview", "Exchange",
    "dateline", "recognizer",
  ]

  /// What others wrote, and the targets that may know of it.
  private static let dependencies = [
    "CCmark": ["Markup"], "CYaml": ["Loading"], "TOMLKit": ["Loading"], "Crypto": ["Publishing"],
    "ArgumentParser": ["dateline", "recognizer"], "NIOCore": ["Preview"], "NIOPosix": ["Preview"],
    "NIOHTTP1": ["Preview"], "GRDB": ["Exchange"],
  ]

  /// Parts of Swift itself.
  private static let system: Set<String> = ["Glibc", "Darwin", "Synchronization"]

  @Test func `The project's files are found`() {
    #expect(Set(Repository.sources.map(\.target)).isSubset(of: Self.targets))
    #expect(Repository.sources.contains { $0.imports.contains { $0.module == "CYaml" } })
    #expect(Repository.sources.count > 100)
  }

  @Test func `They point only up the list of targets`() {
    for file in Repository.sources {
      guard let own = Self.targets.firstIndex(of: file.target) else {
        Issue.record("\(file.path): DESIGN lists no target \(file.target)")
        continue
      }
      for (module, _) in file.imports {
        if let other = Self.targets.firstIndex(of: module) {
          #expect(other < own, "\(file.path) imports \(module), which stands below it")
        } else if Self.dependencies[module] == nil, !module.hasPrefix("Foundation") {
          #expect(Self.system.contains(module), "\(file.path) imports \(module): for what?")
        }
      }
    }
  }

  @Test func `Each dependency is known in one place`() {
    for file in Repository.sources {
      for (module, _) in file.imports {
        guard let users = Self.dependencies[module] else { continue }
        #expect(users.contains(file.target), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func `Foundation is imported only where the line says why`() {
    for file in Repository.sources {
      for (module, line) in file.imports where module.hasPrefix("Foundation") {
        #expect(line.contains("//"), "\(file.path): \(line)")
      }
    }
  }
}
