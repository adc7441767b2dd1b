/// The link that stands for what a page of another site would show in ours.
struct EmbedLink {
  let url: [UInt8]
  /// The title that the author gave it, or what it is.
  let text: [UInt8]

  var isSafe: Bool { url.withUnsafeBufferPointer { LinkAddress($0).isSafeLink } }

  /// Whether it leads to another host.
  var isRemote: Bool {
    url.withUnsafeBufferPointer { if case .remote = LinkAddress($0) { true } else { false } }
  }

  /// The link for an element that would embed a page.
  init(_ token: HTMLToken, url: [UInt8], _ words: EmbedWords) {
    let kind: EmbedWords.Kind? =
      switch token.name {
      case "video": .video
      case "audio": .audio
      default: nil
      }
    self.init(url: url, title: token["title"] ?? [], kind: kind, words)
  }

  /// The link for a page at `url`; `kind` says what it is where its host does not.
  init(
    url: [UInt8], title: [UInt8], kind: EmbedWords.Kind? = nil, _ words: EmbedWords
  ) {
    let address = String(decoding: url.prefix(2_000), as: UTF8.self)
    self.url = EmbedLink.page(of: address).map { Array($0.utf8) } ?? url
    guard title.allSatisfy({ isSpace($0) }) else {
      text = title
      return
    }
    let said =
      if let (kind, service) = EmbedLink.service(of: address) {
        words.say(kind, on: service)
      } else {
        kind.map { words[$0] } ?? address
      }
    text = Array(said.utf8)
  }

  /// What an address shows, and on which service; nil where its host is not known.
  private static func service(
    of address: String
  ) -> (kind: EmbedWords.Kind, service: String)? {
    switch host(of: address) {
    case "youtube.com", "youtube-nocookie.com", "youtu.be": return (.video, "YouTube")
    case "vimeo.com", "player.vimeo.com": return (.video, "Vimeo")
    case "twitter.com", "platform.twitter.com", "x.com": return (.post, "X")
    case "facebook.com": return (.post, "Facebook")
    case "instagram.com": return (.post, "Instagram")
    case "google.com", "maps.google.com":
      let isMap = address.contains("/maps") || address.contains("maps.")
      return isMap ? (.map, "Google Maps") : nil
    case "docs.google.com": return (.document, "Google Docs")
    case "documentcloud.org", "embed.documentcloud.org": return (.document, "DocumentCloud")
    case "w.soundcloud.com", "soundcloud.com": return (.audio, "SoundCloud")
    case "datawrapper.dwcdn.net": return (.chart, "Datawrapper")
    default: return nil
    }
  }

  /// The page that a player of YouTube's stands for; nil where the address is that of a page.
  private static func page(of address: String) -> String? {
    guard ["youtube.com", "youtube-nocookie.com", "youtu.be"].contains(host(of: address)),
      let start = address.firstRange(of: "/embed/")
    else { return nil }
    let id = address[start.upperBound...].prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
    }
    return id.isEmpty || id == "videoseries" ? nil : "https://www.youtube.com/watch?v=\(id)"
  }

  private static func host(of address: String) -> String {
    guard let slashes = address.firstRange(of: "//") else { return "" }
    let host = address[slashes.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      .lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}

extension HTMLToken {
  /// An address as a browser reads it (WHATWG URL, 4.4): no tabs, line ends, or space around it.
  func address(_ attribute: String) -> [UInt8]? {
    guard let value = self[attribute] else { return nil }
    let visible = value.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    let start = visible.firstIndex { $0 > 0x20 } ?? visible.endIndex
    let end = visible.lastIndex { $0 > 0x20 } ?? start
    return start < visible.endIndex ? Array(visible[start...end]) : []
  }

  /// Whether an image is too small to be seen.
  var isTrackingPixel: Bool {
    func isTiny(_ value: [UInt8]?) -> Bool {
      guard let value else { return false }
      let digits = value.prefix { (0x30...0x39).contains($0) }
      return digits.count == 1 && digits[0] <= UInt8(ascii: "1")
    }
    return isTiny(self["width"]) && isTiny(self["height"])
  }

  /// Whether it is the script of a network that decorates a quoted post: nothing is lost with it.
  var isOfficialEmbed: Bool {
    guard name == "script", let source = address("src") else { return false }
    return [
      "https://platform.twitter.com/", "//platform.twitter.com/", "https://www.instagram.com/",
      "//www.instagram.com/",
    ].contains { source.starts(with: $0.utf8) }
  }

  /// The language that `class="language-x"` names.
  var codeLanguage: [UInt8]? {
    guard name == "pre" || name == "code", let names = self["class"] else { return nil }
    let prefix = Array("language-".utf8)
    guard
      let found = names.split(whereSeparator: { isSpace($0) }).first(where: {
        $0.starts(with: prefix)
      })
    else { return nil }
    let language = found.dropFirst(prefix.count)
    return language.allSatisfy { HTMLTokens.isLetter($0) || (0x23...0x39).contains($0) }
      ? Array(language.prefix(32)) : nil
  }
}
