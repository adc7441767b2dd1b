extension Range<Int> {
  /// The range in pieces of so many numbers, the last of which may be shorter; none of an empty one.
  package func pieces(of count: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: count).map {
      $0..<Swift.min($0 + count, upperBound)
    }
  }
}
