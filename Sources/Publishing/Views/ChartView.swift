import Templates

/// A chart over time with the table behind it: `chart.mustache`.
struct ChartView: View {
  var heading: String
  var drawing: HTML
  var rows: [Link]

  static let fields: [Field<ChartView>] = [
    .text("heading", "what the chart is of") { $0.heading },
    .html("drawing", "inline SVG") { $0.drawing },
    .list("rows", "the numbers behind it, a row a month or year that has any") { $0.rows },
  ]
}

/// One of several small charts of the same time.
struct MultipleView: View {
  var href: String
  var name: String
  var count: String
  var drawing: HTML

  static let fields: [Field<MultipleView>] = [
    .text("href", "the page of the name") { $0.href },
    .text("name", "the name") { $0.name },
    .text("count", "how many: “12 articles”") { $0.count },
    .html("drawing", "inline SVG") { $0.drawing },
  ]
}

/// A map with the table behind it: `map-figure.mustache`.
struct MapView: View {
  var drawing: HTML
  var caption: String
  var count: String
  var places: [Link]

  static let fields: [Field<MapView>] = [
    .html("drawing", "inline SVG") { $0.drawing },
    .text("caption", "what the map shows; empty where its page says it") { $0.caption },
    .text("count", "how many: “43 places”") { $0.count },
    .flag("has_places", "whether places has any") { !$0.places.isEmpty },
    .list("places", "the places on it") { $0.places },
  ]
}

/// The page of maps: `map.mustache`.
struct MapsView: View {
  var page: ChromeView
  var heading: String
  var maps: [MapView]

  static let fields: [Field<MapsView>] = [
    .view("page", "what stands around every page: dateline theme views page", stored: \.page),
    .text("heading", "the page’s heading") { $0.heading },
    .flag("has_maps", "whether maps has any") { !$0.maps.isEmpty },
    .list("maps", "the maps, the closest first") { $0.maps },
  ]
}
