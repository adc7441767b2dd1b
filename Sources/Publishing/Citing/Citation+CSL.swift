extension Citation {
  /// Articles as CSL-JSON (citationstyles.org, schema 1.0): an array, an article a line.
  static func writeCSL(_ citations: some Sequence<Citation>, to bytes: inout [UInt8]) {
    bytes += "[\n".utf8
    var isFirst = true
    for citation in citations {
      if !isFirst { bytes += ",\n".utf8 }
      isFirst = false
      var json = JSONText(escapesTags: true)
      json.object { json in citation.write(into: &json) }
      bytes += json.bytes
    }
    bytes += (isFirst ? "]\n" : "\n]\n").utf8
  }

  private func write(into json: inout JSONText) {
    json.member("id", url.isEmpty ? key : url)
    json.member("type", "article-newspaper")
    json.member("title", title)
    json.list("author", authors) { author, json in
      json.object { json in
        guard let family = author.family else { return json.member("literal", author.literal) }
        json.member("family", family)
        json.member("given", author.given)
        json.known("suffix", author.suffix.isEmpty ? nil : author.suffix)
      }
    }
    json.member("container-title", newspaper)
    if !dateParts.isEmpty {
      json.key("issued")
      json.object { json in
        json.key("date-parts")
        json.array { json in
          json.array { json in for part in dateParts { json.value(part) } }
        }
      }
    }
    for (name, text) in [
      ("section", section), ("edition", edition), ("page", page), ("publisher", publisher),
      ("publisher-place", place), ("language", language), ("abstract", summary),
      ("archive", archive == newspaper ? "" : archive),
      ("keyword", keywords.joined(separator: ", ")),
      ("URL", url),
    ] where !text.isEmpty {
      json.member(name, text)
    }
  }
}
