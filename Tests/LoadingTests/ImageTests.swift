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
}
