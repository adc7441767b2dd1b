import Templates

/// A chart over time with the table behind it: `chart.mustache`.
struct ChartView: View {
  var heading: String
  /// Inline SVG.
  var drawing: HTML
  /// What it shows, a row a step that has any.
  var rows: [BarView]

  static let fields: [Field<ChartView>] = [
    .text("heading") { $0.heading },
    .html("drawing") { $0.drawing },
    .list("rows") { $0.rows },
  ]
}

/// One of several small charts of the same time.
struct MultipleView: View {
  var href: String
  var name: String
  /// "12 articles".
  var count: String
  /// Inline SVG.
  var drawing: HTML

  static let fields: [Field<MultipleView>] = [
    .text("href") { $0.href },
    .text("name") { $0.name },
    .text("count") { $0.count },
    .html("drawing") { $0.drawing },
  ]
}

/// A map with the table behind it: `map-figure.mustache`.
struct MapView: View {
  /// Inline SVG.
  var drawing: HTML
  var caption: String
  /// "43 places".
  var count: String
  /// The places on it.
  var places: [Link]

  static let fields: [Field<MapView>] = [
    .html("drawing") { $0.drawing },
    .text("caption") { $0.caption },
    .text("count") { $0.count },
    .flag("has_places") { !$0.places.isEmpty },
    .list("places") { $0.places },
  ]
}

/// The page of maps: `map.mustache`.
struct MapsView: View {
  var page: ChromeView
  var heading: String
  var maps: [MapView]

  static let fields: [Field<MapsView>] = [
    .view("page") { $0.page },
    .text("heading") { $0.heading },
    .flag("has_maps") { !$0.maps.isEmpty },
    .list("maps") { $0.maps },
  ]
}
