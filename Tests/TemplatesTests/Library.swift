import Templates

/// Templates in one string, each under a line `-- name --`.
func library(_ text: String) -> TemplateLibrary {
  var sources: [TemplateSource] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("-- "), line.hasSuffix(" --") {
      let name = String(line.dropFirst(3).dropLast(3))
      sources.append(TemplateSource(name: name, path: "templates/\(name).mustache", bytes: []))
    } else if !sources.isEmpty {
      sources[sources.count - 1].bytes += Array("\(line)\n".utf8)
    }
  }
  return TemplateLibrary(sources)
}

extension TemplateLibrary {
  /// A view by the template `page`, as text.
  func text<V: View>(_ view: V) throws -> String {
    String(decoding: try compile("page", for: V.self).render(view).bytes, as: UTF8.self)
  }

  /// What is wrong with the template `page` for a type of view.
  func errors<V: View>(for type: V.Type) -> [TemplateError] {
    do throws(TemplateErrors) {
      _ = try compile("page", for: type)
      return []
    } catch {
      return error.errors
    }
  }
}

/// A page with something of each kind.
struct Page: View {
  var title = ""
  var dek: String?
  var body = HTML()
  var count = 0
  var isCorrected = false
  var place: Place?
  var rows: [Row] = []
  var tags: [String] = []
  var kind = ""

  static var fields: [Field<Page>] {
    [
      .text("title", "title", \.title), .text("dek", "dek", \.dek), .html("body", "body", \.body),
      .number("count", "count", \.count), .flag("corrected", "corrected", \.isCorrected),
      .view("place", "place", \.place),
      .list("rows", "rows", \.rows), .list("tags", "tags", \.tags),
      .choice("kind", "kind", of: ["rows/short", "rows/long"]) { $0.kind },
    ]
  }
}

struct Place: View {
  var name: String
  var region: Region?

  static var fields: [Field<Place>] {
    [.text("name", "name", \.name), .view("region", "region", \.region)]
  }
}

struct Region: View {
  var name: String
  var population: Int

  static var fields: [Field<Region>] {
    [.text("name", "name", \.name), .number("population", "population", \.population)]
  }
}

struct Row: View {
  var title: String
  var url: String

  static var fields: [Field<Row>] {
    [.text("title", "title", \.title), .text("url", "url", \.url)]
  }
}

/// A view in which others are stored, one in the other, at places of their own.
struct Atlas: View {
  struct Sheet: View {
    var number = 12
    var centre: Place
    var title: String

    static var fields: [Field<Sheet>] {
      [
        .number("number", "number", \.number), .view("centre", "centre", stored: \.centre),
        .text("title", "title", \.title), .flag("titled", "titled") { !$0.title.isEmpty },
      ]
    }
  }

  var title = "Atlas"
  var sheet: Sheet

  static var fields: [Field<Atlas>] {
    [.text("title", "title", \.title), .view("sheet", "sheet", stored: \.sheet)]
  }
}

/// A view that holds views of its own type.
struct Thread: View {
  var title: String
  var replies: [Thread] = []

  static var fields: [Field<Thread>] {
    [.text("title", "title", \.title), .list("replies", "replies", \.replies)]
  }
}
