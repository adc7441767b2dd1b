import Testing

@testable import Preview

@Suite struct `Byte ranges` {
  @Test(arguments: [
    ("bytes=0-9", ByteRange.part(0..<10)), ("bytes=90-", .part(90..<100)),
    ("bytes=-10", .part(90..<100)), ("bytes=-1000", .part(0..<100)),
    ("bytes=95-1000", .part(95..<100)), ("bytes=100-", .unsatisfiable),
    ("bytes=-0", .unsatisfiable), ("bytes=5-1", .whole), ("bytes=0-1,3-4", .whole),
    ("lines=0-1", .whole), ("bytes=a-b", .whole), ("bytes=+1-2", .whole), ("bytes=-", .whole),
    ("bytes=99999999999999999999-", .whole), ("bytes=0-9223372036854775807", .part(0..<100)),
  ])
  func `A part of a file is what a browser asks for, and anything else is the whole`(
    _ field: String, _ expected: ByteRange
  ) {
    #expect(ByteRange(field, of: 100) == expected)
  }

  @Test func `Without a field it is the whole`() { #expect(ByteRange(nil, of: 100) == .whole) }
}
