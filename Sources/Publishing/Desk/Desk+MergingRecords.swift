import ArchiveModel
import Loading

extension Desk {
  /// Moves what a record says into another one, and deletes it.
  ///
  /// Lists are joined; of two values of one key that of the kept record stays, and the other one is
  /// kept as a comment in it, as are the comments of the record that goes: nothing is lost.
  /// - Returns: what the editor should know.
  func merge(
    _ record: AuthorityRecord, into kept: Slug, _ keptNumber: Int, in edits: inout RecordEdits
  ) throws(DeskProblem) -> [String] {
    let id = record.id
    let fields = try edits.edit(id) { edit throws(EditRefusal) in edit.fields(of: id) }
    let comments = try edits.delete(id)
    try edits.editAll { edit throws(EditRefusal) in
      try edit.replaceReferences(to: id, with: kept)
    }
    var keptAside: [String] = []
    let (keptName, kind) = (catalog.entities[keptNumber].name, catalog.entities[keptNumber].kind)
    try edits.edit(kept) { edit throws(EditRefusal) in
      let own = edit.fields(of: kept)
      let isCaseSensitive = edit.texts("case_sensitive", of: kept).first == "true"
      for field in fields {
        switch field.key {
        case "type": break
        case "name", "names", "previous":
          let fold = { AuthorityFile.folded($0, isCaseSensitive: isCaseSensitive) }
          var known = Set(([keptName] + edit.texts("names", of: kept)).map(fold))
          known.formUnion(edit.texts("previous", of: kept).map(fold))
          // A map has a name and when it was used.
          let new = field.value.items.filter { item in
            if case .text(let name) = item { known.insert(fold(name)).inserted } else { true }
          }
          try edit.append(new, to: field.key == "previous" ? "previous" : "names", of: kept)
        case "weak", "never", "demonyms", "same_as", "former_ids", "not_same_as", "part_of":
          let own: [EditValue] = [.text(kept.description), .text(id.description)]
          let new = field.value.items.filter { !own.contains($0) }.map { item in
            // An id of before is one of a thing of the other's kind.
            guard field.key == "former_ids", record.kind != kind, case .text(let former) = item,
              !former.contains("/")
            else { return item }
            return EditValue.text("\(record.kind.folder)/\(former)")
          }
          try edit.append(new, to: field.key, of: kept)
        case "page" where field.value == .text("always") && !own.contains { $0.key == "page" }:
          try edit.set("page", of: kept, to: field.value)
        case "page", "index":
          // The kept record decides whether there is a page, whatever the other one said.
          if own.contains(field) || field.value == .text("auto") { break }
          keptAside.append(edit.line(field))
        default:
          if own.contains(field) { break }
          if own.contains(where: { $0.key == field.key }) {
            keptAside.append(edit.line(field))
          } else {
            try edit.set(field.key, of: kept, to: field.value)
          }
        }
      }
      let lines = keptAside.flatMap { $0.split(separator: "\n").map(String.init) }
      let aside = lines.isEmpty ? [] : ["of \(id):"] + lines
      try edit.comment(aside + comments, in: kept)
    }
    return keptAside.isEmpty
      ? []
      : ["\(kept) has values of its own for what \(id) said too: these stand in comments below it"]
  }
}

extension EditValue {
  /// The items of a list; a value that is none is a list of one.
  fileprivate var items: [EditValue] {
    switch self {
    case .list(let items): items
    case .literal("~"): []
    case .text, .literal, .map: [self]
    }
  }
}
