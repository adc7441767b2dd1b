import ArchiveModel
import Publishing

/// The pages that browsers have open, each with a stream of events.
final class OpenPages: Sendable {
  /// A page in a browser.
  struct Page: Sendable {
    /// The file of the site that it shows, or would show if there were one.
    let file: String
    /// The tag of the bytes that it was made of.
    let tag: String
  }

  private struct State {
    var pages: [Int: (page: Page, events: AsyncStream<String>.Continuation)] = [:]
    var next = 0
  }

  private let state = Locked(State())

  var all: [Int: Page] { state.withLock { $0.pages.mapValues(\.page) } }

  /// The events of a page that was opened; the stream ends with the page.
  func open(_ page: Page) -> (number: Int, events: AsyncStream<String>) {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self)
    let number = state.withLock { state in
      state.next += 1
      state.pages[state.next] = (page, continuation)
      return state.next
    }
    return (number, stream)
  }

  func close(_ number: Int) {
    let closed = state.withLock { $0.pages.removeValue(forKey: number) }
    closed?.events.finish()
  }

  func closeAll() { for number in all.keys { close(number) } }

  /// Sends an event to a page, or to all.
  func send(_ event: PageEvent, to number: Int? = nil) {
    let text = event.text
    let receivers = state.withLock { state in
      state.pages.filter { number == nil || $0.key == number }.map(\.value.events)
    }
    for receiver in receivers { receiver.yield(text) }
  }
}

/// What an open page is told.
enum PageEvent {
  /// Its bytes have changed.
  case reload
  /// Its article is at another address now.
  case move(to: String)
  /// The errors that there are, as JSON.
  case problems([UInt8])
  /// How far the first reading is.
  case progress(stage: String, done: Int, total: Int)
  /// Nothing: so that a connection that is gone is noticed.
  case pulse

  /// As a stream of events has it (HTML, server-sent events).
  var text: String {
    switch self {
    case .reload: "event: reload\ndata:\n\n"
    case .move(let address): "event: move\ndata: \(address)\n\n"
    // JSON of ours has no line end in it.
    case .problems(let json): "event: problems\ndata: \(String(decoding: json, as: UTF8.self))\n\n"
    case .progress(let stage, let done, let total):
      "event: progress\ndata: \(stage) \(done) \(total)\n\n"
    case .pulse: ":\n\n"
    }
  }
}
