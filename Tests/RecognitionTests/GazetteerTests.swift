import ArchiveModel
import CResources
import Recognition
import Testing

@Suite struct `The gazetteer` {
  private let bytes: [UInt8] = {
    let resource = dateline_gazetteer
    return Array(UnsafeRawBufferPointer(start: resource.bytes, count: resource.count))
  }()

  private func error(_ bytes: [UInt8]) -> CompiledDataError? {
    bytes.withUnsafeBytes { buffer in
      do throws(CompiledDataError) {
        _ = try Gazetteer(bytes: buffer)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test(arguments: [
    ("Mosul", "mosul"), ("Raqqa", "raqqa"), ("Aleppo", "aleppo"), ("Basra", "basra"),
    ("Iraq", "iraq"), ("the U.K.", "united-kingdom"), ("the UK", "united-kingdom"),
    ("Britain", "united-kingdom"), ("Burma", "myanmar"), ("the USA", "united-states"),
    ("the U.S.", "united-states"), ("the US", "united-states"), ("Paris", "paris"),
    ("London", "london"), ("Washington", "washington-d-c"), ("Washington, D.C.", "washington-d-c"),
    ("Crimea", "crimea"), ("the Gaza Strip", "gaza-strip"), ("the West Bank", "west-bank"),
    ("Nineveh", "nineveh"), ("the Middle East", "middle-east"), ("Alabama", "alabama"),
    ("Kiev", "kyiv"), ("Sana’a", "sanaa"), ("N’Djamena", "ndjamena"), ("Reading", "reading"),
  ])
  func `Countries, cities and regions go by their usual names`(
    _ surface: String, _ id: String
  ) throws {
    let reading = try Reading("They met in \(surface) again.")

    #expect(reading.bearers.map { $0.split(separator: " ").last.map(String.init) } == [id])
    #expect(reading.annotation.mentions.map(\.kind) == [.place])
  }

  @Test(arguments: [
    ("The UN left.", "united-nations"), ("Then Nato left.", "north-atlantic-treaty-organization"),
    ("Then al-Qaeda left.", "al-qaeda"), ("Then Daesh left.", "islamic-state"),
    ("Then WHO left.", "world-health-organization"),
  ])
  func `Organisations go by their usual names`(_ text: String, _ id: String) throws {
    let reading = try Reading(text)

    #expect(reading.bearers.map { $0.split(separator: " ").last.map(String.init) } == [id])
    #expect(reading.annotation.mentions.map(\.kind) == [.organization])
  }

  @Test func `An entry knows where it is`() throws {
    let gazetteer = try Gazetteer.embedded
    let mosul = try #require(
      (0..<gazetteer.count).map { gazetteer[$0] }.first { $0.name == "Mosul" })

    #expect(mosul.country == "IQ")
    #expect(mosul.geonames == 99072)
    let point = try #require(mosul.coordinates)
    #expect(abs(point.latitude - 36.335) < 0.01 && abs(point.longitude - 43.119) < 0.01)
  }

  @Test func `No two entries share an id`() throws {
    let gazetteer = try Gazetteer.embedded
    let ids = (0..<gazetteer.count).map { gazetteer[$0].id }

    #expect(gazetteer.count > 4_000)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `It stays small`() {
    #expect(bytes.count < 1_200_000)
  }

  @Test func `What is no gazetteer is named as such`() {
    #expect(error([])?.reason == .other)
    #expect(error(Array("%PDF-1.7 and more than the header needs".utf8))?.reason == .other)
  }

  @Test func `A gazetteer of another version says which`() {
    var other = bytes
    other[8] = 200

    #expect(error(other)?.reason == .version(found: 200, expected: 2))
  }

  @Test(arguments: [16, 24, 40, 500_000])
  func `A flipped bit is found`(_ place: Int) {
    var damaged = bytes
    damaged[place] ^= 4

    #expect(error(damaged)?.reason == .checksum)
  }

  @Test(arguments: [9, 20, 27, 100, 700_000])
  func `A gazetteer that is cut short is found`(_ count: Int) {
    let reason = error(Array(bytes.prefix(count)))?.reason

    #expect(reason == .truncated || reason == .checksum)
  }

  @Test func `Equal facts give equal bytes, in any order`() {
    func build(_ names: [String]) -> [UInt8] {
      var builder = GazetteerBuilder()
      let entry = builder.add(
        Gazetteer.Entry(
          id: Slug("x"), name: "X", kind: .place, class: .city, country: "IQ", coordinates: nil,
          geonames: nil))
      for name in names { builder.add(name: name, of: entry) }
      return builder.build()
    }

    #expect(build(["Alpha", "Beta Gamma", "Delta"]) == build(["Delta", "Alpha", "Beta Gamma"]))
  }
}
