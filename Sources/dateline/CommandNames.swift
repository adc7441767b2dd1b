import ArchiveModel
import ArgumentParser

/// The names of commands, and what was meant where one is misspelt.
enum CommandNames {
  /// Follows arguments down the tree of commands as far as they name any.
  ///
  /// - Throws: `Outcome.misuse`, told with the nearest name, at the first that is none; the parser
  ///   would only call it unexpected.
  static func check(_ arguments: [String]) throws {
    var command: any ParsableCommand.Type = Dateline.self
    var path = ["dateline"]
    for argument in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let commands = command.configuration.subcommands
      // An option, or an argument of a command.
      guard !commands.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return }
      guard let next = commands.first(where: { $0.configuration.commandName == argument }) else {
        let names = shown(in: command).compactMap { $0.configuration.commandName }
        let nearest =
          Spelling.nearest(to: argument.lowercased(), in: names)
          ?? names.first { $0 == argument.lowercased() }
        let words = path.joined(separator: " ")
        let help =
          nearest.map { "did you mean \(words) \($0)?" }
          ?? "the commands are \(names.joined(separator: ", "))"
        Terminal.complain(
          "error: \(words) has no command “\(argument.visible)”\n  = help: \(help)")
        throw Outcome.misuse
      }
      command = next
      path.append(argument)
    }
  }

  /// The commands below one that help shows.
  static func shown(in command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
  }
}
