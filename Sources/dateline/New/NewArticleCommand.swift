import ArchiveModel
import ArgumentParser
import Loading

/// `dateline new article`.
struct NewArticleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article", abstract: "Begins an article, as a draft.",
    discussion: """
      The file is written where the newest articles are (Content/articles/2017, say); its name is
      made of the title. Delete its line status: draft when it may be published.

      Examples:
        dateline new article "Talks resume in Mosul"
        dateline new article "The bridge opens" --date "circa March 1923" --author "Ann Lee"
        dateline new article --edit --section World -- "-40 °C in Yakutsk"
      """)

  @Argument(help: "The headline.") var title: String
  @Option(help: "Its section, as archive.yml names it.") var section: String?
  @Option(help: "Who wrote it; may be said again.") var author: [String] = []
  @Option(help: "Its date, in any form that front matter takes (default: today).")
  var date: String?
  @Flag(help: "Open the file in the editor that VISUAL or EDITOR names.") var edit = false
  @Option(help: "The folder that has Content in it.", completion: .directory) var archive = "."

  func run() throws {
    let archive = try Archive.named(archive)
    let editor = edit ? try Editor.named() : nil
    let today = archive.day(atSecondsSince1970: NewCommand.now)
    let path = try NewCommand.beginning { () throws(BeginningFailure) in
      let article: ArticleBeginning
      do throws(BeginningRefusal) {
        article = try ArticleBeginning(
          title: title, section: section, authors: author,
          date: date.map { text throws(BeginningRefusal) in try ArticleBeginning.date(text) }
            ?? today)
      } catch {
        throw .refused(error)
      }
      return try archive.begin(article)
    }
    let shown = archive.prefix + archive.shownPath(of: path)
    if let section, let doubt = archive.doubt(ofSection: section) {
      Terminal.complain("warning: \(doubt.message.visible)\n  = help: \(doubt.help.visible)")
    }
    print("wrote \(shown.visible)")
    guard let editor else {
      print("  = next: write its text, and delete status: draft when it may be published")
      return
    }
    try editor.open("\(archive.contentFolder)/\(path)")
  }
}
