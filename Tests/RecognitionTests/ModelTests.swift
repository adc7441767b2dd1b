import CResources
import Testing

@testable import Recognition

@Suite struct `The tagger's model` {
  private let bytes: [UInt8] = {
    let resource = dateline_model
    return Array(UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
  }()

  private func error(_ bytes: [UInt8]) -> CompiledDataError? {
    bytes.withUnsafeBytes { buffer in
      do throws(CompiledDataError) {
        _ = try TaggerModel(bytes: buffer)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test func `What the program carries is whole, and small enough`() {
    #expect(error(bytes) == nil)
    #expect(bytes.count <= 6_000_000)
  }

  @Test(arguments: ["", "%PDF-1.7", "%PDF-1.7 and more than the header of a model needs", "DLGAZ"])
  func `What is no model is named as such`(_ text: String) {
    let long = Array((text + String(repeating: " ", count: text.isEmpty ? 0 : 400)).utf8)

    #expect(error(long) == CompiledDataError(.model, .other))
    #expect("\(CompiledDataError(.model, .other))" == "not a model: it does not begin with DLMODEL")
  }

  @Test(arguments: [0, 7, 255])
  func `A model of another version says which, and what to do`(_ version: UInt8) throws {
    var other = bytes
    other[8] = version == TaggerModel.version ? version + 1 : version

    let found = try #require(error(other))
    #expect(found.file == .model)
    #expect(
      found.reason == .version(found: UInt32(other[8]), expected: TaggerModel.version))
    #expect("\(found)".contains("train it again"))
  }

  @Test func `A flipped bit is found, wherever it is`() {
    // Each byte of the header, then places all over the file, and its last byte.
    let places =
      Array(0..<28) + Array(stride(from: 64, to: bytes.count, by: bytes.count / 16))
      + [bytes.count - 1]
    var damaged = bytes
    for place in places {
      damaged[place] ^= UInt8(1) << UInt8(place % 8)
      let found = error(damaged)
      #expect(found?.file == .model, "at byte \(place)")
      switch place {
      case 0..<8: #expect(found?.reason == .other, "at byte \(place)")
      case 8..<12:
        let version = damaged[8..<12].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        #expect(
          found?.reason == .version(found: version, expected: TaggerModel.version),
          "at byte \(place)")
      default: #expect(found?.reason == .checksum, "at byte \(place)")
      }
      damaged[place] = bytes[place]
    }
  }

  @Test(arguments: [1, 8, 15, 16, 23, 24, 100, 249, 250, 300, 5_000, -4_096, -1])
  func `A model that is cut short is found`(_ count: Int) {
    let cut = error(Array(bytes.prefix(count < 0 ? bytes.count + count : count)))

    #expect(cut?.file == .model)
    #expect(cut?.reason == .truncated || cut?.reason == .checksum)
  }

  @Test(arguments: [
    (16, 0), (16, 1), (16, UInt32.max), (16, 4), (20, 0), (20, 3), (20, 1 << 31), (20, .max),
  ])
  func `Sizes that do not fit are found, even under a right checksum`(
    _ place: Int, _ value: UInt32
  ) {
    var other = bytes
    for k in 0..<4 { other[place + k] = UInt8(truncatingIfNeeded: value >> UInt32(8 * k)) }
    let checksum = other.withUnsafeBytes {
      Gazetteer.checksum(RawSpan(_unsafeBytes: $0), from: 16)
    }
    for k in 0..<4 { other[12 + k] = UInt8(truncatingIfNeeded: checksum >> UInt32(8 * k)) }

    #expect(error(other) == CompiledDataError(.model, .truncated))
  }

  @Test func `More after its end is found`() {
    #expect(error(bytes + [0])?.file == .model)
  }
}
