import ArchiveModel
import Testing

@Suite struct `Slips in names of files` {
  @Test func `The nearest of many names is found as among few`() {
    var names = (0..<20_000).map { "2017-03-\($0)-talks.md" }
    names += ["map.png", "maps.png", "ab.png"]
    let index = SpellingIndex(Set(names))

    for word in ["mpa.png", "map.pgn", "2017-03-777-tlks.md", "x.md"] {
      let near = index.nearest(to: word)
      #expect((near == nil) == (Spelling.nearest(to: word, in: names) == nil), "\(word)")
    }
    #expect(index.nearest(to: "mpa.png") == "map.png")
    #expect(index.nearest(to: "2017-03-777-tlks.md") == "2017-03-777-talks.md")
    #expect(SpellingIndex([]).nearest(to: "a.md") == nil)
  }
}
