import ArgumentParser
import Recognition

/// Compiles the gazetteer that the program carries.
struct CompileGazetteer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Compile the gazetteer from tables of open facts.",
    discussion: """
      Reads cities15000.tsv.gz, countries.tsv, us-states.tsv, demonyms.tsv, \
      organisations-hand.tsv, given-names.tsv and surnames.tsv; the sources and licences of each \
      are in the README beside them. Equal tables give equal bytes.
      """)

  @Option(help: "The folder of the tables.")
  var data: String

  @Option(help: "The file to write: Sources/CResources/gazetteer.bin.")
  var out: String

  func run() throws {
    var compiler = GazetteerCompiler()
    try compiler.read(data)
    let bytes = compiler.build()
    try Files.write(bytes, to: out)
    let gazetteer = try bytes.withUnsafeBytes { try Gazetteer(bytes: $0) }
    print("\(out): \(gazetteer.count) entries, \(gazetteer.nameCount) names, \(bytes.count) bytes")
  }
}
