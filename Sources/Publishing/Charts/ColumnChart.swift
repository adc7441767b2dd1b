import Templates

/// Counts over time as columns, drawn as inline SVG; its table stands behind it.
struct ColumnChart {
  /// By step of the axis.
  let counts: [Int]
  let axis: TimeAxis

  /// The chart with a scale: 400 by 110 units.
  ///
  /// - Parameter title: what it shows, in words: a picture needs a text.
  func drawing(title: String) -> HTML {
    let (width, height, base) = (400, 110, 88)
    var svg = HTML()
    svg.markup("<svg class=\"columns-chart\" viewBox=\"0 0 ")
    svg.number(width)
    svg.markup(" ")
    svg.number(height)
    svg.markup("\" role=\"img\" aria-label=\"")
    svg.text(title)
    svg.markup("\"><path class=\"axis\" d=\"M0 ")
    svg.number(base)
    svg.markup("h400M0 12h4\"/><text x=\"7\" y=\"16\">")
    svg.number(counts.max() ?? 0)
    svg.markup("</text>")
    columns(&svg, width: width, base: base, highest: base - 12)
    for label in axis.labels(limit: 6) {
      let x = label.step * width / Swift.max(1, axis.count)
      svg.markup("<text x=\"")
      svg.number(Swift.min(x, width - 32))
      svg.markup("\" y=\"105\">")
      svg.text(label.text)
      svg.markup("</text>")
    }
    svg.markup("</svg>")
    return svg
  }

  /// A small one without a scale, among others of the same time: 120 by 28 units.
  func sketch() -> HTML {
    var svg = HTML()
    svg.markup("<svg class=\"columns-chart\" viewBox=\"0 0 120 28\" aria-hidden=\"true\">")
    svg.markup("<path class=\"axis\" d=\"M0 27h120\"/>")
    columns(&svg, width: 120, base: 27, highest: 26)
    svg.markup("</svg>")
    return svg
  }

  /// In whole units: what rounds to nothing and is something is one high.
  private func columns(_ svg: inout HTML, width: Int, base: Int, highest: Int) {
    let most = Swift.max(1, counts.max() ?? 1)
    svg.markup("<path class=\"columns\" d=\"")
    for (step, count) in counts.enumerated() where count > 0 {
      let start = step * width / counts.count
      let end = (step + 1) * width / counts.count
      let gap = end - start > 4 ? 1 : 0
      let tall = Swift.max(1, (count * highest + most / 2) / most)
      svg.markup("M")
      svg.number(start)
      svg.markup(" ")
      svg.number(base)
      svg.markup("v-")
      svg.number(tall)
      svg.markup("h")
      svg.number(Swift.max(1, end - start - gap))
      svg.markup("v")
      svg.number(tall)
      svg.markup("z")
    }
    svg.markup("\"/>")
  }
}
