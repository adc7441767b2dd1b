import ArchiveModel
import Testing

@testable import Loading

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long reading takes. It asserts nothing, and runs only when asked for:
///
///     DATELINE_BENCHMARK=1 swift test -c release -Xswiftc -enable-testing --filter ReadingBenchmark
@Suite(.serialized, .enabled(if: getenv("DATELINE_BENCHMARK") != nil))
struct ReadingBenchmark {
  @Test func `Front matter and files of 18f`() throws {
    guard let folder = SharedData.folder("corpora/18f") else { return }
    let names = SharedData.names(in: folder, ending: ".md").filter { $0.hasPrefix("20") }
    let files = try names.map { try readFile(at: folder + "/" + $0) }
    let texts = files.map { DecodedText($0).bytes }
    let ranges = texts.map { frontMatterRange(of: $0) ?? 0..<0 }
    let fast = zip(texts, ranges).filter {
      FrontMatterScanner.scan($0, $1, isTextKey: ArticleKey.isText) != nil
    }
    let bytes = fast.map(\.1.count).reduce(0, +)
    print("on the fast path: \(fast.count) of \(names.count), \(bytes / fast.count) bytes each")

    report("scan", fast.count) {
      for (text, range) in fast {
        _ = FrontMatterScanner.scan(text, range, isTextKey: ArticleKey.isText)
      }
    }
    report("front matter (fences, scan, duplicates, article)", names.count) {
      for (text, name) in zip(texts, names) {
        let head = FrontMatter(of: text, path: name)
        var reader = ArticleReader(path: name, shownPath: name)
        reader.read(head.entries)
      }
    }
    report("through the library instead", names.count) {
      for (text, range) in zip(texts, ranges) { _ = try? YAMLDocument(text, range).entries() }
    }
    report("decode", names.count) { for file in files { _ = DecodedText(file) } }
    report("read, decode, front matter, body", names.count) {
      for name in names {
        _ = Source.read(file: folder + "/" + name, path: "articles/" + name, shownAs: name)
      }
    }
  }

  @Test func `Ten thousand authority records`() {
    var text = ""
    for i in 0..<10_000 {
      text += """
        person-\(i):
          type: person
          name: Person Number \(i)
          names: [P. N. \(i), "Number \(i)"]
          weak: [Number]
          same_as: [https://www.wikidata.org/entity/Q\(i)]
          summary: A person of whom nothing is known.

        """
    }
    let file = Array(text.utf8)
    report("records", 10_000) {
      var reader = AuthorityFile(path: "a.yml")
      reader.read(file)
    }
  }

  /// Prints the median of 15 runs, in microseconds of processor time for each of `count`.
  ///
  /// Not of the clock: a run that outlasts its time slice waits for others on a busy machine.
  private func report(_ what: String, _ count: Int, _ run: () -> Void) {
    run()
    let times = (0..<15).map { _ in
      let start = processorSeconds
      run()
      return processorSeconds - start
    }.sorted()
    let each = (times[7] * 1e8 / Double(count)).rounded() / 100
    print("\(what): \(each) µs each, \((times[7] * 1e5).rounded() / 100) ms in all")
  }

  private var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
