import ArchiveModel
import Loading
import Publishing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `dateline annotate --records`: reads articles for a build elsewhere, or brings together what was
/// read.
struct Recording {
  /// The file that is written.
  let output: String

  /// Reads the articles of a list.
  func read(_ list: String, in archive: Archive, jobs: Int) async throws {
    SuddenEnd.allow(saying: "\(output) is as it was")
    let text = try Recording.text(of: list)
    let name = list == "-" ? "standard input" : list
    do throws(RecordFailure) {
      let articles = try ArticleList(text, named: name, of: archive)
      say(try await ArticleRecorder(archive, jobs: jobs).record(articles, into: output))
    } catch {
      throw error.told(of: archive)
    }
  }

  /// Brings files of records together.
  func merge(_ files: [String]) throws {
    SuddenEnd.allow(saying: "\(output) is as it was")
    do throws(RecordFailure) {
      say(try ReadingRecords.merge(files, into: output))
    } catch {
      throw error.told(of: nil)
    }
  }

  private func say(_ count: Int) {
    print("\(Labels.count(count, "record", "records")) in \(output)")
  }

  /// A list, whole.
  private static func text(of list: String) throws(EnvironmentFault) -> [UInt8] {
    let descriptor = list == "-" ? STDIN_FILENO : open(list, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw EnvironmentFault("read \(list)", errno: errno) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
      #else
        let count = Darwin.read(descriptor, &buffer, buffer.count)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw EnvironmentFault("read \(list)", errno: errno) }
      if count == 0 { return text }
      text += buffer[..<count]
    }
  }
}

extension RecordFailure {
  /// How a command ends by it, once it is told on the terminal.
  func told(of archive: Archive?) -> any Error {
    switch self {
    case .refused(let refusal):
      Terminal.complain("error: \(refusal)")
      return Outcome.misuse
    case .fault(let fault): return fault
    case .unsound(let problems):
      if let archive {
        let list = DiagnosticList(
          problems.filter { $0.severity == .error }, of: archive, under: archive.prefix)
        Terminal.draw(list.text(showsAll: true, color: Terminal.hasColor))
      }
      return Outcome.contentProblems
    }
  }
}
