import ArchiveModel
import Loading
import Recognition

/// The articles of a live archive before they are brought together.
package struct LiveAssembly: Sendable {
  let readings: [Reading]
  let texts: TextReader
  let names: NameReader
  let store: ReadingStore
  let surroundings: SiteAssembly.Surroundings
  let options: Build.Options
  let problems: [Diagnostic]

  /// Brings the articles together: what takes longest in a large archive, and blocks its thread
  /// meanwhile.
  package func run() throws(EnvironmentFault) -> LiveSite {
    let assembly = try SiteAssembly(
      readings, by: texts, in: store, surroundings, showsDrafts: options.showsDrafts,
      now: options.now)
    return LiveSite(assembly, self)
  }
}
