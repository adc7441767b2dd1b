import ArchiveModel
import Templates

/// Places on the outlines of countries, as inline SVG without tiles and without a script.
struct PlaceMap {
  /// A place with its page.
  struct Place {
    var name: String
    var href: String
    var point: Coordinates
    /// In how many articles.
    var count: Int
    /// Whether the page is about it.
    var isSubject = false
    /// Whether it is a country: a name on the map, and no dot.
    var isCountry = false
  }

  let frame: MapFrame
  /// The most frequent first.
  let places: [Place]
  /// A country that the page is about, by its two letters.
  var country: String?
  /// How many places have their names beside them.
  var labelLimit = 14

  /// The drawing; O(points of the outlines + places).
  func drawing(title: String) -> HTML {
    var svg = HTML()
    svg.markup("<svg class=\"map")
    if frame.width > 400 { svg.markup(" wide") }
    svg.markup("\" viewBox=\"0 0 ")
    svg.number(frame.width)
    svg.markup(" ")
    svg.number(frame.height)
    svg.markup("\" role=\"img\" aria-label=\"")
    svg.text(title)
    svg.markup("\"><path class=\"land\" d=\"")
    let outlines = Outlines.shared
    let weight = frame.weight
    for shape in outlines.countries where shape.code != country {
      for ring in shape.rings where frame.overlaps(ring) {
        draw(outlines.points(of: ring, from: weight), &svg)
      }
    }
    svg.markup("\"/>")
    if let country {
      svg.markup("<path class=\"land subject\" d=\"")
      for shape in outlines.countries where shape.code == country {
        for ring in shape.rings where frame.overlaps(ring) {
          draw(outlines.points(of: ring, from: weight), &svg)
        }
      }
      svg.markup("\"/>")
    }
    let shown = places.filter { frame.contains($0.point) }
    let most = Swift.max(1, shown.lazy.filter { !$0.isCountry }.map(\.count).max() ?? 1)
    // The largest first, so that none hides a smaller one; what the page is about last.
    let dots = shown.filter { !$0.isCountry }
    for place in dots.filter({ !$0.isSubject }) + dots.filter(\.isSubject) {
      let (x, y) = frame.place(place.point.longitude, place.point.latitude)
      svg.markup("<circle class=\"")
      if place.isSubject { svg.markup("dot subject") } else { svg.markup("dot") }
      svg.markup("\" cx=\"")
      svg.number(Int(x.rounded()))
      svg.markup("\" cy=\"")
      svg.number(Int(y.rounded()))
      svg.markup("\" r=\"")
      svg.number(radius(place, most))
      svg.markup("\"/>")
    }
    label(shown, most, &svg)
    svg.markup("</svg>")
    return svg
  }

  /// By area, from 3 to 10 units.
  private func radius(_ place: Place, _ most: Int) -> Int {
    Int((3 + 7 * (Double(place.count) / Double(most)).squareRoot()).rounded())
  }

  /// Names of countries, and beside the places theirs, the most frequent first, where they fall on
  /// no other.
  private func label(_ places: [Place], _ most: Int, _ svg: inout HTML) {
    // A name must not stand on a large dot either.
    var taken = places.prefix(8).filter { !$0.isCountry }.map { place in
      let (x, y) = frame.place(place.point.longitude, place.point.latitude)
      let r = radius(place, most)
      return (x: Int(x) - r + 2...Int(x) + r - 2, y: Int(y) - r + 2...Int(y) + r - 2)
    }
    var count = 0
    for place in places where count < labelLimit {
      let (px, py) = frame.place(place.point.longitude, place.point.latitude)
      let (x, y, r) = (Int(px.rounded()), Int(py.rounded()), radius(place, most))
      let wide = place.name.unicodeScalars.count * 7 + 4
      let starts = place.isCountry ? [x - wide / 2] : [x + r + 3, x - r - 3 - wide]
      let free = starts.first { start in
        start >= 2 && start + wide <= frame.width - 2 && y > 12 && y < frame.height - 6
          && (place.isSubject
            || !taken.contains {
              $0.x.overlaps(start...start + wide) && $0.y.overlaps(y - 8...y + 8)
            })
      }
      guard let free else { continue }
      taken.append((free...free + wide, y - 8...y + 8))
      if !place.isCountry {
        taken.append((x - r...x + r, y - r...y + r))
        count += 1
      }
      svg.markup("<text x=\"")
      if place.isCountry {
        svg.number(x)
        svg.markup("\" text-anchor=\"middle\" class=\"country")
      } else if free < x {
        svg.number(free + wide)
        svg.markup("\" text-anchor=\"end")
      } else {
        svg.number(free)
      }
      svg.markup("\" y=\"")
      svg.number(y + 4)
      svg.markup("\">")
      svg.text(place.name)
      svg.markup("</text>")
    }
  }

  /// Appends the part of a ring that the frame shows.
  private func draw(_ ring: [Outlines.Point], _ svg: inout HTML) {
    let places = ring.map { frame.place(Double($0.x) / 100, Double($0.y) / 100) }
    guard let left = places.map(\.x).min(), let right = places.map(\.x).max(),
      let top = places.map(\.y).min(), let bottom = places.map(\.y).max(),
      right > 0, bottom > 0, left < Double(frame.width), top < Double(frame.height),
      // Islands too small to be seen.
      Swift.max(right - left, bottom - top) >= 2.5
    else { return }
    var last: (x: Int, y: Int)?
    var isOpen = false
    for place in clipped(places) {
      let next = (x: Int(place.x.rounded()), y: Int(place.y.rounded()))
      if let from = last {
        guard next != from else { continue }
        if !isOpen {
          svg.markup("l")
          isOpen = true
        } else if next.x >= from.x {
          svg.markup(" ")
        }
        svg.number(next.x - from.x)
        if next.y >= from.y { svg.markup(" ") }
        svg.number(next.y - from.y)
      } else {
        svg.markup("M")
        svg.number(next.x)
        svg.markup(" ")
        svg.number(next.y)
      }
      last = next
    }
    if last != nil { svg.markup("z") }
  }

  /// A polygon's part in the frame, a little larger than that, so that its cut edge is not seen
  /// (Sutherland and Hodgman 1974).
  private func clipped(_ ring: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let (width, height) = (Double(frame.width) + 4, Double(frame.height) + 4)
    var ring = ring
    let edges: [(at: Double, isX: Bool, isLower: Bool)] = [
      (-4, true, true), (width, true, false), (-4, false, true), (height, false, false),
    ]
    for edge in edges where !ring.isEmpty {
      let depth = { (p: (x: Double, y: Double)) in
        edge.isLower ? (edge.isX ? p.x : p.y) - edge.at : edge.at - (edge.isX ? p.x : p.y)
      }
      var cut: [(x: Double, y: Double)] = []
      var before = ring[ring.count - 1]
      for point in ring {
        let (a, b) = (depth(before), depth(point))
        if a < 0 && b >= 0 || a >= 0 && b < 0 {
          let part = a / (a - b)
          cut.append(
            (before.x + (point.x - before.x) * part, before.y + (point.y - before.y) * part))
        }
        if b >= 0 { cut.append(point) }
        before = point
      }
      ring = cut
    }
    return ring
  }
}
