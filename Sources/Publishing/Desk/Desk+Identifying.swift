import ArchiveModel
import Cataloguing
import Loading

extension Desk {
  /// Says that a name in one article stands for another entity, which gets a record if it has none.
  public func identifying(
    _ text: String, in article: String, as entity: String
  ) throws(DeskProblem) -> DeskChange {
    let path = try self.article(article)
    let name = try Desk.name(text)
    let number = try find(entity)
    var edits = RecordEdits(archive)
    let id = try recorded(number, in: &edits)
    let record = try edits.finished()
    let file = try editArticle(path) { edit throws(EditRefusal) in
      try edit.identify(name, as: id)
    }
    return DeskChange(
      title: "identify \(path) \(Desk.quoted(name)) \(address(of: number))",
      files: (record + file).sorted { $0.path < $1.path })
  }
}
