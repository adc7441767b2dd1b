import Loading
import Testing

@Suite struct `Images` {
  static let exif: [UInt8] =
    [0xFF, 0xE1, 0, 34] + Array("Exif\0\0II*\0".utf8)
    + [8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
  static let xmp: [UInt8] = [0xFF, 0xE1, 0, 31] + Array("http://ns.adobe.com/xap/1.0/\0".utf8)
  static let iptc: [UInt8] = [0xFF, 0xED, 0, 6] + Array("Phot".utf8)
  static let frame: [UInt8] = [0xFF, 0xC2, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]
  static let scan: [UInt8] = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0xAB, 0xFF, 0, 0xCD, 0xFF, 0xD9]

  static let jpeg = [0xFF, 0xD8] + exif + xmp + iptc + frame + scan + Array("GPS".utf8)
  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [0, 0, 1, 0, 0, 0, 0, 9, 8])
    + chunk("eXIf", Array("GPS".utf8)) + chunk("tEXt", Array("Credit\0Ann".utf8))
    + chunk("IEND", [])
  static let webp: [UInt8] =
    Array("RIFF".utf8) + [42, 0, 0, 0] + Array("WEBPVP8X".utf8)
    + [10, 0, 0, 0, 0x1C, 0, 0, 0, 99, 0, 0, 49, 0, 0] + Array("EXIF".utf8) + [3, 0, 0, 0]
    + Array("GPS\0".utf8) + Array("XMP ".utf8) + [0, 0, 0, 0]

  static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(data.count)] + Array(name.utf8) + data + [1, 2, 3, 4]
  }

  @Test func `The size is read from the first bytes, turned as the camera was`() {
    #expect(ImageSize(of: Self.jpeg) == ImageSize(width: 20, height: 30))
    #expect(ImageSize(of: Self.png) == ImageSize(width: 256, height: 9))
    #expect(ImageSize(of: Self.webp) == ImageSize(width: 100, height: 50))
    let gif = Array("GIF89a".utf8) + [3, 0, 4, 1]
    #expect(ImageSize(of: gif) == ImageSize(width: 3, height: 260))
    let sized = Array("<?xml version='1.0'?>\n<svg\n width=\"12px\" height='7.5'>".utf8)
    #expect(ImageSize(of: sized) == ImageSize(width: 12, height: 7))
    let boxed = Array("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 40 30\">".utf8)
    #expect(ImageSize(of: boxed) == ImageSize(width: 40, height: 30))
    #expect(ImageSize(of: Array("no image".utf8)) == nil)
  }

  @Test func `A copy of a photograph keeps its turn and its credits, and tells no place`() throws {
    let copy = try #require(ImagePrivacy.stripped(Self.jpeg))

    #expect(copy.suffix(Self.scan.count).elementsEqual(Self.scan))
    #expect(copy.firstRange(of: Self.iptc) != nil)
    #expect(copy.firstRange(of: Self.xmp) == nil)
    #expect(ImageSize(of: copy) == ImageSize(width: 20, height: 30))
    #expect(ImagePrivacy.stripped(copy) == nil || ImagePrivacy.stripped(copy) == copy)
  }

  @Test func `Copies of PNG and WebP lose Exif and XMP, and nothing else`() throws {
    let png = try #require(ImagePrivacy.stripped(Self.png))
    #expect(png.firstRange(of: "GPS".utf8) == nil)
    #expect(png.firstRange(of: "Ann".utf8) != nil)

    let webp = try #require(ImagePrivacy.stripped(Self.webp))
    #expect(webp.count == 30)
    #expect(webp[20] == 0x10)
    #expect(Int(webp[4]) == webp.count - 8)
  }

  @Test func `Damaged images are read without harm, and only ever shortened`() {
    var state: UInt64 = 0x2026_1125
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    for _ in 0..<20_000 {
      var bytes = [Self.jpeg, Self.png, Self.webp][next() % 3]
      for _ in 0..<next() % 4 { bytes[next() % bytes.count] = UInt8(next() & 0xFF) }
      bytes.removeLast(next() % bytes.count)
      _ = ImageSize(of: bytes)
      if let copy = ImagePrivacy.stripped(bytes) { #expect(copy.count <= bytes.count + 36) }
    }
  }

  @Test func `The size of AVIF, HEIC and bitmaps is read too`() {
    func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(content.count + 8)] + Array(name.utf8) + content
    }
    func size(_ width: UInt8, _ height: UInt8) -> [UInt8] {
      box("ispe", [0, 0, 0, 0, 0, 0, 0, width, 0, 0, 0, height])
    }
    func image(_ properties: [UInt8]) -> [UInt8] {
      box("ftyp", Array("avif".utf8))
        + box("meta", [0, 0, 0, 0] + box("hdlr", [0]) + box("iprp", box("ipco", properties)))
    }

    #expect(
      ImageSize(of: image(size(8, 8) + size(40, 30) + size(4, 3)))
        == ImageSize(width: 40, height: 30))
    #expect(
      ImageSize(of: image(size(40, 30) + box("irot", [1]))) == ImageSize(width: 30, height: 40))
    #expect(ImageSize(of: Array(image(size(40, 30)).prefix(40))) == nil)
    let bitmap = Array("BM".utf8) + [9, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0]
    #expect(
      ImageSize(of: bitmap + [40, 0, 0, 0, 0xE2, 0xFF, 0xFF, 0xFF])
        == ImageSize(width: 40, height: 30))
  }

  @Test(arguments: [
    "<svg><rect onclick='x()'/><text>a</text></svg>",
    "<svg><script>x()</script><text>a</text></svg>",
    "<svg><script href='x.js'/><text>a</text></svg>",
    "<svg xmlns:h='h'><h:script>x()</h:script><text>a</text></svg>",
    "<svg><script><script>x()</script></script><text>a</text></svg>",
    "<svg><a href='javascript:x()'><text>a</text></a></svg>",
    "<svg><a xlink:href=' java&#x73;cript:x()'><text>a</text></a></svg>",
    "<svg><a href='&x;'><text>a</text></a></svg>",
    "<!DOCTYPE svg [<!ENTITY x '<script>x()</script>'>]><svg><text>a</text></svg>",
    "<?xml-stylesheet href='data:text/xsl,x()'?><svg><text>a</text></svg>",
    "<svg><set attributeName='onclick' to='x()'/><text>a</text></svg>",
    "<svg><use href='data:image/svg+xml,x()#y'/><text>a</text></svg>",
    "<svg><text>a</text><foreignObject><iframe srcdoc='x()'/><p onfocus=\"x()\">a</p></foreignObject></svg>",
    "<svg><text>a</text><![CDATA[ <b> ]]><script>x()",
  ])
  func `A drawing loses what would run, and nothing else`(_ drawing: String) throws {
    let copy = String(
      decoding: try #require(DrawingSafety.cleaned(Array(drawing.utf8))).copy, as: UTF8.self)

    #expect(!copy.contains("x()"))
    #expect(!copy.contains("&x;"))
    #expect(copy.contains("<text>a</text>"))
    #expect(DrawingSafety.cleaned(Array(copy.utf8)) == nil)
  }

  @Test(arguments: [
    "<?xml version='1.0' encoding='UTF-8'?>\n<!-- <script> -->\n<svg width='4'><text>on a &lt;b></text></svg>",
    "<!DOCTYPE svg PUBLIC 'a' 'b' [\n<!ENTITY ns 'http://a.org/'>\n]>\n<svg xmlns:x='&ns;'><x:pgf/></svg>",
    "<svg><style>a{b:url(#c)}</style><animate attributeName='fill' values='a;b'/><image href='data:image/png;base64,x'/></svg>",
    "<svg><foreignObject><div xmlns='http://www.w3.org/1999/xhtml'>a</div></foreignObject><a href='https://a.org/?b&amp;c'/></svg>",
  ])
  func `A drawing without such stays as it is`(_ drawing: String) {
    #expect(DrawingSafety.cleaned(Array(drawing.utf8)) == nil)
  }

  @Test func `Of a drawing in letters that nobody can check nothing is left`() throws {
    let drawing = "<svg>".utf16.flatMap { [UInt8($0 & 0xFF), 0] }

    #expect(try #require(DrawingSafety.cleaned(drawing)).copy.count < 50)
    let declared = Array("<?xml version='1.0' encoding='utf-7'?><svg/>".utf8)
    #expect(try #require(DrawingSafety.cleaned(declared)).names == ["an unknown encoding"])
  }
}
