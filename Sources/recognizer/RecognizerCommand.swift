import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the program starts: not Swift's asynchronous start, since Valgrind dies of it.
@main
enum Program {
  static func main() {
    do {
      var command = try RecognizerCommand.parseAsRoot()
      guard command is any AsyncParsableCommand else { return try command.run() }
    } catch {
      RecognizerCommand.exit(withError: error)
    }
    // Not on the main thread, which waits below.
    Task.detached {
      await RecognizerCommand.main()
      exit(0)
    }
    while true { pause() }
  }
}

/// The maintainers' command: what is needed to make the recogniser, not to use it.
struct RecognizerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recognizer",
    abstract: "Make and measure the recogniser of names.",
    subcommands: [CompileGazetteer.self, Tag.self, Evaluate.self, Train.self])
}
