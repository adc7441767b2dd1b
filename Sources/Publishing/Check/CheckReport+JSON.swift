import ArchiveModel
import Loading
import Markup

extension CheckReport {
  /// The report as lines of JSON without their ends, one after another: what is checked, problems,
  /// articles, articles that are alike, old addresses that lead nowhere, and at last the inventory.
  public func writeJSON(_ list: DiagnosticList, _ write: ([UInt8]) -> Void) {
    var head = JSONText()
    head.object { json in
      json.member("schema", 1)
      json.member("type", "check")
      json.member("title", title)
    }
    write(head.bytes)
    for line in list.json { write(line) }
    for entry in entries { write(line(entry)) }
    for group in alike { write(line(group)) }
    for address in lostAddresses {
      var json = JSONText()
      json.object { json in
        json.member("type", "lost")
        json.member("address", address)
      }
      write(json.bytes)
    }
    write(line(Inventory(of: self)))
  }

  private func line(_ entry: Entry) -> [UInt8] {
    let article = entry.article
    var json = JSONText()
    json.object { json in
      json.member("type", "article")
      json.member("file", article.path)
      json.member("title", article.title)
      json.member("date", article.date == .undated ? nil : article.date.description)
      json.member("status", article.status.rawValue)
      switch entry.fate {
      case .shown(let address): json.member("address", "/" + address)
      case .unseen, .leftOut: json.member("address", nil)
      }
      json.key("left_out")
      json.value(entry.fate == .leftOut)
      json.member("words", entry.wordCount)
      json.member("inferred", article.inferred.names)
      json.member("unknown_keys", article.extra.map(\.key))
      json.key("constructs")
      json.array { json in
        for use in entry.dialects {
          json.object { json in json.construct(use.construct, count: use.count) }
        }
      }
    }
    return json.bytes
  }

  private func line(_ group: AlikeArticles) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("type", "alike")
      json.member("kind", group.kind.rawValue)
      json.key("articles")
      json.array { json in
        for member in group.members {
          json.object { json in
            json.member("file", member.path)
            if let likeness = member.likeness { json.member("percent", likeness) }
          }
        }
      }
    }
    return json.bytes
  }

  private func line(_ inventory: Inventory) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("type", "inventory")
      json.member("articles", inventory.articles)
      json.member("words", inventory.words)
      json.member("pages", ownPages)
      json.member("left_out", inventory.leftOut)
      json.member("undated", inventory.undated)
      json.member("statuses", inventory.statuses)
      json.member("years", inventory.years)
      json.member("inferred", inventory.inferred)
      json.member("unknown_keys", inventory.unknownKeys)
      json.key("constructs")
      json.array { json in
        for entry in inventory.constructs {
          json.object { json in
            json.construct(entry.construct, count: entry.count)
            json.member("articles", entry.articles)
          }
        }
      }
      json.member("passed_over", passedOver)
      json.key("problems")
      json.object { json in
        for problem in inventory.problems { json.member(problem.code.rawValue, problem.count) }
      }
      json.member("errors", count(.error))
      json.member("warnings", count(.warning))
    }
    return json.bytes
  }
}

extension JSONText {
  fileprivate mutating func construct(_ construct: DialectConstruct, count: Int) {
    member("name", construct.name)
    member("system", construct.dialect.rawValue)
    member("fate", construct.fate.rawValue)
    member("count", count)
  }

  fileprivate mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array { json in
      for text in texts { json.value(text) }
    }
  }

  fileprivate mutating func member(_ name: String, _ counts: [Inventory.Count]) {
    key(name)
    object { json in
      for count in counts { json.member(count.name, count.count) }
    }
  }
}
