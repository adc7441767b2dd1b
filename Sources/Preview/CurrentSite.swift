import ArchiveModel
import Publishing

/// What is shown now: the last good site, and what is wrong.
///
/// The site is a value; a change puts another one in its place, and a request that has begun ends
/// with the one that it began with.
final class CurrentSite: Sendable {
  struct State: Sendable {
    /// Nil until the archive has been read once.
    var site: LiveSite?
    /// Counts the sites that were made anew; edits of single articles leave it as it is.
    var generation = 0
    /// Errors for which the site cannot follow its archive: of settings, rules, the theme.
    var faults: [Diagnostic] = []
    /// The errors that were there at the start: nobody is interrupted for them.
    var known: Set<Diagnostic> = []

    /// The errors that a page tells.
    var errors: [Diagnostic] {
      faults + (site?.diagnostics.filter { $0.severity == .error } ?? [])
    }
  }

  private let state = Locked(State())

  var now: State { state.withLock { $0 } }

  /// Changes what is shown; others wait meanwhile, so nothing long is done here.
  func update<Value: Sendable>(_ change: (inout State) -> sending Value) -> Value {
    state.withLock { change(&$0) }
  }
}
