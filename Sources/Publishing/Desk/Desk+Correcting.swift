import ArchiveModel
import Cataloguing
import Loading

/// The commands that correct an entity, each a change of records.
extension Desk {
  /// Makes other entities part of one: it takes their names, and their addresses lead to it.
  public func merging(_ others: [String], into kept: String) throws(DeskProblem) -> DeskChange {
    let keptNumber = try find(kept)
    var numbers: [Int] = []
    for other in others { numbers.append(try find(other)) }
    if let same = zip(others, numbers).first(where: { $0.1 == keptNumber }) {
      throw .misuse("“\(same.0)” is \(address(of: keptNumber)) already", help: nil)
    }
    var edits = RecordEdits(archive)
    var notes: [String] = []
    let id = try recorded(keptNumber, in: &edits)
    for number in numbers {
      if let record = record(of: number) {
        notes += try merge(record, into: id, keptNumber, in: &edits)
      } else {
        try addNames(try ownNames(of: number), of: number, to: id, keptNumber, in: &edits)
      }
      try addFormer(of: number, to: id, catalog.entities[keptNumber].kind, in: &edits)
    }
    let addresses = ([keptNumber] + numbers).map { address(of: $0) }
    return DeskChange(
      title: (["merge"] + addresses).joined(separator: " "), files: try edits.finished(),
      notes: notes)
  }

  /// Gives an entity another name, and another id if one is given; the old ones lead to it.
  public func renaming(
    _ entity: String, to newName: String, id newID: String?
  ) throws(DeskProblem) -> DeskChange {
    let number = try find(entity)
    let name = try Desk.name(newName)
    var edits = RecordEdits(archive)
    let id = try newID.map { text throws(DeskProblem) in try Desk.id(text) }
    _ = try rename(number, to: name, id: id, in: &edits)
    let title =
      "rename \(address(of: number)) \(Desk.quoted(name))"
      + (id.map { " --id \($0)" } ?? "")
    return DeskChange(title: title, files: try edits.finished())
  }

  /// Says that an entity is of another kind; its old address leads to the new one.
  public func changingKind(
    of entity: String, to kindName: String
  ) throws(DeskProblem) -> DeskChange {
    let number = try find(entity)
    let kind = try Desk.kind(kindName)
    let old = catalog.entities[number]
    guard old.kind != kind else {
      throw .misuse("\(address(of: number)) is a \(kind.name) already", help: nil)
    }
    let id = old.id
    try checkFree(id, kind, but: number)
    var edits = RecordEdits(archive)
    let wasPublic = isPublic(number)
    var notes: [String] = []
    if let record = record(of: number) {
      if kind != .place, !record.demonyms.isEmpty {
        notes.append("only places have demonyms: those of \(id) do nothing any more")
      }
      try changeKind(of: record, to: kind, in: &edits)
    } else {
      _ = try recorded(number, as: kind, in: &edits)
      if wasPublic {
        try edits.edit(id) { edit throws(EditRefusal) in
          try edit.append([address(of: number)], to: "former_ids", of: id)
        }
      }
    }
    return DeskChange(
      title: "kind \(address(of: number)) \(kind.name)", files: try edits.finished(), notes: notes)
  }

  /// Gives a record another kind, and lets what led to its page lead to the new one.
  func changeKind(
    of record: AuthorityRecord, to kind: EntityKind, in edits: inout RecordEdits
  ) throws(DeskProblem) {
    let id = record.id
    let number = catalog.entities.firstIndex { $0.kind == record.kind && $0.id == id }
    try edits.edit(id) { edit throws(EditRefusal) in
      // Ids of before are those of things of the old kind.
      let former = edit.texts("former_ids", of: id).map {
        $0.contains("/") ? $0 : "\(record.kind.folder)/\($0)"
      }
      try edit.set("type", of: id, to: .text(kind.name))
      if !former.isEmpty { try edit.set("former_ids", of: id, to: .texts(former)) }
      if number.map({ isPublic($0) }) ?? false {
        try edit.append(["\(record.kind.folder)/\(id)"], to: "former_ids", of: id)
      }
    }
  }

  /// Says that entities are not one: each record tells of the others, and is made where there is
  /// none.
  public func distinguishing(_ entities: [String]) throws(DeskProblem) -> DeskChange {
    var numbers: [Int] = []
    for entity in entities {
      let number = try find(entity)
      guard !numbers.contains(number) else {
        throw .misuse("“\(entity)” is \(address(of: number)) already", help: nil)
      }
      numbers.append(number)
    }
    var edits = RecordEdits(archive)
    var ids: [Slug] = []
    for number in numbers { ids.append(try recorded(number, in: &edits)) }
    for id in ids {
      let others = ids.filter { $0 != id }.map(\.description)
      try edits.edit(id) { edit throws(EditRefusal) in
        try edit.append(others, to: "not_same_as", of: id)
      }
    }
    return DeskChange(
      title: (["distinguish"] + numbers.map { address(of: $0) }).joined(separator: " "),
      files: try edits.finished())
  }

  /// Gives an entity a record of its own, with what is known of it.
  public func recording(_ entity: String) throws(DeskProblem) -> DeskChange {
    let number = try find(entity)
    if let record = record(of: number) {
      throw .misuse(
        "\(address(of: number)) has a record in \(record.place.path)", help: "edit it there")
    }
    var edits = RecordEdits(archive)
    _ = try recorded(number, in: &edits)
    return DeskChange(title: "record \(address(of: number))", files: try edits.finished())
  }

  // MARK: Parts

