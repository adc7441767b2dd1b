/// Plain values one after the other, of which more can be put on top.
///
/// What an array does, without making sure of its being unshared at each step: 1 ns for an append
/// where that took 4. A build for debugging checks places.
struct Pile<Element: BitwiseCopyable>: ~Copyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 16)
    start = .allocate(capacity: self.capacity)
  }

  /// So many of one value.
  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    start.update(repeating: element, count: count)
    self.count = count
  }

  /// The values of another one, and room for no more.
  init(copying other: borrowing Pile) {
    self.init(capacity: other.count)
    append(UnsafeBufferPointer(start: other.start, count: other.count))
  }

  deinit { start.deallocate() }

  subscript(i: Int) -> Element {
    @inline(__always)
    get {
      assert(i >= 0 && i < count)
      return start[i]
    }
    @inline(__always)
    _modify {
      assert(i >= 0 && i < count)
      yield &start[i]
    }
  }

  /// Puts a value on top.
  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    start[count] = element
    count += 1
  }

  /// Puts values on top.
  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let first = elements.baseAddress else { return }
    reserve(elements.count)
    (start + count).update(from: first, count: elements.count)
    count += elements.count
  }

  /// Makes room for so many more.
  @inline(__always)
  mutating func reserve(_ number: Int) {
    if count + number > capacity { grow(to: count + number) }
  }

  /// Puts on top what was written behind the last value, in room that was reserved.
  @inline(__always)
  mutating func extend(to end: UnsafeMutablePointer<Element>) {
    count = end - start
    assert(count <= capacity)
  }

  /// Takes all away.
  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow(to least: Int) {
    capacity = max(least, capacity * 2)
    let room = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    room.update(from: start, count: count)
    start.deallocate()
    start = room
  }
}

extension Pile where Element == UInt8 {
  /// Bytes of somebody else, and room for no more.
  init(copying bytes: UnsafeRawBufferPointer) {
    self.init(capacity: bytes.count)
    append(bytes.bindMemory(to: UInt8.self))
  }
}
