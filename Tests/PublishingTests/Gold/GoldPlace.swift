import ArchiveModel
import Foundation
import Testing

/// Roughly where a place is that is meant: a line of `Tests/Fixtures/Entities/places.txt`.
struct GoldPlace: Sendable {
  let latitude: Double
  let longitude: Double
  /// How far north, south, east and west of there it may be taken to be, in degrees.
  let tolerance: Double

  /// Whether a point may be the place.
  func holds(_ point: Coordinates) -> Bool {
    abs(point.latitude - latitude) <= tolerance && abs(point.longitude - longitude) <= tolerance
  }

  /// The known places by id.
  static func all() throws -> [String: GoldPlace] {
    let file = Fixture("Entities").folder.appending(path: "places.txt")
    var places: [String: GoldPlace] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      let numbers = fields.dropFirst().compactMap { Double($0) }
      guard fields.count == 4, numbers.count == 3 else {
        Issue.record("\(file.path): expected id and three numbers, by tabs: \(line)")
        continue
      }
      places[String(fields[0])] = GoldPlace(
        latitude: numbers[0], longitude: numbers[1], tolerance: numbers[2])
    }
    return places
  }
}
