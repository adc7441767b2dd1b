import ArchiveModel
import Publishing

/// Tells whether a bag is complete and valid (RFC 8493, 3): `dateline verify BAG`.
///
/// Bags of the drafts before it are understood as well, from 0.93 on.
package struct BagVerification: Sendable {
  /// What is wrong with a file of a bag.
  package struct Finding: Sendable, Hashable {
    /// The file below the bag.
    package var path: String
    /// What is wrong.
    package var message: String
    /// Whether the bag is valid all the same.
    package var isWarning = false
  }

  /// What was found.
  package struct Report: Sendable {
    /// By path.
    package var findings: [Finding] = []
    /// How many files were compared.
    package var files = 0
    /// How many bytes they have.
    package var bytes = 0

    /// Whether the bag is complete, and all of it is as it was.
    package var isValid: Bool { findings.allSatisfy(\.isWarning) }
  }

  /// The file by which a folder is known as a bag.
  package static let declaration = "bagit.txt"

  private let folder: String
  private let jobs: Int

  /// A verification of the bag in a folder.
  package init(of folder: String, jobs: Int) {
    self.folder = folder
    self.jobs = jobs
  }

  /// Reads every file: O(bytes), on all cores.
  ///
  /// - Throws: if the folder, or a file of it, cannot be read.
  package func run() async throws(EnvironmentFault) -> Report {
    var report = Report()
    let listing = try FolderListing(folder)
    var bag = try BagContents(folder, listing)
    report.findings += bag.findings

    // Each file is read once, for all manifests that have it.
    let files = listing.entries.filter { entry in
      entry.isFile && bag.manifests.contains { $0.digests[Array(entry.path.utf8)] != nil }
    }
    let (folder, manifests) = (folder, bag.manifests)
    let results = await files.concurrentChunks(jobs: jobs) { entries in
      entries.map { entry in
        Result<(Int, [Finding]), EnvironmentFault> { () throws(EnvironmentFault) in
          try BagVerification.compare(entry.path, with: manifests, in: folder)
        }
      }
    }
    for result in results {
      let (bytes, findings) = try result.get()
      report.files += 1
      report.bytes += bytes
      report.findings += findings
    }
    bag.findings = []
    bag.checkCompleteness()
    report.findings += bag.findings
    report.findings.sort {
      ($0.path, $0.isWarning ? 1 : 0, $0.message) < ($1.path, $1.isWarning ? 1 : 0, $1.message)
    }
    return report
  }

  private static func compare(
    _ path: String, with manifests: [BagManifest], in folder: String
  ) throws(EnvironmentFault) -> (Int, [Finding]) {
    let expected = manifests.compactMap { manifest in
      manifest.digests[Array(path.utf8)].map { (manifest, $0) }
    }
    let algorithms = Array(Set(expected.map(\.0.algorithm)))
    let (digests, sizeBytes) = try DigestAlgorithm.digests(
      ofFile: "\(folder)/\(path)", by: algorithms)
    let found = Dictionary(uniqueKeysWithValues: zip(algorithms, digests))
    return (
      sizeBytes,
      expected.compactMap { manifest, digest in
        guard found[manifest.algorithm] != digest else { return nil }
        return Finding(path: path, message: "has other bytes than \(manifest.file) says")
      }
    )
  }
}
