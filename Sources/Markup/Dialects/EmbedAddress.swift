/// The address of what an embedding construct shows, from the id that its author gave.
struct EmbedAddress {
  let bytes: [UInt8]

  /// Nil where the construct names nothing.
  init?(_ construct: String, _ arguments: TagArguments) {
    let names = ["id", "url", "src", "link", "user"]
    let first =
      names.lazy.compactMap { arguments.value($0) }.first
      ?? arguments.positional.first { !$0.bytes.isEmpty }
    guard let id = first?.bytes, !id.isEmpty else { return nil }
    if id.starts(with: "http://".utf8) || id.starts(with: "https://".utf8)
      || id.starts(with: "//".utf8)
    {
      bytes = id
      return
    }
    let second = arguments.value(at: 1, or: "id")?.bytes
    switch construct.prefix(while: { $0.isLetter }) {
    case "youtube": bytes = Array("https://www.youtube.com/watch?v=".utf8) + id
    case "vimeo": bytes = Array("https://vimeo.com/".utf8) + id
    case "tweet", "twitter", "x":
      // `user="…" id="…"`; before 2021 only an id.
      if let user = arguments.value("user")?.bytes, let post = arguments.value("id")?.bytes {
        bytes = Array("https://x.com/".utf8) + user + Array("/status/".utf8) + post
      } else if let second, !id.allSatisfy({ (0x30...0x39).contains($0) }) {
        bytes = Array("https://x.com/".utf8) + id + Array("/status/".utf8) + second
      } else {
        bytes = Array("https://x.com/i/status/".utf8) + id
      }
    case "instagram": bytes = Array("https://www.instagram.com/p/".utf8) + id + Array("/".utf8)
    case "gist":
      bytes =
        Array("https://gist.github.com/".utf8) + id
        + (id.contains(UInt8(ascii: "/")) ? [] : second.map { Array("/".utf8) + $0 } ?? [])
    case "soundcloud": bytes = Array("https://soundcloud.com/".utf8) + id
    case "spotify": bytes = Array("https://open.spotify.com/".utf8) + id
    case "streamable": bytes = Array("https://streamable.com/".utf8) + id
    default: return nil
    }
  }
}