  /// Gives the record of an entity, which is made where there is none, another name and perhaps
  /// another id; its id then.
  func rename(
    _ number: Int, to name: String, id newID: Slug?, in edits: inout RecordEdits
  ) throws(DeskProblem) -> Slug {
    let old = catalog.entities[number]
    let hadRecord = record(of: number) != nil
    let id = try recorded(number, in: &edits)
    if old.name != name {
      try edits.edit(id) { edit throws(EditRefusal) in
        try edit.set("name", of: id, to: .text(name))
        try edit.remove([name], from: "names", of: id)
        try edit.append([old.name], to: "names", of: id)
      }
    }
    guard let newID, newID != id else { return id }
    try checkFree(newID, old.kind)
    if !hadRecord {
      try addNames(try ownNames(of: number), of: number, to: id, number, in: &edits)
    }
    try edits.rename(id, to: newID)
    if hadRecord || isPublic(number) || old.identity.isOfGazetteer {
      try edits.edit(newID) { edit throws(EditRefusal) in
        try edit.append([id.description], to: "former_ids", of: newID)
      }
    }
    return newID
  }

  /// The id of an entity's record, which is made where there is none.
  func recorded(
    _ number: Int, as kind: EntityKind? = nil, in edits: inout RecordEdits,
    _ more: [EditEntry] = []
  ) throws(DeskProblem) -> Slug {
    let entity = catalog.entities[number]
    if let record = record(of: number) { return record.id }
    guard !edits.has(entity.id) else {
      // Ids of records are unique over all kinds, those of other entities within theirs.
      throw .misuse(
        "the id \(entity.id) is that of another record",
        help: "give that one another id first: dateline entities rename \(entity.id) NAME --id ID")
    }
    var fields = [
      EditEntry("type", .text((kind ?? entity.kind).name)), EditEntry("name", .text(entity.name)),
    ]
    if kind ?? entity.kind == .place { fields += place(of: entity) }
    try edits.add(entity.id, kind ?? entity.kind, fields + more)
    return entity.id
  }

  /// Where a place is, as the gazetteer knows it: its record must not know less.
  private func place(of entity: Catalog.Entity) -> [EditEntry] {
    guard case .gazetteer(let index) = entity.identity else { return [] }
    let entry = gazetteer[Int(index)]
    guard let point = entry.coordinates else { return [] }
    var geo = [
      EditEntry("lat", .literal("\(point.latitude)")),
      EditEntry("lon", .literal("\(point.longitude)")),
    ]
    if let country = entry.country { geo.append(EditEntry("country", .text(country))) }
    return [EditEntry("geo", .map(geo))]
  }

  /// Whether an id may be given to a record.
  func checkFree(
    _ id: Slug, _ kind: EntityKind, but number: Int? = nil
  ) throws(DeskProblem) {
    let own = number.flatMap { record(of: $0)?.id }
    if id != own, archive.authorities.contains(where: { $0.id == id }) {
      throw .misuse("the id \(id) is that of another record", help: "choose another one")
    }
    if let other = catalog.entities.indices.first(where: {
      catalog.entities[$0].id == id && catalog.entities[$0].kind == kind
    }) {
      throw .misuse(
        "\(address(of: other)) is there already: \(catalog.entities[other].name)",
        help: "merge the two, or choose another id")
    }
  }

  /// The names by which an entity without a record is known.
  ///
  /// As it is displayed, and the full forms in the texts: a surname alone, or a demonym, is none.
  func ownNames(of number: Int) throws(DeskProblem) -> [String] {
    let entity = catalog.entities[number]
    let variants = try DeskProblem.faulting { () throws(EnvironmentFault) in
      try self.variants(of: number)
    }
    let own = NameKey(entity.name)
    return [entity.name]
      + variants.map(\.name).filter { variant in
        let key = NameKey(variant)
        switch entity.kind {
        case .person: return !key.isSingleWord && key != own
        case .place: return key == own && variant != entity.name
        case .organization, .event, .work: return key != own
        }
      }
  }

  /// Adds names to a record, without those that it has already but for capitals.
  private func addNames(
    _ names: [String], of number: Int, to id: Slug, _ kept: Int, in edits: inout RecordEdits
  ) throws(DeskProblem) {
    let isCaseSensitive = record(of: kept)?.isCaseSensitive ?? false
    let fold = { AuthorityFile.folded($0, isCaseSensitive: isCaseSensitive) }
    var known = Set((record(of: kept)?.names ?? []).map(fold))
    known.insert(fold(catalog.entities[kept].name))
    let new = names.filter { known.insert(fold($0)).inserted }
    try edits.edit(id) { edit throws(EditRefusal) in try edit.append(new, to: "names", of: id) }
  }

  /// Lets the address of an entity that is no more lead to a record.
  private func addFormer(
    of number: Int, to id: Slug, _ kind: EntityKind, in edits: inout RecordEdits
  ) throws(DeskProblem) {
    let entity = catalog.entities[number]
    guard record(of: number) != nil || isPublic(number) || entity.identity.isOfGazetteer else {
      return
    }
    let former = entity.kind == kind ? entity.id.description : address(of: number)
    guard entity.kind != kind || entity.id != id else { return }
    try edits.edit(id) { edit throws(EditRefusal) in
      try edit.append([former], to: "former_ids", of: id)
    }
  }

  /// A name as a shell takes it for one word: whoever copies a command must run nothing that a text
  /// of the archive says.
  static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "/"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isPlain && !name.isEmpty && !name.hasPrefix("-")
      ? name : "'" + name.replacing("'", with: "'\\''") + "'"
  }
}

extension Identity {
  /// Whether the gazetteer has it.
  var isOfGazetteer: Bool { if case .gazetteer = self { true } else { false } }
}
