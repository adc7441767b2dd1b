import ArchiveModel

extension DeskReview {
  /// The review as JSON, one object.
  public var json: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("schema", 1)
      json.member("type", "review")
      json.member("title", title)
      json.key("totals")
      json.object { json in
        json.member("suggestions", totals.suggestions)
        json.member("conflicts", totals.conflicts)
        json.member("new_names", totals.newNames)
        json.member("sensitive", totals.sensitive)
      }
      json.key("items")
      json.array { json in for item in items { item.write(to: &json) } }
    }
    return json.bytes
  }
}

extension DeskReview.Item {
  fileprivate func write(to json: inout JSONText) {
    json.object { json in
      json.member("type", name)
      switch self {
      case .suggestion(_, _, let suggestion):
        json.member("reason", suggestion.reason.name)
        json.member("why", suggestion.reason.text)
        json.member("shared_articles", suggestion.sharedArticles)
      case .sensitive(_, let words):
        json.key("words")
        json.array { json in for word in words { json.value(word) } }
      case .conflict, .newName: break
      }
      json.key("entities")
      json.array { json in for subject in subjects { subject.write(to: &json) } }
      json.key("commands")
      json.array { json in for command in commands { json.value(command) } }
    }
  }

  private var name: String {
    switch self {
    case .suggestion: "suggestion"
    case .conflict: "conflict"
    case .newName: "new_name"
    case .sensitive: "sensitive"
    }
  }

  /// Whom it is about.
  var subjects: [DeskReview.Subject] {
    switch self {
    case .suggestion(let kept, let other, _): [kept, other]
    case .conflict(let subjects): subjects
    case .newName(let subject), .sensitive(let subject, _): [subject]
    }
  }

  /// What an editor may answer, as commands.
  var commands: [String] {
    let entities = "dateline entities"
    switch self {
    case .suggestion(let kept, let other, _):
      return [
        "\(entities) merge \(kept.address) \(other.address)",
        "\(entities) distinguish \(kept.address) \(other.address)",
      ]
    case .conflict(let subjects):
      let first = subjects[0].address
      let others = subjects.dropFirst().map(\.address).joined(separator: " ")
      return [
        "\(entities) merge \(first) \(others)", "\(entities) distinguish \(first) \(others)",
      ]
    case .newName(let subject):
      return [
        "\(entities) record \(subject.address)",
        "\(entities) ignore \(Desk.quoted(subject.name))",
      ]
    case .sensitive(let subject, _):
      return [
        "\(entities) suppress \(subject.address)", "\(entities) redact \(subject.address)",
        "\(entities) record \(subject.address)",
      ]
    }
  }
}

extension DeskReview.Subject {
  fileprivate func write(to json: inout JSONText) {
    json.object { json in
      json.member("id", address)
      json.member("name", name)
      json.member("kind", kind.name)
      json.member("articles", articles)
      json.member("evidence", evidence.rawValue)
      json.key("sentences")
      json.array { json in
        for sentence in sentences {
          json.object { json in
            json.member("file", sentence.path)
            json.member(
              "date", sentence.date == .undated ? nil : sentence.date.withoutTime.description)
            json.member("text", sentence.text)
          }
        }
      }
    }
  }
}
