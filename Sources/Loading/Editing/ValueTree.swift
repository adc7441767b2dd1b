/// What a YAML text says, without places, quotes and the order of keys: what an edit is held to.
indirect enum ValueTree: Equatable {
  case null
  case text(String)
  case list([ValueTree])
  case map([Entry])

  struct Entry: Equatable {
    var key: String
    var value: ValueTree
  }

  init(_ value: FrontMatterValue) {
    switch value.content {
    case .null: self = .null
    case .text(let text, _): self = .text(text)
    case .list(let items): self = .list(items.map { ValueTree($0) })
    case .map(let entries): self = .map(ValueTree.entries(entries))
    }
  }

  init(_ value: EditValue) {
    switch value {
    case .text(let text), .literal(let text): self = .text(text)
    case .list(let items): self = .list(items.map { ValueTree($0) })
    case .map(let entries):
      self = .map(entries.map { Entry(key: $0.key, value: ValueTree($0.value)) })
    }
  }

  static func entries(_ entries: [FrontMatterEntry]) -> [Entry] {
    entries.map { Entry(key: $0.key, value: ValueTree($0.value)) }
  }

  /// Whether two values are the same; the order of keys says nothing.
  static func == (a: ValueTree, b: ValueTree) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.text(let a), .text(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)):
      a.sorted { $0.key < $1.key } == b.sorted { $0.key < $1.key }
    case (.null, _), (.text, _), (.list, _), (.map, _): false
    }
  }

  /// The value of a key, nil where this is no map or has none.
  subscript(key: String) -> ValueTree? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The items of a list; a value that is none is a list of one.
  var items: [ValueTree] {
    switch self {
    case .null: []
    case .list(let items): items
    case .text, .map: [self]
    }
  }

  /// Changes the map at the end of a path of keys.
  private mutating func change(_ path: ArraySlice<String>, _ change: (inout [Entry]) -> Void) {
    guard case .map(var entries) = self else { return }
    if let key = path.first {
      guard let index = entries.firstIndex(where: { $0.key == key }) else { return }
      entries[index].value.change(path.dropFirst(), change)
    } else {
      change(&entries)
    }
    self = .map(entries)
  }

  /// Gives a key in the map at the end of a path a value; without one it goes.
  mutating func set(_ key: String, at path: ArraySlice<String> = [], to value: ValueTree?) {
    change(path) { entries in
      let index = entries.firstIndex { $0.key == key }
      switch (index, value) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Adds items to the list of a key.
  mutating func append(_ items: [ValueTree], to key: String, at path: ArraySlice<String> = []) {
    change(path) { entries in
      guard let index = entries.firstIndex(where: { $0.key == key }) else {
        entries.append(Entry(key: key, value: .list(items)))
        return
      }
      entries[index].value = .list(entries[index].value.items + items)
    }
  }
}
