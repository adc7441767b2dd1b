/// The shortcodes of WordPress that are understood: any other word in brackets is prose.
enum WordPressName: String, CaseIterable {
  case caption, gallery, playlist, embed, youtube, vimeo, audio, video, wpvideo, soundcloud, tweet,
    instagram, sourcecode
  case wpCaption = "wp_caption"

  /// The name after a bracket, if white space, a slash, an equals sign or the end of the tag
  /// follows it.
  init?(in bytes: UnsafeBufferPointer<UInt8>) {
    switch bytes.first {
    case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "e"), UInt8(ascii: "g"),
      UInt8(ascii: "i"), UInt8(ascii: "p"), UInt8(ascii: "s"), UInt8(ascii: "t"),
      UInt8(ascii: "v"), UInt8(ascii: "w"), UInt8(ascii: "y"), UInt8(ascii: "/"):
      break
    default: return nil
    }
    let isEnd = bytes.first == UInt8(ascii: "/")
    let word = UnsafeBufferPointer(rebasing: bytes[(isEnd ? 1 : 0)...])
    for name in WordPressName.allCases {
      let count = name.rawValue.utf8.count
      guard word.count > count, word[..<count].elementsEqual(name.rawValue.utf8) else { continue }
      switch word[count] {
      case 0x20, 0x0A, UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "="):
        self = name
        return
      default: continue
      }
    }
    return nil
  }
}
