import CResources

/// The outlines of countries: Natural Earth at 1:50 million, public domain, as
/// `Tests/Resources/outlines.py` compiles it and describes its format.
///
/// Read once, when the first map is drawn; 57,000 points.
struct Outlines: Sendable {
  /// Hundredths of a degree.
  struct Point: Hashable, Sendable {
    var x: Int32
    var y: Int32
  }

  /// A stretch of a coast or a border, between places where three meet.
  struct Arc: Sendable {
    var points: [Point] = []
    /// How large a map must be to show each: `smallest` doubled every two steps.
    var weights: [UInt8] = []
  }

  /// A country's outline.
  struct Country: Sendable {
    /// ISO 3166, two letters.
    var code: String
    var rings: [Ring] = []
  }

  /// A closed line.
  struct Ring: Sendable {
    /// Arcs in order, `~arc` where one runs backwards.
    var arcs: [Int32]
    /// The corners of what all of its points fill: most rings are off most maps.
    var least: Point
    var most: Point
  }

  /// The area in square degrees below which a point of weight 0 makes no difference.
  static let smallest = 0.0012

  let arcs: [Arc]
  let countries: [Country]

  /// Those of the program.
  static let shared = Outlines(
    [UInt8](UnsafeBufferPointer(start: dateline_outlines.bytes, count: dateline_outlines.count)))

  /// Reads what `outlines.py` wrote; a file that ends early gives what came before.
  init(_ bytes: [UInt8]) {
    var reader = OutlineReader(bytes)
    var arcs: [Arc] = []
    for _ in 0..<reader.number(4) where !reader.isAtEnd {
      let count = reader.number(4)
      var point = Point(x: reader.signed(2), y: reader.signed(2))
      var arc = Arc(points: [point], weights: [.max])
      for _ in 1..<Swift.max(1, count) where !reader.isAtEnd {
        point.x += reader.step()
        point.y += reader.step()
        arc.points.append(point)
        arc.weights.append(UInt8(reader.number(1)))
      }
      arcs.append(arc)
    }
    var countries: [Country] = []
    for _ in 0..<reader.number(4) where !reader.isAtEnd {
      var country = Country(code: reader.letters(2))
      for _ in 0..<reader.number(2) where !reader.isAtEnd {
        let numbers = (0..<reader.number(2)).map { _ in reader.signed(4) }
        let points = numbers.flatMap { arcs[Int($0 < 0 ? ~$0 : $0)].points }
        let (x, y) = (points.map(\.x), points.map(\.y))
        country.rings.append(
          Ring(
            arcs: numbers, least: Point(x: x.min() ?? 0, y: y.min() ?? 0),
            most: Point(x: x.max() ?? 0, y: y.max() ?? 0)))
      }
      countries.append(country)
    }
    self.arcs = arcs
    self.countries = countries
  }

  /// The points of a ring that a map of some fineness shows, closed.
  func points(of ring: Ring, from weight: UInt8) -> [Point] {
    var points: [Point] = []
    for number in ring.arcs {
      let arc = arcs[Int(number < 0 ? ~number : number)]
      let indices = arc.points.indices
      func add(_ index: Int) {
        guard arc.weights[index] >= weight, points.last != arc.points[index] else { return }
        points.append(arc.points[index])
      }
      if number < 0 { for index in indices.reversed() { add(index) } } else { indices.forEach(add) }
    }
    return points
  }
}

/// Numbers one after the other.
private struct OutlineReader {
  private let bytes: [UInt8]
  private var offset = 8

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset >= bytes.count }

  mutating func number(_ size: Int) -> Int {
    guard offset + size <= bytes.count else {
      offset = bytes.count
      return 0
    }
    defer { offset += size }
    return (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  mutating func signed(_ size: Int) -> Int32 {
    let number = number(size)
    return size == 2 ? Int32(Int16(truncatingIfNeeded: number)) : Int32(truncatingIfNeeded: number)
  }

  /// A zigzag varint.
  mutating func step() -> Int32 {
    var value: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = UInt32(number(1))
      value |= (byte & 0x7F) << shift
      shift += 7
      if byte < 0x80 || shift > 28 { break }
    }
    return Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
  }

  mutating func letters(_ count: Int) -> String {
    String(decoding: (0..<count).map { _ in UInt8(truncatingIfNeeded: number(1)) }, as: UTF8.self)
  }
}
