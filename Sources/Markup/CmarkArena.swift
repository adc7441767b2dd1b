import CCmark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Memory for libcmark that is given back all at once.
///
/// An article makes a few hundred nodes and as many strings, each of which libcmark asks for and
/// frees by itself. Within `run` they are taken from a block of the thread's, one after the other,
/// and none is freed before the end: 7 % of reading an article less.
public enum CmarkArena {
  /// Runs what makes documents and lets go of all of them.
  ///
  /// What it returns may point into none of them. Runs may nest; the outermost gives back.
  public static func run<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let store = ArenaStore.ofThread
    store.pointee.depth += 1
    defer {
      store.pointee.depth -= 1
      if store.pointee.depth == 0 { store.pointee.reset() }
    }
    return try body()
  }

  /// What libcmark is to use: the arena within `run`, else its own.
  static var memory: UnsafeMutablePointer<cmark_mem>? {
    ArenaStore.ofThread.pointee.depth > 0 ? functions : cmark_get_default_mem_allocator()
  }

  /// Whether something is given back with all else.
  static func holds(_ pointer: UnsafeRawPointer) -> Bool {
    ArenaStore.ofThread.pointee.holds(pointer)
  }

  // Never written to, once it is made.
  private nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let bytes = count * size
          let place = ArenaStore.ofThread.pointee.take(bytes)
          memset(place, 0, bytes)
          return place
        },
        realloc: { old, size in ArenaStore.ofThread.pointee.resize(old, to: size) },
        free: { _ in }))
    return functions
  }()
}

/// The blocks of a thread's arena: the newest is filled, the others are full.
private struct ArenaStore {
  /// Before each block.
  private struct Head {
    var older: UnsafeMutablePointer<Head>?
    /// How long it is with its head, in bytes.
    var count: Int
  }

  /// How many runs are open.
  var depth = 0
  private var newest: UnsafeMutablePointer<Head>?
  /// How much of the newest is taken, in bytes from its head on.
  private var used = 0

  private static let firstBytes = 256 << 10
  /// A larger block is not kept for the next run.
  private static let mostKeptBytes = 4 << 20
  /// Before each piece stands its length; so all are aligned as malloc's are.
  private static let lead = 16

  /// That of this thread, which is made when it is first asked for.
  static var ofThread: UnsafeMutablePointer<ArenaStore> {
    if let known = pthread_getspecific(key) {
      return known.assumingMemoryBound(to: ArenaStore.self)
    }
    let store = UnsafeMutablePointer<ArenaStore>.allocate(capacity: 1)
    store.initialize(to: ArenaStore())
    pthread_setspecific(key, store)
    return store
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let code = pthread_key_create(&key) { store in
      #if canImport(Darwin)
        let store: UnsafeMutableRawPointer? = store
      #endif
      guard let store = store?.assumingMemoryBound(to: ArenaStore.self) else { return }
      store.pointee.free(keeping: 0)
      store.deallocate()
    }
    precondition(code == 0, "a program has room for a key of its own")
    return key
  }()

  func holds(_ pointer: UnsafeRawPointer) -> Bool {
    var block = newest
    while let head = block {
      let start = UnsafeRawPointer(head)
      if start < pointer, pointer < start + head.pointee.count { return true }
      block = head.pointee.older
    }
    return false
  }

  mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
    let whole = (count + ArenaStore.lead + 15) & ~15
    if newest.map({ used + whole > $0.pointee.count }) ?? true { add(whole) }
    guard let newest else { preconditionFailure("a block was added") }
    let place = UnsafeMutableRawPointer(newest) + used
    place.storeBytes(of: whole - ArenaStore.lead, as: Int.self)
    used += whole
    return place + ArenaStore.lead
  }

  mutating func resize(_ old: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer {
    guard let old else { return take(count) }
    let room = (old - ArenaStore.lead).load(as: Int.self)
    if count <= room { return old }
    // The last piece grows where it stands, as the text of a page does.
    if let newest, old + room == UnsafeMutableRawPointer(newest) + used {
      let more = (count - room + 15) & ~15
      if used + more <= newest.pointee.count {
        (old - ArenaStore.lead).storeBytes(of: room + more, as: Int.self)
        used += more
        return old
      }
    }
    let place = take(count)
    memcpy(place, old, room)
    return place
  }

  /// Takes everything back.
  mutating func reset() {
    free(keeping: ArenaStore.mostKeptBytes)
    used = MemoryLayout<Head>.stride
  }

  private mutating func add(_ count: Int) {
    let size = max(
      ArenaStore.firstBytes, count + MemoryLayout<Head>.stride,
      newest.map { 2 * $0.pointee.count } ?? 0)
    guard let block = malloc(size) else {
      preconditionFailure("there is no memory for a document")
    }
    let head = block.bindMemory(to: Head.self, capacity: 1)
    head.initialize(to: Head(older: newest, count: size))
    newest = head
    used = MemoryLayout<Head>.stride
  }

  /// Frees all blocks but the newest, and that one too if it is longer than `most`.
  private mutating func free(keeping most: Int) {
    guard let newest else { return }
    var older = newest.pointee.older
    newest.pointee.older = nil
    while let block = older {
      older = block.pointee.older
      block.deallocate()
    }
    guard newest.pointee.count > most else { return }
    newest.deallocate()
    self.newest = nil
  }
}
