import ArgumentParser

/// The maintainers' command: what is needed to make the recogniser, not to use it.
@main
struct RecognizerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognizer",
    abstract: "Make and measure the recogniser of names.",
    subcommands: [CompileGazetteer.self, Tag.self, Evaluate.self, Train.self, Probe.self])
}
