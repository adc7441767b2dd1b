import ArchiveModel
import Cataloguing
import Loading
import Templates

extension Site {
  /// The maps of the whole archive: where its places lie, and closer where most of them do.
  func mapsView() -> MapsView {
    let links = links(from: .map)
    let places = placesWithPoints(mostFrequent(2_000, of: .place), links)
    return MapsView(
      page: chrome(.map, title: language[.map]), heading: language[.map], maps: maps(of: places))
  }

  /// The map of a place's page: itself, and the places that stand with it.
  ///
  /// - Parameter companions: what stands with it, the most frequent first.
  func map(
    ofPlace number: Int, with companions: [(entity: Int, articleCount: Int)], _ links: Links
  ) -> MapView? {
    let entity = catalog.entities[number]
    guard entity.kind == .place, let point = coordinates(of: entity, record(of: number)) else {
      return nil
    }
    let country = countryCodes[entity.id]
    let subject = PlaceMap.Place(
      name: entity.name, href: "", point: point, count: Swift.max(1, entity.articleCount),
      isSubject: true)
    let others = placesWithPoints(
      companions.filter { catalog.entities[$0.entity].kind == .place }, links)
    let bounds = country.map { Outlines.shared.corners(of: $0) } ?? []
    let frame = MapFrame(
      around: bounds.isEmpty ? [point] : bounds, width: 320, height: 240, margin: 0.1)
    var map = PlaceMap(
      frame: frame, places: (country == nil ? [subject] : []) + others.filter(frame.contains))
    map.country = country
    map.labelLimit = 7
    let title = language.say(.mapOfPlace, ["name": entity.name])
    return MapView(drawing: map.drawing(title: title), caption: "", count: "", places: [])
  }

  // MARK: Parts

  private func maps(of places: [PlaceMap.Place]) -> [MapView] {
    guard !places.isEmpty else { return [] }
    let world = MapFrame.world(width: 720)
    var maps: [MapView] = []
    if let close = closeFrame(places) {
      // Its places stand in the table of the other.
      var map = mapView(places, close, language[.mapOfMost])
      map.places = []
      maps.append(map)
    }
    maps.append(mapView(places, world, language[maps.isEmpty ? .mapOfAll : .mapOfWorld]))
    return maps
  }

  private func mapView(
    _ places: [PlaceMap.Place], _ frame: MapFrame, _ caption: String
  ) -> MapView {
    let shown = places.filter(frame.contains)
    let count = language.count(shown.count, .places)
    let title = language.say(.mapTitle, ["caption": caption, "count": count])
    return MapView(
      drawing: PlaceMap(frame: frame, places: Array(shown.prefix(400))).drawing(title: title),
      caption: caption, count: count,
      places: shown.prefix(400).map {
        Link(
          href: $0.href, name: $0.name, count: $0.count, countText: language.grouped($0.count))
      })
  }

  /// The frame around the places that hold most of the mentions; nil where they are all over.
  private func closeFrame(_ places: [PlaceMap.Place]) -> MapFrame? {
    let towns = places.filter { !$0.isCountry }
    let all = towns.reduce(0) { $0 + $1.count }
    guard let middle = towns.first?.point else { return nil }
    let distance = { (place: PlaceMap.Place) in
      let x = (place.point.longitude - middle.longitude) * MapFrame.cosine(middle.latitude)
      let y = place.point.latitude - middle.latitude
      return x * x + y * y
    }
    var sum = 0
    var near: [Coordinates] = []
    for place in places.sorted(by: { (distance($0), $0.name) < (distance($1), $1.name) })
    where !place.isCountry {
      near.append(place.point)
      sum += place.count
      if sum * 5 >= all * 4 { break }
    }
    let frame = MapFrame(around: near, width: 720, height: 480)
    return frame.east - frame.west < 90 ? frame : nil
  }

  private func placesWithPoints(
    _ ranked: [(entity: Int, articleCount: Int)], _ links: Links
  ) -> [PlaceMap.Place] {
    ranked.compactMap { number, count in
      let entity = catalog.entities[number]
      guard entity.hasPage, let point = coordinates(of: entity, record(of: number)) else {
        return nil
      }
      return PlaceMap.Place(
        name: entity.name, href: links.href(entity: number), point: point, count: count,
        isCountry: countryCodes[entity.id] != nil)
    }
  }
}

extension MapFrame {
  fileprivate func contains(_ place: PlaceMap.Place) -> Bool { contains(place.point) }
}

extension Outlines {
  /// The corners of a country's largest part; none where it has no outline.
  func corners(of code: String) -> [Coordinates] {
    let boxes = countries.filter { $0.code == code }.flatMap(\.rings).map { ring in
      let points = points(of: ring, from: 12)
      let (x, y) = (points.map(\.x), points.map(\.y))
      return (
        west: x.min() ?? 0, east: x.max() ?? 0, south: y.min() ?? 0, north: y.max() ?? 0
      )
    }
    guard
      let box = boxes.max(by: {
        ($0.east - $0.west) * ($0.north - $0.south) < ($1.east - $1.west) * ($1.north - $1.south)
      })
    else { return [] }
    return [(box.west, box.south), (box.east, box.north)].compactMap {
      Coordinates(latitude: Double($1) / 100, longitude: Double($0) / 100)
    }
  }
}
