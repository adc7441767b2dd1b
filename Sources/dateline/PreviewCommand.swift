import ArchiveModel
import ArgumentParser
import Loading
import Preview
import Publishing

/// `dateline preview`.
struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Shows the website in a browser while it is written, and follows every change.",
    discussion: """
      Pages come from memory, as a build would write them; nothing is written but what is corrected
      in the margin of a page. It ends with Ctrl-C, and then with exit code 0.

      Examples:
        dateline preview --open                      the archive in this folder, in a browser
        dateline preview --archive ~/paper --drafts --port 8080
      """)

  @OptionGroup var common: ArchiveOptions

  @Option(help: "The port to listen on; 0 takes any that is free.")
  var port = 1313

  @Option(help: "The address to listen on; others than this machine’s own let strangers look.")
  var address = "127.0.0.1"

  @Flag(help: "Open the front page in a browser.")
  var open = false

  func validate() throws {
    if !(0...65535).contains(port) { throw ValidationError("--port must be from 0 to 65535.") }
  }

  func run() async throws {
    let archive = try common.open()
    var options = Preview.Options()
    options.address = address
    options.port = port
    options.baseURL = common.baseURL
    let log = PreviewLog(prefix: archive.prefix, opensBrowser: open)
    let preview = Preview(archive, try common.buildOptions(), options) { log.tell($0) }

    let interruption = Interruption()
    let serving = Task { try await preview.run() }
    interruption.whenItComes { serving.cancel() }
    do {
      try await serving.value
    } catch PreviewEnd.unsound(let problems) {
      let list = DiagnosticList(problems, of: archive, under: archive.prefix)
      Terminal.draw(list.digest(showsAll: false, color: Terminal.hasColor))
      throw Outcome.contentProblems
    } catch is CancellationError {
      // The user has seen enough.
    }
  }
}
