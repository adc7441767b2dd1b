/// Where in a text something stands as U+FFFD that is no text: the first places, and how many more.
///
/// Each place is told, since each is a letter that a reader misses; but only so many, since a file
/// in a wrong encoding has thousands of them, and one remedy.
struct Replacements {
  /// One or several next to each other.
  struct Place: Equatable {
    /// Where the first U+FFFD stands.
    var offset: Int
    /// How many there are: three bytes each.
    var count: Int
    /// The code point that the first one stands for; for a byte that is no text the byte.
    var codePoint: UInt32
  }

  /// So many places are kept.
  static let maximumPlaces = 10

  /// The first places, in order.
  private(set) var places: [Place] = []
  /// Where the first of the further ones stands, and how many replacements these are.
  private(set) var further: Place?
  private var end = -1
  /// How many places were moved.
  private var moved = 0

  /// Whether nothing was replaced.
  var isEmpty: Bool { places.isEmpty }

  /// Notes one more, behind all others.
  mutating func append(_ codePoint: UInt32, at offset: Int) {
    if further != nil {
      further?.count += 1
    } else if offset == end {
      places[places.count - 1].count += 1
    } else {
      let place = Place(offset: offset, count: 1, codePoint: codePoint)
      if places.count < Replacements.maximumPlaces { places.append(place) } else { further = place }
    }
    end = offset + 3
  }

  /// Follows the text to where a later change moves it: to be called for each of its offsets in
  /// order.
  mutating func move(from old: Int, to new: Int) {
    while moved < places.count, places[moved].offset < old { moved += 1 }
    if moved < places.count, places[moved].offset == old {
      places[moved].offset = new
      moved += 1
    } else if further?.offset == old, moved == places.count {
      further?.offset = new
      moved += 1
    }
  }
}
