import ArchiveModel

/// What part of the earth a map shows, and where a point stands on it.
///
/// A plate carrée whose middle parallel is true to scale; no trigonometry of the system's is used,
/// so that every machine draws the same map.
struct MapFrame: Sendable {
  let west: Double
  let east: Double
  let south: Double
  let north: Double
  /// In units of the drawing.
  let width: Int
  let height: Int
  /// Units to a degree of latitude, and of longitude.
  let scale: Double
  let across: Double

  /// The inhabited world.
  static func world(width: Int) -> MapFrame {
    MapFrame(west: -170, east: 180, south: -56, north: 78, width: width, parallel: 35)
  }

  private init(
    west: Double, east: Double, south: Double, north: Double, width: Int, parallel: Double
  ) {
    (self.west, self.east, self.south, self.north) = (west, east, south, north)
    self.width = width
    across = Double(width) / (east - west)
    scale = across / MapFrame.cosine(parallel)
    height = Int((scale * (north - south)).rounded())
  }

  /// The frame of a width and a height around a box, no closer than `least` degrees of latitude.
  init(
    around points: [Coordinates], width: Int, height: Int, margin: Double = 0.18,
    least: Double = 4
  ) {
    let latitudes = points.map(\.latitude)
    let longitudes = points.map(\.longitude)
    let (low, high) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
    let (left, right) = (longitudes.min() ?? 0, longitudes.max() ?? 0)
    let middle = (latitude: (low + high) / 2, longitude: (left + right) / 2)
    let shrink = MapFrame.cosine(middle.latitude)
    let ratio = Double(width) / Double(height)
    let tall = Swift.max(
      least, (high - low) * (1 + 2 * margin), (right - left) * (1 + 2 * margin) * shrink / ratio)
    let wide = tall * ratio / shrink
    west = middle.longitude - wide / 2
    east = middle.longitude + wide / 2
    south = middle.latitude - tall / 2
    north = middle.latitude + tall / 2
    (self.width, self.height) = (width, height)
    scale = Double(height) / tall
    across = Double(width) / wide
  }

  /// Where a point stands, in units from the upper left corner.
  func place(_ longitude: Double, _ latitude: Double) -> (x: Double, y: Double) {
    ((longitude - west) * across, (north - latitude) * scale)
  }

  func contains(_ point: Coordinates) -> Bool {
    (west...east).contains(point.longitude) && (south...north).contains(point.latitude)
  }

  /// Whether a part of a ring may be on the map.
  func overlaps(_ ring: Outlines.Ring) -> Bool {
    Double(ring.least.x) / 100 <= east && Double(ring.most.x) / 100 >= west
      && Double(ring.least.y) / 100 <= north && Double(ring.most.y) / 100 >= south
  }

  /// The least weight of a point that makes a difference that is seen.
  ///
  /// Two units' area on a small map, which is half a unit along four; on a wide one, of which more
  /// is to be sent and which shows the whole rather than a bay, four.
  var weight: UInt8 {
    var area = Outlines.smallest * scale * across
    var weight: UInt8 = 0
    while area < (width > 400 ? 4 : 2), weight < 254 {
      area *= 2.0.squareRoot()
      weight += 1
    }
    return weight
  }

  /// The cosine of an angle in degrees, by its series: exact to a thousandth up to 80°.
  static func cosine(_ degrees: Double) -> Double {
    let x = Swift.min(80, Swift.abs(degrees)) * .pi / 180
    let square = x * x
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
  }
}
